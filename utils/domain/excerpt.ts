import { fold } from './fold.ts';

/**
 * The part of a text around the first place that holds a folded word: one line of about `length` characters, with an
 * ellipsis where something was left out. The beginning of the text when the word is not in it.
 */
export function excerpt(text: string, word: string, length = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  let folded = '';
  // Which character each folded letter came from: folding makes one of ﬁ two, and none of an accent.
  const from: number[] = [];
  for (const [place, character] of characters.entries())
    for (const letter of fold(character)) {
      folded += letter;
      for (let unit = 0; unit < letter.length; unit++) from.push(place);
    }
  const found = Math.max(0, folded.indexOf(word));
  const wanted = Math.max(
    0,
    Math.min((from[found] ?? 0) - Math.floor(length / 3), characters.length - length),
  );
  // Begins with a whole word where there is one before what was found.
  const space = characters.indexOf(' ', wanted);
  const begin = wanted > 0 && space !== -1 && space < (from[found] ?? 0) ? space + 1 : wanted;
  const part = characters
    .slice(begin, begin + length)
    .join('')
    .trim();
  return `${begin > 0 ? '…' : ''}${part}${begin + length < characters.length ? '…' : ''}`;
}
