import { linkedinHandle } from '../../domain/linkedin-handle.ts';
import { nameKey } from '../../domain/name-key.ts';
import { attribute, firstText, textOf } from '../reading/dom.ts';
import type { Page, Sighting } from '../types.ts';
import { isOther } from './self.ts';
import { isLegible, ownSlugs, subject, titleParts } from './subject.ts';

/** What only a detail page has: its list's items (Ember) or its section (SDUI, 2026). */
export const DETAILS =
  '[id^="profilePagedListComponent"],[componentkey*="DetailsSection"],[componentkey$="Details"],[data-testid*="DetailsSection_"]';

/**
 * What somebody posted, with a card beside it whose classes are hashed (2023 on): whoever the address, the tab's title, "Activity |
 * Ana Pérez | LinkedIn", and a link to them, or its photo, name alike.
 */
export function readActivity(root: Element, page: Page): readonly Sighting[] {
  const handle = linkedinHandle(page.url.href);
  // Not those to other pages of the same profile, which are named after what is on them.
  const links = [...page.document.querySelectorAll('a[href*="/in/"]:not([href*="activity/"])')].filter(
    (link) => handle && linkedinHandle(attribute(link, 'href'))?.value === handle.value,
  );
  const named = links.flatMap((link) => [firstText(link), attribute(link.querySelector('img'), 'alt')]);
  const name = titleParts(page).at(-1) ?? '';
  return named.includes(name) && isOther(page, name, links)
    ? subject(page, root, new Set([handle?.value ?? '']), name, {})
    : [];
}

/**
 * A detail page, "Experience | Ana Pérez | LinkedIn": the name is the part of the title that is not the page's own heading
 * (seen 2022-04, Ember; a paragraph in SDUI). Most of these pages hold no link to the profile they belong to; then the name
 * must be legible in the address, and the heading in the title, or nobody is reported.
 */
export function readDetails(root: Element, page: Page): readonly Sighting[] {
  const handle = linkedinHandle(page.url.href);
  const main = root.closest('main') ?? page.document.body;
  const heading = nameKey(textOf(main.querySelector('h1,h2') ?? root.querySelector('p')));
  const titles = titleParts(page);
  const [name, ...others] = titles.filter((part) => nameKey(part) !== heading);
  if (!handle || heading === '' || name === undefined || others.length > 0) return [];
  // Only links of the list itself: beside it stand other people.
  const slugs = ownSlugs(root.closest('ul') ?? root);
  // "profile_ExperienceDetailsSection_anaperez" (2026).
  const key = attribute(main.querySelector('[data-testid*="DetailsSection_"]'), 'data-testid');
  const slug = linkedinHandle(`/in/${key.replace(/^.*Section_/, '')}`)?.value;
  // With its entries came the pencils on the user's own.
  if (slug && root.querySelectorAll('p').length > 1) slugs.add(slug);
  else if (titles.length > 1 && isLegible(name, handle.value)) slugs.add(handle.value);
  return subject(page, root, slugs, name, {});
}
