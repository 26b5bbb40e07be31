import { readListed } from '../reading/conversation.ts';
import type { Page, Sighting } from '../types.ts';
import { ownAddresses } from './account.ts';
import { personOf } from './person.ts';

// Ticked, else under the pointer (x7, aqw: 2014 to 2026). With a preview pane two or three rows are one conversation.
const ROW = '.zA:is(.x7,.aqw,[aria-selected=true],:has([role=checkbox][aria-checked=true]))';

/** The people of the rows that the user has picked. */
export function readRows(root: Element, page: Page): Sighting[] {
  // The label for screen readers, .afn, may name them a second time.
  const people = [...root.querySelectorAll(ROW)].flatMap((row) =>
    [...row.querySelectorAll('[email]:is(.yP,.zF):not(.afn *)')].flatMap((name) => personOf(name) ?? []),
  );
  return readListed(people, ownAddresses(page));
}
