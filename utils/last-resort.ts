import { browser } from 'wxt/browser';
import type { Handle } from './domain/types.ts';
import type { TabMessage } from './messaging/protocol.ts';
import type { Lent, Reading } from './sites/types.ts';
import { insist } from './sites/watching/insist.ts';

// The generic reader is a script of its own, which most pages never need. What asks for it, what brings it and what it does
// when it has come stand here together; each script carries only its own part.

/** The script with the generic reader, which utils/sites/generic.ts is in. */
const SCRIPT = '/reader-generic.js' as const;

/** What it takes from the reader of a site that was turned on, for pages that have another. */
const BASE = '/reader-base.js' as const;

/** What a page's reader says to the background when none of its adapters knows the page. */
const ASKING = 'unknown-page';

/** What the scripts of one frame share, in the extension's own world, where the page cannot see it. */
const world = globalThis as {
  kithShared?: object;
  kithLent?: Omit<Lent, 'own'>;
  kithLook?: () => Reading;
  kithOwn?: Lent['own'];
};

/** In a frame's reader, before anything else: keeps what the generic reader's script takes from it, should it come (shared.ts). */
export function share(shared: object): void {
  world.kithShared = shared;
}

/**
 * In the generic reader's script: gives it to whoever reads this frame, and one look at everybody on the page to whoever asks.
 * Nothing runs because of that.
 */
export function lend(lent: Omit<Lent, 'own'>, look: () => Reading): void {
  world.kithLent = lent;
  world.kithLook = look;
}

/** In a frame's reader: gets the generic reader into this frame. Nothing when the site was turned off meanwhile. */
export async function borrow(): Promise<Lent | undefined> {
  const ask = async () => {
    await browser.runtime.sendMessage({ type: ASKING }).catch(() => {});
    return world.kithLent;
  };
  // After an update or removal of the extension nobody listens any more.
  await insist(ask, () => browser.runtime?.id === undefined);
  const { kithLent: lent, kithOwn: own = [] } = world;
  return lent && { ...lent, own };
}

/** Where a message came from, as the browser says it. */
interface Asker {
  readonly id?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/**
 * In the background: puts the generic reader, and the addresses that are the user's, into the frame that asks for it, and answers
 * when it is there. Nothing for any other message. The browser itself refuses frames that Kith may not read.
 */
export function bring(
  message: unknown,
  { id, frameId, tab }: Asker,
  own: () => Promise<Lent['own']>,
): Promise<void> | undefined {
  const asked = (message as { type?: unknown } | null)?.type === ASKING;
  if (!asked || id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) return undefined;
  return putBoth({ tabId: tab.id, frameIds: [frameId] }, own);
}

async function putBoth(target: Frames, own: () => Promise<Lent['own']>): Promise<void> {
  // Without them less is known of a page that does not show whose mailbox it is, and the rest is.
  const handles = await own().catch(() => []);
  const told = browser.scripting.executeScript({ target, func: keepOwn, args: [handles] });
  await Promise.all([told, putGeneric(target)]);
}

/**
 * In the panel: tells the frames of a tab, which must be one that Kith may read, the addresses that are the user's now, and lets those
 * that knew others read their page again. A tab that is gone is no error.
 */
export async function tellOwn(tabId: number, own: Lent['own']): Promise<void> {
  const target = { tabId, allFrames: true };
  const told = await browser.scripting.executeScript({ target, func: keepOwn, args: [own] }).catch(() => []);
  const again: TabMessage = { type: 'say-again' };
  const changed = told.filter(({ result }) => result === true);
  await Promise.allSettled(changed.map(({ frameId }) => browser.tabs.sendMessage(tabId, again, { frameId })));
}

// Runs in the frame by itself. Answers whether it knew others. Whoever reads the frame keeps the list that came first.
function keepOwn(own: Lent['own']): boolean {
  const frame = globalThis as { kithOwn?: Handle[] };
  frame.kithOwn ??= [];
  const changed = JSON.stringify(frame.kithOwn) !== JSON.stringify(own);
  frame.kithOwn.splice(0, frame.kithOwn.length, ...own);
  return changed;
}

/**
 * In the panel: one look at everybody in all frames of a tab, which must be one that Kith may read. As pages may have had a
 * hand in it, the answers are to be checked. Nothing stays running.
 */
export async function lookOnce(tabId: number): Promise<readonly { frameId: number; reading: unknown }[]> {
  await putGeneric({ tabId, allFrames: true }, BASE);
  const looks = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    // Runs in the frames by itself.
    func: () => (globalThis as { kithLook?: () => Reading }).kithLook?.(),
  });
  return looks.flatMap(({ frameId, result }) => (result ? [{ frameId, reading: result }] : []));
}

/** Where a script is put: into some of a tab's frames, or into all of them. */
type Frames = { readonly tabId: number } & ({ frameIds: number[] } | { allFrames: true });

// Rejects where it may not.
async function putGeneric(target: Frames, ...before: (typeof BASE)[]): Promise<void> {
  await browser.scripting.executeScript({ target, files: [...before, SCRIPT] });
}
