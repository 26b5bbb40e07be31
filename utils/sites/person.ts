import { emailHandle, mailtoHandle } from '../domain/handles.ts';
import { cleanText } from '../domain/names.ts';
import { addressList } from './addresses.ts';
import type { Correspondent } from './conversation.ts';
import { textWalker } from './dom.ts';

/** Attributes in which webmails keep the address of whom an element shows. */
export const ADDRESSED = [
  'href',
  'title',
  'aria-label',
  'data-email',
  'data-eid',
  'data-address',
  'data-mail',
  'email',
  'addr',
  'content',
];

/** An address inside of other text: no brackets, quotes or separators in it. */
export const INSIDE = /[^\s@<>"'(),:;[\]\\]+@[^\s@<>"'(),:;[\]\\]+\.[^\s@<>"'(),:;[\]\\.]{2,}/;

/** The one person that an element's attributes name. */
export function stated(element: Element): Correspondent | undefined {
  for (const attribute of ADDRESSED) {
    const raw = element.getAttribute(attribute) ?? '';
    if (!/@|%40/.test(raw)) continue;
    const people = attribute === 'href' ? linked(raw) : addressList(cleanText(raw));
    if (people.length === 1) return people[0];
    // "More about Jo Doe <jo@example.com>": a sentence around it, whose words are no name.
    const inside = people.length === 0 && attribute !== 'href' && emailHandle(INSIDE.exec(raw)?.[0] ?? '');
    if (inside) return { handle: inside };
  }
  return undefined;
}

function linked(href: string): Correspondent[] {
  const to =
    /^(?:https?:|[./?#\w])/i.test(href) && !/^mailto:/i.test(href)
      ? /[?&]to=([^&#]+)/.exec(href)?.[1]
      : undefined;
  const handle = mailtoHandle(to === undefined ? href : `mailto:${to}`);
  return handle ? [{ handle }] : [];
}

/** The element's texts that are not blank, each as one safe line; at most 20. */
export function textsOf(element: Element): string[] {
  const walk = textWalker(element);
  const texts: string[] = [];
  while (texts.length < 20 && walk.nextNode()) {
    const text = cleanText(walk.currentNode.nodeValue ?? '');
    if (text !== '') texts.push(text);
  }
  return texts;
}

/**
 * The person an element shows, where it shows one: the address from its attributes, else the last one in its text (one
 * before it is what the name claims); the name from the text before the address.
 */
export function personIn(element: Element): Correspondent | undefined {
  const inside = [element, ...element.querySelectorAll(ADDRESSED.map((name) => `[${name}*="@"]`).join())];
  const marked = inside.flatMap((candidate) => stated(candidate) ?? [])[0];
  const texts = textsOf(element);
  const last = texts.findLastIndex((text) => INSIDE.test(text));
  const text = texts[last] ?? '';
  const bracket = Math.max(0, text.lastIndexOf('<'));
  const found = INSIDE.exec(text.slice(bracket));
  const handle = marked?.handle ?? emailHandle(found?.[0] ?? '');
  if (!handle) return undefined;
  const before = [
    ...texts.slice(0, Math.max(0, last)),
    found ? text.slice(0, bracket + found.index) : texts[0],
  ];
  const name = before
    .join(' ')
    .replace(/[<([]\s*$/, '')
    .trim();
  return { handle, name: name || marked?.name };
}
