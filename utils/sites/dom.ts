import { cleanText } from '../domain/names.ts';

/** The element's text as one safe line, at most `max` characters; empty when there is no element. */
export function textOf(element: Element | null | undefined, max?: number): string {
  return cleanText(element?.textContent ?? '', max);
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

/** The first text inside the element that is not blank: a name without what a page, or its mistake, put behind it. */
export function firstText(element: Element): string {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = cleanText(texts.currentNode.nodeValue ?? '');
    if (text !== '') return text;
  }
  return '';
}

/** All matches that are not inside of anything in `excluded`, such as message bodies. */
export function outside(root: ParentNode, selector: string, excluded: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((element) => !element.closest(excluded));
}
