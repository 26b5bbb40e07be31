import { Dexie } from 'dexie';
import type { Day, Touchpoint } from '../domain/types.ts';
import type { SeenTouchpoint } from '../sites/types.ts';
import type { KithDb } from './database.ts';

// The index is by instant, and days are the user's own, in whichever zone they were then.
const SOME_DAYS_MS = 3 * 86_400_000;

/**
 * A person's touchpoints, oldest first, as a Dexie collection (`.reverse()`, `.limit()`, `.last()`, `.count()`); with `since`
 * those of that day and later, and some of the days before it, which the caller tells by their `day`. Reading such a range is
 * many times as quick as stepping through it by a cursor.
 */
export function timelineIn(db: KithDb, personId: string, since?: Day) {
  const first = [personId, since === undefined ? Dexie.minKey : Date.parse(since) - SOME_DAYS_MS];
  return db.touchpoints.where('timeline').between(first, [personId, Dexie.maxKey]);
}

/** A person's last `limit` touchpoints, newest first. */
export function timeline(db: KithDb, personId: string, limit = 20): Promise<Touchpoint[]> {
  return timelineIn(db, personId).reverse().limit(limit).toArray();
}

/** The touchpoint of a message that was logged, when it is not deleted. */
export async function touchpointOf(db: KithDb, seen: SeenTouchpoint): Promise<Touchpoint | undefined> {
  const row = await db.touchpoints.get({ sourceKey: seen.sourceKey });
  return row?.deletedAt === undefined ? row : undefined;
}
