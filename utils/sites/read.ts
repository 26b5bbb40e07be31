import { readPage as readAmong } from './choose.ts';
import { SITES } from './index.ts';
import type { Page, Reading, SiteAdapter } from './types.ts';

export { adapterFor, readViews, viewsFor } from './choose.ts';

/** Reads a page with all the readers, or those given; see choose.ts. */
export function readPage(page: Page, sites: readonly SiteAdapter[] = SITES): Reading | undefined {
  return readAmong(page, sites);
}
