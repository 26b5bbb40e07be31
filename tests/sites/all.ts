import { understoodSightings } from '../../utils/messaging/understand.ts';
import { CHOSEN_SITES, MAIL_SITES, NETWORK_SITES } from '../../utils/sites/index.ts';
import { LAST_RESORT, LENT_SITES } from '../../utils/sites/lent.ts';
import { atOnce } from '../../utils/sites/reading/per-page.ts';
import type { Page, Reading, SiteAdapter } from '../../utils/sites/types.ts';
import { adapterAt, readViews, viewsFor } from '../../utils/sites/watching/read.ts';
import { recognised } from '../../utils/sites/watching/recognised.ts';

/** Every adapter of every content script. */
export const ALL_SITES: readonly SiteAdapter[] = [
  ...MAIL_SITES,
  ...NETWORK_SITES,
  ...CHOSEN_SITES,
  ...LENT_SITES,
  LAST_RESORT,
];

/** Which adapter reads a page, as the scripts find it: by address, by what is on it, or the last resort. */
export function adapterFor(page: Page, sites = ALL_SITES): SiteAdapter | undefined {
  const known = sites.filter((site) => site !== LAST_RESORT);
  const last = sites.find((site) => site === LAST_RESORT);
  return (
    adapterAt(page.url, known) ??
    atOnce(recognised(page, known)) ??
    (last?.recognize?.(page) ? last : undefined)
  );
}

/** Reads a page with whichever adapter fits, and understands its dates as those of a zone, this machine's own where absent. */
export function readPage(page: Page, timeZone?: string, sites = ALL_SITES): Reading | undefined {
  const site = adapterFor(page, sites);
  const reading = site && readViews(site, viewsFor(site, page), page);
  if (!reading) return undefined;
  const sightings = understoodSightings(reading.sightings, { now: page.now, timeZone });
  return { ...reading, sightings };
}
