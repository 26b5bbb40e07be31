import type { SaidDate } from '../../domain/said-date.ts';
import type { Page } from '../types.ts';
import { MAX_DATES, MAX_SAID } from './limits.ts';

/** The page's words for when something was, to be understood elsewhere: nothing where it has none. */
export function saidDate(
  { document }: Page,
  texts: readonly string[],
  { language = document.documentElement.lang, ...more }: Partial<Omit<SaidDate, 'texts'>> = {},
): { readonly said?: SaidDate } {
  const short = (text: string) => text.slice(0, MAX_SAID);
  const kept = texts.filter(Boolean).slice(0, MAX_DATES).map(short);
  return kept.length > 0 ? { said: { texts: kept, language: short(language), ...more } } : {};
}
