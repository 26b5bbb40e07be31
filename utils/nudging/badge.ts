import { Dexie } from 'dexie';
import { browser } from 'wxt/browser';
import type { KithDb } from '../db/database.ts';
import { shownOn } from '../db/day.ts';
import { preference } from '../db/preferences.ts';
import { isQuiet } from '../domain/delivery.ts';

/** How long after a change the badge is counted again (ms): many changes at once are one. */
const SETTLED_MS = 800;

/** Shows on the toolbar how many people are left for today; nothing in quiet hours and on days off. */
export async function showBadge(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: '#1d6b52' });
}

const FLASH_MS = 2000;
const SIGNS = { done: '✓', nothing: '✓', nobody: '?' } as const;

/** Says for two seconds on the toolbar what became of a gesture, for whom no panel is open. */
export async function flashBadge(db: KithDb, outcome: keyof typeof SIGNS): Promise<void> {
  await browser.action.setBadgeText({ text: SIGNS[outcome] });
  // A worker that ends before shows the count at its next start.
  setTimeout(() => void refreshBadge(db).catch(() => {}), FLASH_MS);
}

/** Counts and shows. */
export async function refreshBadge(db: KithDb, now = Date.now()): Promise<void> {
  const preferences = await preference(db, 'nudges');
  await showBadge(isQuiet(now, preferences) ? 0 : await shownOn(db, now));
}

/** Keeps the badge right while this page or worker lives, whoever writes. Returns a function that stops. */
export function watchBadge(db: KithDb): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    // A worker that dies meanwhile counts again when it wakes.
    timer ??= setTimeout(() => {
      timer = undefined;
      refreshBadge(db).catch(() => {});
    }, SETTLED_MS);
  };
  Dexie.on('storagemutated', changed);
  return () => {
    clearTimeout(timer);
    Dexie.on('storagemutated').unsubscribe(changed);
  };
}
