import { distinct, sameHandle } from '../domain/handles.ts';
import type { Handle } from '../domain/types.ts';
import { allStand, type Clue, concerns, findClues, letters } from './generic/clues.ts';
import { decide, onlyRecipients } from './generic/decide.ts';
import { fieldClues } from './generic/fields.ts';
import { isWriting } from './generic/letter.ts';
import { isMail } from './generic/mail-page.ts';
import { perPageInParts } from './generic/per-page-in-parts.ts';
import { domainOf, isCopied, isSender, isText, type Place } from './generic/place.ts';
import { columns, isAtSide, isBody, isChrome, isCovered, isOneOfMany, rowOf } from './generic/places.ts';
import { standingOf } from './generic/standing.ts';
import { accounts } from './reading/accounts.ts';
import { isLetter } from './reading/body.ts';
import { isShown } from './reading/dom.ts';
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

interface Study {
  readonly self: readonly Handle[];
  readonly people: readonly Sighting[];
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
  const places = shown.map((clue): Place => {
    const standing = standingOf(clue);
    // What says who they are to the message is no name, in whatever language.
    return { ...clue, standing, name: standing?.said === clue.name ? '' : clue.name };
  });
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
    // The lines of one header, below each other: a column of a list says the same of all.
    (place.standing?.by === 'bare' &&
      places.every(
        (other) => other.standing?.role !== place.standing?.role || sameHandle(other.handle, place.handle),
      ));
  return (place) =>
    place.standing?.by !== 'label' &&
    !isText(place) &&
    ((inColumn.has(place.element) && !(place.standing && isTogether(place))) ||
      isAmongNames(place) ||
      !isInHeader(place, places));
}

// A list shows the senders' names, and the address of who has none.
function isAmongNames({ standing, element, handle }: Place): boolean {
  if (standing?.by !== 'word' || letters(element) !== handle.value) return false;
  const others = [...element.ownerDocument.getElementsByClassName(standing.source.className)];
  return others.filter((other) => !other.textContent?.includes('@')).length > 2;
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
  // What is to be sent may be shown as it will be.
  const isPreview = people.every(
    (one) => one.role !== 'sender' && written.some((to) => sameHandle(to.handles[0], one.handles[0])),
  );
  return { self, people: isPreview ? written : [...people, ...written] };
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
  const account = [...accounts(page).filter((handle) => !isSubject(page, handle, around)), ...around];
  return distinct([
    ...account,
    ...(isMail(page) && account.length === 0 ? writers.map(({ handle }) => handle) : []),
    // Whoever writes is the user, under another address of the account's domain, too: a letter may have fields.
    ...fields
      .filter((field) => isSender(field) && account.every((own) => domainOf(own) === domainOf(field.handle)))
      .map(({ handle }) => handle),
    // Any other mailbox may be somebody else's, too.
    ...(page.own ?? []).filter(
      (own) =>
        [...header, ...fields].some(({ handle }) => sameHandle(own, handle)) ||
        hidden.some((clue) => sameHandle(own, clue.handle) && !rowOf(clue)),
    ),
  ]);
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

// More are contacts.
function few(places: readonly Clue[]): Handle[] {
  const handles = distinct(places.map(({ handle }) => handle));
  return handles.length > 5 ? [] : handles;
}
