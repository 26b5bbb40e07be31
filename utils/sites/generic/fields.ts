import { addressList } from '../addresses.ts';
import { each, first, isShown } from '../dom.ts';
import type { Clue } from './clues.ts';
import { type Standing, standingOf } from './standing.ts';

// What a letter is written in.
const EDITOR = 'textarea,[contenteditable=""],[contenteditable=true],iframe';
/** The most fields of a page that are looked at. */
const MAX_FIELDS = 60;

/** The people in the fields of a letter that the page lets the user write: to whom it goes, and who the user is (`sender`). */
export function fieldClues(document: Document): (Clue & { standing: Standing | undefined })[] {
  if (!first(document, EDITOR)) return [];
  const fields = each(document, 'textarea,select,input') as (HTMLInputElement | HTMLSelectElement)[]; // by their names
  return fields.slice(0, MAX_FIELDS).flatMap((element) => {
    const text = 'selectedOptions' in element ? element.selectedOptions[0]?.text : element.value;
    // "Ana <ana@example.com> (default)".
    const people = addressList((text ?? '').replace(/(@\S+)\s*\(.*\)$/, '$1'));
    const standing = people.length > 0 ? standingOfField(element) : undefined;
    return people.map((person) => ({ ...person, element, standing }));
  });
}

function standingOfField(element: HTMLInputElement | HTMLSelectElement): Standing | undefined {
  if (element.type !== 'hidden') return isShown(element) ? standingOf({ element }) : undefined;
  // Not whom it answers, but who signed in.
  return /^_?(?:user|login|account|from)/.test(element.name)
    ? { role: 'sender', by: 'word', said: '', source: element }
    : undefined;
}
