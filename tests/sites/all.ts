import { understoodSightings } from '../../utils/messaging/understand.ts';
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

/** Reads a page with whichever adapter fits, and understands its dates as those of a zone, this machine's own where absent. */
export function readPage(page: Page, timeZone?: string, sites = ALL_SITES): Reading | undefined {
  const reading = readWith(page, sites);
  if (!reading) return undefined;
  const sightings = understoodSightings(reading.sightings, { now: page.now, timeZone });
  return { ...reading, sightings };
}
