import { ALL_INSIDE, INSIDE } from '../../domain/names.ts';
import { fitting } from '../../domain/plain.ts';
import { isInBody } from '../reading/body.ts';
import { shortText, textWalker } from '../reading/dom.ts';
import { DATE, datesNear, type Near, ROW, SHORT, UNSAID } from '../reading/near.ts';
import type { Clue } from './clues.ts';
import { elementMake } from './place.ts';

// Around the messages: menus, the list of folders, who is signed in.
const CHROME =
  'nav,aside,body>header,body>*>header,[role=banner],[role=navigation],[role=menubar],[role=tree],select,[class*=account i],[id*=account i],[class*=login i],[class*=logout i],[class*=sidebar i],[id*=sidebar i],[class*=topbar i],[id*=topnav i],[class*=topline i]';
// The account, or anybody: programs that answer many people call each of them a user. Not what can't be selected.
const USER = '[class*=user i]:not([class*=user-select-]),[id*=user i],[aria-haspopup]';
const ACCOUNT =
  /(?:current|logged|active|my)[-_]?user|user[-_]?(?:menu|bar|nav|panel|box|info|drop|area|login|e?mail|setting|option|profile)/i;
const OUT = '[href*=logout i],[href*=signout i],[href*=sign_out i],[href*=logoff i],[onclick*=logout i]';
/** How far down a page's head reaches, in pixels. */
const HEAD = 100;
const DATES = /* @__PURE__ */ new RegExp(DATE, 'gu');
/** How many dates and times, in how many texts, a message shows at most beside what it says; more are those of a list. */
const FEW_DATES = 6;
const LONG = 300;
/** From how many elements on, one below the other, they are a column of a list. */
const COLUMN = 4;

/** What a letter is written in. */
export const EDITOR = 'textarea,[contenteditable=true]';

/** Whether the element stands in the frame around messages, where an address is the user's own. */
export function isChrome(element: Element): boolean {
  for (let up = element.closest(CHROME); up; up = up.parentElement?.closest(CHROME) ?? null)
    if (!isMost(up)) return true;
  for (let up = element.closest(USER); up; up = up.parentElement?.closest(USER) ?? null)
    if (!isMost(up) && (ACCOUNT.test(`${up.className} ${up.id}`) || isInHead(up)))
      // What opens something is a sender's, too, who has a date.
      return (
        !up.hasAttribute('aria-haspopup') ||
        !headerDates(up).some((near) => near.distance < 6 && isOneWith(element, near))
      );
  // Beside the way out.
  for (let up: Element | null = element; up; up = up.parentElement) {
    const text = shortText(up, 200);
    if (text === undefined || DATE.test(text.replace(INSIDE, ''))) break;
    if (up.querySelector(OUT)) return true;
  }
  return false;
}

/** Whether the element stands at the end of the lines below the page's head, where programs tell about whom the user reads. */
export function isAtSide(element: Element): boolean {
  const box = boxOf(element);
  if (!box || isInHead(element)) return false;
  const { clientWidth } = element.ownerDocument.documentElement;
  const { left, right } = box.getBoundingClientRect();
  return getComputedStyle(box).direction === 'rtl' ? right < clientWidth / 2 : left > clientWidth / 2;
}

// What is hidden stands where its parent does.
function boxOf(element: Element): Element | undefined {
  let up: Element | null = element;
  while (up && up.getClientRects().length === 0) up = up.parentElement;
  return up && up.localName !== 'body' && !isMost(up) ? up : undefined;
}

// Measured on the page, wherever it is scrolled to.
function isInHead(element: Element): boolean {
  const box = boxOf(element);
  if (!box) return false;
  let { top } = box.getBoundingClientRect();
  for (let above = box.parentElement; above; above = above.parentElement) top += above.scrollTop;
  return top < HEAD;
}

// `<body class="no-sidebar">`: what fills the window stands around nothing.
function isMost(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = element.ownerDocument.documentElement;
  return width * height > (clientWidth * clientHeight) / 2;
}

/** Whether a letter that is being written lies over the element: then it is what the page shows. */
export function isCovered(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  let over = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  for (; over && !over.contains(element); over = over.parentElement)
    if (isMost(over) && over.querySelector(EDITOR)) return true;
  return false;
}

/** Whether the element stands in a message's body, a quotation, a signature, running text or a page's footer. */
export function isBody(element: Element): boolean {
  const paragraph = element.closest('p,h1,h2,h3,h4');
  if (paragraph && (paragraph.textContent ?? '').length > (element.textContent ?? '').length + 80)
    return true;
  // A sentence around it, on its line; what is right before a bracket is a name.
  for (const step of ['previousSibling', 'nextSibling'] as const)
    for (let node = element[step]; node && node.nodeName !== 'BR'; node = node[step]) {
      const text = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '';
      if (!INSIDE.test(text) && text.trim().length > 30 && !/[<(]\s*$/.test(text)) return true;
    }
  return isInBody(element);
}

/** The list's row that the clue is part of: something that is clicked as a whole and shows more than a person. */
export function rowOf({ element, handle, name }: Clue): Element | undefined {
  const folded = element.closest('[role=button][aria-expanded]');
  let pointed = true;
  for (let up: Element | null = element, level = 0; up && level < 10; up = up.parentElement, level++) {
    // A template's indentation is no text.
    const isRow = up.matches(ROW) || isShortRow(up);
    const text = shortText(up, isRow ? 600 : 300);
    if (text === undefined || up.querySelector('iframe,h1,h2,h3')) return undefined;
    pointed &&= getComputedStyle(up).cursor === 'pointer';
    // A header that more of it unfolds from is pressed as a whole, too.
    if (!isRow && (!pointed || folded?.contains(up))) continue;
    const rest = text
      .replace(name ?? '', '')
      .replace(INSIDE, '')
      .replace(handle.value, '');
    if (
      rest.replace(
        fitting(rest, /[^a-z\d]/gi, () => /[^\p{L}\p{N}]/gu),
        '',
      ).length > 5 ||
      DATE.test(rest)
    )
      return isRow ? up : wholeOf(up);
  }
  return undefined;
}

// What is in it is pressed like it.
function wholeOf(pressed: Element): Element {
  const { parentElement } = pressed;
  return parentElement && getComputedStyle(parentElement).cursor === 'pointer'
    ? wholeOf(parentElement)
    : pressed;
}

/** Whether others of the element's make stand beside it. */
export function isOneOfMany(element: Element): boolean {
  const alike = (other: Element) => elementMake(other) === elementMake(element);
  return [...(element.parentElement?.children ?? [])].filter(alike).length > 1;
}

// One of a table's rows that has fewer cells than others.
function isShortRow(element: Element): boolean {
  return (
    element.localName === 'tr' &&
    element.childElementCount > 2 &&
    element.parentElement?.querySelector(':scope>:has(>:nth-child(4))') != null
  );
}

/** Those of the elements that stand in a column: as many of the same make, with the same left edge. Asks for layout once. */
export function columns(elements: readonly Element[]): Set<Element> {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const path = [element.className, Math.round(element.getBoundingClientRect().left)];
    for (let up: Element | null = element, level = 0; up && level < 5; up = up.parentElement, level++)
      path.push(up.localName);
    const key = path.join('>');
    groups.set(key, [...(groups.get(key) ?? []), element]);
  }
  return new Set([...groups.values()].filter((group) => group.length >= COLUMN).flat());
}

/** Those that are not in a message's body either. */
export function headerDates(element: Element): Near[] {
  return datesNear(element).filter(({ place }) => !isInBody(place));
}

/** The largest element around one that does not hold the other. */
export function branchOf(one: Element, other: Element): Element {
  const { parentElement } = one;
  return parentElement && !parentElement.contains(other) ? branchOf(parentElement, other) : one;
}

/** Whether what is near the element stands alone: not in a list of what has dates, which may be beside a message. */
export function isOneWith(element: Element, { place }: Near): boolean {
  const walk = textWalker(branchOf(place, element));
  let dates = 0;
  for (let texts = 0; texts < LONG && dates <= FEW_DATES && walk.nextNode(); texts++) {
    const { nodeValue, parentElement } = walk.currentNode;
    const text = nodeValue ?? '';
    if (text.length < SHORT && !parentElement?.matches(UNSAID))
      // A day has three numbers in Chinese.
      dates += Math.min(text.replace(ALL_INSIDE, '').match(DATES)?.length ?? 0, 2);
  }
  return dates <= FEW_DATES;
}
