import { linkedinHandle } from '../../domain/linkedin-handle.ts';
import { nameKey } from '../../domain/name-key.ts';
import type { Handle } from '../../domain/types.ts';
import { all, attribute, first, textOf } from '../reading/dom.ts';
import { perPage } from '../reading/per-page.ts';
import type { Page } from '../types.ts';
import { hasWords, ownSlugs, titleParts, visibleText } from './subject.ts';

// What only the owner has, in no language: 2017 to 2026.
const EDIT_CONTROL =
  '[data-control-name*="edit_"],[class*="edit-photo"],[class*="photo-edit"],li-icon[type="pencil-icon"],svg[data-test-icon^="edit-"],svg[id^="edit-"],a[href*="=SELF_PROFILE_VIEW"]';
// What only others have: a degree, an invitation, a message. To share and to save, in the same menu, the user has too (2020).
const OTHER =
  '.distance-badge,.dist-value,.degree-icon sup,.pv-top-card__non-self-photo-wrapper,[class*="pv-s-profile-actions--"]:not([class*="--s"]),.entry-point,a[href*="/custom-invite"],[componentkey^="ConnectButtonstate:"],a[href*="NON_SELF_PROFILE"],a[href*="/messaging/compose"],[data-action="connect-btn"]';
const KEY = '[componentkey$="Topcard" i]';
const DATA_KEY = '[data-component-key$="Topcard" i]';
/** The card of the server-driven layout, by its key. */
export const CARD_BY_KEY = `${KEY},${DATA_KEY}`;
const CARD =
  'section[data-member-id],.pv-top-card,.pv-top-card-v3,.pv-top-card-section,.basic-profile-section';
/** The same where only its id says so. */
export const CARD_BY_ID = '[id$="Topcard"]';
/** How many navigations a page has before what the others hold is somebody else. */
const MANY_BARS = 3;
const ME_PHOTO = '.global-nav__me-photo,.nav-item__profile-member-photo,.nav-settings__member-photo';

// Asked for everybody on a page. To look for an image in any navigation takes as long as the page is large; it comes early, and
// `item` looks no further than it is asked to.
const userPhoto = perPage(({ document }) => {
  const bars = document.getElementsByTagName('nav');
  for (let index = 0; index < MANY_BARS; index++) {
    const photo = bars
      .item(index)
      ?.querySelector('img:is([src*="profile-displayphoto"],[src*="profile-framedphoto"])');
    if (photo) return photo;
  }
  return first(document, ME_PHOTO);
});

// Where the photo in the navigation says no name (SDUI), the one in the list of conversations does, as soon as it has come.
const userName = perPage(
  (page): string =>
    attribute(userPhoto(page), 'alt') ||
    attribute(
      page.document
        .getElementById('interop-outlet')
        ?.shadowRoot?.querySelector('.msg-overlay-list-bubble > header img'),
      'alt',
    ),
);

/** The first card with such a key. */
export const cardByKey = perPage(
  ({ document }) => document.querySelector(KEY) ?? document.querySelector(DATA_KEY),
);

const cardOf = perPage(
  (page) => cardByKey(page) ?? first(page.document, CARD) ?? page.document.querySelector(CARD_BY_ID),
);

/** Whether the profile at the page's address is the signed-in user's own. Asked more than once in a reading, of the whole page. */
export const isOwnProfile = perPage((page): boolean => {
  const { document } = page;
  const card = cardOf(page);
  // A detail page has none.
  if ((card ?? document.querySelector('main') ?? document.body).querySelector(EDIT_CONTROL)) return true;
  if (card && (hasEditLink(card, page) || isUser(page, '', [card]))) return true;
  // The rest of a page takes long to look through, and nobody is invited to connect with themselves.
  if (card?.querySelector(OTHER)) return false;
  // "Experience | Ana Pérez | LinkedIn".
  const names = [textOf(card?.querySelector('h1,h2')), ...titleParts(page)];
  return names.some((name) => isUser(page, name)) || hasEditLink(document, page);
});

/** The signed-in user by the page's address, where the page is theirs; it may still show theirs at somebody else's address. */
export function ownHandles(page: Page): readonly Handle[] {
  const handle = linkedinHandle(page.url.href);
  if (!handle || !isOwnProfile(page)) return [];
  const card = cardOf(page);
  const slugs = card ? ownSlugs(card, card.querySelector('h1,h2')) : new Set();
  return slugs.size === 0 || slugs.has(handle.value) ? [handle] : [];
}

function hasEditLink(place: ParentNode, { url }: Page): boolean {
  const slug = linkedinHandle(url.href)?.value;
  // The second part, as somebody's slug may be "edit".
  return [...place.querySelectorAll('a[href*="edit/"]')].some((link) => {
    const href = attribute(link, 'href');
    return (!slug || linkedinHandle(href)?.value === slug) && /\/in\/[^/]+\/(.+\/)?(add-)?edit\//.test(href);
  });
}

/**
 * Whether the page says whose the card is: the user's, or somebody else's by a degree, an invitation, or another name in
 * the navigation.
 */
export function isWhose(page: Page, card: Element, heading: Element): boolean {
  // On a phone the page itself has another name where it is the user's, `p_mwlite_profile_self`.
  if (card.querySelector(OTHER) || page.document.head?.querySelector('meta[content="p_mwlite_profile_view"]'))
    return true;
  // Only an address with the user's own slug makes them known as the user.
  if (!linkedinHandle(page.url.href) && isOwnProfile(page)) return false;
  if (hasOtherName(page, visibleText(heading))) return true;
  // Hashed layout: the degree is a line beside the name that begins with a dot, "· 2nd"; a dot alone separates.
  let row: Element | null = heading;
  while (row && row !== card && !row.querySelector(':scope > p')) row = row.parentElement;
  return (
    [...(row?.children ?? [])].some((line) => line.localName === 'p' && /^·.{2}/u.test(textOf(line))) ||
    isOwnProfile(page)
  );
}

/**
 * Whether somebody of this name, shown in these elements, may be the user, by name or photo: better a namesake missed
 * than the user shown. Hashed layouts leave the alt of the photo in the navigation empty (2025-11 on).
 */
export function isUser(page: Page, name: string, shown: readonly Element[] = []): boolean {
  const me = userPhoto(page);
  const own = nameKey(userName(page));
  const photo = me && photoId(me);
  const images = photo ? shown.flatMap((element) => all(element, 'img')) : [];
  return (own !== '' && own === nameKey(name)) || images.some((image) => photoId(image) === photo);
}

/** Whether the navigation says that somebody of this name, shown in these elements, is not the user: by its name or photo. */
export function isOther(page: Page, name: string, shown: readonly Element[]): boolean {
  const photos = [userPhoto(page), ...shown.flatMap((element) => all(element, 'img'))];
  const known = photos.filter((photo) => photo && photoId(photo));
  return (
    !isUser(page, name, shown) && (hasOtherName(page, name) || (known[0] === photos[0] && known.length > 1))
  );
}

function hasOtherName(page: Page, name: string): boolean {
  const own = userName(page);
  return own !== '' && !hasWords(own, name) && !hasWords(name, own);
}

/** The asset of a member's photo, the same in every size: `/dms/image/v2/<asset>/profile-displayphoto-shrink_100_100/`. */
function photoId(image: Element): string | undefined {
  return /\/image\/(?:v2\/)?([^/]+)\/profile-(?:display|framed)photo/.exec(attribute(image, 'src'))?.[1];
}
