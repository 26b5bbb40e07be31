import { Dexie } from 'dexie';
import type { Instant, Touchpoint } from '../domain/types.ts';
import type { SeenTouchpoint } from '../sites/types.ts';
import type { KithDb } from './database.ts';

/**
 * A person's touchpoints, oldest first, as a Dexie collection (`.reverse()`, `.limit()`, `.last()`, `.count()`); with `from`
 * those at that instant and later.
 */
export function timelineIn(db: KithDb, personId: string, from?: Instant) {
  const first = [personId, from ?? Dexie.minKey];
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
