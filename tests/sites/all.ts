import { CHOSEN_SITES, LAST_RESORT, MAIL_SITES, NETWORK_SITES } from '../../utils/sites/index.ts';
import { readPage as readWith } from '../../utils/sites/read.ts';
import type { Page, Reading, SiteAdapter } from '../../utils/sites/types.ts';

/** Every adapter of every content script. */
export const ALL_SITES: readonly SiteAdapter[] = [
  ...MAIL_SITES,
  ...NETWORK_SITES,
  ...CHOSEN_SITES,
  LAST_RESORT,
];

/** Reads a page with whichever adapter fits. */
export function readPage(page: Page): Reading | undefined {
  return readWith(page, ALL_SITES);
}
