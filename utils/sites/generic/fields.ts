import { addressList } from '../reading/addresses.ts';
import { isInBody } from '../reading/body.ts';
import { isShown } from '../reading/dom.ts';
import type { Clue } from './clues.ts';
import { isCopied } from './place.ts';
import { type Standing, standingOf, wordAround } from './standing.ts';

// What a letter is written in.
const EDITORS = ['textarea', '[contenteditable=""]', '[contenteditable=true]', 'iframe'];
/** The most fields of a page that are looked at. */
const MAX_FIELDS = 60;

/**
 * The people in the fields of a letter that the page lets the user write, looked for in parts: to whom it goes, and who the user is
 * (`sender`).
 */
export function* fieldClues(
  document: Document,
): Generator<undefined, (Clue & { standing: Standing | undefined })[]> {
  const found = [];
  for (const selector of EDITORS) {
    found.push(document.querySelector(selector));
    yield;
  }
  if (!found.some(Boolean)) return [];
  // In the order of their names.
  const fields: (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[] = [];
  for (const name of ['textarea', 'select', 'input'] as const) {
    fields.push(...document.querySelectorAll(name));
    yield;
  }
  return fields.slice(0, MAX_FIELDS).flatMap((element) => {
    // A letter may have fields, too. One of many lines is no body itself.
    if (element.parentElement && isInBody(element.parentElement)) return [];
    const text = 'selectedOptions' in element ? element.selectedOptions[0]?.text : element.value;
    const people = addressList(
      (text ?? '')
        // "Ana <ana@example.com> (default)".
        .replace(/(@\S+)\s*\(.*\)$/, '$1')
        // "Ana ana@example.com", which no mail writes.
        .replace(/(^|[,;])((?:\\"|[^<>"@,;])*[^<>"@,;\s])\s+([^\s<>"@,;]+@[^\s<>"@,;]+)/g, '$1$2 <$3>'),
    );
    const standing = people.length > 0 ? standingOfField(element) : undefined;
    return people.map((person) => ({ ...person, element, standing }));
  });
}

function standingOfField(
  element: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
): Standing | undefined {
  if (element.type !== 'hidden' && isShown(element)) {
    const standing = standingOf({ element });
    const word = wordAround(element);
    // A label in a language that nobody here knows, or that calls "To" as another calls "From", and the program's own word.
    return standing && (isCopied({ standing }) || (standing.role === 'sender' && word?.source !== element))
      ? standing
      : (word ?? standing);
  }
  const { type, name, form } = element;
  // Not whom it answers, but who signed in, or whom a letter is from, on a tab that is closed.
  const isUser = /^(?:hidden|select)/.test(type)
    ? /^_?(?:user|login|account|from)/.test(name)
    : type === 'text' && name === 'from' && form?.querySelector('textarea');
  return isUser ? { role: 'sender', by: 'word', said: '', source: element } : undefined;
}
