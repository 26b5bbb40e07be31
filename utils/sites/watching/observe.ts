import type { Handle } from '../../domain/types.ts';
import { atOnce } from '../reading/per-page.ts';
import type { Page, Reading, SiteAdapter, Work } from '../types.ts';
import { areSame, newContext } from './context.ts';
import { countWithin, MANY_RECORDS, matters } from './matters.ts';
import { addressOf, pageOf } from './page-of.ts';
import { newPurse } from './purse.ts';
import { adapterAt, readViews, type Shown, shadowOf, viewsFor } from './read.ts';
import type { Strangers } from './strangers.ts';
import { newTurns } from './turns.ts';

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

/** A page that rewrites itself endlessly must not fill the memory: past this many records a reader of whole pages reads it. */
const ENDLESS_RECORDS = 5000;

/** How often a reading in turns may be begun anew by changes of the page, before it is done all at once. */
const MOST_RESTARTS = 4;

/** What the timer of a look costs beside the look itself (ms; from a trace). */
const AROUND_MS = 0.1;

/** What `observePage` needs of the world; tests give their own. */
export interface Surroundings {
  readonly window: Window & typeof globalThis;
  readonly sites: readonly SiteAdapter[];
  /** For pages that none of the sites has by address; as soon as one of them recognises the page after all, that one reads it. */
  readonly strangers?: Strangers | undefined;
  /** Called with each settled reading that differs from the one before; nothing when the page is no view of a site. */
  readonly report: (reading: Reading | undefined) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads the page when it has settled, and again after each settled change that can matter: one inside the present view's
 * root, or one that brings another view's root. Changes elsewhere cost a few comparisons, and a page that never rests but
 * shows nothing new is read more seldom. Returns a function that reads at once and reports even what has not changed.
 */
export function observePage({ window, sites, strangers, report, signal }: Surroundings): () => void {
  const { document } = window;
  let href = '';
  let site: SiteAdapter | undefined;
  let shown: readonly Shown[] = [];
  let self: readonly Handle[] = [];
  let lastReport: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstPending = 0;
  let lastPending = 0;
  let records: MutationRecord[] = [];
  // More changed than is looked at one by one, and kept.
  let many = false;
  // What else a reading depends on, and what is heard by `near`.
  const context = newContext();
  let nearTo: readonly Element[] = [];
  let inside = false;
  // What changed inside, where a site may not read all of it.
  let nearby: MutationRecord[] = [];
  // How much changed, without texts elsewhere.
  let changed = 0;
  // Waiting until the next look or reading can be paid.
  let paused = false;
  let watched: SiteAdapter | undefined;
  const turns = newTurns(signal);
  // How often a reading in turns was begun anew before it came to its end.
  let restarts = 0;
  let typedInside = false;
  // The browser told of another entry in the history; its address may be the same.
  let went = false;
  // A reading that has to wait because earlier ones found nothing new.
  let owed = false;
  let somebody = false;
  const purse = newPurse();

  // What changes inside of the views, or of what else a reading depends on, needs no look, unless it may be where nothing is read.
  const near = new window.MutationObserver((batch) => {
    nearby = nearby.concat(batch);
    inside ||= !site?.apart || nearby.length > ENDLESS_RECORDS;
    // Everything is read then: what else changes until that is of no interest, and hearing of it costs, too.
    if (inside) leave();
    stir();
  });
  const leave = () => {
    nearTo = [];
    nearby = [];
    near.disconnect();
  };
  const comeNear = () => {
    // A reader of whole pages looks at each change itself.
    const now = site?.concerns ? [] : [...shown.map(({ root }) => root), ...context.parts()];
    if (areSame(now, nearTo)) return;
    leave();
    nearTo = now;
    now.forEach((element) => {
      near.observe(element, OBSERVED);
    });
  };

  // A shadow root can come without any change that can be observed.
  const shadows = new Set<ShadowRoot>();
  const watch = () => {
    // Texts elsewhere are never looked at on a site that is known.
    if (watched !== site)
      observer.observe(document, { ...OBSERVED, characterData: !site || !!site.concerns });
    watched = site;
    site?.views.forEach((view) => {
      const shadow = shadowOf(view, document);
      if (!shadow || shadows.has(shadow)) return;
      shadows.add(shadow);
      observer.observe(shadow, OBSERVED);
    });
  };

  // In parts, between which the page may work where a reading takes long.
  function* reading(again: boolean): Generator<Work | undefined> {
    owed = false;
    const page: Page = { ...pageOf(window), own: strangers?.own() };
    if (page.url.href !== href) {
      href = page.url.href;
      site = adapterAt(page.url, sites);
      strangers?.forget();
      purse.fill();
    }
    // A self-hosted webmail can become recognisable late, as its page loads.
    if (strangers) {
      yield strangers.study(page, site);
      site = strangers.reader();
      // Only when the page has settled: until then it may become one that is known.
      if (!site && strangers.mustAsk()) wake();
    }
    yield site?.prepare?.(page);
    watch();
    shown = site ? viewsFor(site, page) : [];
    yield;
    yield context.look(site, page, shown);
    comeNear();
    self = site && shown.length > 0 ? (site.self?.(page) ?? []) : [];
    yield;
    restarts = 0;
    say(site && readViews(site, shown, page, self), again);
  }

  const say = (found: Reading | undefined, again: boolean) => {
    somebody = (found?.sightings.length ?? 0) > 0;
    const text = JSON.stringify(found) ?? '';
    if (text === lastReport && !again) return;
    lastReport = text;
    report(found);
  };

  const read = (again = false) => turns.finish(reading(again));

  // On a page that changes all the while, no reading in turns would come to its end.
  const readInTurns = (pay?: (ms: number) => void) =>
    restarts++ < MOST_RESTARTS ? turns.begin(reading(false), pay) : read();

  const ask = async () => {
    if ((await strangers?.ask()) && !signal.aborted && !site) readInTurns();
  };

  // What found something new is free.
  const payIn = (before: string | undefined) => (ms: number) => {
    if (before === lastReport) purse.spend(ms);
  };

  const settle = () => {
    const begun = performance.now();
    const pay = payIn(lastReport);
    look(pay);
    pay(performance.now() - begun + AROUND_MS);
  };

  const look = (pay: (ms: number) => void) => {
    timer = undefined;
    paused = false;
    const moved = typedInside || isElsewhere();
    owed ||= inside;
    inside = false;
    typedInside = false;
    went = false;
    if (!moved) {
      if (!site && strangers?.mustAsk()) void ask();
      if (!turns.areLeft()) {
        if (!owed && changed === 0 && nearby.length === 0) return;
        // Looking at what changed costs, too: it is kept meanwhile.
        if (mustPause(0)) return;
      }
    }
    const batch = records;
    const tooMany = many;
    const within = nearby;
    const count = changed;
    records = [];
    nearby = [];
    many = false;
    changed = 0;
    if (moved) context.forget();
    if (moved || turns.areLeft()) return readInTurns();
    const unread = countWithin(within, site?.apart ?? '');
    owed ||= unread === undefined;
    if (!owed && count === unread) return;
    if (!owed && canMatter(batch, tooMany)) {
      owed = true;
      context.forget();
    }
    if (owed) readInTurns(pay);
    else watch();
  };

  // Nothing is looked at before that can be paid, where it takes longer than `least` (ms).
  const mustPause = (least: number) => {
    // While nobody was found on a site that is known, the page may be loading: it is not kept waiting.
    const pause = site === undefined || somebody ? purse.wait() : 0;
    paused = pause > least;
    if (paused) timer = setTimeout(settle, pause);
    return paused;
  };

  const canMatter = (batch: readonly MutationRecord[], tooMany: boolean) => {
    // What is gone is in no record of what was added: a card of a person that was closed.
    if (context.parts().some((part) => !part.isConnected)) return true;
    if (!site || site.concerns) return strangers?.matters(tooMany ? undefined : batch, document.title, site);
    return tooMany ? hasOthers() : matters(batch, site, shown, pageOf(window).url, hasOthers);
  };

  const hasOthers = () => {
    const page = pageOf(window);
    const views = site ? viewsFor(site, page) : [];
    const isShown = ({ view, root }: Shown, index: number) =>
      view === shown[index]?.view && root === shown[index].root;
    return atOnce(context.look(site, page, views)) || views.length !== shown.length || !views.every(isShown);
  };

  const isGone = () => shown.some(({ root }) => !root.isConnected);
  // The address costs more than the rest, and most browsers tell of it.
  const isElsewhere = () => ((went || !window.navigation) && addressOf(window) !== href) || isGone();

  const wake = () => {
    lastPending = performance.now();
    // Setting a timer costs more than all the rest: the one that is set looks whether the page is quiet.
    if (timer !== undefined && !paused) return;
    clearTimeout(timer);
    paused = false;
    firstPending = lastPending;
    timer = setTimeout(settleIfQuiet, QUIET_MS);
  };

  // The page changed.
  const stir = () => {
    const left = (paused || timer === undefined) && isElsewhere();
    if (left || (!paused && (timer !== undefined || !mustPause(QUIET_MS)))) wake();
  };

  const settleIfQuiet = () => {
    const end = Math.min(lastPending + QUIET_MS, firstPending + LONGEST_WAIT_MS);
    const rest = end - performance.now();
    if (rest < 1) settle();
    else timer = setTimeout(settleIfQuiet, rest);
  };

  const keep = (batch: MutationRecord[]) => {
    changed += batch.length;
    const limit = !site || site.concerns ? ENDLESS_RECORDS : MANY_RECORDS;
    many ||= records.length + batch.length > limit;
    records = many || inside || owed ? [] : records.concat(batch);
  };

  const observer = new window.MutationObserver((batch) => {
    keep(batch);
    stir();
  });
  // What is typed into a field changes no node.
  const typed = ({ target }: Event) => {
    const field = target as Node; // it passed the document
    if (!shown.some(({ root }) => root.contains(field))) return;
    typedInside = true;
    wake();
  };
  document.addEventListener('change', typed, { signal, capture: true, passive: true });
  const go = () => {
    went = true;
    wake();
  };
  for (const event of ['hashchange', 'popstate', 'pageshow']) window.addEventListener(event, go, { signal });
  // Chrome 102+, Firefox 147+: says when a page changes its address by pushState; without it, the page's own change of
  // DOM that follows does.
  window.navigation?.addEventListener('currententrychange', go, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    leave();
    clearTimeout(timer);
  });

  observer.observe(document, OBSERVED);
  readInTurns();
  return () => read(true);
}
