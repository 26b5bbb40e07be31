import { emailHandle, nameHandle } from '../../domain/handles.ts';
import { cleanText, readName } from '../../domain/names.ts';
import type { Handle } from '../../domain/types.ts';
import type { Correspondent } from '../conversation.ts';
import { attribute, firstText, outside, textOf } from '../dom.ts';
import { perPage } from '../per-page.ts';
import type { Page } from '../types.ts';
import { wordsForUser } from '../user-words.ts';

/** Where a message is read, answered or written (ids and data-app-section: 2019 to 2026; classes are rebuilt often). */
export const PANE = '[data-app-section="MailReadCompose"]';

/** What people wrote or are writing: no evidence of who they are. */
export const BODY = '[role="document"], [id^="UniqueMessageBody"], [contenteditable="true"]';

/** The header over the message that is being answered; a saved draft's has an x_. What is quoted further down has one too. */
export const QUOTED = '[contenteditable="true"] [id$="divRplyFwdMsg"]';

/** What a page says of somebody: a name, an address, or both. */
export interface Said {
  readonly name: string;
  readonly email?: Handle | undefined;
  /** What the text says instead of the name in the label: perhaps "You". */
  readonly instead?: string;
}

/** Reads `Ana Lee <ana@example.com>`, an address, or a name. */
export function parse(raw: string): Said {
  const text = cleanText(raw).replace(/[;；]$/u, '');
  const [, name = '', address = text] = /^(.*?)\s*<([^<>]+)>$/.exec(text) ?? [];
  const email = emailHandle(address);
  // "Ana Lee; Bo": no name has this in it.
  return email ? { name, email } : { name: /[;；]/.test(text) ? '' : text };
}

/** What an element says in its label, title and text; nothing where their addresses disagree. */
export function saidBy(element: Element, label = attribute(element, 'aria-label'), shown = element): Said[] {
  const texts = [parse(firstText(shown)), parse(label), parse(attribute(element, 'title'))];
  const [email, ...others] = new Map(
    texts.flatMap(({ email }) => (email ? [[email.value, email]] : [])),
  ).values();
  if (others.length > 0) return [];
  const [text, full] = texts.map(({ name }) => name) as [string, string];
  // "Opens card for Ana Lee" holds the name that is shown.
  if (full === '' || full.includes(text)) return [{ name: text || full, email }];
  return [{ name: full, email, ...(!text.includes(full) && { instead: text.toLowerCase() }) }];
}

/** The signed-in user's address and name, where the folders and the account menu show them. */
export const account = perPage(({ document }): readonly Handle[] =>
  [
    attribute(document.querySelector('[id^="primaryMailboxRoot"]'), 'data-folder-name'),
    ...['#mectrl_currentAccount_secondary', '#mectrl_currentAccount_primary'].map((id) =>
      textOf(document.querySelector(id)),
    ),
  ].flatMap((text) => emailHandle(text) ?? nameHandle('outlook', text) ?? []),
);

/**
 * How what is said becomes people. One whose name alone is shown is known by that name, until an address is shown
 * beside exactly this name: in what is said here, in a label or title of the pane or of the row that is selected, on a
 * card, or in the header quoted by a reply. Two addresses for one name are namesakes.
 */
export function identify(said: readonly Said[], page: Page, own: readonly Handle[]) {
  const addresses = new Map<string | undefined, Map<string, Handle>>();
  const keyOf = (name: string) => nameHandle('outlook', name);
  for (const { name, email } of [...said, ...shownPairs(page)]) {
    const key = keyOf(name)?.value;
    if (email) addresses.set(key, (addresses.get(key) ?? new Map()).set(email.value, email));
  }
  const words = wordsForUser(page);
  const button = attribute(page.document.getElementById('O365_MainLink_Me'), 'aria-label');
  return ({ name, email, instead }: Said): Correspondent | undefined => {
    const read = readName(name, email).name ?? '';
    const alias = keyOf(read);
    const isNamed =
      own.some(({ value }) => value === alias?.value) ||
      // "Account manager for Ana Lee", in whatever order a language puts it.
      ` ${button} `.split(` ${read} `).includes('');
    if (words.has(instead ?? read.toLowerCase()) || (isNamed && !email)) return own[0] && { handle: own[0] };
    if (instead !== undefined) return undefined;
    if (!alias || isNamed || name.includes('@')) return email && { handle: email, name };
    const [known, ...namesakes] = addresses.get(alias.value)?.values() ?? [];
    const handle = email ?? (namesakes.length > 0 ? undefined : known);
    return handle
      ? { handle, name, also: namesakes.length > 0 ? undefined : alias }
      : { handle: alias, name };
  };
}

const shownPairs = perPage(({ document }): readonly Said[] => {
  const labelled = outside(
    document,
    `:is(${PANE}, [id$="ReadingPaneContainer"], [aria-selected="true"]) :is([title*="@"], [aria-label*="@"])`,
    BODY,
  );
  // The card of a person (seen 2019 to 2026): a layer of its own, with one address.
  const cards = [...document.querySelectorAll('[data-log-name="Email"]')].flatMap((field) => {
    const card = field.closest('[role="dialog"], body > *');
    const email = emailHandle(firstText(field));
    if (!card || card.querySelectorAll('[data-log-name="Email"]').length > 1 || card.querySelector(PANE))
      return [];
    return [...card.querySelectorAll(':not(:has(*))')].map((leaf) => ({ name: textOf(leaf), email }));
  });
  return [
    ...labelled.flatMap((element) =>
      saidBy(element, attribute(element, 'aria-label').replace(/^[^:：@<]*[:：]/u, '')),
    ),
    ...quoted(document),
    ...cards,
  ];
});

/** The people in the quoted header who have an address: `From: Ana Lee <ana@example.com>`. */
export function quoted(root: ParentNode): Said[] {
  const text = textOf(root.querySelector(QUOTED), 5000);
  return (text.match(/[^<>:：;]*<[^<>\s]+@[^<>\s]+>/g) ?? []).map(parse);
}
