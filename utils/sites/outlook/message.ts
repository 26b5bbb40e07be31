import { nameHandle } from '../../domain/handles.ts';
import type { Handle } from '../../domain/types.ts';
import { readConversation } from '../conversation.ts';
import { readDate } from '../dates.ts';
import { attribute, outside, textOf } from '../dom.ts';
import { roleOfLabel } from '../labels.ts';
import { perPage } from '../per-page.ts';
import type { Page, Role, Sighting } from '../types.ts';
import { account, BODY, identify, parse, type Said, saidBy } from './person.ts';

// "From: Ana Lee", in Outlook's languages (en, de, zh seen 2023 to 2026; the others from its interface).
const FROM =
  /^(from|von|de( la)?|da|van|från|fra|od|lähettäjä|feladó|kimden|gönderen|от|від|από|发件人|寄件者|差出人|보낸 사람|מאת|من|จาก|từ|dari)\s?[:：]\s*/iu;
const WELL =
  '[data-testid="RecipientWell"], [id^="MSG_"][id$="_TO"], [id^="MSG_"][id$="_CC"], [id^="MSG_"][id$="_BCC"]';
const PERSON = '[data-lpc-hover-target-id], span[role="button"][aria-label]';
const TIME = '[data-testid="SentReceivedSavedTime"], [id$="_DATETIME"]';

interface Message {
  readonly from: Said;
  readonly people: readonly { readonly role: Role; readonly said: Said }[];
  readonly scope: Element;
}

/** Everybody in the message or conversation of the reading pane. */
export function readMessages(root: Element, page: Page): Sighting[] {
  const messages = messagesOf(root);
  const said = messages.flatMap(({ from, people }) => [from, ...people.map((person) => person.said)]);
  const person = identify(said, page);
  const subject = textOf(
    root.querySelector('[id^="CONV_"][id$="_SUBJECT"], [id^="MSG_"][id$="_SUBJECT"]:not(input)'),
  );
  return readConversation(
    messages.map(({ from, people, scope }) => {
      const among = (role: Role) =>
        people.flatMap((someone) => (someone.role === role && person(someone.said)) || []);
      const id = itemId(scope, messages.length === 1 ? page.url : undefined);
      return {
        from: person(from),
        to: among('recipient'),
        cc: among('cc'),
        bcc: among('bcc'),
        subject: subject || undefined,
        ...dateOf(scope, page),
        ...(id && {
          sourceKey: `outlook:${id}`,
          link: `${page.url.origin}/mail/deeplink/read/${encodeURIComponent(id)}`,
        }),
      };
    }),
    self(page),
  );
}

/** The user: the account, and whoever a message calls "You". */
export const self = perPage((page): readonly Handle[] => {
  const root = page.document.querySelector(
    '[id$="ReadingPaneContainer"], [data-app-section="MailReadCompose"]',
  );
  const named = (root ? messagesOf(root) : []).flatMap(({ from }) =>
    from.own ? (nameHandle('outlook', from.name) ?? []) : [],
  );
  return [...account(page), ...named];
});

function messagesOf(root: Element): Message[] {
  const marked = outside(root, '[aria-label], [id^="MSG_"][id$="_FROM"]', `${BODY}, ${WELL}`).filter(
    (element) => element.id.endsWith('_FROM') || FROM.test(attribute(element, 'aria-label')),
  );
  const shown = marked.length > 0 ? marked : outside(root, '.Q84Kk .OZZZK', `${BODY}, ${WELL}`);
  const senders = shown.filter(
    (element) => !shown.some((other) => other !== element && other.contains(element)),
  );
  return senders.flatMap((sender) => {
    // All around this sender that holds no other one.
    let scope = sender;
    for (let next = sender; next !== root && next.parentElement; scope = next) {
      next = next.parentElement;
      if (senders.some((other) => other !== sender && next.contains(other))) break;
    }
    const inner = sender.querySelector('span[role="button"][aria-label]') ?? sender;
    const from = saidBy(inner, attribute(inner, 'aria-label').replace(FROM, ''));
    return from ? [{ from, scope, people: recipients(scope) }] : [];
  });
}

// "To: Ana Lee; Bo <bo@example.com>": people are elements; a text is one only with its address.
function recipients(scope: Element) {
  const people: { role: Role; said: Said }[] = [];
  const seen = new Set<Element>();
  for (const well of outside(scope, WELL, BODY)) {
    if (well.querySelector('[contenteditable]') || well.parentElement?.closest(WELL)) continue;
    let role = roleOfLabel(/_(TO|CC|BCC)$/.exec(well.id)?.[1] ?? '') ?? 'recipient';
    const texts = well.ownerDocument.createTreeWalker(well, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.nodeValue ?? '';
      const [all = '', label = ''] = /^\s*([^:：@<]{1,20})[:：]/u.exec(text) ?? [];
      role = roleOfLabel(label) ?? role;
      const element = texts.currentNode.parentElement?.closest(PERSON);
      const found =
        element && well.contains(element)
          ? [seen.has(element) ? undefined : saidBy(element)]
          : text
              .slice(all.length)
              .split(/[;；]/u)
              .map(parse)
              .filter(({ email }) => email);
      if (element) seen.add(element);
      for (const said of found)
        if (said && !said.own && /\S/.test(said.name + (said.email?.value ?? '')))
          people.push({ role, said });
    }
  }
  return people;
}

// MSG_<item's id>_FROM, or the address of a window that only ever shows one item. An id that Outlook made for this
// showing alone is shorter.
function itemId(scope: Element, url: URL | undefined): string | undefined {
  const ids = [...scope.querySelectorAll('[id^="MSG_"]')].map(
    ({ id }) => /^MSG_(.+)_[A-Z]+$/.exec(id)?.[1] ?? '',
  );
  if (url) ids.push(decodeURIComponent(/\/deeplink\/read\/([^/]+)/.exec(url.pathname)?.[1] ?? ''));
  const found = new Set(
    ids
      .filter((id) => /^A[A-Z]?[A-Za-z0-9+/_=-]{40,}$/.test(id))
      .map((id) => id.replaceAll('/', '-').replaceAll('+', '_')),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function dateOf(scope: Element, { document, now, timeZone }: Page) {
  const [shown] = outside(scope, TIME, BODY);
  const places = shown ? [shown] : outside(scope, '[role="heading"]', BODY);
  const language = document.documentElement.lang;
  return (
    places
      .map((place) => readDate(attribute(place, 'title') || textOf(place), { language, timeZone, now }))
      .find(({ at, day }) => at ?? day) ?? {}
  );
}
