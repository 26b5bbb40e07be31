import { emailHandle, sameHandle } from '../../domain/handles.ts';
import { cleanText, INSIDE } from '../../domain/names.ts';
import { hasLetters } from '../../domain/plain.ts';
import type { Handle } from '../../domain/types.ts';
import { addressList } from '../reading/addresses.ts';
import type { Correspondent } from '../reading/conversation.ts';
import { isOrHolds, shortText, textWalker } from '../reading/dom.ts';
import { DATE } from '../reading/near.ts';
import { atOnce } from '../reading/per-page.ts';
import { stated, textsOf } from '../reading/person.ts';
import type { Page } from '../types.ts';
import { perPageInParts } from './per-page-in-parts.ts';
import { elementMake } from './place.ts';
import { isChrome } from './places.ts';
import { isBareLabel } from './standing.ts';
import { textsWithAddress, wholeOf } from './texts.ts';

/** A place on the page that shows somebody's address. */
export interface Clue {
  readonly element: Element;
  readonly handle: Handle;
  readonly name?: string | null | undefined;
  /** What stands before the people in the same text: `From`. */
  readonly label?: string;
  /** The text that shows it, where it is no element's attribute. */
  readonly text?: Text;
}

/** The most places that are looked at: a page may list thousands. */
export const MAX_CLUES = 300;

// One by one: browsers have short ways for one selector and none for a list.
const MARKED = ['a[href^="mailto:"]', '[title*="@"]', '[aria-label*="@"]'];
// Looked for only on pages of mail. What is shown there may be a name, and that somebody else's address.
const ALL_MARKED = [...MARKED, '[data-email]', '[email]', '[addr]', 'a[href*="to="]'];
const HOLDING = ALL_MARKED.join();
const SKIPPED = 'script,style,noscript,template,textarea,option';

/** From how many elements of one make on, they are a list, and not looked at one by one: more recipients are no talk. */
const MANY_ALIKE = 40;

const texts = perPageInParts(({ document }) => textsWithAddress(document.body));

/**
 * Every place in the document's body that shows an address, in document order, looked for in parts, as all of it takes many
 * milliseconds on a large page; `thorough` looks in more attributes.
 */
export function* findClues(page: Page, thorough: boolean): Generator<undefined, Clue[]> {
  const clues = yield* cluesIn(page, thorough ? ALL_MARKED : MARKED);
  found = clues.map(nodeOf);
  return clues;
}

let found: readonly Node[] = [];

function nodeOf({ text, element }: Clue): Node {
  return text ?? element;
}

/** Whether every place that was found last, in this frame, is still there. */
export function allStand(): boolean {
  return found.every(({ isConnected }) => isConnected);
}

/** The same, in every attribute that may hold an address: for one look that the user asked for. */
export function findAllClues(page: Page): Clue[] {
  return atOnce(cluesIn(page, ALL_MARKED));
}

function* cluesIn(page: Page, selectors: readonly string[]): Generator<undefined, Clue[]> {
  const marks = yield* marksIn(page.document.body, selectors);
  return yield* cluesBy(marks, yield* texts.parts(page));
}

/** Whether a node that was changed or added can bring an address, or show one that was hidden. */
export function concerns(node: Node): boolean {
  return (node.textContent ?? '').includes('@') || isOrHolds(node, HOLDING);
}

// Each once; in document order where there are so many that not all are looked at.
function* marksIn(body: Element | null, selectors: readonly string[]): Generator<undefined, Element[]> {
  if (!body) return [];
  const lists: Element[][] = [];
  for (const selector of selectors) {
    lists.push([...body.querySelectorAll(selector)]);
    yield;
  }
  const marks = new Set(lists.flat());
  const few = marks.size <= MAX_CLUES || lists.some(({ length }) => length === marks.size);
  return [...(few ? marks : body.querySelectorAll(selectors.join()))];
}

function* cluesBy(marks: readonly Element[], addresses: readonly Text[]): Generator<undefined, Clue[]> {
  yield;
  const marked = fewAlike(marks).flatMap((element) => {
    const person = stated(element);
    if (!person) return [];
    // Written so that machines don't find it ("jo at example.com"), and linked to something else.
    const said = textsOf(element);
    const [claimed] = HIDING.exec(said.join(' ').replace(/^(\S+) at (?=\S+$)/, '$1@')) ?? [];
    if (
      claimed &&
      !INSIDE.test(element.textContent ?? '') &&
      !person.handle.value.includes(claimed.toLowerCase())
    )
      return [];
    // "From: Jo" in an element that is told to show Jo.
    const label = said[0]?.match(LABEL)?.[1];
    return [
      { ...person, element, name: nameBeside(element, person.handle, person.name), ...(label && { label }) },
    ];
  });
  const inMarked = new Set<Element>(marked.map(({ element }) => element));
  const texts = new Map(addresses.map((text) => [text, text.parentElement]));
  yield;
  const some = new Set(fewAlike([...texts.values()].filter((element) => element !== null)));
  const isMarked = (element: Element) => {
    for (let up: Element | null = element, i = 0; up && i < 4; up = up.parentElement, i++)
      if (inMarked.has(up)) return true;
    return false;
  };
  const clues: Clue[] = marked;
  for (const [text, element] of texts) {
    yield;
    if (element && some.has(element) && !element.matches(SKIPPED) && !isMarked(element))
      clues.push(...peopleOf(text, element));
  }
  clues.sort((a, b) => {
    const position = nodeOf(a).compareDocumentPosition(nodeOf(b));
    return (position & 2) - (position & 4);
  });
  // A name that is an address, beside the real one: the second is who it is, the first what they claim. And a face beside a name:
  // initials, or nothing to read, whatever stands before it.
  return clues.filter(
    ({ element, handle, name }, index) =>
      !clues.slice(index + 1, index + 4).some((next) => {
        const other = next.name ?? '';
        const claimed = emailHandle(other);
        return sameHandle(next.handle, handle)
          ? // No name at all is written longer than that.
            (element.textContent && `${name}`).length < 3 && other.length > 2
          : claimed && sameHandle(claimed, handle);
      }),
  );
}

function fewAlike(elements: readonly Element[]): Element[] {
  const alike = Map.groupBy(elements, elementMake);
  return elements
    .filter((element) => (alike.get(elementMake(element))?.length ?? 0) < MANY_ALIKE)
    .slice(0, MAX_CLUES);
}

const HIDING = /[^\s<("']+@[^\s….>)]+/;
// What stands before people in one text.
const LABEL = /^([^:：<@]{0,30})[:：]\s*/;

function peopleOf(text: Text, element: Element): Clue[] {
  // "to Jo <jo@example.com>", behind the one it is from.
  const raw = cleanText(wholeOf(text), 4000).replace(/^(to|an|à|b?cc) /, '$1: ');
  const [, label] = LABEL.exec(raw) ?? [];
  const rest = raw.replace(LABEL, '');
  const people = shownList(rest);
  const told = people.reduce(
    (sum, { handle, name }) => sum + handle.value.length + (name?.length ?? 0) + 7,
    0,
  );
  // An address in a sentence is no sign of who wrote it.
  if (rest.length > told + 4) return isChrome(element) ? accountIn(raw, element) : [];
  return people.map((person) => ({
    ...person,
    element,
    text,
    name: person.name || (people.length === 1 ? nameBeside(element, person.handle) : undefined),
    ...(label && { label }),
  }));
}

function shownList(text: string): Correspondent[] {
  return addressList(
    text
      .replace(/[([]([^\s()[\]]+@[^\s()[\]]+)[)\]]/g, '<$1>')
      // "Doe, Jo <jo@example.com>, ...", as pages show names and no mail writes them.
      .replace(/(^|>\s*[,;]\s*)([^<>@",;\d]{1,40},[^<>@",;\d]{1,40}?)(?=\s*<)/g, '$1"$2"'),
  );
}

// "Logged in as ana@example.com".
function accountIn(raw: string, element: Element): Clue[] {
  const handle = emailHandle(INSIDE.exec(raw)?.[0] ?? '');
  return handle ? [{ handle, element }] : [];
}

const INITIALS = /^\p{Lu}{1,2}$/u;

/** The name that an element which shows an address has: its own text, or the text before it on the same line. */
function nameBeside(element: Element, handle: Handle, given?: string | null): string | undefined {
  const own = textsOf(element)
    .join(' ')
    .replace(LABEL, '')
    // Its brackets may stand around an element.
    .replace(/< ?(\S+@\S+?) ?>/g, '<$1>')
    .replace(/^[×✕✖]\s*|\s*[×✕✖]$/g, '');
  const shown = emailHandle(INSIDE.exec(own)?.[0] ?? '');
  const listed = shownList(own);
  const one = listed.find((person) => sameHandle(person.handle, handle));
  // Initials are a face.
  if (INITIALS.test(own)) return given || '';
  // One of several, each with its own name.
  if (one && listed.length > 1) return one.name ?? undefined;
  if (shown && !sameHandle(shown, handle)) return one?.name || own;
  // An address in pieces is no name either.
  if (!INSIDE.test(own.replaceAll(' ', '')) && own.length < 80 && hasLetters(own)) return own;
  return one?.name || given || nameBefore(element);
}

// What stands right before the address, where the two are together: on a line, alone in an element, or said to be a name.
function nameBefore(element: Element): string | undefined {
  for (let node = element, level = 0; level < 4; level++) {
    const before = textBefore(node);
    const parent = node.parentElement;
    if (before && parent) {
      const text = cleanText(before.last.nodeValue ?? '').replace(/^[\s>)\],;:：]+|[\s<([]+$/g, '');
      const { branch } = before;
      // Two of a kind are two people; a text has no class.
      const alike = node.className !== '' && (branch as Element).className === node.className;
      const both = `${letters(branch)}${letters(node)}`;
      const alone = letters(parent, both.length) === both;
      const told = before.last.parentElement;
      const isName =
        text.length < 80 &&
        !/[:：,]$/.test(text) &&
        !isBareLabel(text) &&
        !DATE.test(text) &&
        hasLetters(text);
      return isName && !alike && told && (alone || sameLine(before.last, told, element)) ? text : undefined;
    }
    if (!parent) return undefined;
    node = parent;
  }
  return undefined;
}

/** A text's letters, without what stands around addresses; nothing where they are surely more than `most`. */
export function letters(node: Node, most = 1000): string | undefined {
  return shortText(node, 2 * most + 20)?.replace(/[\s<>()]/g, '');
}

// More than the bracket before an address, which may be a text of its own.
const SAYS = /[^\s<([]/;

// The last text before an element in its parent, and the child of the parent that it stands in.
function textBefore(element: Element): { readonly branch: Node; readonly last: Node } | undefined {
  for (let branch = element.previousSibling; branch; branch = branch.previousSibling) {
    const walk = textWalker(branch);
    let last: Node | undefined =
      branch.nodeType === Node.TEXT_NODE && SAYS.test(branch.nodeValue ?? '') ? branch : undefined;
    while (walk.nextNode()) if (SAYS.test(walk.currentNode.nodeValue ?? '')) last = walk.currentNode;
    if (last) return { branch, last };
  }
  return undefined;
}

// Names stand on the line of their address, or the markup says that they are names.
function sameLine(text: Node, { className }: Element, address: Element): boolean {
  if (/name|sender|from|author/i.test(className)) return true;
  const range = address.ownerDocument.createRange();
  range.selectNode(text);
  const [first, second] = [range.getBoundingClientRect(), address.getBoundingClientRect()];
  return (
    Math.abs(first.top + first.bottom - second.top - second.bottom) < Math.min(first.height, second.height)
  );
}
