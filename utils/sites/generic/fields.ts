import { addressList } from '../addresses.ts';
import { isShown } from '../dom.ts';
import type { Page } from '../types.ts';
import type { Clue } from './clues.ts';
import { type Standing, standingOf } from './standing.ts';

/** The most characters of a field, and the most fields of a page, that are looked at. */
const MAX_FIELD = 4000;
const MAX_FIELDS = 60;
// What a letter is written in stands on the same page.
const EDITOR = 'textarea,[contenteditable=""],[contenteditable=true],iframe';
// "headerto", which has no word of its own. The first that fits.
const NAMES = [
  ['bcc', /bcc/],
  ['cc', /cc/],
  ['sender', /from|sender|identit/],
  ['recipient', /to$|to\W|recipient/],
] as const;

/** Somebody in a field of a letter that is being written, and which field it is. */
export interface FieldClue extends Clue {
  readonly standing: Standing;
}

/** The people in the fields of a letter that the page lets the user write: whom it is from, to whom it goes. */
export function fieldClues({ document }: Page): readonly FieldClue[] {
  if (!document.body?.querySelector(EDITOR)) return [];
  const fields = document.body.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input,textarea,select',
  );
  return [...fields].slice(0, MAX_FIELDS).flatMap((element): FieldClue[] => {
    // What is in a text area of many lines is a letter.
    const value =
      element.localName === 'select' ? textChosen(element as HTMLSelectElement) : (element.value ?? '');
    if (!value.includes('@') || value.length > MAX_FIELD || !(element.type === 'hidden' || isShown(element)))
      return [];
    const people = addressList(value.replace(/\)\s*\([^()]*\)$|>\s*\(.*\)$/, (end) => end.slice(0, 1)));
    const standing = standingOfField(element);
    return standing ? people.map((person) => ({ ...person, element, standing })) : [];
  });
}

function textChosen({ selectedOptions: [chosen] }: HTMLSelectElement): string {
  return chosen?.textContent ?? '';
}

function standingOfField(element: HTMLInputElement | HTMLSelectElement): Standing | undefined {
  const said = `${element.name} ${element.id} ${element.getAttribute('aria-label') ?? ''}`.toLowerCase();
  // Not what was read before, but who signed in.
  if (element.type === 'hidden')
    return /^(?:_?user(?:_?name)?|login|account|from|sender|identity) /.test(said)
      ? { role: 'sender', by: 'word', said, source: element }
      : undefined;
  const [role] = NAMES.find(([, pattern]) => pattern.test(said)) ?? [];
  return role ? { role, by: 'word', said, source: element } : standingOf({ element });
}
