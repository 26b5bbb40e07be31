import { handleKey } from '../../domain/handles.ts';
import type { Handle } from '../../domain/types.ts';
import { matchesUrl } from '../match.ts';
import { first } from '../reading/dom.ts';
import { MAX_SIGHTINGS } from '../reading/limits.ts';
import type { Page, Reading, Sighting, SiteAdapter, View } from '../types.ts';

/** Which adapter has this address. */
export function adapterAt(url: URL, sites: readonly SiteAdapter[]): SiteAdapter | undefined {
  const here = (pattern: string) => matchesUrl(pattern, url);
  return sites.find((site) => site.matches.some(here));
}

/** A view that is on the page, and where. */
export interface Shown {
  readonly view: View;
  readonly root: Element;
}

/** The shadow root that a view is in on this page, where it is in one. */
export function shadowOf({ shadow }: View, document: Document): ShadowRoot | null | undefined {
  return shadow === undefined ? undefined : document.querySelector(shadow)?.shadowRoot;
}

/** The first view whose address and root are on the page, and whatever is beside it. */
export function viewsFor(site: SiteAdapter, page: Page): Shown[] {
  let won = false;
  return site.views.flatMap((view) => {
    if ((won && !view.beside) || view.at?.(page.url) === false) return [];
    const root = view.find
      ? view.find(page)
      : first(shadowOf(view, page.document) ?? page.document, view.root);
    if (!root) return [];
    won ||= !view.beside;
    return [{ view, root: view.core?.(root) ?? root }];
  });
}

/**
 * Reads the views that are on the page: who is on it, without the user, each handle once, at most `MAX_SIGHTINGS` people; nothing
 * when there is no view. `self` are the signed-in accounts.
 */
export function readViews(
  site: SiteAdapter,
  shown: readonly Shown[],
  page: Page,
  self: readonly Handle[] = site.self?.(page) ?? [],
): Reading | undefined {
  if (shown.length === 0) return undefined;
  // Where a person's key is already: -1 for the user.
  const places = new Map(self.map((handle) => [handleKey(handle), -1]));
  const found = shown.flatMap(({ view, root }) => view.read(root, page));
  const people: Sighting[] = [];
  found.forEach((sighting) => {
    const keys = sighting.handles.map(handleKey);
    const place = keys.map((key) => places.get(key)).find((known) => known !== undefined);
    const known = people[place ?? people.length];
    // Somebody may be the profile and in the chat beside it: what happened there counts too.
    if (known && place !== undefined)
      people[place] = { ...known, touchpoints: known.touchpoints.concat(sighting.touchpoints) };
    if (place !== undefined) return;
    keys.forEach((key) => {
      places.set(key, people.length);
    });
    people.push(sighting);
  });
  return {
    site: site.id,
    view: shown.map(({ view }) => view.name).join('+'),
    sightings: people.slice(0, MAX_SIGHTINGS),
    self,
    omitted: Math.max(0, people.length - MAX_SIGHTINGS),
    ...(found.length === 0 && !shown.some(({ view }) => view.mayBeEmpty) && { unread: true as const }),
  };
}
