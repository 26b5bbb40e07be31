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
// "headerto" has no word of its own. The first that fits.
const NAMES = [
  ['bcc', /bcc/],
  ['cc', /cc/],
  ['sender', /from|sender|identit/],
  ['recipient', /to$|to\W|recipient/],
] as const;

/** Somebody in a field of a letter that is being written, and which field it is: `sender` is the user. */
export interface FieldClue extends Clue {
  readonly role: Standing['role'];
}

/** The people in the fields of a letter that the page lets the user write: whom it is from, to whom it goes. */
export function fieldClues({ document: { body } }: Page): readonly FieldClue[] {
  if (!body.querySelector(EDITOR)) return [];
  const fields = body.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input,textarea,select');
  return [...fields].slice(0, MAX_FIELDS).flatMap((element): FieldClue[] => {
    const chosen = 'selectedOptions' in element ? element.selectedOptions[0]?.text : element.value;
    // "Ana <ana@example.com> (default)".
    const value = (chosen ?? '').replace(/(@\S+)\s*\(.*\)$/, '$1');
    if (!value.includes('@') || value.length > MAX_FIELD) return [];
    const role = roleOfField(element);
    return role ? addressList(value).map((person) => ({ ...person, element, role })) : [];
  });
}

function roleOfField(element: HTMLInputElement | HTMLSelectElement): Standing['role'] | undefined {
  const said = `${element.name} ${element.id}`.toLowerCase();
  // Not what is answered, but who signed in.
  if (element.type === 'hidden')
    return /^(?:_?user(?:_?name)?|login|account|from|sender) /.test(said) ? 'sender' : undefined;
  if (!isShown(element)) return undefined;
  return NAMES.find(([, pattern]) => pattern.test(said))?.[0] ?? standingOf({ element })?.role;
}
