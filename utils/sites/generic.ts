import { distinct, sameHandle } from '../domain/handles.ts';
import { ALL_INSIDE } from '../domain/names.ts';
import type { Handle } from '../domain/types.ts';
import { accounts } from './accounts.ts';
import { isLetter } from './body.ts';
import { readConversation, type SeenMessage } from './conversation.ts';
import { each, first, isBefore, isShown, shortText } from './dom.ts';
import { allStand, type Clue, concerns, findClues, letters } from './generic/clues.ts';
import { fieldClues } from './generic/fields.ts';
import { perPageInParts } from './generic/per-page-in-parts.ts';
import {
  columns,
  headerDates,
  isAtSide,
  isBody,
  isChrome,
  isCovered,
  isOneOfMany,
  isOneWith,
  rowOf,
} from './generic/places.ts';
import { type Standing, standingOf } from './generic/standing.ts';
import { subjectNear } from './generic/subject.ts';
import { type Near, textsNear } from './near.ts';
import { perPage } from './per-page.ts';
import { saidDate } from './said.ts';
import { toldByTime } from './told.ts';
import type { Page, Sighting, SiteAdapter } from './types.ts';

/**
 * Any webmail that no other adapter knows, on a site that the user turned on: the last of the list. It says who a
 * message is from where signs agree, gives a choice (`listed`) where they don't, and nothing on other pages.
 */
export const generic: SiteAdapter = {
  id: 'generic',
  name: 'Webmail',
  matches: [],
  recognize: (page) => {
    const { people, self } = study.answer(page);
    return people.length + self.length > 0 ? page.document.body : undefined;
  },
  concerns,
  stands: allStand,
  prepare: (page) => study.parts(page),
  self: (page) => study.answer(page).self,
  views: [{ name: 'page', root: 'body', mayBeEmpty: true, read: (_, page) => study.answer(page).people }],
};

interface Place extends Clue {
  readonly standing: Standing | undefined;
}

interface Study {
  readonly self: readonly Handle[];
  readonly people: readonly Sighting[];
}

/** The most pixels from one row of a list to the next. */
const ROW_HEIGHT = 120;
/** How far above whom a letter is from its text stands, at most. */
const LETTER_LEVELS = 8;
const EDITOR = 'textarea,[contenteditable=true]';
const COPIED: readonly string[] = ['recipient', 'cc', 'bcc'];

// How the addresses and titles of mail pages call what they show.
const MAIL =
  /[/#]compose(?![^ /?])|(?<!\be-?)mail|zimbra|grommunio|inbox|imap|mbox|message|\bmsg|posteingang|nachricht|bo[iî]te|courrie|corre[io]|entrada|posta|poczt|почт|邮|郵|收件|메일|بريد|דואר/;
const OTHER_PART =
  /(?<!inbox.*|folder.*|mbox.*)[/#!=.](?:calendars?|agenda|contacts?|address-?books?|tasks|settings|preferences|options|admin|(?:account|profile)(?![/?]))(?=$|[/?&#])/;
// A folder's name between separators: a title has the message's subject too, and "sent" is in "presentation".
const SENT =
  /^(?:sent(?:[ _-]\w+|items)?$|(?:\S+ )?(?:gesend|envoy(?!er)|envia[dt]|inviat|wys.an|verzond|verstuurd|отправи?л|надісл|skicka[dt]|sendt|od[eo]sl|lähetet|(?:el)?küldött|gönderil|απεστ|trimise|posla|bidali|dihantar)|[发發]送$|已[发發]|寄件|送信|보낸|전송된)/;
// A subject may begin or end so, too ("Pedido enviado"): a folder's name is one word, or says what was sent.
const FOLDER =
  /^(?:[^\s\u3040-\u9fff가-힣]+|(?:\S+ )?(?:e-?)?(?:mail|item|it[eé]n|obj|[eé]l[eé]m|nachr|mess|mens|medd|cou?rr|post|pošt|beri|viest|pocz|wiad|lev|üzen|сооб|пис|пош|лист|zpr|spr|por|ile|öğ)\S*(?: \S+)?|已?[发發]送?(?:[邮郵]件|信件|消息)?|寄件(?:[备備]份)?匣?|送信(?:済み?)?(?:メール|アイテム|トレイ|箱)?|(?:보낸|전송된) ?(?:편지함?|메일함?|메시지|항목)?)$/;

function saidOf({ document, url }: Page): string {
  return `${document.title} ${url.hostname} ${url.pathname} ${url.search} ${url.hash}`;
}

// The page is in the folder of what the user sent; some webmails write a folder's name in base64.
function isSent(page: Page): boolean {
  const places = page.url.href.slice(page.url.origin.length).split(/[^\w-]+/);
  return [...places, ...places.map(plain)].some(isSentName) || titled(page).some(isSentFolder);
}

function titled({ document }: Page): string[] {
  return document.title.split(/[-–—|·:()/]+/).map((name) => name.trim());
}

function isSentFolder(name: string): boolean {
  return isSentName(name) && FOLDER.test(name.toLowerCase());
}

function isSentName(name: string): boolean {
  return name.length < 30 && SENT.test(name.trim().toLowerCase());
}

// Where neither address nor title names the folder, the list of folders marks the one that is open.
const OPEN = '[aria-current],[aria-selected=true],.active,.selected';
function isSentOpen({ document }: Page, marks = OPEN): boolean {
  return each(document, marks).some((element) => {
    const name = shortText(element, 300) ?? '';
    return isSentName(name.replace(/[\s\d]+/g, ' ')) && (marks !== OPEN || isChrome(element));
  });
}

// "Message 1 in Sent", "送信済みのメッセージ 1", above it; a subject may say the same ("Order 12 was sent"), so that it only says that
// nobody knows, as a class that is called in some way does.
function isInSent(text: string): boolean {
  const [, behind, before] = /\d(?:,| \S+) (.+)$|^(.+?)(?:の|中的|에 있는).*\d$/.exec(text) ?? [];
  return isSentName(behind ?? before ?? '');
}

// Nothing can be pressed there, and nothing leads elsewhere from above the message. In a frame the program may be in others.
function isPrinted({ document, url }: Page, { element }: Place): boolean {
  const { body, defaultView: window, scripts } = document;
  const prints = () =>
    /print/i.test(`${url.pathname}${url.search}${body.getAttribute('onload')}`) ||
    [...scripts].some(({ text }) => /\bprint\(\)/.test(text));
  const controls = each(document, 'button,input,select,[role=button],[onclick],a[href]').filter(
    (control) =>
      control.localName !== 'a' ||
      !(/^mailto:/.test(control.getAttribute('href') ?? '') || isBefore(element, control)),
  );
  return controls.length < 3 && (window === window?.top || prints());
}

function plain(name: string): string {
  try {
    return atob(name);
  } catch {
    return '';
  }
}

const isMail = perPage(
  (page) =>
    !isOtherPart(page) &&
    (MAIL.test(saidOf(page).replace(ALL_INSIDE, '').toLowerCase()) || isMailRoute(page)),
);

// Of a mail program or its host, where who is shown beside a date wrote nothing. A folder may be called so, too.
function isOtherPart({ url: { pathname, search, hash } }: Page): boolean {
  return OTHER_PART.test(`${pathname}${search}${hash}`.toLowerCase());
}

// "/#email" is a program's part, unless the page has a place of that name.
function isMailRoute({ document, url: { hash } }: Page): boolean {
  return /^#[/!]*(?:email|sent)(?:[/:]|$)/i.test(hash) && !document.getElementById(hash.slice(1));
}

const study = perPageInParts(function* (page): Generator<undefined, Study> {
  const { body } = page.document;
  if (!body || isLetter(page.document) || isBodyFrame(body)) return { self: [], people: [] };
  const clues = (yield* findClues(page, isMail(page))).filter(({ element }) => !isBody(element));
  return yield* weigh(page, yield* sortOut(clues));
});

// A frame without buttons is no program's: it is a message's body.
function isBodyFrame(body: HTMLElement): boolean {
  const window = body.ownerDocument.defaultView;
  return (
    window !== null && window !== window.top && !body.querySelector('button,input,[role=button],[onclick]')
  );
}

/** Clues in the order of the page: those that are no row's of a list, and those that nobody sees. */
interface Sorted {
  readonly header: readonly Place[];
  readonly hidden: readonly Clue[];
}

// What is in parts is short, here and in what leads there: browsers make machine code of what is entered often, all of it, and keep it.
function* sortOut(clues: readonly Clue[]): Generator<undefined, Sorted> {
  yield;
  const shown = clues.filter(({ element }) => isShown(element));
  yield;
  const places = shown.map((clue): Place => ({ ...clue, standing: standingOf(clue) }));
  const isRow = rowsAmong(places);
  const header: Place[] = [];
  for (const place of places) {
    yield;
    if (!isRow(place)) header.push(place);
  }
  return { header, hidden: clues.filter((clue) => !shown.includes(clue)) };
}

function rowsAmong(places: readonly Place[]): (place: Place) => boolean {
  const inColumn = columns(places.map(({ element }) => element));
  const isTogether = (place: Place) =>
    places.some((other) => other !== place && other.standing?.source === place.standing?.source) ||
    isOnlyOne(place, places);
  return (place) =>
    place.standing?.by !== 'label' &&
    !isText(place) &&
    ((inColumn.has(place.element) && !(place.standing && isTogether(place))) || !isInHeader(place, places));
}

// A header that is pressed as a whole says whom the message is for.
function isInHeader(place: Place, places: readonly Place[]): boolean {
  const row = rowOf(place);
  return (
    !row ||
    (!isOneOfMany(row) &&
      places.some(
        (to) => to.standing?.by === 'label' && isCopied(to) && to !== place && row.contains(to.element),
      ))
  );
}

function* weigh(page: Page, { header, hidden }: Sorted): Generator<undefined, Study> {
  const fields: Place[] = isMail(page) ? yield* fieldClues(page.document) : [];
  const writers = header.filter((place) => isSender(place) && isWriting(place, [...header, ...fields]));
  const self = selfAmong(page, header, hidden, fields, writers);
  yield;
  const people = yield* decide(
    page,
    header.filter((place) => !inChrome(place) && !isCovered(place.element)),
    writers,
    self,
  );
  // A letter may be written beside a message.
  const written =
    people.length > 0 && self.length === 0 ? [] : onlyRecipients(page, fields.filter(isCopied), self);
  return { self, people: [...people, ...written] };
}

function inChrome({ standing, element }: Place): boolean {
  return standing?.by !== 'label' && isChrome(element);
}

function selfAmong(
  page: Page,
  header: readonly Place[],
  hidden: readonly Clue[],
  fields: readonly Place[],
  writers: readonly Place[],
): readonly Handle[] {
  // A closed menu may hold the account.
  const around = few(
    [
      ...header.filter((place) => inChrome(place) && !place.standing),
      ...hidden.filter((clue) => isChrome(clue.element) && !rowOf(clue)),
    ].filter(({ element }) => !isAtSide(element)),
  );
  const account = [
    ...accounts(page).filter((handle) => !isSubject(page, handle, around)),
    ...fields.filter(isSender).map(({ handle }) => handle),
    ...around,
  ];
  return distinct([
    ...account,
    ...(isMail(page) && account.length === 0 ? writers.map(({ handle }) => handle) : []),
    // Any other mailbox may be somebody else's, too.
    ...(page.own ?? []).filter(
      (own) =>
        [...header, ...fields].some(({ handle }) => sameHandle(own, handle)) ||
        hidden.some((clue) => sameHandle(own, clue.handle) && !rowOf(clue)),
    ),
  ]);
}

function isCopied({ standing }: Place): boolean {
  return standing !== undefined && COPIED.includes(standing.role);
}

// A title says whose page it is, or whom it is about: the first, unless the page shows another account.
function isSubject({ document, url }: Page, handle: Handle, around: readonly Handle[]): boolean {
  return (
    around.length > 0 &&
    !around.some((own) => sameHandle(own, handle)) &&
    document.title.toLowerCase().includes(handle.value) &&
    !url.href.replaceAll(/%40/gi, '@').toLowerCase().includes(handle.value)
  );
}

// Among the fields of a letter, which has no date yet, or in one form with them, "From" is whoever writes: to somebody else.
function isWriting({ element, handle, standing }: Place, others: readonly Place[]): boolean {
  const below = others.filter((to) => isCopied(to) && isBefore(element, to.element));
  if (below.some((to) => sameHandle(to.handle, handle))) return false;
  const undated = () => headerDates(element).length === 0;
  const form = element.closest('form');
  if (form?.querySelector(EDITOR))
    return undated() || below.some((to) => to.element.localName === 'input' && form.contains(to.element));
  let letter: Element | null = element;
  for (let level = 0; letter && !letter.querySelector(EDITOR); level++)
    letter = level < LETTER_LEVELS ? letter.parentElement : null;
  // The fields' labels are of one make.
  const isField = (field: Element) => {
    const own = isBefore(element, field) && standingOf({ element: field });
    return own && COPIED.includes(own.role) && labelMake({ standing: own }) === labelMake({ standing });
  };
  return letter !== null && undated() && [...letter.querySelectorAll('input')].some(isField);
}

// The lines of one header, below each other: a column of a list says the same of all.
function isOnlyOne({ standing, handle }: Place, places: readonly Place[]): boolean {
  return (
    standing?.by === 'bare' &&
    places.every((other) => other.standing?.role !== standing.role || sameHandle(other.handle, handle))
  );
}

function isSender({ standing }: Place): boolean {
  return standing?.role === 'sender';
}

// The label is in the same text as the address.
function isText({ standing }: Place): boolean {
  return standing?.by === 'text';
}

function isLabelled({ standing }: Place): boolean {
  return standing?.by === 'label' || standing?.by === 'word';
}

// More are contacts.
function few(places: readonly Clue[]): Handle[] {
  const handles = distinct(places.map(({ handle }) => handle));
  return handles.length > 5 ? [] : handles;
}

function* decide(
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
  const senders = places.filter(isSender);
  const first = places.find((place) => free.includes(place) || isSender(place));
  const [main] = senders;
  if (isList(senders) && copied.length === 0) return [];
  // A printed message does not say whether the user wrote it, without their address above it.
  if (
    first &&
    self.length === 0 &&
    copied.length > 0 &&
    !isSent(page) &&
    isPrinted(page, main ?? first) &&
    !all.some(
      (place) =>
        place !== (main ?? first) &&
        !place.standing &&
        copied.some(({ handle }) => sameHandle(handle, place.handle)),
    )
  )
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
      !copied.some(({ handle }) => sameHandle(handle, place.handle)),
  );
  if (before.length > 0) return choice([main, ...before], self);
  // Other senders of a conversation are shown in the same way; one shown otherwise stands in a body.
  const alike = senders.filter((place) => make(place) === make(main) && !isSecondLine(place, senders));
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
  return yield* conversation(page, alike, own, self);
}

// A line of a text, or one of many, of a kind whose first shows no address or with a box to tick, is nobody's that a header names.
function isAlone({ element }: Place): boolean {
  if (element.closest('p') || [...element.children].some(({ localName }) => localName === 'br')) return false;
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
  const sent = isSent(page) || (self.length === 0 && isSentOpen(page));
  if (
    !sent &&
    self.length === 0 &&
    only &&
    (textsNear(only.element, isInSent).length > 0 ||
      titled(page).some((name) => isSentName(name) && name !== subjectNear(only.element)) ||
      isSentOpen(page, '.active,[class*=-active],[class*=selected]'))
  )
    return [];
  const known = self.length > 0 || sent;
  const told = only && !another ? yield* identity(page, [only, ...copied.slice(-1)], known) : {};
  const messages = senders.map((from, index): SeenMessage => {
    const next = senders[index + 1];
    const own = copied.filter(
      (place) => (index === 0 || follows(from, place)) && (!next || follows(place, next)),
    );
    // A header may show the same in short and in full.
    const group = (role: string) => own.filter(({ standing }) => standing?.role === role).filter(isFirst);
    return {
      from,
      to: group('recipient'),
      cc: group('cc'),
      bcc: group('bcc'),
      ...told,
    };
  });
  const sightings = readConversation(messages, self, sent);
  // Colleagues and the user share a domain, often the webmail's own.
  const doubtful = ({ handles: [handle] }: Sighting) =>
    self.length === 0 && page.url.hostname.endsWith(handle.value.slice(handle.value.indexOf('@') + 1));
  return sightings.map((sighting) =>
    doubtful(sighting) ? { ...sighting, role: 'listed', touchpoints: [] } : sighting,
  );
}

// Without knowing who the user is, one person alone is surely not the user.
function onlyRecipients(page: Page, copied: readonly Place[], self: readonly Handle[]): readonly Sighting[] {
  const [to = [], cc = [], bcc = []] = COPIED.map((role) =>
    copied.filter(({ standing }) => standing?.role === role),
  );
  if (
    !isMail(page) ||
    (self.length === 0 && (to.length > 1 || !first(page.document, 'textarea,[contenteditable=true]')))
  )
    return [];
  return readConversation([self.length > 0 ? { to, cc, bcc } : { to, cc: [] }], self);
}

// A choice must not hold the user.
function choice(places: readonly Place[], self: readonly Handle[]): readonly Sighting[] {
  if (self.length === 0 || places.length > 5) return [];
  return readConversation([{ to: places, cc: [] }], self).map((sighting) => ({
    ...sighting,
    role: 'listed',
  }));
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
  return (
    tops.length > 1 && tops.every((top, index) => index === 0 || top - (tops[index - 1] ?? top) < ROW_HEIGHT)
  );
}

// The name and, beside it, the address of one person.
function isAgain({ element, handle }: Place, before: Place | undefined): boolean {
  if (!before || before.element.contains(element)) return before !== undefined;
  const { top, bottom } = before.element.getBoundingClientRect();
  const middle = element.getBoundingClientRect().top + element.getBoundingClientRect().height / 2;
  return sameHandle(handle, before.handle) && middle > top && middle < bottom;
}

function isFirst({ handle }: Place, index: number, places: readonly Place[]): boolean {
  return places.findIndex((other) => sameHandle(other.handle, handle)) === index;
}

function follows(before: Place, after: Place): boolean {
  return isBefore(before.element, after.element);
}

// The row below that of the author, in one table: the "Sender" of a mailing list, which some languages call as they call "From".
function isSecondLine({ standing }: Place, senders: readonly Place[]): boolean {
  const row = standing?.source.closest('tr');
  const above = row?.previousElementSibling;
  return !!above && senders.some((other) => other.standing?.source.closest('tr') === above);
}

function labelMake({ standing }: Pick<Place, 'standing'>): string {
  const { localName, className, parentElement } = standing?.source ?? {};
  return `${standing?.by} ${localName} ${className} ${parentElement?.localName}`;
}

function make({ element, standing }: Place): string {
  // A message has one "From", and may have a "Sender" beside it.
  return `${standing?.by} ${standing?.said} ${element.localName} ${element.className} ${element.parentElement?.localName}`;
}
