import { cleanText } from '../../domain/names.ts';
import type { Page } from '../types.ts';
import { perPage } from './per-page.ts';
import { perText } from './per-text.ts';

/** The element's text as one safe line, at most `max` characters; empty when there is no element. */
export function textOf(element: Element | null | undefined, max?: number): string {
  return cleanText(element?.textContent ?? '', max);
}

/** What is in a field of a form, as one safe line of at most 500 characters; empty when there is no field. */
export function fieldText(form: ParentNode, selector: string): string {
  return cleanText(form.querySelector<HTMLInputElement>(selector)?.value ?? '', 500);
}

/** An attribute as one safe line; empty when it is absent. */
export function attribute(element: Element | null | undefined, name: string): string {
  return cleanText(element?.getAttribute(name) ?? '');
}

/**
 * Whether the element is shown. Uses the browser's own answer (layout), so it costs a reflow: ask it of few elements.
 * Zero-size and off-screen elements count as shown.
 */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
}

/** All matches inside `root`, `root` itself included, in document order. */
export function all(root: Element, selector: string): Element[] {
  const inside = [...root.querySelectorAll(selector)];
  return root.matches(selector) ? [root, ...inside] : inside;
}

const HIDDEN = '.visually-hidden,.a11y-text,.sr-only,svg';

/** Walks over the texts in a node. */
export function textWalker(root: Node): TreeWalker {
  // SHOW_TEXT; asking NodeFilter for it costs its memory.
  return (root.ownerDocument ?? document).createTreeWalker(root, 4);
}

/**
 * The text of a node with its white space closed up; nothing where that is longer than `most` characters, at no more cost however
 * long it is: writing the text of a whole page takes milliseconds, and megabytes.
 */
export function shortText(node: Node | null | undefined, most: number): string | undefined {
  const texts = node && textWalker(node);
  let text = '';
  while (texts?.nextNode()) {
    const more = (texts.currentNode as Text).data.replace(/\s+/g, ' '); // Nothing else is walked.
    text += text.endsWith(' ') && more.startsWith(' ') ? more.slice(1) : more;
    if (text.length > most) return undefined;
  }
  return text;
}

/** The texts in the element that are not blank, nor for screen readers only; those that follow `after`, where given. */
export function* shownTexts(element: Element, after: Node = element): Generator<Text> {
  const texts = textWalker(element);
  texts.currentNode = after;
  while (texts.nextNode()) {
    const text = texts.currentNode as Text; // Nothing else is walked.
    if (cleanText(text.data) && !text.parentElement?.closest(HIDDEN)) yield text;
  }
}

/** The first of the element's shown texts: a name without what a page, or its mistake, put behind it. */
export function firstText(element: Element | null | undefined): string {
  for (const { data } of element ? shownTexts(element) : []) return cleanText(data);
  return '';
}

/** One selector of a list; `[role="main"]:has(.gD)` is an `outer` with an `inner`, `:has(> .gD)` any with it. */
interface Part {
  readonly selector: string;
  readonly outer?: string | undefined;
  readonly inner?: string | undefined;
}

/**
 * The first match in document order, as `querySelector` finds it, and fast where there is none: browsers have short ways for
 * one selector and none for a list, which costs a millisecond on a page of 20,000 elements.
 */
export function first(root: ParentNode, selector: string): Element | null {
  return partsOf(selector).reduce<Element | null>((found, part) => earlier(found, firstOf(root, part)), null);
}

// From the inside, which is rare on a page, it is found many times faster.
function firstOf(root: ParentNode, { selector, outer = '*', inner }: Part): Element | null {
  if (!inner) return root.querySelector(selector);
  // Mostly the first is in one, and nobody looks on.
  const one = root.querySelector(inner);
  const isIn = (element: Element | null) => element && element !== root && root.contains(element);
  const holderOf = (element: Element) => element.parentElement?.closest(outer) ?? null;
  const first = one && holderOf(one);
  if (!one || isIn(first)) return first;
  return [...root.querySelectorAll(inner)].map(holderOf).find(isIn) ?? null;
}

function earlier(one: Element | null, other: Element | null): Element | null {
  return !one || (other && isBefore(other, one)) ? other : one;
}

/** Whether one of two elements begins before the other. */
export function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & 4) > 0; // Node.DOCUMENT_POSITION_FOLLOWING
}

/** All matches, in the order of the list's selectors: fast for the same reason. */
export function each(root: ParentNode, selectors: string): Element[] {
  return partsOf(selectors).flatMap(({ selector }) => [...root.querySelectorAll(selector)]);
}

/** How `eachOn` finds what it did not look for yet on a page; who knows a faster way to the same puts it there before. */
export const waysOn = perPage(() => new Map<string, () => readonly Element[]>());

/** All matches on a page, as `each` finds them, looked for once in a reading. */
export function eachOn(page: Page, selectors: string): readonly Element[] {
  const ways = waysOn(page);
  const found = ways.get(selectors)?.() ?? each(page.document, selectors);
  ways.set(selectors, () => found);
  return found;
}

const partsOf = perText((list): readonly Part[] => split(list).map(partOf));

function partOf(selector: string): Part {
  const [, outer, inner] = /^(?:([^\s,:>+~]+):has\(|:has\(> )([^\s,>+~()]+)\)$/.exec(selector.trim()) ?? [];
  return { selector, outer, inner };
}

// By commas, of which those in brackets part nothing; none of an attribute's values has one.
function split(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  for (const piece of list.split(',')) {
    parts.push(depth > 0 ? `${parts.pop()},${piece}` : piece);
    depth += piece.split('(').length - piece.split(')').length;
  }
  return parts;
}

/** All matches that are not inside of anything in `excluded`, such as message bodies. */
export function outside(root: ParentNode, selector: string, excluded: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((element) => !element.closest(excluded));
}

/** Those that are in none of the others, of elements in document order. */
export function outermost(elements: readonly Element[]): readonly Element[] {
  let last: Element | undefined;
  return elements.filter((element) => {
    if (last?.contains(element)) return false;
    last = element;
    return true;
  });
}

/** A copy of the element without what matches in it; the page keeps its own. */
export function without(element: Element, selector: string): Element {
  const copy = element.cloneNode(true) as Element; // of an element it is one
  for (const other of copy.querySelectorAll(selector)) other.remove();
  return copy;
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1; // Node.ELEMENT_NODE, whose name is long for a script where each byte counts
}

/** Whether an element is one that a CSS selector is about, or holds one. */
export function isOrHolds(node: Node, selector: string): boolean {
  return (
    isElement(node) &&
    (node.matches(selector) || (node.firstElementChild && node.querySelector(selector)) !== null)
  );
}
