import { nameHandle, urlHandle } from '../../domain/handles.ts';
import { cleanText } from '../../domain/names.ts';
import type { Handle } from '../../domain/types.ts';
import { attribute, shownTexts, textOf } from '../reading/dom.ts';
import type { Page, SeenTouchpoint, Sighting } from '../types.ts';
import { nameIn } from './messages.ts';
import { isUser } from './self.ts';
import { confirmedName, type Fields, sighting, visibleText } from './subject.ts';

// Sales Navigator (seen 2021 to 2026) hashes its classes, but says what must be blurred in a demonstration.
const NAME = '[data-anonymize="person-name"]';
/** A lead's card until 2021, when parts had names of their own. */
export const EARLY_LEAD = '.profile-topcard';

/** A lead's name in a search of 2018: the link has the member's number, which no longer leads anywhere. */
const EARLY_NAME = 'a.name-link[href*="/sales/profile/"]';

/** The search and the lists of Sales Navigator: a lead's name is a link to the lead, or in one. */
export function readLeads(root: Element): readonly Sighting[] {
  const links = root.querySelectorAll(`a[href*="/sales/lead/"]:is(${NAME},:has(${NAME})),${EARLY_NAME}`);
  return [...links].flatMap((link) => {
    const name = nameIn(link.querySelector(NAME) ?? link);
    const handle = leadHandle(attribute(link, 'href')) ?? nameHandle('linkedin', name ?? '');
    // Shared connections are hidden in the card of the lead whom they know.
    if (!handle || !name || link.closest('[aria-hidden="true"]')) return [];
    return [sighting('listed', handle, name, fieldsIn(link.closest('li,tr')))];
  });
}

/** The page of a lead. Its address holds an id that is good for Sales Navigator only; the card must hold the same. */
export function readLead(root: Element, page: Page): readonly Sighting[] {
  const heading = root.querySelector(`h1${NAME},${EARLY_LEAD}-person-entity__name`);
  const card = heading?.closest('section') ?? root;
  const handle = leadHandle(page.url.pathname);
  const name = heading && confirmedName(page, card, visibleText(heading), '');
  if (!handle || !name) return [];
  // Links that are hidden, have a name or are only a photo lead to connections in common.
  const own = [...card.querySelectorAll(`a:not(${NAME},:has(${NAME}),[aria-hidden="true"] *)`)].filter(
    (link) => textOf(link) && link.closest('section,main') === card,
  );
  const leads = own.flatMap((link) => leadHandle(attribute(link, 'href'))?.value ?? []);
  if (!leads.every((lead) => lead === handle.value)) return [];
  // Only the name is sure where the card says nothing of an id: the page may lag behind its address.
  const known = leads.length > 0 ? handle : nameHandle('linkedin', name);
  return known ? [sighting('profile', known, name, fieldsIn(root))] : [];
}

// A name in the lists of either inbox, and what of an open conversation says whose it is: in Recruiter a card above it.
const IN_ROW = `${NAME},[data-test-participant-name]`;
const HEADING = 'h2[aria-label],[data-test-row-lockup-full-name]';

/**
 * Whom the open conversation of the inbox is with, Recruiter's too: the list says it in the row of this address, and the heading names
 * the same, in a sentence of any language. Nobody where they do not, or where the list, which may lag behind the address, has no such row.
 */
export function readLeadThread(root: Element, page: Page): readonly Sighting[] {
  const thread = threadIn(page.url.pathname);
  const links = [...page.document.querySelectorAll('a[href*="/inbox/"]')];
  const rows = links.filter((link) => threadIn(attribute(link, 'href')));
  const row = rows.find((link) => threadIn(attribute(link, 'href')) === thread);
  // Without a list, whoever wrote in it.
  const named =
    rows.length > 0
      ? (row?.closest('[data-test-conversation-card-container]') ?? row)?.querySelectorAll(IN_ROW)
      : root.querySelectorAll(`address ${NAME}`);
  const [name, ...others] = new Set([...(named ?? [])].map(nameIn));
  const headings = [...root.querySelectorAll(HEADING)].map(
    (element) => attribute(element, 'aria-label') || textOf(element),
  );
  const agrees = name && headings.some((heading) => heading.includes(name));
  if (!agrees || others.length > 0 || isUser(page, name)) return [];
  // The card beside it has the lead, and others.
  const leads = [...page.document.querySelectorAll('a[href*="/sales/lead/"]:not(li *)')]
    .filter((link) => nameIn(link) === name)
    .flatMap((link) => leadHandle(attribute(link, 'href')) ?? []);
  const isOne = new Set(leads.map(({ value }) => value)).size === 1;
  const known = isOne ? leads[0] : nameHandle('linkedin', name);
  return known ? [sighting('participant', known, name, {}, touchpointsIn(root, page, name, thread))] : [];
}

const SENDER = 'address,[data-test-message-sender-name]';

// Messages have no ids; their time, to the thousandth of a second, is one's own. The user has no name to blur, or is called by it.
// Where somebody else wrote, the messages may still be those of the last conversation.
function touchpointsIn(
  root: Element,
  page: Page,
  lead: string,
  thread: string | undefined,
): SeenTouchpoint[] {
  const { origin, pathname } = page.url;
  const messages = [...root.querySelectorAll(`li:has(time[datetime]):has(${SENDER})`)].map((message) => {
    const sender = message.querySelector(SENDER);
    const name = nameIn(sender?.localName === 'address' ? sender.querySelector(NAME) : sender);
    const isOwn = name ? isUser(page, name) : textOf(sender) !== '';
    return { name, isOwn, time: attribute(message.querySelector('time'), 'datetime') };
  });
  if (!thread || messages.some(({ name, isOwn }) => name !== lead && !isOwn)) return [];
  return messages.flatMap(({ isOwn, time }) => {
    const at = /T.+Z$/.test(time) ? Date.parse(time) : Number.NaN;
    return at > 0
      ? [
          {
            sourceKey: `linkedin:${thread}:${time}`,
            channel: 'message',
            direction: isOwn ? 'out' : 'in',
            at: at - (at % 60_000),
            link: origin + pathname,
          },
        ]
      : [];
  });
}

function threadIn(address: string): string | undefined {
  return /\/inbox\/(?:\d\/\w+\/id\/)?(2-[^/?#]+|\d{9,})/.exec(address)?.[1]?.replace(/%3D/gi, '=');
}

function leadHandle(href: string): Handle | undefined {
  const id = /\/sales\/(?:lead|people)\/([\w-]+)/.exec(href)?.[1];
  return id === undefined ? undefined : urlHandle(`https://www.linkedin.com/sales/lead/${id}`);
}

function fieldsIn(card: Element | null): Fields {
  const find = (key: string) => card?.querySelector(`[data-anonymize="${key}"]`);
  const said = (key: string) => textOf(find(key), 300);
  const early = (part: string) => textOf(card?.querySelector(EARLY_LEAD + part), 300);
  const title = find('title');
  const job = find('job-title');
  // A company without a page is a mere text after the title (search, 2025).
  const lockup = title?.closest('.artdeco-entity-lockup__subtitle');
  const after = lockup && [...shownTexts(lockup)].find((text) => !title?.contains(text));
  return {
    // What the search marks as the job is for how long it has been.
    headline:
      said('headline') ||
      early('-person-entity__content dd') ||
      textOf(title ?? card?.querySelector('.info-value'), 300) ||
      (job?.matches('.artdeco-entity-lockup__metadata') ? '' : textOf(job, 300)),
    organization:
      said('company-name') ||
      cleanText(after?.data ?? '') ||
      early('__current-positions .profile-topcard__summary-position-title + *') ||
      textOf(card?.querySelector('.company-name'), 300),
    location: said('location') || early('__location-data'),
  };
}
