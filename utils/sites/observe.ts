import { each } from './dom.ts';
import { concernsAny, matters } from './matters.ts';
import { newPurse } from './purse.ts';
import { adapterFor, readViews, type Shown, shadowOf, viewsFor } from './read.ts';
import type { Page, Reading, SiteAdapter } from './types.ts';
import { machineZone } from './zone.ts';

/** How long a page must be quiet before it is read, and how long at most a restless page is waited for (ms). */
export const QUIET_MS = 20;
export const LONGEST_WAIT_MS = 250;

/** Attributes whose change can change who is on the page; others are not listened to. */
const ATTRIBUTES = [
  'class',
  'hidden',
  'title',
  'href',
  'email',
  'aria-selected',
  'aria-checked',
  'aria-label',
  'componentkey',
  'data-sdui-screen',
];

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES,
};

/** A page that rewrites itself endlessly must not fill the memory: past this many records it is simply read. */
const MANY_RECORDS = 5000;

/** The most elements outside of its views that a reading depends on; each is listened to. */
const MANY_PARTS = 30;

/** What `observePage` needs of the world; tests give their own. */
export interface Surroundings {
  readonly window: Window & typeof globalThis;
  readonly sites: readonly SiteAdapter[];
  /**
   * Gets whoever reads pages that none of the sites recognises: asked for once at an address, when such a page has settled. As
   * soon as one of the sites recognises the page after all, that one reads it.
   */
  readonly lastResort?: () => Promise<SiteAdapter | undefined>;
  /** Called with each settled reading that differs from the one before; nothing when the page is no view of a site. */
  readonly report: (reading: Reading | undefined) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads the page when it has settled, and again after each settled change that can matter: one inside the present view's
 * root, or one that brings another view's root. Changes elsewhere cost a few comparisons, and a page that never rests but
 * shows nothing new is read more seldom. Returns a function that reads at once and reports even what has not changed.
 */
export function observePage({ window, sites, lastResort, report, signal }: Surroundings): () => void {
  const { document } = window;
  let href = '';
  let site: SiteAdapter | undefined;
  let last: SiteAdapter | undefined;
  let asked = lastResort === undefined;
  let shown: readonly Shown[] = [];
  let lastReport: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstPending = 0;
  let records: MutationRecord[] = [];
  // What else a reading depends on, and what is heard by `near`.
  let context: readonly Element[] = [];
  let nearTo: readonly Element[] = [];
  let inside = false;
  // Waiting until the next look or reading can be paid.
  let paused = false;
  let contextOf: SiteAdapter | undefined;
  let watched: SiteAdapter | undefined;
  // A first reading that is under way.
  let steps: Iterator<void> | undefined;
  // The title under which the last resort did not know the page, while nothing that concerns it has changed.
  let refused: string | undefined;
  let typedInside = false;
  // A reading that has to wait because earlier ones found nothing new.
  let owed = false;
  let somebody = false;
  const purse = newPurse();

  // What changes inside of the views, or of what else a reading depends on, needs no look.
  const near = new window.MutationObserver(() => {
    inside = true;
    if (!paused || isElsewhere()) wake();
  });
  const comeNear = () => {
    // A reader of whole pages looks at each change itself.
    const now = site?.concerns ? [] : [...shown.map(({ root }) => root), ...context];
    if (areSame(now, nearTo)) return;
    nearTo = now;
    near.disconnect();
    for (const element of now) near.observe(element, OBSERVED);
  };

  // A shadow root can come without any change that can be observed.
  const shadows = new Set<ShadowRoot>();
  const watch = () => {
    // Texts elsewhere are never looked at on a site that is known.
    if (watched !== site)
      observer.observe(document, { ...OBSERVED, characterData: !site || !!site.concerns });
    watched = site;
    for (const view of site?.views ?? []) {
      const shadow = shadowOf(view, document);
      if (!shadow || shadows.has(shadow)) continue;
      shadows.add(shadow);
      observer.observe(shadow, OBSERVED);
    }
  };

  // Between the steps of a reading the page may work, when it is a first one, which takes longest.
  function* reading(again: boolean): Generator<void, void, void> {
    owed = false;
    const page = pageOf(window);
    if (page.url.href !== href) {
      href = page.url.href;
      site = undefined;
      asked = lastResort === undefined || last !== undefined;
      refused = undefined;
      purse.fill();
    }
    // A self-hosted webmail can become recognisable late, as its page loads.
    if (!site || site === last) {
      site = adapterFor(page, sites) ?? site;
      if (!site && last && refused !== document.title) {
        yield;
        yield* prepared(last, page);
        if (last.recognize?.(page)) site = last;
        refused = site ? undefined : document.title;
      }
      // Only when the page has settled: until then it may become one that is known.
      if (!site && !asked) wake();
    }
    watch();
    yield;
    shown = site ? viewsFor(site, page) : [];
    yield;
    const self = site && shown.length > 0 ? (site.self?.(page) ?? []) : [];
    if (contextOf !== site) context = contextNow();
    contextOf = site;
    comeNear();
    yield;
    const reading = site && readViews(site, shown, page, self);
    somebody = (reading?.sightings.length ?? 0) > 0;
    const text = JSON.stringify(reading) ?? '';
    if (text === lastReport && !again) return;
    lastReport = text;
    report(reading);
  }

  const read = (again = false) => {
    const begun = performance.now();
    const before = lastReport;
    steps = undefined;
    for (const _ of reading(again));
    if (before === lastReport) purse.spend(performance.now() - begun);
  };

  const step = () => {
    if (!steps || signal.aborted) return;
    if (steps.next().done) steps = undefined;
    else setTimeout(step);
  };

  const readInSteps = () => {
    if (!steps) setTimeout(step);
    steps = reading(false);
  };

  const ask = async () => {
    asked = true;
    // The site was turned off meanwhile, or the extension is gone: nothing to read with.
    last = await lastResort?.().catch(() => undefined);
    if (last && !signal.aborted && !site) readInSteps();
  };

  const settle = () => {
    timer = undefined;
    paused = false;
    const batch = records;
    const known = inside;
    const moved = typedInside || isElsewhere();
    records = [];
    inside = false;
    typedInside = false;
    if (moved) return site?.prepare ? readInSteps() : read();
    if (!site && !asked) void ask();
    if (steps) return readInSteps();
    // While nobody was found on a site that is known, the page may be loading: it is not kept waiting.
    const pause = site === undefined || somebody ? purse.wait() : 0;
    owed ||= known;
    paused = pause > 0;
    if (paused) {
      // Looking at what changed costs, too.
      if (!owed) records = batch;
      timer = setTimeout(settle, pause);
      return;
    }
    const begun = performance.now();
    if (!owed && canMatter(batch)) {
      owed = true;
      contextOf = undefined;
    }
    purse.spend(performance.now() - begun);
    if (owed) read();
    else watch();
  };

  const canMatter = (batch: readonly MutationRecord[]) => {
    if (batch.length >= MANY_RECORDS) {
      refused = undefined;
      return true;
    }
    if (site) return matters(batch, site, shown, () => new URL(href), hasOthers);
    if (last && refused !== undefined && concernsAny(batch, last.concerns ?? (() => true)))
      refused = undefined;
    // Not recognised yet: whatever was added may be what the site is known by.
    return batch.some(({ addedNodes }) => addedNodes.length > 0);
  };

  const contextNow = () => {
    const title = document.head?.querySelector('title');
    const found = site?.context?.flatMap((selectors) => each(document, selectors)) ?? [];
    return [...(title ? [title] : []), ...found.slice(0, MANY_PARTS)];
  };

  const hasOthers = () => {
    const views = site ? viewsFor(site, pageOf(window)) : [];
    const roots = (list: readonly Shown[]) => list.map(({ root }) => root);
    const same = views.every(({ view }, index) => view === shown[index]?.view);
    const before = context;
    context = contextNow();
    return !same || !areSame(roots(views), roots(shown)) || !areSame(before, context);
  };

  const isElsewhere = () => addressOf(window) !== href || shown.some(({ root }) => !root.isConnected);

  const wake = () => {
    const now = performance.now();
    if (timer === undefined) firstPending = now;
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(0, Math.min(QUIET_MS, firstPending + LONGEST_WAIT_MS - now)));
  };

  const observer = new window.MutationObserver((batch) => {
    if (inside || owed) records = [];
    else if (records.length === 0) records = batch;
    else if (records.length < MANY_RECORDS) records.push(...batch);
    if (!paused || isElsewhere()) wake();
  });
  // What is typed into a field changes no node.
  const typed = ({ target }: Event) => {
    if (!(target instanceof window.Node) || !shown.some(({ root }) => root.contains(target))) return;
    typedInside = true;
    wake();
  };
  document.addEventListener('change', typed, { signal, capture: true, passive: true });
  for (const event of ['hashchange', 'popstate', 'pageshow'])
    window.addEventListener(event, wake, { signal });
  // Chrome 102+, Firefox 147+: says when a page changes its address by pushState; without it, the page's own change of
  // DOM that follows does.
  window.navigation?.addEventListener('currententrychange', wake, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    near.disconnect();
    clearTimeout(timer);
  });

  observer.observe(document, OBSERVED);
  readInSteps();
  return () => read(true);
}

function areSame(a: readonly Element[], b: readonly Element[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index]);
}

// What takes an adapter long, each part in a step of its own; the answers are kept with the page.
function* prepared(site: SiteAdapter, page: Page): Generator<void, void, void> {
  for (const part of site.prepare ?? []) {
    part(page);
    yield;
  }
}

/** The page that a window shows now. */
export function pageOf(window: Window): Page {
  return {
    document: window.document,
    url: new URL(addressOf(window)),
    now: Date.now(),
    // Asked for only where a page shows dates.
    get timeZone() {
      return machineZone();
    },
  };
}

/** A frame's address; an about:blank frame (an editor, a preview being written) has its parent's. */
export function addressOf(window: Window): string {
  const { href } = window.location;
  return href.startsWith('about:') ? window.document.baseURI : href;
}
