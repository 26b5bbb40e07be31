import { sameHandle } from '../../domain/handles.ts';
import { isBefore } from '../reading/dom.ts';
import { isCopied, labelMake, type Place } from './place.ts';
import { EDITOR, headerDates } from './places.ts';
import { standingOf } from './standing.ts';

/** How far above whom a letter is from its text stands, at most. */
const LETTER_LEVELS = 8;

/**
 * Whether somebody is whoever writes a letter, to somebody else: "From" among its fields, which has no date yet, or in one form with
 * them.
 */
export function isWriting({ element, handle, standing }: Place, others: readonly Place[]): boolean {
  const below = others.filter((to) => isCopied(to) && isBefore(element, to.element));
  if (below.some((to) => sameHandle(to.handle, handle))) return false;
  const undated = () => headerDates(element).length === 0;
  const form = element.closest('form');
  if (form?.querySelector(EDITOR))
    return undated() || below.some((to) => to.element.localName === 'input' && form.contains(to.element));
  let letter: Element | null = element;
  for (let level = 0; letter && !letter.querySelector(EDITOR); level++)
    letter = level < LETTER_LEVELS ? letter.parentElement : null;
  // The fields' labels are of one make.
  const isField = (field: Element) => {
    const own = { standing: isBefore(element, field) ? standingOf({ element: field }) : undefined };
    return isCopied(own) && labelMake(own) === labelMake({ standing });
  };
  return letter !== null && undated() && [...letter.querySelectorAll('input')].some(isField);
}
