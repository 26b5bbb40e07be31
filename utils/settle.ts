import { browser } from 'wxt/browser';
import { readOpenTabs, registerReader } from './access.ts';
import { createMenus } from './capturing/menus.ts';

/** Kept for as long as the browser runs and Kith is not updated. */
const SETTLED = 'settled';

let settling: Promise<void> | undefined;

/**
 * What has to be done once after installing, an update and a start of the browser: the reader's registration, the tabs that are
 * open, the menus. Called at each start of the worker, as one that ends in the middle would leave it half done, and the browser
 * tells of an installation only once. Does nothing when it was done.
 */
export function settleIn(): Promise<void> {
  settling ??= settle().catch((error: unknown) => {
    // Tried again at the worker's next start.
    console.warn('Kith could not set up the pages that are open.', error);
  });
  return settling;
}

async function settle(): Promise<void> {
  if ((await browser.storage.session.get(SETTLED))[SETTLED] === true) return;
  await registerReader();
  await readOpenTabs();
  await createMenus();
  await browser.storage.session.set({ [SETTLED]: true });
}
