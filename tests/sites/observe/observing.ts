import { afterEach, beforeEach } from 'vitest';
import type { Lent, Reading, Sighting, SiteAdapter } from '../../../utils/sites/types.ts';
import { LONGEST_WAIT_MS, observePage, QUIET_MS } from '../../../utils/sites/watching/observe.ts';
import { newStrangers } from '../../../utils/sites/watching/strangers.ts';

/** What was done and said of the test's page so far; `again` has it read at once. */
export const seen = {
  reads: 0,
  reports: [] as (Reading | undefined)[],
  life: new AbortController(),
  again: () => {},
};

/** A site whose people are links: `<main>` is a message, `.card` a profile. */
export const site: SiteAdapter = {
  id: 'test',
  name: 'Test',
  matches: [`${location.protocol}//${location.hostname}/*`],
  views: [
    { name: 'card', root: '.card', read: (root) => peopleIn(root) },
    {
      name: 'message',
      root: 'main',
      at: (url) => !url.pathname.includes('elsewhere'),
      read: (root) => peopleIn(root),
    },
  ],
};

/** The links in an element, as people; it counts as a reading. */
export function peopleIn(root: Element): Sighting[] {
  seen.reads++;
  return [...root.querySelectorAll('a')].map((link) => ({
    role: 'sender',
    handles: [{ kind: 'email', value: link.getAttribute('href') ?? '' }],
    name: link.textContent ?? '',
    touchpoints: [],
  }));
}

let frame: HTMLIFrameElement;

/** The page that is watched. */
export const page = () => frame.contentWindow as Window & typeof globalThis;
export const body = () => page().document.body;
export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than any change can take to be read. */
export const settled = () => sleep(LONGEST_WAIT_MS + 2 * QUIET_MS);
/** The names in each report. */
export const names = () =>
  seen.reports.map((reading) => reading?.sightings.map(({ name }) => name).join(' '));

function lent(lastResort: () => Promise<SiteAdapter | undefined>): () => Promise<Lent | undefined> {
  return async () => {
    const adapter = await lastResort();
    return adapter && { adapter, sites: [], own: [] };
  };
}

/** Watches a page, and waits until it was read for the first time. */
export async function observe(
  html: string,
  sites: readonly SiteAdapter[] = [site],
  lastResort?: () => Promise<SiteAdapter | undefined>,
): Promise<void> {
  const before = seen.reports.length;
  body().innerHTML = html;
  seen.again = observePage({
    window: page(),
    sites,
    strangers: newStrangers([...sites], lastResort && lent(lastResort)),
    report: (reading) => seen.reports.push(reading),
    signal: seen.life.signal,
  });
  while (seen.reports.length === before) await sleep(1);
}

/** Gives each test of a file an empty page of its own. */
export function withPage(): void {
  beforeEach(async () => {
    frame = document.createElement('iframe');
    // Any file of this origin: pushState needs a page with an address.
    frame.src = '/package.json';
    await new Promise((loaded) => {
      frame.addEventListener('load', loaded, { once: true });
      document.body.append(frame);
    });
    // The page's own first `pageshow` comes right after its load.
    await sleep(1);
    // A frame without scripts is a letter.
    page().document.head.append(page().document.createElement('script'));
    seen.life = new AbortController();
    seen.reports = [];
    seen.reads = 0;
  });

  afterEach(() => {
    seen.life.abort();
    frame.remove();
  });
}

export const ANA = '<a href="ana@example.com">Ana</a>';
export const BOB = '<a href="bob@example.com">Bob</a>';
