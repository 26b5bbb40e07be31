import { PROVISIONAL } from '../../domain/same-message.ts';
import type { Handle } from '../../domain/types.ts';
import { isShown } from '../reading/dom.ts';
import { MAX_SIGHTINGS } from '../reading/limits.ts';
import type { Letter, Page, SeenTouchpoint, Sending, Sighting, SiteAdapter } from '../types.ts';
import { pageOf } from './page-of.ts';
import { randomKey } from './random.ts';
import { adapterAt, readViews, viewsFor } from './read.ts';
import type { Strangers } from './strangers.ts';

/** How long after the click or key a page may take to show that the message went out (ms). */
export const PENDING_MS = 120_000;
/** The same, where the only sign is that the window closed: later, it closes for another reason (ms). */
export const CLOSING_MS = 10_000;
/** The longest that any site lets a message be taken back (ms): Gmail's setting ends there. */
export const UNDO_MS = 30_000;
/** The mouse's button coming up and its click, or a key that is held, are one gesture (ms). */
const ONE_GESTURE_MS = 500;
/** How far the page's time of a message may be from the click (ms): it shows minutes, and the clocks are two. */
const CLOCKS_MS = 120_000;
/** How often the page is looked at while something is pending, at most and at least (ms). */
const SOON_MS = 50;
const TICK_MS = 1000;

/** A message that the page showed to be sent. */
export interface Sent {
  readonly site: string;
  readonly self: readonly Handle[];
  readonly sightings: readonly Sighting[];
}

/** What `watchSending` needs of the world; tests give their own. */
export interface SendingSurroundings {
  readonly window: Window & typeof globalThis;
  readonly sites: readonly SiteAdapter[];
  /** Who knows pages that none of the sites has by address. */
  readonly strangers?: Pick<Strangers, 'reader'> | undefined;
  /** Called once for each message. */
  readonly report: (sent: Sent) => void;
  readonly signal: AbortSignal;
}

/** A message that the user told the page to send. */
interface Pending extends Letter {
  readonly site: SiteAdapter;
  readonly sending: Sending;
  readonly compose: Element;
  readonly at: number;
  readonly self: readonly Handle[];
  /** The user's messages that the page showed before. */
  readonly known: ReadonlyMap<string, SeenTouchpoint>;
  /** When the page showed that it went out, and from when on it is certain (ms). */
  sentAt?: number;
  certainAt?: number;
  /** What takes it back. */
  undo?: Element | undefined;
}

/**
 * Notices messages that the user sends. A click or key only makes one pending, with its recipients as they stand then; it is
 * reported when a sign that it went out has come up since, and can't be taken back any more. A sign speaks for the oldest
 * pending message whose window is gone. Nothing is looked at while nothing is pending.
 */
export function watchSending({ window, sites, strangers, report, signal }: SendingSurroundings): void {
  const { document } = window;
  // In the order of their sending; all of one site, as a page is.
  const pending = new Set<Pending>();
  // Signs that were there before, or have spoken.
  let heard = new Set<Element>();
  let soon: ReturnType<typeof setTimeout> | undefined;
  let tick: ReturnType<typeof setInterval> | undefined;

  const all = (selector?: string) => (selector ? [...document.querySelectorAll(selector)] : []);
  const signsOf = ({ sent, failed }: Sending) => [sent, failed].map((one) => all(one).filter(isVisible));
  const isOpen = ({ compose, sending }: Pending) => compose.isConnected && compose.matches(sending.compose);
  const dropIf = (fits: (one: Pending) => unknown) => {
    for (const one of pending) if (fits(one)) pending.delete(one);
  };

  const check = () => {
    clearTimeout(soon);
    soon = undefined;
    const now = Date.now();
    for (const { sending } of [...pending].slice(0, 1)) {
      const [sent = [], failed = []] = signsOf(sending);
      const signs = [...sent, ...failed];
      const isSaved = all(sending.saved).length > 0;
      heard = new Set(signs.filter((sign) => isSaved || heard.has(sign)));
      for (const sign of signs) {
        if (heard.has(sign)) continue;
        const isFailure = failed.includes(sign);
        const one = [...pending].find(
          (other) => !other.sentAt && (isFailure || sending.stays || !isOpen(other)),
        );
        if (!one) continue;
        heard.add(sign);
        if (isFailure) pending.delete(one);
        else one.sentAt = now;
      }
    }
    for (const one of pending) {
      const { sending, at } = one;
      if (!sending.sent && !isOpen(one)) one.sentAt ??= now;
      if (one.sentAt) settle(one, now, one.sentAt);
      else if (now - at > (sending.sent ? PENDING_MS : CLOSING_MS)) pending.delete(one);
    }
    if (pending.size > 0) return;
    clearInterval(tick);
    observer.disconnect();
  };

  const settle = (one: Pending, now: number, sentAt: number) => {
    const { compose, undo, settles = 0 } = one.sending;
    one.undo ??= all(undo).find(isVisible);
    if (one.undo && isVisible(one.undo) && now - sentAt < UNDO_MS) return;
    one.certainAt ??= now + settles;
    // Taken back by a key, or not sent after all: it is in a window again.
    const isBack = (open: Element) => {
      const { people, subject } = one.sending.read(open, pageOf(window));
      return `${[subject, addresses(people)]}` === `${[one.subject, addresses(one.people)]}`;
    };
    if (settles > 0 && all(compose).some(isBack)) pending.delete(one);
    else if (now >= one.certainAt) finish(one);
  };

  const finish = (one: Pending) => {
    pending.delete(one);
    const { site, sending, compose, self, people } = one;
    const page = pageOf(window);
    // Roundcube asks for a missing subject after the click.
    const subject = one.subject || (isOpen(one) && sending.read(compose, page).subject);
    // The message itself, where the page shows it by now: the one that it did not show before.
    const [real, another] = [...sentTo(people, site, page).values()].filter(
      ({ sourceKey, at, said }) =>
        !one.known.has(sourceKey) && Math.abs((at ?? said?.near ?? 0) - one.at) < CLOCKS_MS,
    );
    const shown: Partial<SeenTouchpoint> = (!another && real) || {};
    const {
      sourceKey = PROVISIONAL + randomKey(),
      at = minute(shown.said?.near) ?? one.at,
      link = one.link,
    } = shown;
    const sightings = people.slice(0, MAX_SIGHTINGS).map((person) => ({
      ...person,
      touchpoints: [
        {
          sourceKey,
          channel: 'email' as const,
          direction: 'out' as const,
          at,
          ...(subject && { subject }),
          ...(link && { link }),
          recipients: people.length,
          ...(person.role !== 'recipient' && { copied: true as const }),
        },
      ],
    }));
    report({ site: site.id, self, sightings });
  };

  const take = (site: SiteAdapter, sending: Sending, compose: Element) => {
    const page = pageOf(window);
    if ((adapterAt(page.url, sites) ?? strangers?.reader()) !== site) return;
    // A sign that is there by now speaks for what was sent before, or for nothing.
    check();
    const isSame = (one: Pending) => one.compose === compose && !one.sentAt;
    if ([...pending].some((one) => isSame(one) && page.now - one.at < ONE_GESTURE_MS)) return;
    dropIf(isSame);
    const letter = sending.read(compose, page);
    if (letter.people.length === 0) return;
    heard = new Set([...(pending.size > 0 ? heard : []), ...signsOf(sending).flat()]);
    const self = site.self?.(page) ?? [];
    const known = sentTo(letter.people, site, page);
    pending.add({ ...letter, site, sending, compose, at: page.now, self, known });
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['class', 'hidden', 'style'],
    });
    clearInterval(tick);
    tick = setInterval(check, TICK_MS);
  };

  const act = (event: Event) => {
    const { target, type, key, ctrlKey, metaKey, isComposing } = event as KeyboardEvent;
    const isKey = type === 'keydown';
    if (!(target instanceof window.Element) || (isKey && (isComposing || !/^(Enter| )$/.test(key)))) return;
    // The page may show something else from now on.
    if (pending.size > 0) check();
    const on = (selector?: string) => (selector ? target.closest(selector) : null);
    for (const site of sites) {
      const { sending } = site;
      if (!sending) continue;
      const inside = on(sending.compose);
      if (isKey && key === 'Enter' && (ctrlKey || metaKey) ? inside : on(sending.send)) {
        // The button may stand outside of the window, where there is one only.
        const [compose, another] = inside ? [inside] : all(sending.compose);
        return compose && !another && take(site, sending, compose);
      }
      const undo = on(sending.undo);
      if (undo) check();
      dropIf((one) => undo && one.undo === undo);
      // Without a sign to wait for, whoever goes on in the window did not send it.
      if (on(sending.instead) || (!sending.sent && inside))
        dropIf((one) => !one.sentAt && (inside ? one.compose === inside : isOpen(one)));
    }
  };

  // The page may act on any of these, and take the window away before the next one.
  for (const type of ['mouseup', 'click', 'keydown'])
    window.addEventListener(type, act, { signal, capture: true, passive: true });
  const stop = () => {
    pending.clear();
    check();
  };
  const leave = () => {
    check();
    // What was shown to be sent can't be taken back in a page that is gone.
    for (const one of pending) if (one.sentAt && one.sending.sent) finish(one);
    stop();
  };
  window.addEventListener('pagehide', leave, { signal });
  signal.addEventListener('abort', stop);
  const observer = new window.MutationObserver(() => {
    soon ??= setTimeout(check, SOON_MS);
  });
}

// As the page shows it.
function minute(at: number | undefined): number | undefined {
  return at && at - (at % 60_000);
}

// On the page: neither hidden nor moved out over its top, as Gmail's toast is.
function isVisible(element: Element): boolean {
  return element.isConnected && isShown(element) && element.getBoundingClientRect().bottom > 0;
}

function addresses(people: readonly Sighting[]): readonly string[] {
  return people.map(({ handles: [{ value }] }) => value).sort();
}

// What the page shows that the user sent to one of these people, by its key.
function sentTo(
  people: readonly Sighting[],
  site: SiteAdapter,
  page: Page,
): ReadonlyMap<string, SeenTouchpoint> {
  const wanted = addresses(people);
  const shown = readViews(site, viewsFor(site, page), page)?.sightings ?? [];
  return new Map(
    shown
      .filter(({ handles: [{ value }] }) => wanted.includes(value))
      .flatMap(({ touchpoints }) => touchpoints)
      .filter(({ direction }) => direction === 'out')
      .map((point) => [point.sourceKey, point]),
  );
}
