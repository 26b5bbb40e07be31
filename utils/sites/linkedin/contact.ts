import { mailtoHandle } from '../../domain/handles.ts';
import { linkedinHandle } from '../../domain/linkedin-handle.ts';
import type { Handle } from '../../domain/types.ts';
import { attribute, eachOn } from '../reading/dom.ts';
import type { Page } from '../types.ts';

/** The card with somebody's address, as far as the user has opened it: Ember (2018 to 2026), and SDUI (2025 and 2026). */
export const CONTACT_CARD = [
  '.pv-contact-info__contact-type',
  '[data-sdui-screen$=".ProfileContactDetailsOverlay"]',
  '[data-view-name="profile-contact-info-details-view"]',
];

/** The addresses in the open contact card; none where it is not only this profile's, which stands in it too. */
export function addressesOf(page: Page, profile: Handle): Handle[] {
  const cards = CONTACT_CARD.flatMap((card) => eachOn(page, card));
  // One may be in another.
  const links = new Set(cards.flatMap((card) => [...card.querySelectorAll('a')]));
  const hrefs = Array.from(links, (link) => attribute(link, 'href'));
  const slugs = new Set(hrefs.flatMap((href) => linkedinHandle(href)?.value ?? []));
  return slugs.size === 1 && slugs.has(profile.value)
    ? hrefs.flatMap((href) => mailtoHandle(href) ?? [])
    : [];
}
