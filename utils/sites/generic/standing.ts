import { cleanText } from '../../domain/names.ts';
import { fitting, hasLetters } from '../../domain/plain.ts';
import { firstText, isShown, textWalker } from '../reading/dom.ts';
import { isSenderLabel, roleOfLabel } from '../reading/labels.ts';
import { UNSAID } from '../reading/near.ts';
import type { Role } from '../types.ts';
import type { Clue } from './clues.ts';
import { roleOfWords } from './words.ts';

/**
 * What an address is on the page, and what says so: `other` is somebody a message names without being in it (Reply-To), `foreign` one
 * behind a label in a language that nobody here knows.
 */
export interface Standing {
  readonly role: Role | 'other' | 'foreign';
  /** `bare` is a label without a colon, which a row of a list may have too. */
  readonly by: 'label' | 'text' | 'word' | 'bare';
  /** The label or words themselves. */
  readonly said: string;
  /** The element that has the label or word; people with the same one stand together. */
  readonly source: Element;
}

const NAMING = ['class', 'id', 'data-testid', 'data-test-id', 'name', 'headers', 'itemprop'];
// A name, with the address in what can't be seen.
const NAMED = '[title*="@"],[href^="mailto:"]';
const REPLY_TO = /reply[-_]?to/;
const REPLY = /^(reply|antw|r[eé]p|r[ei]sp|ответ|回[复覆]|返信|svar|odpo[wv]|yan)/i;
// Not "from-blue-500": a colour in some style sheets.
const WORDS = [
  ['other', REPLY_TO],
  ['bcc', word('bcc')],
  ['cc', word('cc')],
  ['sender', word('from|sender|absender|expediteur')],
  ['recipient', word('to|recipients?|empfaenger')],
] as const;

function word(words: string): RegExp {
  return new RegExp(`(?:^|[-_:. ])(?:${words})(?![a-z]|-[a-z]+-\\d)`);
}

/** The role that the label before a clue gives it, else a word in the names of the elements around it. */
export function standingOf({
  element,
  text,
  label,
}: Pick<Clue, 'element' | 'text' | 'label'>): Standing | undefined {
  if (label !== undefined)
    return { role: roleOf(label) ?? 'other', by: 'text', said: label, source: element };
  const before = labelBefore(text ?? element);
  if (REPLY_TO.test(element.className)) return wordAround(element);
  // The label alone is what a line of a letter may say, too; the names of the elements are the program's.
  const around = before?.by === 'bare' && before.role !== 'sender' ? wordAround(element) : undefined;
  if (around && (around.role === before?.role || around.source === element)) return around;
  if (!before || !isOfAnotherRow(before.source, element))
    return before ?? wordAround(element) ?? fieldBeside(element);
  return wordAround(element) ?? { ...before, role: 'other' };
}

// Where more are written, beside those who are: a field that says itself what it is for.
function fieldBeside(element: Element): Standing | undefined {
  for (let up = element.parentElement, level = 0; up && level < 3; up = up.parentElement, level++) {
    const [source, another] = up.getElementsByTagName('input');
    const said = source?.getAttribute('aria-label') ?? source?.placeholder ?? '';
    const role = another ? undefined : roleOf(said);
    if (source) return role && { role, by: 'label', said, source };
  }
  return undefined;
}

function roleOf(text: string): Role | 'other' | undefined {
  return roleOfWords(text) ?? (isSenderLabel(text) ? 'sender' : roleOfLabel(text));
}

// The row, or the pair of term and description, has a label of its own, in a language that nobody here knows.
function isOfAnotherRow(source: Element, place: Element): boolean {
  const row = place.closest('tr');
  const own = row ? row.cells[0] : termOf(place.closest('dd'));
  const text = (own?.textContent ?? '').trim();
  const within = row ?? own;
  if (!own || own.contains(place) || within?.contains(source) || text.length > 30 || text.includes('@'))
    return false;
  return hasLetters(text) && row?.closest('table') === source.closest('tr')?.closest('table');
}

function termOf(description: Element | null): Element | undefined {
  let before = description?.previousElementSibling;
  while (before && before.localName !== 'dt') before = before.previousElementSibling;
  return before ?? undefined;
}

// Back over names, addresses and separators to the nearest label.
function labelBefore(place: Element | Text): Standing | undefined {
  const { ownerDocument } = place;
  const walk = textWalker(ownerDocument.body);
  walk.currentNode = place;
  // What stands before an address is its name.
  let isName = true;
  for (let steps = 0, others = 0; steps < 80 && walk.previousNode(); steps++) {
    const { parentElement: source, nodeValue } = walk.currentNode;
    const text = (nodeValue ?? '').trim();
    if (!source || !fitting(text, /[a-z\d]/i, () => /[\p{L}\p{N}]/u).test(text)) continue;
    if (source.matches(UNSAID)) continue;
    if (text.length > 60 && !text.includes('@')) return undefined;
    // "<em>From</em>: Jo".
    const after = walk.currentNode.nextSibling ?? source.nextSibling;
    const colon = /[:：]$/u.test(text) || /^\s*[:：]/u.test(after?.nodeValue ?? '');
    // "An" and "To" are names, too.
    const cell = !!source.closest('th,td,dt,label') && text.length < 30;
    const bare = isBareLabel(text) && (source.parentElement ?? source).contains(place);
    const line = text.length < 30 && !text.includes('@') && isLine(source, text, place);
    if (colon || cell || bare || line) {
      const role = roleOf(text) ?? (REPLY.test(text) ? 'other' : colon || line ? 'foreign' : undefined);
      if (role && isElsewhere(source, place)) return undefined;
      if (role) return { role, by: colon || cell || line ? 'label' : 'bare', said: text, source };
    }
    const isAddress = text.includes('@') || !!source.closest(NAMED);
    if (!isAddress && !isName && ++others > 1) return undefined;
    isName = isAddress;
  }
  return undefined;
}

// Of lines of one make one says "From": what the others begin with are labels, in whatever language and without a colon.
function isLine(source: Element, text: string, place: Node): boolean {
  const role = roleOf(text);
  for (let up: Element | null = source, level = 0; up && level < 4; up = up.parentElement, level++) {
    if (firstText(up) !== text) return false;
    if (!up.contains(place) && !up.nextElementSibling?.contains(place)) continue;
    for (const other of [...(up.parentElement?.children ?? [])].slice(0, 12)) {
      // "row cc-row" is a row, too.
      if (other.localName !== up.localName || other.classList[0] !== up.classList[0]) continue;
      const first = firstText(other);
      const said = roleOf(first);
      // The label of this one, in a cell of the same make.
      if (said && other.nextElementSibling === up && cleanText(other.textContent ?? '') === first)
        return false;
      if (said && said !== role && (said === 'sender' || role === 'sender')) return true;
    }
  }
  return false;
}

/** Whether a text is a label and nothing else, though it has no colon: "from" right before a person. */
export function isBareLabel(text: string): boolean {
  return (
    isSenderLabel(text) ||
    /^(?:to|b?cc|reply[- ]to|antwort an|répondre à|返信先|ответить|收件人)$/i.test(text)
  );
}

// The head of a column says what all below it are, and the first of them is one of many; below a table's last line stands a text; what
// is hidden but for a label on the line of what it labels, is another header, or a letter's fields.
function isElsewhere(source: Element, place: Node): boolean {
  const row = source.closest('tr');
  return (
    (!!row && row.cells.length > 2 && !row.contains(place)) ||
    source.closest('table,dl')?.contains(place) === false ||
    !(isShown(source) || source.parentElement?.parentElement?.contains(place))
  );
}

/** The role that a word in the names of the elements around a clue gives it. */
export function wordAround(element: Element): Standing | undefined {
  for (
    let source: Element | null = element, level = 0;
    source && level < 6;
    source = source.parentElement, level++
  ) {
    const names = NAMING.map((name) => source?.getAttribute(name))
      .join(' ')
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase();
    const roles = WORDS.filter(([, pattern]) => pattern.test(names)).map(([role]) => role);
    const [role] = roles;
    if (role && (roles.length === 1 || role === 'other' || !roles.includes('sender')))
      return { role, by: 'word', said: names, source };
  }
  return undefined;
}
