import { emailHandle, nameHandle } from '../../domain/handles.ts';
import { cleanText, readName } from '../../domain/names.ts';
import type { Handle } from '../../domain/types.ts';
import type { Correspondent } from '../conversation.ts';
import { attribute, firstText, outside, textOf } from '../dom.ts';
import { perPage } from '../per-page.ts';
import type { Page } from '../types.ts';

/** What people wrote or are writing: no evidence of who they are. */
export const BODY = '[id^="UniqueMessageBody"], [role="document"], [contenteditable="true"]';

/** What a page says of somebody: a name, an address, or both. */
export interface Said {
  readonly name: string;
  readonly email?: Handle | undefined;
  /** Named in the label, but called "You" in the text. */
  readonly own?: boolean;
}

// What Outlook writes for the signed-in user.
const YOU =
  /^(you|me|sie|ich|du|vous|moi|tú|usted|yo|você|eu|tu|lei|io|u|jij|ik|dig|mig|jag|ty|ja|siz|ben|вы|я|ви|您|你|我|自分|あなた|나|أنت|أنا|אתה|אני|คุณ|bạn)$/iu;

/** Reads `Ana Lee <ana@example.com>`, an address, or a name. */
export function parse(raw: string): Said {
  const text = cleanText(raw).replace(/[;；]$/u, '');
  const [, name = '', address = text] = /^(.*?)\s*<([^<>]+)>$/u.exec(text) ?? [];
  const email = emailHandle(address);
  return email ? { name, email } : { name: text };
}

/** What an element says in its label, title and text; nothing where they disagree. */
export function saidBy(element: Element, label = attribute(element, 'aria-label')): Said | undefined {
  const text = parse(firstText(element));
  const others = [parse(label), parse(attribute(element, 'title'))];
  const emails = new Map([text, ...others].flatMap(({ email }) => (email ? [[email.value, email]] : [])));
  if (emails.size > 1) return undefined;
  const [email] = emails.values();
  // "Opens card for Ana Lee" holds the name that is shown.
  const [{ name: full }] = others as [Said];
  if (full === '' || full.includes(text.name)) return { name: text.name || full, email };
  if (text.name.includes(full)) return { name: full, email };
  return YOU.test(text.name) ? { name: full, email, own: true } : undefined;
}

/** The signed-in user's addresses and names, where the folders and the account menu show them. */
export const account = perPage(({ document }): readonly Handle[] => {
  const says = (selector: string) => textOf(document.querySelector(selector));
  const root = attribute(
    document.querySelector('[id^="primaryMailboxRoot"][data-folder-name]'),
    'data-folder-name',
  );
  return [root, says('#mectrl_currentAccount_secondary')]
    .flatMap((text) => emailHandle(text) ?? [])
    .concat(nameHandle('outlook', says('#mectrl_currentAccount_primary')) ?? []);
});

/**
 * Turns what is said into people. One whose name alone is shown is known by that name, until an address is shown
 * beside exactly this name: in what is said here, in a label or title of the pane or of the row that is selected, on a
 * card, or in the header quoted by a reply. Two addresses for one name are namesakes.
 */
export function identify(said: readonly Said[], page: Page) {
  const addresses = new Map<string, Map<string, Handle>>();
  const learn = ({ name, email }: Said) => {
    const key = nameHandle('outlook', name)?.value;
    if (!key || !email) return;
    const known = addresses.get(key) ?? new Map<string, Handle>();
    addresses.set(key, known.set(email.value, email));
  };
  for (const pair of [...said, ...shownPairs(page)]) learn(pair);
  const own = account(page);
  const button = attribute(page.document.getElementById('O365_MainLink_Me'), 'aria-label');
  return ({ name, email }: Said): Correspondent | undefined => {
    const read = readName(name, email).name ?? '';
    const alias = nameHandle('outlook', read);
    const known = [...(addresses.get(alias?.value ?? '')?.values() ?? [])];
    const isOwn =
      YOU.test(read) ||
      own.some(({ value }) => value === alias?.value) ||
      // "Account manager for Ana Lee", in whatever order a language puts it.
      (read !== '' && (button.endsWith(` ${read}`) || button.startsWith(`${read} `)));
    if (isOwn || name.includes('@')) return email && { handle: email, name };
    const handle = email ?? (known.length === 1 ? known[0] : undefined);
    if (!handle) return alias && { handle: alias, name };
    return { handle, name, also: known.length < 2 ? alias : undefined };
  };
}

const shownPairs = perPage(({ document }): readonly Said[] => {
  const pairs: Said[] = [];
  const places = [
    ...document.querySelectorAll(
      '[data-app-section="MailReadCompose"], [id$="ReadingPaneContainer"], [aria-selected="true"]',
    ),
  ];
  for (const element of places.flatMap((place) => outside(place, '[title*="@"], [aria-label*="@"]', BODY))) {
    const said = saidBy(element, attribute(element, 'aria-label').replace(/^[^:：@<]{1,20}[:：]\s*/u, ''));
    if (said) pairs.push(said);
  }
  for (const header of document.querySelectorAll(`[contenteditable="true"] ${QUOTED}`))
    pairs.push(...quoted(header));
  // The card of a person (seen 2019 to 2026): a layer of its own, with one address.
  for (const field of document.querySelectorAll('[data-log-name="Email"]')) {
    const card = field.closest('[role="dialog"]') ?? field.closest('body > *');
    const email = emailHandle(firstText(field));
    if (
      !card ||
      card.querySelectorAll('[data-log-name="Email"]').length > 1 ||
      card.querySelector('[role="main"]')
    )
      continue;
    for (const leaf of [...card.querySelectorAll(':not(:has(*))')].slice(0, 200))
      pairs.push({ name: textOf(leaf), email });
  }
  return pairs;
});

/** The header that Outlook puts over the message that is being answered; x_ is the message's own, one further down. */
export const QUOTED = '#divRplyFwdMsg';

/** The people in it who have an address: `From: Ana Lee <ana@example.com>`. */
export function quoted(header: Element | null): Said[] {
  return [...textOf(header, 5000).matchAll(/([^<>:：;]*)(<[^<>\s]+@[^<>\s]+>)/gu)].map(
    ([, name = '', address]) => parse(`${name.trim()} ${address}`),
  );
}
