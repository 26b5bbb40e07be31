import { linkedinHandle } from '../../domain/handles.ts';
import { nameKey } from '../../domain/name-key.ts';
import { textOf } from '../dom.ts';
import type { Page, Sighting } from '../types.ts';
import { isLegible, ownSlugs, subject, titleParts } from './subject.ts';

/** What only a detail page has: its list's items (Ember) or its section (SDUI, 2026). */
export const DETAILS = '[id^="profilePagedListComponent"],[componentkey*="DetailsSection"]';

/**
 * A detail page, "Experience | Ana Pérez | LinkedIn": the name is the part of the title that is not the page's own heading
 * (seen 2022-04, Ember). Most of these pages hold no link to the profile they belong to; then the name must be legible
 * in the address, or nobody is reported.
 */
export function readDetails(root: Element, page: Page): readonly Sighting[] {
  const handle = linkedinHandle(page.url.href);
  const main = root.closest('main') ?? page.document.body;
  const heading = nameKey(textOf(main.querySelector('h1,h2')));
  const names = titleParts(page).filter((part) => nameKey(part) !== heading);
  const [name] = names;
  if (!handle || heading === '' || name === undefined || names.length > 1) return [];
  // Only links of the list itself: beside it stand other people.
  const slugs = ownSlugs(root.closest('ul') ?? root);
  if (isLegible(name, handle.value)) slugs.add(handle.value);
  return subject(page, root, slugs, name, {});
}
