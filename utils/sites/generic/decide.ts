import { sameHandle } from '../../domain/handles.ts';
import type { Handle } from '../../domain/types.ts';
import { readConversation, readListed, type SeenMessage } from '../reading/conversation.ts';
import { first } from '../reading/dom.ts';
import { isSenderLabel } from '../reading/labels.ts';
import { type Near, textsNear } from '../reading/near.ts';
import { saidDate } from '../reading/said.ts';
import { toldByTime } from '../reading/told.ts';
import type { Page, Sighting } from '../types.ts';
import { letters } from './clues.ts';
import { DRAFTS, isIn, isOpen, maySent, SENT } from './folder.ts';
import { isMail } from './mail-page.ts';
import {
  COPIED,
  domainOf,
  follows,
  isCopied,
  isLabelled,
  isSender,
  isText,
  labelMake,
  make,
  type Place,
} from './place.ts';
import { branchOf, EDITOR, headerDates, isOneWith, rowOf } from './places.ts';
import { isPrinted } from './printed.ts';
import { subjectNear } from './subject.ts';

/** The most pixels from one row of a list to the next. */
const ROW_HEIGHT = 120;

/**
 * Who the message is from that a header (`all`) shows, and whom it is for: as they are where signs agree, as a choice where they do not,
 * and nobody where the user may be any of them. `writers` are who writes a letter.
 */
export function* decide(
  page: Page,
  all: readonly Place[],
  writers: readonly Place[],
  self: readonly Handle[],
): Generator<undefined, readonly Sighting[]> {
  const mail = isMail(page);
  const isSelf = ({ handle }: Place) => self.some((own) => sameHandle(own, handle));
  const dated = mail ? all.filter((place) => !place.standing && headerDates(place.element).length > 0) : [];
  const free = dated.filter(isAlone);
  // "From:" in the same text as the address is how forwarded messages are quoted, unless it comes before all else.
  const head = all.find((place) => place.standing || dated.includes(place));
  const quote = all.find((place) => place !== head && isText(place) && isSender(place));
  const places = all.filter((place) => !quote || !isText(place) || follows(place, quote));
  const copied = places.filter(isCopied);
  const named = places.filter(isSender);
  const senders = named.length > 0 || !mail ? named : above(places, copied[0]);
  const isTo = ({ handle }: Place) => copied.some((to) => sameHandle(to.handle, handle));
  const first = places.find((place) => free.includes(place) || isSender(place));
  const [main] = senders;
  if (isList(senders) && copied.length === 0) return [];
  // A printed message does not say whether the user wrote it, without their address above it.
  const from = main ?? first;
  if (
    from &&
    self.length === 0 &&
    copied.length > 0 &&
    !isIn(page, SENT) &&
    isPrinted(page, from.element) &&
    !all.some((place) => place !== from && !place.standing && isTo(place))
  )
    return [];
  // A header in a language that nobody here knows, above them: what is below it may be a letter's, and "Da" is "to" in one language.
  const unknown = places.find(
    (place) => place.standing?.role === 'foreign' && !isSelf(place) && headerDates(place.element).length > 0,
  );
  if (unknown && from && follows(unknown, from) && labelMake(unknown) === labelMake(main ?? unknown))
    return [];
  if (!main) {
    // A list says of each row to whom it went.
    if (copied.length > 0 && !first)
      return onlyRecipients(
        page,
        copied.filter((place) => !rowOf(place)),
        self,
      );
    return first
      ? yield* unlabelled(
          page,
          first,
          free.filter((place) => !isSelf(place)),
          copied,
          self,
        )
      : [];
  }
  if (!mail && copied.length === 0) return [];
  if (!isSelf(main) && writers.includes(main)) return [];
  if (
    main.standing?.by === 'word' &&
    (!mail || (copied.length === 0 && headerDates(main.element).length === 0))
  )
    return [];
  const before = free.filter(
    (place) =>
      follows(place, main) &&
      !sameHandle(place.handle, main.handle) &&
      !isSelf(place) &&
      // The account at the head of a page that prints what it got.
      !isTo(place),
  );
  if (before.length > 0) return choice([main, ...before], self);
  // Other senders of a conversation are shown in the same way; one shown otherwise stands in a body.
  const alike = senders.filter(
    (place) => make(place) === make(main) && !isSecondLine(place, senders) && isBeside(place, main),
  );
  // "From: Per on behalf of Ruth".
  const source = main.standing?.by === 'word' ? undefined : main.standing?.source;
  if (senders.some((place) => place.standing?.source === source && !sameHandle(place.handle, main.handle)))
    return choice(senders, self);
  // So are those whom a forwarded message in a body was for: a header has all its labels in one way, and ends with the last of them.
  const isNamed = main.standing?.by === 'label';
  const end = isNamed ? copied.findLast((place) => labelMake(place) === labelMake(main)) : undefined;
  const own = isNamed
    ? copied.filter((place) => isLabelled(place) && !(end && alike.length === 1 && follows(end, place)))
    : copied;
  // Behind somebody else who is said to have written something stands whom that was for.
  const isQuoted = (place: Place) => {
    const before = senders.findLast((sender) => follows(sender, place));
    return (
      before &&
      !isSecondLine(before, senders) &&
      !alike.some((sender) => sender === before || sameHandle(sender.handle, before.handle))
    );
  };
  return yield* conversation(
    page,
    alike,
    own.filter((place) => !isQuoted(place)),
    self,
  );
}

// "From" in a language that nobody here knows: the one line of a header above the one that says whom the message is to.
function above(places: readonly Place[], to: Place | undefined): Place[] {
  const [from, another] = places.filter(
    (place) =>
      place.standing?.role === 'foreign' && to && follows(place, to) && labelMake(place) === labelMake(to),
  );
  return from?.standing &&
    !another &&
    to?.standing?.role === 'recipient' &&
    headerDates(from.element).length > 0 &&
    // Of whom only the name is shown.
    textsNear(from.element, isSenderLabel).length === 0
    ? [{ ...from, standing: { ...from.standing, role: 'sender' } }]
    : [];
}

// A line of a text, or one of many, of a kind whose first shows no address or with a box to tick, is nobody's that a header names.
function isAlone({ element }: Place): boolean {
  if (element.closest('p') || [...element.children].some((child) => child.localName === 'br')) return false;
  let token = element;
  const own = letters(token) ?? '';
  while (token.parentElement && letters(token.parentElement, own.length) === own) token = token.parentElement;
  // "Ruth wrote:", in whatever language.
  if (/^.{1,40}[:：]\s*$/m.test(token.nextSibling?.nodeValue ?? '')) return false;
  for (let before = token.previousElementSibling; before; before = before.previousElementSibling)
    if (
      (before.className === token.className && token.className && !before.textContent?.includes('@')) ||
      // What can be chosen among others.
      before.querySelector('[type=checkbox],[role=checkbox]')
    )
      return false;
  return true;
}

// Nothing says who is who: a single address near a date is the sender's, as is the one nearest to a date when it is the first.
function* unlabelled(
  page: Page,
  first: Place,
  free: readonly Place[],
  copied: readonly Place[],
  self: readonly Handle[],
): Generator<undefined, readonly Sighting[]> {
  const distance = (place: Place) => headerDates(place.element)[0]?.distance ?? 0;
  const others = free.filter((place) => !sameHandle(place.handle, first.handle));
  const own = self.some((handle) => sameHandle(handle, first.handle));
  // The account above a message that somebody else wrote.
  const nearer = own ? others.find((place) => distance(place) < distance(first)) : undefined;
  if (nearer) return yield* unlabelled(page, nearer, others, copied, self);
  if (own || others.every((place) => distance(place) > distance(first)))
    return yield* conversation(page, [first], copied, self);
  return choice([first, ...others], self);
}

function* conversation(
  page: Page,
  senders: readonly Place[],
  copied: readonly Place[],
  self: readonly Handle[],
): Generator<undefined, readonly Sighting[]> {
  yield;
  const [only, another] = senders;
  const sent = isIn(page, SENT) || (self.length === 0 && isOpen(page, SENT));
  // The user's own, who may be anybody on it; nothing happened yet.
  const draft = isIn(page, DRAFTS) || isOpen(page, DRAFTS);
  if (self.length === 0 && (draft || (!sent && only && maySent(page, only.element)))) return [];
  const known = self.length > 0 || sent;
  const told = only && !another && !draft ? yield* identity(page, [only, ...copied.slice(-1)], known) : {};
  const messages = senders.map((from, index): SeenMessage => {
    const next = senders[index + 1];
    const own = copied.filter(
      (place) => (index === 0 || follows(from, place)) && (!next || follows(place, next)),
    );
    return { from, ...copies(own), ...told };
  });
  const sightings = readConversation(messages, self, sent);
  // Colleagues and the user share a domain, often the webmail's own.
  const doubtful = ({ handles: [handle] }: Sighting) =>
    self.length === 0 && page.url.hostname.endsWith(domainOf(handle));
  return sightings.map((sighting) =>
    doubtful(sighting) ? { ...sighting, role: 'listed', touchpoints: [] } : sighting,
  );
}

/** Whom a letter is for; without knowing who the user is, one person alone is surely not the user. */
export function onlyRecipients(
  page: Page,
  copied: readonly Place[],
  self: readonly Handle[],
): readonly Sighting[] {
  const { to, cc, bcc } = copies(copied);
  if (!isMail(page) || (self.length === 0 && (to.length > 1 || !first(page.document, EDITOR)))) return [];
  return readConversation([self.length > 0 ? { to, cc, bcc } : { to, cc: [] }], self);
}

// To, Cc and Bcc; a header may show the same in short and in full.
function copies(places: readonly Place[]) {
  const [to = [], cc = [], bcc = []] = COPIED.map((role) =>
    places.filter(({ standing }) => standing?.role === role).filter(isFirst),
  );
  return { to, cc, bcc };
}

// A choice must not hold the user.
function choice(places: readonly Place[], self: readonly Handle[]): readonly Sighting[] {
  if (self.length === 0 || places.length > 5) return [];
  return readListed(places, self);
}

// The address may name mailbox and message; a hash may be ahead of what is shown. Else it is who wrote it when: in the mailbox of
// somebody who is known, as what a list's archive shows was not for the user.
function* identity(
  page: Page,
  places: readonly Place[],
  isKnown: boolean,
): Generator<undefined, Partial<SeenMessage>> {
  const { url } = page;
  const [from, last] = places;
  const parameter = (name: RegExp) => [...url.searchParams].find(([key]) => name.test(key))?.[1];
  const mailbox = parameter(/^_?(mbox|mailbox|folder|mb)$/i);
  const uid = parameter(/^_?(u|m|passed_|msg_?|message_?)?id$/i);
  const named = mailbox && uid && /^[\w-]{1,64}$/.test(uid);
  if (!from || (!named && !(isKnown && isMail(page)))) return {};
  // Behind many recipients, the date is near the last of them.
  for (const { element } of places) {
    const near = headerDates(element);
    const told = named
      ? {
          sourceKey: `${url.origin}:${mailbox}:${uid}`,
          link: url.href,
          ...saidDate(page, texts(near), { needed: 'date' }),
        }
      : toldByTime(page, from.handle.value, texts(near.filter((one) => isOneWith(element, one))));
    yield;
    if (told.said)
      return {
        ...told,
        subject: subjectNear(from.element) ?? (last && subjectNear(last.element)),
      };
  }
  return {};
}

// What the markup says of a date is not of one day here and another there, as "2/11/2026" is.
function texts(near: readonly Near[]): string[] {
  const marked = (place: Element) => (place.cloneNode() as Element).outerHTML; // of an element, without what is in it
  return near.map(({ text, place }) => /"(20\d\d-\d\d-\d\dT[^"]+)"/.exec(marked(place))?.[1] ?? text);
}

// "From: Jo" in each row: between messages that are read stands what they say.
function isList(senders: readonly Place[]): boolean {
  const [first] = senders;
  const tops = senders
    .filter((place) => first && make(place) === make(first))
    .filter((place, index, alike) => !isAgain(place, alike[index - 1]))
    .map(({ element }) => element.getBoundingClientRect().top);
  return tops.length > 1 && tops.every((top, index) => top - (tops[index - 1] ?? top) < ROW_HEIGHT);
}

// The name and, beside it, the address of one person.
function isAgain({ element, handle }: Place, before: Place | undefined): boolean {
  if (!before || before.element.contains(element)) return !!before;
  const { top, bottom } = before.element.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const middle = (own.top + own.bottom) / 2;
  return sameHandle(handle, before.handle) && middle > top && middle < bottom;
}

function isFirst({ handle }: Place, index: number, places: readonly Place[]): boolean {
  return places.findIndex((other) => sameHandle(other.handle, handle)) === index;
}

// The row below that of the author, in one table: the "Sender" of a mailing list, which some languages call as they call "From".
function isSecondLine({ standing }: Place, senders: readonly Place[]): boolean {
  const row = standing?.source.closest('tr');
  const above = row?.previousElementSibling;
  return !!above && senders.some((other) => other.standing?.source.closest('tr') === above);
}

// Messages of a conversation stand beside each other, each in one of its elements of one make; what a message quotes is in one of others.
function isBeside(one: Place, other: Place): boolean {
  const branch = branchOf(one.element, other.element);
  const twin = [...(branch.parentElement?.children ?? [])].find((child) => child.contains(other.element));
  return !twin || (twin.localName === branch.localName && twin.classList[0] === branch.classList[0]);
}
