import { type Captured, captureSeen, captureSent, type Shown } from '../db/capture.ts';
import type { KithDb } from '../db/database.ts';
import { problemOf } from '../db/problems.ts';
import { allFrames, framesOf } from '../messaging/frames.ts';
import type { FromPage } from '../messaging/validate.ts';
import { forgetSent, type KeptSent, keptSent } from './kept-sent.ts';
import { keepRefused } from './refused.ts';

/**
 * Logs what a page said, where the user wants that, and keeps what was refused for the panel. Never throws: whoever calls it is
 * the edge. What was cut short by the end of the worker is done again at its next start.
 */
export async function captureFromPage(db: KithDb, { message, tabId }: FromPage): Promise<void> {
  if (message.type === 'gone') return;
  if (message.type === 'sent') return captureKept(db, { message, tabId });
  const { url, reading } = message;
  if (reading && reading.sightings.length > 0) await capture(db, tabId, captureSeen, { url, ...reading });
}

/** Looks again at what the open tabs show and what was sent: a worker that ended in between may not have logged it. */
export async function captureOpenTabs(db: KithDb): Promise<void> {
  for (const kept of await keptSent()) await captureKept(db, kept);
  for (const { tabId, url, reading } of await allFrames())
    if (reading && reading.sightings.length > 0) await capture(db, tabId, captureSeen, { url, ...reading });
}

async function captureKept(db: KithDb, { message, tabId }: KeptSent): Promise<void> {
  if (await capture(db, tabId, captureSent, message)) await forgetSent(message);
}

// Says whether it worked.
async function capture(
  db: KithDb,
  tabId: number,
  how: (db: KithDb, shown: Shown) => Promise<Captured>,
  { url, site, sightings, self }: Shown,
): Promise<boolean> {
  try {
    // A preview's frame does not always show whose mailbox it is in.
    const others = (await framesOf(tabId)).flatMap(({ reading }) => reading?.self ?? []);
    const { refused } = await how(db, { url, site, sightings, self: [...self, ...others] });
    await keepRefused(tabId, refused);
    return true;
  } catch (error) {
    // The panel says what is wrong with the database; the page will speak again.
    console.warn(`Kith could not log what a page showed: ${problemOf(error)}.`);
    return false;
  }
}
