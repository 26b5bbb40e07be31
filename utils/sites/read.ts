import { handleKey } from '../domain/handles.ts';
import { SITES } from './index.ts';
import { MAX_SIGHTINGS } from './limits.ts';
import { matchesUrl } from './match.ts';
import type { Page, Reading, SiteAdapter, View } from './types.ts';

/** Which adapter reads this page: by address first, else the first that recognises the page itself. */
export function adapterFor(page: Page, sites: readonly SiteAdapter[] = SITES): SiteAdapter | undefined {
  return (
    sites.find((site) => site.matches.some((pattern) => matchesUrl(pattern, page.url))) ??
    sites.find((site) => site.recognize?.(page))
  );
}

/** The first view whose address and root are on the page. */
export function viewFor(site: SiteAdapter, page: Page): { view: View; root: Element } | undefined {
  for (const view of site.views) {
    if (view.at && !view.at(page.url)) continue;
    const root = page.document.querySelector(view.root);
    if (root) return { view, root };
  }
  return undefined;
}

/** Reads a page: who is on it, without the user, each handle once, at most `MAX_SIGHTINGS` people. */
export function readPage(page: Page, sites: readonly SiteAdapter[] = SITES): Reading | undefined {
  const site = adapterFor(page, sites);
  if (!site) return undefined;
  const found = viewFor(site, page);
  return found ? readView(site, found.view, found.root, page) : undefined;
}

/** Reads one view whose root is known. */
export function readView(site: SiteAdapter, view: View, root: Element, page: Page): Reading {
  const self = site.self?.(page) ?? [];
  const taken = new Set(self.map(handleKey));
  const people = view.read(root, page).filter((sighting) => {
    const keys = sighting.handles.map(handleKey);
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  });
  return {
    site: site.id,
    view: view.name,
    sightings: people.slice(0, MAX_SIGHTINGS),
    self,
    omitted: Math.max(0, people.length - MAX_SIGHTINGS),
  };
}
