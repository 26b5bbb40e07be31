import { nameHandle } from '../../domain/handles.ts';
import { linkedinHandle } from '../../domain/linkedin-handle.ts';
import { nameKey } from '../../domain/name-key.ts';
import { readName } from '../../domain/names.ts';
import type { Handle } from '../../domain/types.ts';
import { attribute, firstText, textOf } from '../reading/dom.ts';
import { saidDate } from '../reading/said.ts';
import type { Page, SeenTouchpoint, Sighting } from '../types.ts';
import { isUser } from './self.ts';
import { hasWords, isNobody, sighting } from './subject.ts';

// Messaging is Ember in every account (seen 2022 to 2026): a page of its own, and bubbles over the others.
const ACTIVE = '[class*="convo-item-link--active"]';
const ROW_NAMES = '.msg-conversation-card__participant-names';
// Only a member's photo comes with a presence, known or not; groups, companies and LinkedIn itself have none.
const PRESENCE = '.presence-entity';
// The heading of a thread with one member, and the card above its first message.
const WITH =
  '.msg-thread__link-to-profile,.msg-thread__topcard-btn,.msg-overlay-bubble-header__title,.profile-card-one-to-one__profile-link,:scope > h2 > a';

const OTHER = '.msg-s-event-listitem--other';
const SENDER = '.msg-s-message-group__name';

interface Draft {
  readonly name: string;
  handle?: Handle | undefined;
  readonly touchpoints: SeenTouchpoint[];
}

/**
 * Whom the open conversation is with: the member in its heading, else the members who wrote in it. Companies, LinkedIn
 * and advertisers have no profile to link to. Nobody where heading, messages and the list's open row disagree: the page
 * is between two conversations.
 */
export function readThread(root: Element, page: Page): readonly Sighting[] {
  const people = new Map<string, Draft>();
  let agrees = !root.querySelector('[class*="spinmail"],[class*="sponsored-conversation"]');
  const add = (
    element: Element | null,
    href = attribute(element?.closest('a') ?? element?.querySelector('a'), 'href'),
  ) => {
    const name = nameIn(element);
    if (!name || !href.includes('/in/') || isUser(page, name)) return;
    const draft = people.get(nameKey(name)) ?? { name, touchpoints: [] };
    people.set(nameKey(name), draft);
    // Most links hold an opaque id that is good for the viewer only; then the name is all there is.
    const handle = linkedinHandle(href);
    agrees &&= !handle || !draft.handle || handle.value === draft.handle.value;
    draft.handle ??= handle;
  };
  const headings = [...root.querySelectorAll(WITH)];
  const events = [...root.querySelectorAll('.msg-s-event-listitem')];
  for (const heading of headings) add(heading);
  let isWithOne = people.size > 0;
  for (const event of events) if (event.matches(OTHER)) add(event.querySelector(SENDER));

  const row = page.document.querySelector(ACTIVE);
  // Until 2022 the rows were links: the list may be at another conversation than the address.
  const [, thread] = /\/thread\/([^/]+)/.exec(attribute(row?.closest('a'), 'href')) ?? [];
  agrees &&= !thread || page.url.pathname.includes(thread);
  const open = namedIn(row);
  if (open && row?.querySelector(PRESENCE)) {
    isWithOne = true;
    // Before the thread has loaded, the row is all there is; a heading without a link is a group's or a company's.
    if (!root.querySelector(`${WITH},.msg-s-event-listitem,.msg-entity-lockup__entity-title`))
      add(row.querySelector(ROW_NAMES), '/in/');
  }
  const [first] = people.values();
  if (open && first && isWithOne) agrees &&= hasWords(open, first.name) || hasWords(first.name, open);
  if (!agrees || (isWithOne && people.size > 1)) return [];

  addTouchpoints(events, people, page);
  const headline = textOf(
    root.querySelector('.msg-s-profile-card-one-to-one .artdeco-entity-lockup__subtitle'),
    300,
  );
  return [...people.values()].flatMap(({ name, handle = nameHandle('linkedin', name), touchpoints }) =>
    handle ? [sighting('participant', handle, name, { headline }, touchpoints)] : [],
  );
}

/** The members of the other conversations in the list. Rows have no link: the name is all there is. */
export function readRows(list: Element, page: Page): readonly Sighting[] {
  return [...list.querySelectorAll('.msg-conversation-listitem')].flatMap((row) => {
    const name = namedIn(row);
    const handle = nameHandle('linkedin', name ?? '');
    // A pill says that it is an advertisement, an InMail, a job.
    const isOther =
      row.querySelector(PRESENCE) && !row.querySelector(`${ACTIVE},.msg-conversation-card__pill`);
    return name && handle && isOther && !isUser(page, name) ? [sighting('listed', handle, name)] : [];
  });
}

// Rows have no link that would say whose name it is; the photo's words do.
function namedIn(row: Element | null): string | undefined {
  const name = nameIn(row?.querySelector(ROW_NAMES));
  const alt = attribute(row?.querySelector(`${PRESENCE} [alt],${PRESENCE}[alt]`), 'alt');
  return !alt || (name && hasWords(alt, name)) ? name : undefined;
}

// Whose message it is, is said twice: by its class, and by the name above it or above the first of several.
function addTouchpoints(events: readonly Element[], people: ReadonlyMap<string, Draft>, page: Page): void {
  const { url } = page;
  let sender: string | undefined;
  let said: ReturnType<typeof saidDate> = {};
  for (const event of events) {
    const urn = attribute(event, 'data-event-urn');
    // Ids begin with the time of sending in base64 (seen 2023): "1676641440939b58769-004&...".
    const sent = Number.parseInt(atob(/\b2-([a-z\d]{20})/i.exec(urn)?.[1] ?? ''), 10);
    const named = event.querySelector(SENDER);
    if (named) {
      sender = nameKey(firstText(named));
      const shown = textOf(event.querySelector('.msg-s-message-group__timestamp'));
      said = sent
        ? saidDate(page, [`${shown} ${new Date(sent).toDateString()}`], { language: '', near: sent })
        : {};
    }
    const from = people.get(sender ?? '');
    if (!sender || !urn || event.matches(OTHER) !== !!from) continue;
    for (const person of from ? [from] : people.values())
      person.touchpoints.push({
        sourceKey: `linkedin:${urn}`,
        channel: 'message',
        direction: from ? 'in' : 'out',
        ...(said.said && sent > 0 && { at: sent - (sent % 60_000), ...said }),
        ...(url.pathname.startsWith('/messaging/thread/') && { link: url.origin + url.pathname }),
      });
  }
}

/** Whose name stands in an element, where it is a member's who can be seen. */
export function nameIn(element: Element | null | undefined): string | undefined {
  const { name = '' } = readName(firstText(element));
  return isNobody(name) ? undefined : name;
}
