import { MAX_PLAYBOOK_NAME, type Text } from './types.ts';

/** A name with the words that mark its n-th copy (from 1), by language: `Client (own)`, `Client (own 2)`. */
export type Marks = { readonly [L in keyof Text]: (name: string, copy: number) => string };

const MOST_COPIES = 999;

/**
 * What a copy is called until the user changes it, in both languages: the name with the marks of the first copy whose name is
 * free in both. The copy of a copy is the next copy of the same name, and a long name is cut so that its marks fit.
 */
export function copyName(name: Text, taken: readonly Text[], marks: Marks): Text {
  const stem = { en: stemOf(name.en, marks.en), zh_CN: stemOf(name.zh_CN, marks.zh_CN) };
  for (let copy = 1; ; copy++) {
    const one = { en: marked(stem.en, copy, marks.en), zh_CN: marked(stem.zh_CN, copy, marks.zh_CN) };
    const free = taken.every(({ en, zh_CN }) => en !== one.en && zh_CN !== one.zh_CN);
    if (free || copy >= MOST_COPIES) return one;
  }
}

function stemOf(name: string, mark: Marks['en']): string {
  for (let copy = 1; copy <= MOST_COPIES; copy++) {
    const ending = mark('', copy);
    if (ending.trim() !== '' && name.endsWith(ending) && name.length > ending.length)
      return name.slice(0, -ending.length);
  }
  return name;
}

function marked(stem: string, copy: number, mark: Marks['en']): string {
  const room = MAX_PLAYBOOK_NAME - mark('', copy).length;
  let cut = '';
  // By characters: half of one is none.
  for (const character of stem) {
    if (cut.length + character.length > room) break;
    cut += character;
  }
  return mark(cut.trimEnd(), copy);
}
