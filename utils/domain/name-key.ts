import { isPlain } from './plain.ts';

/** Two names are alike when their letters are, whatever the case, accents, order of words and punctuation. */
export function nameKey(name: string): string {
  return wordsOf(name).filter(Boolean).sort().join(' ');
}

function wordsOf(name: string): string[] {
  if (isPlain(name)) return name.toLowerCase().split(/[^a-z\d]+/);
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}
