import { isPlain } from './plain.ts';

/** A text as it is searched: without accents, width and case. */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
