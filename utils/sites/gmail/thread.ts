import type { Instant } from '../../domain/types.ts';
import {
  type Addressed,
  aliases,
  byRole,
  type Correspondent,
  readConversation,
  type SeenMessage,
} from '../reading/conversation.ts';
import { attribute, textOf } from '../reading/dom.ts';
import { roleOfLabel, walkRecipients } from '../reading/labels.ts';
import { perMarkup } from '../reading/per-markup.ts';
import { atOnce } from '../reading/per-page.ts';
import { saidDate } from '../reading/said.ts';
import { wordsForUser } from '../reading/user-words.ts';
import type { Page, Role, Sighting } from '../types.ts';
import { accountName, ownAddresses } from './account.ts';
import { linkTo } from './link.ts';
import { outsideBodies, personOf } from './person.ts';

// span.gD is a message's sender, expanded (in an h3) or collapsed (in td.gF; both 2014 to 2026). What belongs to one message is
// held by the nearest of these, most telling first: the ids (2018 to 2026), open and collapsed messages, rows, the header alone.
const HOLDERS = [
  '[data-message-id],[data-legacy-message-id]',
  '.adn,.adf',
  '.kv,.kQ,[role=listitem]',
  '.gs,.gE',
];

// How many of the newest messages are read in full; of those before, the senders are. A hundred would take longer than a
// frame when the page has just been opened.
const MAX_READ = 50;

// Where what the user sent is; and where it may be beside what came: neither in the inbox, nor a category, nor a window.
const SENT = /^#(search\/i[ns](:|%3A))?sent(?![\w+%])/;
const ANY = /^#(?!in|c)./;

/** Everybody in the conversation that is open: senders of open and collapsed messages, recipients of open ones. */
export function readThread(root: Element, page: Page): Sighting[] {
  const messages = atOnce(readMessages(root, page));
  const own = ownAddresses(page);
  const account = accountName(page);
  const others = aliases(messages, own, (name) => name === account);
  // Whatever Gmail calls the place where it says "me".
  const words = wordsForUser(page);
  const called = messages.flatMap(({ to, cc }) =>
    [...to, ...cc].flatMap(({ handle, name }) => (words.has(name ?? '') ? handle : [])),
  );
  const self = [...own, ...others, ...called];
  const { hash } = page.url;
  const isSent = SENT.test(hash);
  if (self.length === 0 && !isSent && ANY.test(hash)) return [];
  // The user among those written to is called so.
  return readConversation(messages, self, isSent, true);
}

/** The messages of the conversation, each in a part of its own; they are known when they are read again. */
export function* readMessages(root: Element | Document, page: Page): Generator<undefined, SeenMessage[]> {
  const heading = root.querySelector('h2.hP');
  const context: Context = {
    page,
    subject: textOf(heading) || undefined,
    threadId: hexId(heading, 'data-legacy-thread-id'),
  };
  const senders = new Map<Element, Element[]>();
  // Of the whole page: many times faster than in a part of it.
  const marked = (mark: string) =>
    outsideBodies(page.document, mark).filter((sender) => root.contains(sender));
  const marks = marked('.gD');
  (marks.length > 0 ? marks : marked('h3 [email],.gF>[email]')).forEach((sender) => {
    const holder = HOLDERS.reduce<Element | null>(
      (found, selector) => found ?? sender.closest(selector),
      null,
    );
    const key = holder && root.contains(holder) ? holder : sender;
    senders.set(key, (senders.get(key) ?? []).concat(sender));
  });
  const messages: SeenMessage[] = [];
  let unread = senders.size - MAX_READ;
  for (const [holder, own] of senders) {
    yield;
    const isOld = unread-- > 0;
    const authors = own.flatMap((sender) => personOf(sender) ?? []);
    const [sender] = own;
    const [from] = authors;
    if (!sender || !from || authors.length < own.length) continue;
    const isOne = authors.every(({ handle }) => handle.value === from.handle.value);
    if (isOne && !isOld) messages.push(readMessage(holder, sender, from, context));
    // Of several authors each is one, and none is surely the one of what else it shows.
    else messages.push(...authors.map((author) => ({ from: author, to: [], cc: [] })).reverse());
  }
  return messages;
}

interface Context {
  readonly page: Page;
  readonly subject: string | undefined;
  readonly threadId: string | undefined;
}

// A page is read again and again, and its messages do not change.
const known = perMarkup<SeenMessage>();

// Who, to whom and when stand in the header, .gE: looking there alone spares the bodies.
function readMessage(holder: Element, sender: Element, from: Correspondent, context: Context): SeenMessage {
  const id = messageId(holder);
  const header = sender.closest('.gE');
  if (!header) return readHeader(holder, id, from, context);
  const { page, subject, threadId } = context;
  const about = [id, subject, threadId, page.url.href, page.document.documentElement.lang];
  return known(header, about.join(), () => readHeader(header, id, from, context));
}

function readHeader(
  header: Element,
  id: string | undefined,
  from: Correspondent,
  { page, subject, threadId }: Context,
): SeenMessage {
  return {
    from,
    ...recipients(header),
    subject,
    bulk: isBulk(header),
    // A draft, or what is to be sent later, has not happened yet.
    ...(id !== undefined &&
      !/^#(draft|sched)/.test(page.url.hash) && {
        // Without the account: the id is the message's arrival and a random part, no two mailboxes share one, and the
        // account's address can appear on the page later than the message.
        sourceKey: `gmail:${id}`,
        link: linkTo(`all/${threadId ?? id}`, page),
        ...dateOf(header, id, page),
      }),
  };
}

// "to me, Bob, cc: Carol": one line whose labels are in the interface's language, and, once it was opened, a table of
// details with a labelled row for each field, which is not shortened.
function recipients(header: Element) {
  const people: Addressed[] = [];
  const add = (role: Role, element: Element) => {
    const person = personOf(element);
    if (!people.some((other) => other.person?.handle.value === person?.handle.value))
      people.push({ role, person });
  };
  const line = outsideBodies(header, '.hb')[0];
  if (line) walkRecipients(line, '[email],.g2', (role, element) => element && add(role, element));
  outsideBodies(header, '.ajC tr').forEach((row) => {
    const role = roleOfLabel(row.querySelector('td')?.textContent ?? '');
    if (role === undefined || row.querySelector('.gD')) return;
    row.querySelectorAll('[email]').forEach((element) => {
      add(role, element);
    });
  });
  return byRole(people);
}

// The link to unsubscribe beside the sender (.Ca), or the list's id in the opened details: `<board.lists.example.com>`.
function isBulk(header: Element): boolean {
  return (
    outsideBodies(header, '.Ca').length > 0 ||
    outsideBodies(header, '.ajC .gI').some((cell) => /^<[^<>@\s]+>/.test(textOf(cell)))
  );
}

// The id of 16 hexadecimal digits, which Gmail's links use too; "#msg-f:" has the same number in decimal. What has
// only a "#msg-a:" id, made by the browser that wrote it, may get another one later.
function messageId(holder: Element): string | undefined {
  const legacy = hexId(holder, 'data-legacy-message-id');
  if (legacy !== undefined) return legacy;
  const logs = [...holder.querySelectorAll('.gE [jslog],.ii[jslog]')].map((element) =>
    logged(element.getAttribute('jslog') ?? ''),
  );
  const decimal = /msg-f:(\d{1,20})/.exec([holder.getAttribute('data-message-id'), ...logs].join())?.[1];
  return decimal === undefined ? undefined : BigInt(decimal).toString(16);
}

// `20511; u014N:cOuCgd; 4:WyJtc2ctZjoxMjMiXQ==`: base64 of JSON behind numbered keys (2019 to 2026).
function logged(jslog: string): string {
  return [...jslog.matchAll(/; \d+:([\w+/-]+)/g)].map(([, text = '']) => decode(text)).join();
}

function decode(base64: string): string {
  try {
    return atob(base64.replace(/-/g, '+').replace(/_/g, '/'));
  } catch {
    return '';
  }
}

// Gmail numbers messages by the millisecond in which they came: the number without its last 20 bits. Where that is the
// minute that the page shows, no word of the date needs to be understood; imported mail has a later number.
function dateOf(header: Element, id: string, page: Page) {
  const shown = outsideBodies(header, '.g3')[0];
  return saidDate(page, [attribute(shown, 'title') || attribute(shown, 'alt')], { near: arrival(id) });
}

function arrival(id: string): Instant {
  return Number(BigInt(`0x${id}`) >> 20n);
}

// That of the element, or of what is in it.
function hexId(element: Element | null, name: string): string | undefined {
  const holder = element?.hasAttribute(name) ? element : element?.querySelector(`[${name}]`);
  return /^[0-9a-f]{1,16}$/i.exec(holder?.getAttribute(name) ?? '')?.[0].toLowerCase();
}
