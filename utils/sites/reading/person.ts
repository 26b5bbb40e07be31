import { distinct, emailHandle, mailtoHandle, sameHandle } from '../../domain/handles.ts';
import { ALL_INSIDE, cleanText, INSIDE } from '../../domain/names.ts';
import type { Handle } from '../../domain/types.ts';
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

/** The most that is read of a text, from its end: an address stands behind the name, however long that is. */
const MAX_TEXT = 6000;
/** Something that is or should be an address, empty brackets too; "Sales @ Harbour" is none. */
export const ADDRESS_LIKE = /\S@|@\S|<>/;

/** The one person that an element's attributes name; `null` where they hold an address, but nobody can tell whose. */
export function stated(element: Element): Correspondent | null | undefined {
  let unclear: null | undefined;
  for (const attribute of ADDRESSED) {
    const raw = element.getAttribute(attribute) ?? '';
    if (!/@|%40/.test(raw)) continue;
    const text = endOf(raw);
    const people = attribute === 'href' ? linked(raw) : addressList(text);
    if (people.length === 1) return people[0];
    // "More about Jo Doe <jo@example.com>": a sentence around it, whose words are no name.
    const [inside, another] = people.length === 0 && attribute !== 'href' ? shownIn(text) : [];
    if (inside && !another) return { handle: inside };
    if (attribute !== 'href' && ADDRESS_LIKE.test(text)) unclear = null;
  }
  return unclear;
}

function linked(href: string): Correspondent[] {
  const to =
    /^(?:https?:|[./?#\w])/i.test(href) && !/^mailto:/i.test(href)
      ? /[?&]to=([^&#]+)/.exec(href)?.[1]
      : undefined;
  const handle = mailtoHandle(to === undefined ? href : `mailto:${to}`);
  return handle ? [{ handle }] : [];
}

function addressesIn(text: string): Handle[] {
  return distinct((text.match(ALL_INSIDE) ?? []).flatMap((address) => emailHandle(address) ?? []));
}

// What is in brackets is the address, what stands before them a name.
function shownIn(text: string): Handle[] {
  return addressesIn(text.slice(bracketIn(text)));
}

function bracketIn(text: string): number {
  return Math.max(0, text.lastIndexOf('<'));
}

function endOf(text: string): string {
  return cleanText(text.slice(-MAX_TEXT), MAX_TEXT);
}

/** The element's texts that are not blank, each as one safe line; at most 20. */
export function textsOf(element: Element): string[] {
  const walk = textWalker(element);
  const texts: string[] = [];
  while (texts.length < 20 && walk.nextNode()) {
    const text = endOf(walk.currentNode.nodeValue ?? '');
    if (text !== '') texts.push(text);
  }
  return texts;
}

// Whom an element and what is in it name in attributes.
function marksIn(element: Element) {
  return [element, ...element.querySelectorAll(ADDRESSED.map((name) => `[${name}*="@"]`).join())].map(stated);
}

/** Every address that an element shows. */
export function handlesIn(element: Element): Handle[] {
  return distinct([
    ...marksIn(element).flatMap((mark) => mark?.handle ?? []),
    ...textsOf(element).flatMap(addressesIn),
  ]);
}

/**
 * The person an element shows, where it shows one: the address from its attributes, else the last one in its text (one
 * before it is what the name claims); the name from the text before the address. Nobody where what stands in the address's
 * place is none: the name before it may be anybody's address.
 */
export function personIn(element: Element): Correspondent | undefined {
  const marks = marksIn(element);
  const [marked, ...more] = marks.flatMap((mark) => mark ?? []);
  const texts = textsOf(element);
  const last = texts.findLastIndex((text) => ADDRESS_LIKE.test(text));
  const text = texts[last] ?? '';
  const [shown, another] = shownIn(text);
  const handle = marked?.handle ?? (another || marks.includes(null) ? undefined : shown);
  if (!handle || more.some((other) => !sameHandle(other.handle, handle))) return undefined;
  const own = shown && sameHandle(shown, handle);
  const before = own
    ? [...texts.slice(0, last), text.slice(0, bracketIn(text) + text.slice(bracketIn(text)).search(INSIDE))]
    : [text || texts[0]];
  const name = before
    .join(' ')
    .replace(/[<([]\s*$/, '')
    .trim();
  return { handle, name: name || marked?.name };
}
