import { adapterFor, readView, viewFor } from './read.ts';
import type { Page, Reading, SiteAdapter, View } from './types.ts';

/** How long a page must be quiet before it is read, and how long at most a restless page is waited for (ms). */
export const QUIET_MS = 40;
export const LONGEST_WAIT_MS = 250;

/** Attributes whose change can change who is on the page; others are not listened to. */
const ATTRIBUTES = [
  'class',
  'hidden',
  'title',
  'href',
  'email',
  'aria-selected',
  'aria-label',
  'componentkey',
  'data-sdui-screen',
];

/** Beyond this many added elements in one settled change, one look at the whole page is cheaper than one at each. */
const MANY_ADDED = 50;

/** What `observePage` needs of the world; tests give their own. */
export interface Surroundings {
  readonly window: Window & typeof globalThis;
  readonly sites: readonly SiteAdapter[];
  /** Called with each settled reading that differs from the one before; nothing when the page is no view of a site. */
  readonly report: (reading: Reading | undefined) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads the page when it has settled, and again after each settled change that can matter: one inside the present view's
 * root, or one that brings another view's root. Changes elsewhere cost a few comparisons. Returns a function that reads at once and reports
 * even what has not changed.
 */
export function observePage({ window, sites, report, signal }: Surroundings): () => void {
  const { document } = window;
  let href = '';
  let site: SiteAdapter | undefined;
  let shown: { view: View; root: Element } | undefined;
  let lastReport: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstPending = 0;
  let records: MutationRecord[] = [];

  const read = (again = false) => {
    const page = pageOf(window);
    if (location(window) !== href) {
      href = location(window);
      site = undefined;
    }
    // A self-hosted webmail can become recognisable late, as its page loads.
    site ??= adapterFor(page, sites);
    shown = site && viewFor(site, page);
    const reading = site && shown && readView(site, shown.view, shown.root, page);
    const text = JSON.stringify(reading) ?? '';
    if (text === lastReport && !again) return;
    lastReport = text;
    report(reading);
  };

  const settle = () => {
    timer = undefined;
    const batch = records;
    records = [];
    if (location(window) !== href || matters(batch, site, shown)) read();
  };

  const wake = () => {
    const now = performance.now();
    if (timer === undefined) firstPending = now;
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(0, Math.min(QUIET_MS, firstPending + LONGEST_WAIT_MS - now)));
  };

  const observer = new window.MutationObserver((batch) => {
    // A page that rewrites itself endlessly must not fill the memory: past a bound, the next look is at the whole page.
    if (records.length < 5000) records.push(...batch);
    wake();
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  for (const event of ['hashchange', 'popstate', 'pageshow'])
    window.addEventListener(event, wake, { signal });
  // Chrome 102+, Firefox 147+: says when a page changes its address by pushState; without it, the page's own change of
  // DOM that follows does.
  window.navigation?.addEventListener('currententrychange', wake, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  read(true);
  return () => read(true);
}

/** Whether a settled change can change the reading. */
export function matters(
  records: readonly MutationRecord[],
  site: SiteAdapter | undefined,
  shown: { view: View; root: Element } | undefined,
): boolean {
  // Not recognised yet: whatever was added may be what the site is known by.
  if (!site) return records.some((record) => record.addedNodes.length > 0);
  if (shown && !shown.root.isConnected) return true;
  if (records.length >= 5000) return true;
  // Views are tried in order, so only those before the one shown can take its place.
  const better = site.views.slice(0, shown ? site.views.indexOf(shown.view) : undefined);
  const roots = better.map((view) => view.root).join(',');
  const added: Element[] = [];
  let lastTarget: Node | undefined;
  for (const record of records) {
    const { target } = record;
    if (target !== lastTarget) {
      lastTarget = target;
      if (shown?.root.contains(target)) return true;
      // A root's own attribute can be what makes it a root.
      if (roots && record.type === 'attributes' && (target as Element).matches(roots)) return true;
    }
    if (!roots) continue;
    for (const node of record.addedNodes) if (node.nodeType === 1) added.push(node as Element);
  }
  if (added.length > MANY_ADDED) {
    return added[0]?.ownerDocument.querySelector(roots) != null;
  }
  return added.some((element) => element.matches(roots) || element.querySelector(roots) !== null);
}

function pageOf(window: Window): Page {
  return {
    document: window.document,
    url: new URL(location(window)),
    now: Date.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

// An about:blank frame (an editor, a preview being written) has its parent's address for a base.
function location(window: Window): string {
  const { href } = window.location;
  return href.startsWith('about:') ? window.document.baseURI : href;
}
