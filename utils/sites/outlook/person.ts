import { emailHandle, nameHandle } from '../../domain/handles.ts';
import { cleanText, INSIDE, readName } from '../../domain/names.ts';
import type { Handle } from '../../domain/types.ts';
import type { Correspondent } from '../reading/conversation.ts';
import { attribute, each, eachOn, first, firstText, isBefore, outside, textOf } from '../reading/dom.ts';
import { perPage } from '../reading/per-page.ts';
import { wordsForUser } from '../reading/user-words.ts';
import type { Page } from '../types.ts';

/** Where a message is read, answered or written (ids and data-app-section: 2019 to 2026; classes are rebuilt often). */
export const PANE = '[data-app-section=MailReadCompose]';

const READING = '[id$=ReadingPaneContainer]';
const CONVERSATION = '[data-app-section=ConversationContainer]';
const MESSAGE = '[role=document]';
// Found fast, as `first` reads it.
const CARDS = `#ReadingPaneContainerId:has(${MESSAGE}),:has(> .isFirstCard)`;

/**
 * What holds a conversation or one message (2019 to 2026); then the cards of a conversation without anything around
 * them that has a name (2023).
 */
export const MESSAGES = `${READING},${CONVERSATION},${PANE}:has(${MESSAGE}),${CARDS}`;

// Each look for an attribute through a large page takes half a millisecond: one finds all of these.
const sections = perPage(({ document }) => outside(document, '[data-app-section]', WRITTEN));
const sectionsBy = (selector: string) =>
  perPage((page) => sections(page).filter((section) => section.matches(selector)));

/** Every `PANE` on the page. */
export const panes = sectionsBy(PANE);
const lists = sectionsBy('[data-app-section=MessageList]');

/** The first of `MESSAGES`, from the outside in. */
export const openIn = perPage(
  (page) =>
    page.document.querySelector(READING) ??
    sections(page).find((section) => section.matches(CONVERSATION)) ??
    panes(page).find((pane) => pane.querySelector(MESSAGE)) ??
    first(page.document, CARDS),
);

/** What people wrote. */
export const WRITTEN = `${MESSAGE},[id^=UniqueMessageBody]`;

/** What people wrote or are writing, and where they do: no evidence of who they are. */
export const BODY = `${WRITTEN},[contenteditable=true],[id^=docking_],[data-app-section=Form_Content]`;

/** The header over the message that is being answered; a saved draft's has an x_. What is quoted further down has one too. */
export const QUOTED = '[contenteditable=true] [id$=divRplyFwdMsg]';

/** What a page says of somebody: a name, an address, or both. */
export interface Said {
  readonly name: string;
  readonly email?: Handle | undefined;
  /** The address stands in brackets: one that stands alone may be what somebody calls themselves. */
  readonly sure?: boolean;
  /** What the text says instead of the name in the label: perhaps "You". */
  readonly instead?: string;
}

/** Longer than any name that has an address behind it. */
const MAX_TEXT = 10_000;

/** Reads `Ana Lee <ana@example.com>`, an address, or a name. */
export function parse(raw: string): Said {
  const text = cleanText(raw, MAX_TEXT).replace(/[;；]$/u, '');
  const [, name = '', address = text] = /^(.*?)\s*<([^<>]+)>$/.exec(text) ?? [];
  const email = emailHandle(address);
  if (email) return { name, email, sure: address !== text };
  // "Ana Lee; Bo", "+3 others", "[Draft]", "Bo on behalf of Ana": no name has this in it.
  return {
    name: /[;；]|^[+[]| (on behalf of|im Auftrag von|de la part de|nom\w* de|namens) /.test(text) ? '' : text,
  };
}

/** The label of an element, whole. */
export function labelOf(element: Element): string {
  return element.getAttribute('aria-label') ?? '';
}

/** What an element says in its label, title and text; nothing where their addresses disagree. */
export function saidBy(element: Element, label = labelOf(element), shown = element): Said[] {
  const whole = parse(shown.textContent ?? '');
  // In parts where the page put something behind it; where words that were searched for are marked, only the label knows.
  const first = shown.querySelector('mark') ? { name: '' } : parse(firstText(shown));
  const labelled = parse(label);
  const texts = [whole.sure ? whole : first, labelled, parse(element.getAttribute('title') ?? '')];
  const sure = texts.filter((text) => text.sure);
  const [email, ...others] = new Map(
    (sure.length > 0 ? sure : texts).flatMap(({ email }) => (email ? [[email.value, email]] : [])),
  ).values();
  if (others.length > 0) return [];
  const full = labelled.name;
  const isWhole = full.includes(whole.name) || first.name === whole.name;
  const text = isWhole ? whole.name : whole.sure ? '' : first.name;
  // "Opens card for Ana Lee" holds the name that is shown.
  if (full === '' || full.includes(text)) return [{ name: text || full, email }];
  return [{ name: full, email, ...(!text.includes(full) && { instead: text.toLowerCase() }) }];
}

/** What shows an account: its folders (found fast by the rarer attribute), its menu, once that was opened, and the menu's button. */
export const ACCOUNT_ROOT = '[data-folder-name][id^=primaryMailboxRoot]';
export const ACCOUNT_MENU = ['#mectrl_currentAccount_secondary', '#mectrl_currentAccount_primary'];
export const ACCOUNT_BUTTON = '#O365_MainLink_Me';

/** The signed-in user's address and name, where the folders and the account menu show them. */
export const account = perPage((page): readonly Handle[] => {
  const { document, url } = page;
  const button = buttonLabel(page);
  // "Sent Items - Ana Lee - Outlook", in German with dashes, but a window of one message has its subject there, which may be somebody's name.
  const title = /^.+? [-–] (.+) [-–] Outlook$/.exec(document.title)?.[1];
  const texts = [
    // One for each account.
    ...eachOn(page, ACCOUNT_ROOT).map((root) => attribute(root, 'data-folder-name')),
    ...ACCOUNT_MENU.map((id) => textOf(document.querySelector(id))),
    INSIDE.exec(button)?.[0],
    // A mailbox that several share: `/mail/office@example.com/inbox`.
    /^\/\w+\/([^/]+@[^/]+)/.exec(url.pathname)?.[1],
    button || url.pathname.includes('/deeplink/') ? '' : title,
  ];
  return texts.flatMap((text = '') => emailHandle(text) ?? keyOf(text) ?? []);
});

/** "Account manager for Ana Lee", with the address behind it on some pages. */
export function buttonLabel({ document }: Page): string {
  return attribute(document.querySelector(ACCOUNT_BUTTON), 'aria-label');
}

/** The handle of somebody who is known by name alone. */
export function keyOf(name: string): Handle | undefined {
  return nameHandle('outlook', cleanText(name));
}

/** Whether a name is the user's. */
export function bearsNameOf(own: readonly Handle[], page: Page): (name: string) => boolean {
  const button = buttonLabel(page).replace(/ \S+@.*/, '');
  return (name) =>
    own.some(({ value }) => value === keyOf(name)?.value) ||
    // In whatever order a language puts it, and with what it writes onto it, "김민수의 계정 관리자", but for more of a word.
    (name !== '' && /(?<![a-zÀ-ԯ])\n(?![a-zÀ-ԯ])/i.test(button.replaceAll(name, '\n')));
}

/**
 * How what is said becomes people. One whose name alone is shown is known by that name, until an address is shown
 * beside exactly this name: in what is said here, in a label or title of the pane or of the row that is selected, on a
 * card, or in the header quoted by a reply. Two addresses for one name are namesakes.
 */
export function identify(said: readonly Said[], page: Page, own: readonly Handle[]) {
  const addresses = new Map<string | undefined, Map<string, Handle>>();
  for (const { name, email } of [...said, ...shownPairs(page)]) {
    const key = keyOf(name)?.value;
    if (email) addresses.set(key, (addresses.get(key) ?? new Map()).set(email.value, email));
  }
  const words = wordsForUser(page);
  const isUser = bearsNameOf(own, page);
  const isKnown = own.some(({ kind }) => kind === 'email');
  // Without the user's address, one of those written to that stands alone may be it: nobody is told by it (`isTold`).
  return ({ name, email, instead }: Said, isTold = true): Correspondent | undefined => {
    const read = readName(name, email).name ?? '';
    const alias = keyOf(read);
    const isNamed = isUser(read);
    // A namesake is told from the user by the user's address alone.
    if (words.has(instead ?? read.toLowerCase()) || (isNamed && !(email && isKnown)))
      return own[0] && { handle: own[0] };
    if (instead !== undefined) return undefined;
    if (!alias || isNamed || name.includes('@')) return isTold && email ? { handle: email, name } : undefined;
    const [known, ...namesakes] = addresses.get(alias.value)?.values() ?? [];
    const handle = email ?? (namesakes.length > 0 ? undefined : known);
    return handle
      ? { handle, name, also: namesakes.length > 0 ? undefined : alias }
      : { handle: alias, name };
  };
}

const shownPairs = perPage((page): readonly Said[] => {
  const { document } = page;
  // Part by part, and only there: one selector for it all takes longer than the rest of a reading.
  const rows = lists(page).length > 0 ? lists(page) : [document.querySelector('#MailList') ?? document];
  const selected = rows.flatMap((list) => [...list.querySelectorAll('[aria-selected=true]')]);
  const labelled = [openIn(page) ?? [], panes(page), selected]
    .flat()
    .flatMap((place) => each(place, '[title*="@"],[aria-label*="@"]'))
    .filter((element) => !element.closest(BODY));
  // The card of a person (seen 2019 to 2026): a layer of its own, with one address.
  const cards = outside(document, '[data-log-name=Email]', BODY).flatMap((field) => {
    const card = field.closest('[role=dialog],body>*');
    const email = emailHandle(firstText(field));
    if (!card || card.querySelectorAll('[data-log-name=Email]').length > 1 || card.querySelector(PANE))
      return [];
    // What stands before it: after it come others, such as whom they report to.
    return [...card.querySelectorAll(':not(:has(*))')]
      .filter((leaf) => isBefore(leaf, field))
      .map((leaf) => ({ name: textOf(leaf), email }));
  });
  return [
    ...[...new Set(labelled)].flatMap((element) =>
      saidBy(element, labelOf(element).replace(/^[^:：@<]*[:：]/u, '')),
    ),
    ...(panes(page).length > 0 ? panes(page) : [document]).flatMap(quoted),
    ...cards,
  ];
});

/** The people in the quoted header who have an address: `From: Ana Lee <ana@example.com>`. */
export function quoted(root: ParentNode): Said[] {
  const text = textOf(root.querySelector(QUOTED), 5000);
  return (text.match(/[^<>:：;]*<[^<>\s]+@[^<>\s]+>/g) ?? []).map(parse);
}
