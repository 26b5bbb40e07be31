import type { SaidDate } from '../domain/said-date.ts';
import type { Page } from './types.ts';

/** The longest text and name of a language that are handed on. */
export const MAX_SAID = 200;

/** The page's words for when something was, to be understood elsewhere: nothing where it has none. */
export function saidDate(
  { document }: Page,
  texts: readonly string[],
  more: Omit<SaidDate, 'texts' | 'language'> & { readonly language?: string } = {},
): { readonly said?: SaidDate } {
  const { lang } = document.documentElement;
  const short = (text: string) => text.slice(0, MAX_SAID);
  const kept = texts.filter(Boolean).map(short);
  return kept.length > 0 ? { said: { texts: kept, language: short(lang), ...more } } : {};
}
