import { cleanText, INSIDE } from '../../domain/names.ts';
import { shortText, textWalker } from './dom.ts';

/** What can be clicked as a whole, or says that it is one of many. */
export const ROW =
  'tr:has(>:nth-child(4)),li:not(:only-child),a[href],button,[role=row],[role=option],[role=listitem],[role=treeitem],[aria-selected],[draggable=true],[tabindex="0"]:not([aria-expanded]),[onclick]';
/** A date or time inside of other text, which "v1.9.15" has none of. */
export const DATE = /(?<!\.)\d{1,2}[:.h]\d\d|\d\/\d|(?<!\d)(?:19|20)\d\d(?!\d)|\d ?[月일日]/u;
const NEAR = 15;
/** How many characters a text with the date of a message has at most; longer ones are of a body. */
export const SHORT = 80;
/** What holds texts that nobody reads there. */
export const UNSAID = 'script,style,option';

// The date of something else, which is clicked as a whole.
function isOfRow(element: Element, text: string, place: Element): boolean {
  const row = element.closest(ROW);
  return !!row && !row.contains(place) && shortText(row, text.length + 12) === undefined;
}

/** A text near an element, and how many others stand between. */
export interface Near {
  readonly text: string;
  readonly distance: number;
  readonly node: Node;
  readonly place: Element;
}

/** Texts near the element, the nearest first, without those of what is clicked as a whole. */
export function textsNear(element: Element, isWanted: (text: string, place: Element) => boolean): Near[] {
  const { ownerDocument } = element;
  const found: Near[] = [];
  for (const step of ['previousNode', 'nextNode'] as const) {
    const walk = textWalker(ownerDocument.body);
    walk.currentNode = element;
    for (let distance = 0; distance < NEAR && walk[step](); ) {
      const { currentNode: node } = walk;
      const place = node.parentElement;
      const text = cleanText(node.nodeValue ?? '');
      if (text === '' || !place || place.matches(UNSAID)) continue;
      distance++;
      if (isWanted(text, place) && !isOfRow(place, text, element))
        found.push({ text, distance, node, place });
    }
  }
  return found.sort((a, b) => a.distance - b.distance);
}

/** Those of them with a date or time: a message's header shows one, and "On 3 May 2026, Jo wrote:" begins a quotation. */
export function datesNear(element: Element): Near[] {
  return textsNear(
    element,
    (text) => text.length < SHORT && DATE.test(text.replace(INSIDE, '')) && !/[:：<(]$/.test(text),
  );
}
