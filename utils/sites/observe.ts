import { adapterFor, readViews, type Shown, viewsFor } from './choose.ts';
import type { Page, Reading, SiteAdapter } from './types.ts';

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

/** Beyond this many elements in one settled change, one reading is cheaper than a look at each. */
const MANY_ELEMENTS = 200;

/** A page that rewrites itself endlessly must not fill the memory: past this many records it is simply read. */
const MANY_RECORDS = 5000;

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
  let shown: readonly Shown[] = [];
  let lastReport: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstPending = 0;
  let records: MutationRecord[] = [];
  let typedInside = false;

  const read = (again = false) => {
    const page = pageOf(window);
    if (addressOf(window) !== href) {
      href = addressOf(window);
      site = undefined;
    }
    // A self-hosted webmail can become recognisable late, as its page loads.
    site ??= adapterFor(page, sites);
    shown = site ? viewsFor(site, page) : [];
    const reading = site && readViews(site, shown, page);
    const text = JSON.stringify(reading) ?? '';
    if (text === lastReport && !again) return;
    lastReport = text;
    report(reading);
  };

  const settle = () => {
    timer = undefined;
    const batch = records;
    records = [];
    const changed = typedInside || addressOf(window) !== href || matters(batch, site, shown);
    typedInside = false;
    if (changed) read();
  };

  const wake = () => {
    const now = performance.now();
    if (timer === undefined) firstPending = now;
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(0, Math.min(QUIET_MS, firstPending + LONGEST_WAIT_MS - now)));
  };

  const observer = new window.MutationObserver((batch) => {
    if (records.length < MANY_RECORDS) records.push(...batch);
    wake();
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
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
    clearTimeout(timer);
  });

  read(true);
  return () => read(true);
}

/** Whether a settled change can change the reading. */
export function matters(
  records: readonly MutationRecord[],
  site: SiteAdapter | undefined,
  shown: readonly Shown[],
): boolean {
  // Not recognised yet: whatever was added may be what the site is known by.
  if (!site) return records.some((record) => record.addedNodes.length > 0);
  if (shown.some(({ root }) => !root.isConnected) || records.length >= MANY_RECORDS) return true;
  const { concerns } = site;
  if (
    concerns &&
    !records.some(({ target, addedNodes, removedNodes, type }) =>
      (type === 'childList' ? [...addedNodes, ...removedNodes] : [target]).some(concerns),
    )
  )
    return false;
  const targets = new Set<Element>();
  const added: Element[] = [];
  for (const { target, addedNodes } of records) {
    const element = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
    if (element) targets.add(element);
    for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) added.push(node as Element);
  }
  for (const target of targets) if (shown.some(({ root }) => root.contains(target))) return true;
  // Views are tried in order, so only those before the one shown can take its place.
  const present = shown.map(({ view }) => view);
  const winner = site.views.findIndex((view) => !view.beside && present.includes(view));
  const better = site.views.filter(
    (view, index) => !present.includes(view) && (view.beside || winner < 0 || index < winner),
  );
  const telling = ['title', ...(site.context ?? []), ...better.map((view) => view.root)].join(',');
  if (targets.size + added.length > MANY_ELEMENTS) return shown.length === 0 || telling !== 'title';
  for (const target of targets) if (target.closest(telling)) return true;
  return added.some((element) => element.matches(telling) || element.querySelector(telling) !== null);
}

function pageOf(window: Window): Page {
  return {
    document: window.document,
    url: new URL(addressOf(window)),
    now: Date.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** A frame's address; an about:blank frame (an editor, a preview being written) has its parent's. */
export function addressOf(window: Window): string {
  const { href } = window.location;
  return href.startsWith('about:') ? window.document.baseURI : href;
}
