import { INSIDE } from '../../domain/names.ts';
import { textWalker } from '../reading/dom.ts';

/** The most texts that are looked at, and the most characters of each. */
const MAX_TEXTS = 6000;
const MAX_LENGTH = 20_000;
/** How many elements make a part: its text is there in a tenth of a millisecond. */
const PART = 500;

/**
 * The texts in an element that hold an address, in document order, found in parts: only parts with an "@" are walked, as a browser
 * writes the text of many elements much faster than a script visits them.
 */
export function* textsWithAddress(body: Element | null): Generator<undefined, Text[]> {
  const found: Text[] = [];
  if (!body) return found;
  const elements = body.getElementsByTagName('*');
  const starts: Node[] = [body];
  for (let at = PART; at < elements.length; at += PART) starts.push(elements[at] as Element); // below its length
  // One for all: a browser keeps each range up to date for as long as it is there.
  const range = body.ownerDocument.createRange();
  for (const [index, start] of starts.entries()) {
    yield;
    const end = starts[index + 1];
    // What changes meanwhile is read again, all of it.
    if (!body.contains(start)) continue;
    range.selectNodeContents(body);
    if (start !== body) range.setStartBefore(start);
    if (end && body.contains(end)) range.setEndBefore(end);
    if (range.toString().includes('@')) walkPart(body, start, range, found);
  }
  return found;
}

function walkPart(body: Element, start: Node, range: Range, found: Text[]): void {
  const walk = textWalker(body);
  walk.currentNode = start;
  while (found.length < MAX_TEXTS && walk.nextNode()) {
    const text = walk.currentNode as Text; // Nothing else is walked.
    if (range.comparePoint(text, 0) > 0) return;
    if (INSIDE.test(wholeOf(text).slice(0, MAX_LENGTH))) found.push(text);
  }
}

/**
 * What a text says; where it ends in the middle of an address, whose domain is marked, or begins behind a letter that is, what its
 * element says.
 */
export function wholeOf({ data, parentElement, previousSibling, nextSibling }: Text): string {
  // "ruth@example.com <eve@example.net>" in a page that forgot to escape it: the address became an element.
  const next = nextSibling?.nodeName;
  if (next?.includes('@')) return `${data}<${next}>`;
  // A word that goes on: what is glued to the first letter of an address may be a label ("à").
  const goesOn = () =>
    /^[a-z][^\s@]*\s/.test(data) || /\p{L}$/u.test(previousSibling?.previousSibling?.textContent ?? '');
  const isCut =
    /[^\s<]@$/.test(data) ||
    (/^[a-z].*@/.test(data) && /^\p{L}$/u.test(previousSibling?.textContent ?? '') && goesOn());
  return (isCut && parentElement?.textContent) || data;
}
