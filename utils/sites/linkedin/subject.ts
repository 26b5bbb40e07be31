import { nameHandle } from '../../domain/handles.ts';
import { linkedinHandle } from '../../domain/linkedin-handle.ts';
import { nameKey } from '../../domain/name-key.ts';
import { cleanText, readName } from '../../domain/names.ts';
import { fitting, isPlain } from '../../domain/plain.ts';
import type { Handle } from '../../domain/types.ts';
import { attribute, each, shownTexts, textOf } from '../reading/dom.ts';
import type { Page, Role, SeenTouchpoint, Sighting } from '../types.ts';
import { profileHandle } from './address.ts';
import { addressesOf } from './contact.ts';

/** The parts of the tab's title without its counter and the site's name: `(2) Experience | Ana Pérez | LinkedIn`. */
export function titleParts(page: Page): string[] {
  const parts = textOf(page.document.querySelector('title'), 400)
    .replace(/^\([^()]{1,4}\)\s*/, '')
    .split(/\s\|\s/);
  return parts.slice(0, -1);
}

/** Whether a text has every word of the name: `Ana Pérez - Editor` has those of `Ana Perez`. */
export function hasWords(text: string, name: string): boolean {
  const words = nameKey(text).split(' ');
  return nameKey(name)
    .split(' ')
    .every((word) => words.includes(word));
}

const OWN_LINK =
  '[href*="/overlay/"],[href*="/detail/"],[href*="/details/"],[href*="/edit/"],[href*="vanityName="],[data-control-name^="contact_see"],[id="top-card-text-details-contact-info"],.view-public-profile,:has(.pv-recent-activity-top-card__member-photo),[data-vanity-name]';

// A card has many links, and to ask each what it is takes longer than to find these.
const TO_SOMEBODY = 'a:is([href*="/in/"],[href*="/pub/"],[href*="vanityName="]),[data-vanity-name]';

/** The slugs of the links that can only lead to the card's owner. More than one: the page is between two profiles. */
export function ownSlugs(root: Element, heading?: Element | null): Set<string> {
  const slugs = new Set<string>();
  // Never just any link: a card also links to a connection in common, who may be whom the address already names.
  const links = each(root, TO_SOMEBODY).filter((link) => link.matches(OWN_LINK));
  for (const link of [heading?.closest('a') ?? null, ...links]) {
    if (!root.contains(link)) continue;
    const href = attribute(link, 'href') || `vanityName=${attribute(link, 'data-vanity-name')}`;
    const slug = profileHandle(href.replace(/^(?:.*[?&])?vanityName=([^&]+).*$/, '/in/$1'))?.value;
    if (slug !== undefined) slugs.add(slug);
  }
  return slugs;
}

/** The heading's text without what is there for screen readers only. */
export function visibleText(heading: Element): string {
  let shown = '';
  let last: Element | null = null;
  for (const { data, parentElement } of shownTexts(heading)) {
    // Pieces of one text stand beside each other; other elements hold other words.
    shown += (parentElement === last ? '' : ' ') + data;
    last = parentElement;
  }
  return shown === '' ? textOf(heading) : cleanText(shown);
}

/** What a layout read beside the name. */
export type Fields = Partial<Record<'headline' | 'organization' | 'location', string>>;

/** What is known of somebody, without what has no word: LinkedIn shows a headline that nobody wrote as "--". */
export function sighting(
  role: Role,
  handle: Handle,
  name: string,
  fields: Fields = {},
  touchpoints: readonly SeenTouchpoint[] = [],
): Sighting {
  const filled = Object.entries(fields).filter(([, value]) =>
    fitting(value, /[a-z\d]/i, () => /[\p{L}\p{N}]/u).test(value),
  );
  return { role, handles: [handle], name, ...Object.fromEntries(filled), touchpoints };
}

/**
 * The page's subject, or nobody unless several signs agree: the address with the card's own links (`slugs`), and the name
 * with the tab's title or, where that names nobody, with a label on the card or the address. LinkedIn changes the address
 * before the page, and parts of the page before others.
 */
export function subject(
  page: Page,
  root: Element,
  slugs: ReadonlySet<string>,
  heading: string,
  fields: Fields,
): Sighting[] {
  const [own = ''] = slugs;
  const slug = profileHandle(page.url.href)?.value ?? (isIdOf(page.url, root) ? own : undefined);
  if (slug !== own || slugs.size > 1) return [];
  const name = confirmedName(page, root, heading, slug);
  // Behind an id, a card without a link to its owner says no more than the name.
  const handle = linkedinHandle(`/in/${slug}`) ?? nameHandle('linkedin', name ?? '');
  if (name === undefined || !handle || namesOther(root, name)) return [];
  return [
    {
      ...sighting('profile', handle, name, fields),
      handles: [handle, ...addressesOf(page, handle)],
    },
  ];
}

// The link to invite, or to what the site knows of somebody, says in its label whose it is: it may have come before the name.
function namesOther(root: Element, name: string): boolean {
  const words = nameKey(name).split(' ');
  return [...root.querySelectorAll('a:is([href*="/custom-invite"],[href*="/about-this-"])')].some((link) => {
    const label = nameKey(attribute(link, 'aria-label'));
    return label !== '' && !words.some((word) => label.includes(word));
  });
}

/**
 * Whether an address with an id is about the card's owner (`/in/ACoAA...`, until LinkedIn replaces it; `/profile/view?id=123` to
 * 2016): the card has the same id as its key, as that of a part, or in the link to write or to connections in common: there it
 * can only be the owner's. The card says nothing of the ids of 2015 (`AAkAA...`), when every page was a load of its own.
 */
function isIdOf({ pathname, search }: URL, root: Element): boolean {
  const id = /^\/(?:in\/(?=AC[ow]A[\w-]{20})|profile\/view\?(?:.*&)?id=)([\w-]+)/.exec(
    pathname + search,
  )?.[1];
  const isOwners = RegExp(`(ref|(Urn|onnectionOf)=[^"]{0,40})${id}|"member-${id}"`);
  return !!id && (id.startsWith('AA') || isOwners.test(root.outerHTML));
}

/** Whether it is what members who are gone or hidden are called: in every language short, with the site's name in it, "LinkedIn Member". */
export function isNobody(name: string): boolean {
  return /linkedin|领英/i.test(name) && name.split(' ').length < 4;
}

/**
 * The heading as a name, without what stands behind it; nothing unless the tab's title, or a label or the slug, says it too, and
 * nothing of who hides theirs.
 */
export function confirmedName(page: Page, root: Element, heading: string, slug: string): string | undefined {
  const name = agreedName(page, root, heading, slug);
  return name !== undefined && isNobody(name) && !isLegible(name, slug) ? undefined : name;
}

function agreedName(page: Page, root: Element, heading: string, slug: string): string | undefined {
  const { name } = readName(heading);
  if (name === undefined || nameKey(name) === '') return undefined;
  const titles = titleParts(page);
  // A former name stands in brackets, and not in every title: `Ana (Silva) Pérez`.
  const current = nameKey(name.replace(/ \([^()]*\)/g, ''));
  for (const title of titles) {
    // Badges and presence are hidden text inside some headings; the title has the name alone, or before a dash.
    const alone = title.split(/ [-–] /)[0] ?? '';
    if (beginsWith(name, title)) return title;
    if (beginsWith(title, name)) return name;
    if (beginsWith(name, alone)) return alone;
    if (current !== '' && current === nameKey(alone)) return name;
  }
  // An overlay may put its own words into the title; so do the page on a phone, "Profile | LinkedIn", and Recruiter's.
  const overlaid =
    /\/(overlay|detail|talent|recruiter)\//.test(page.url.pathname) || root.matches('.basic-profile-section');
  if ((titles.length > 0 && !overlaid) || name.includes(' | ')) return undefined;
  const labels = [...root.querySelectorAll('[aria-label],img[alt]')].flatMap((element) => [
    attribute(element, 'aria-label'),
    attribute(element, 'alt'),
  ]);
  return isLegible(name, slug, true) || labels.some((label) => hasWords(label, name)) ? name : undefined;
}

function beginsWith(text: string, words: string): boolean {
  if (words === '' || !text.startsWith(words)) return false;
  const rest = text.slice(words.length);
  return !fitting(rest, /^[a-z\d]/i, () => /^[\p{L}\p{M}\p{N}]/u).test(rest);
}

/**
 * Whether the slug has the name's words, at least two of them (or its only one): `Ana Pérez` in `anaperez-91`, not in
 * `ana-lopes`. `all`: every word.
 */
export function isLegible(name: string, slug: string, all = false): boolean {
  const words = nameKey(name)
    .split(' ')
    .filter((word) => word.length > 2 || (!isPlain(word) && /\p{Lo}/u.test(word)));
  const key = nameKey(
    slug.replace(
      fitting(slug, /[^a-z]/gi, () => /[^\p{L}\p{M}]/gu),
      '',
    ),
  );
  const found = words.filter((word) => key.includes(word)).length;
  return found > 0 && found >= (all ? words.length : Math.min(2, words.length));
}
