import { fold } from './fold.ts';
import { fitting } from './plain.ts';

/** Two names are alike when their letters are, whatever the case, accents, order of words and punctuation. */
export function nameKey(name: string): string {
  const text = fold(name);
  return text
    .split(fitting(text, /[^a-z\d]+/, () => /[^\p{L}\p{N}]+/u))
    .filter(Boolean)
    .sort()
    .join(' ');
}
