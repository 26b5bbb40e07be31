import { distinct, emailHandle, nameHandle, sameHandle } from '../../domain/handles.ts';
import { cleanText } from '../../domain/names.ts';
import type { Handle } from '../../domain/types.ts';
import type { Page, Sighting, SiteAdapter, View } from '../types.ts';
import { accounts } from './accounts.ts';
import { isInBody } from './body.ts';
import { type Correspondent, readConversation, type SeenMessage } from './conversation.ts';
import { all, attribute, each, first, outermost, textOf, without } from './dom.ts';
import { datesNear } from './near.ts';
import { perPage } from './per-page.ts';
import { ADDRESS_LIKE, handlesIn, personIn, textsOf } from './person.ts';
import { saidDate } from './said.ts';
import { toldByTime } from './told.ts';

/** A webmail as data: where it is, and CSS selectors of what it shows. */
export interface Webmail {
  readonly id: string;
  readonly name: string;
  /** What it is known by, on whatever host the user turned on: its root, where absent. Other pages of it are an unknown site's. */
  readonly sign?: string;
  /** Where the page shows the signed-in account. */
  readonly self?: string;
  /** Where a script of the page names it, as its first group. */
  readonly script?: RegExp;
  /** What holds everything else, and each message in it that shows its people (the root itself, where absent). */
  readonly root: string;
  readonly message?: string;
  /** What is in a message that the user wrote, from whichever of their addresses. */
  readonly sent?: string;
  /** What a message is written in: who it is for is said as in one that is read. */
  readonly compose?: string;
  /** One element for each person. */
  readonly from?: string;
  /**
   * Where the address stands apart from the name: what is written elsewhere is not theirs, and may be anybody's. Of recipients too,
   * unless only their `names` are shown.
   */
  readonly address?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly subject?: string;
  readonly date?: string;
  /** What else stands in an element of somebody: a subject, a tag. */
  readonly apart?: string;
  /**
   * Where only names are shown, they are handles of this site; the user may be known by name, too. What looks like an address
   * may be a name there: without `address` a sender's is one only behind a name in quotes.
   */
  readonly names?: true;
  /** Mailbox and id of the message shown, from the address; without it, a message is told by who wrote it when, as it says itself. */
  readonly where?: RegExp;
}

/** A selector of nothing, which costs a page nothing. */
const NONE = '#none';

/**
 * Makes an adapter of a webmail's description. What is sent there is not noticed: of Yahoo, Proton, Fastmail, QQ, 163,
 * Nextcloud, Zoho, Mail.ru and Zimbra it is not known what their pages show then. Who knows adds `sending`, as sogo.ts does.
 */
export function webmail(site: Webmail): SiteAdapter {
  const { sign = site.root } = site;
  const told = toldByScript(site);
  const self = perPage((page) => selfOf(site, page, told(page)));
  const reader =
    (written: boolean): View['read'] =>
    (root, page) =>
      readMessages(site, root, page, written, self(page));
  return {
    id: site.id,
    name: site.name,
    matches: [],
    sign,
    recognize: ({ document }) => first(document, sign),
    // Where the whole page is the root, they may come outside of what holds the messages now.
    context: [site.self, ...(site.root.includes('body:') ? [site.message, site.subject] : [])].flatMap(
      (selector) => selector ?? [],
    ),
    self,
    views: [
      { name: 'message', root: site.root, core: (root) => coreOf(site, root), read: reader(false) },
      { name: 'compose', root: site.compose ?? NONE, beside: true, mayBeEmpty: true, read: reader(true) },
    ],
  };
}

// What holds all messages, where anything on the page may.
function coreOf({ message }: Webmail, root: Element): Element {
  const messages = root.localName === 'body' && message ? [...root.querySelectorAll(message)] : [];
  let core = messages[0]?.parentElement ?? root;
  while (core.parentElement && !messages.every((one) => core.contains(one))) core = core.parentElement;
  return core;
}

function selfOf(site: Webmail, page: Page, told: Handle | undefined): Handle[] {
  const named = first(page.document, (site.names && site.self) || NONE);
  // What is shown may be cut short.
  const handle = nameHandle(site.id, attribute(named, 'aria-label') || textOf(named));
  return distinct([...accounts(page, site.self), ...(told ? [told] : []), ...(handle ? [handle] : [])]);
}

// A script that ran does not change any more; to look for it, and to read a long one, takes longer than all the rest.
function toldByScript({ script: wanted }: Webmail): (page: Page) => Handle | undefined {
  const known = new WeakMap<Document, Handle | undefined>();
  return ({ document }) => {
    let told = known.get(document);
    for (const script of wanted && !known.has(document) ? document.scripts : [])
      told ??= emailHandle(wanted?.exec(script.text)?.[1] ?? '');
    // All that a server wrote has come by then.
    if (document.readyState !== 'loading') known.set(document, told);
    return told;
  };
}

function readMessages(
  site: Webmail,
  root: Element,
  page: Page,
  written: boolean,
  own: readonly Handle[],
): Sighting[] {
  const { url } = page;
  // A letter that is written may be imitated by one that is read.
  if (written && isInBody(root)) return [];
  const self = [...own];
  const isSelf = (handle: Handle) => self.some((own) => sameHandle(own, handle));
  // What the user wrote, whoever they are: Yahoo's folder is 2, QQ's 3, in any language.
  const sent = self.length === 0 && /\bsent\b|\/folders\/2\b|folderid=3\b|list\/3\b/i.test(url.href);
  const isTold = sent || self.some(({ kind }) => kind === 'email');
  // What looks like a message inside of one is a body's.
  const open = outermost(site.message ? [...root.querySelectorAll(site.message)] : []);
  const messages = (open.length > 0 ? open : [root]).map((box): SeenMessage => {
    const people = (selector = NONE, address?: string) =>
      each(box, selector).flatMap((element) =>
        // A field may be edited as a whole.
        !written && isInBody(element) ? [] : who(site, element, isSelf, address),
      );
    const [from, ...more] = people(site.from, site.address).filter(
      ({ handle, name }) =>
        !site.names || site.address || handle.kind === 'name' || name?.startsWith('"') || isSelf(handle),
    );
    // Of several nobody says who wrote it, or who of them is the user.
    if (from && more.some(({ handle }) => !sameHandle(handle, from.handle))) return { to: [], cc: [] };
    // The user stands among the recipients, of what others wrote under whatever name: without knowing their address they
    // can't be told from the others.
    const known = (selector: string | undefined) =>
      people(selector, written || site.names ? undefined : site.address).filter(
        ({ handle }) =>
          (from && isSelf(from.handle)) || (handle.kind === 'email' && (isTold || (written && !from))),
      );
    if (from && site.sent && box.querySelector(site.sent)) self.push(from.handle);
    return {
      from,
      to: known(site.to),
      cc: known(site.cc),
      bcc: known(site.bcc),
      ...(site.where
        ? named(site, page, box, open.length)
        : from && self.length > 0 && told(site, page, box, from)),
    };
  });
  return readConversation(messages, self, sent);
}

// The address says which message is shown, where it is one.
function named(site: Webmail, page: Page, box: Element, open: number): Partial<SeenMessage> {
  const { origin, href } = page.url;
  const where = open < 2 ? site.where?.exec(href) : undefined;
  const shown = (selector = NONE) => textOf(box.querySelector(selector));
  return where
    ? {
        sourceKey: `${origin}:${where[1]}:${where[2]}`,
        link: href,
        subject: shown(site.subject) || undefined,
        ...saidDate(page, [shown(site.date)]),
      }
    : {};
}

function told(site: Webmail, page: Page, box: Element, { handle }: Correspondent): Partial<SeenMessage> {
  const subject = textOf(first(page.document, site.subject ?? NONE));
  // Somebody may be shown now by name, now by address.
  const who = site.names ? subject : handle.value;
  return { ...toldByTime(page, who, datesIn(site, box)), subject: subject || undefined };
}

// Where it is not known what shows it, the date nearest to the sender is the message's own.
function datesIn(site: Webmail, box: Element): readonly string[] {
  if (site.date) return [textOf(box.querySelector(site.date))];
  const place = box.querySelector(site.from ?? NONE);
  if (!place || box.localName === 'body') return [];
  return datesNear(place).flatMap((near) =>
    // To the second, as a rule.
    box.contains(near.place) ? (near.place.getAttribute('datetime') ?? near.text) : [],
  );
}

function who(
  site: Webmail,
  shown: Element,
  isSelf: (handle: Handle) => boolean,
  address: string | undefined,
): Correspondent[] {
  const element = site.apart ? without(shown, site.apart) : shown;
  const person = personIn(element);
  const isThere = (place: Element) =>
    handlesIn(place).some((handle) => person && sameHandle(handle, person.handle));
  if (address && !all(element, address).some(isThere)) return [];
  const name = person ? (person.name ?? '') : textsOf(element).join(' ');
  const handle = site.names && !ADDRESS_LIKE.test(name) ? nameHandle(site.id, cleanText(name)) : undefined;
  // The user under their own name, at whatever address.
  if (person && !(handle && isSelf(handle))) return [person];
  return handle ? [{ handle, name }] : [];
}
