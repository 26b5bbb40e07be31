import type { Touchpoint } from '../domain/types.ts';
import type { SeenTouchpoint } from '../sites/types.ts';
import type { KithDb } from './database.ts';
import { timelineIn } from './derive.ts';

/** A person's last `limit` touchpoints, newest first. */
export function timeline(db: KithDb, personId: string, limit = 20): Promise<Touchpoint[]> {
  return timelineIn(db, personId).reverse().limit(limit).toArray();
}

/** The touchpoint of a message that was logged, when it is not deleted. */
export async function touchpointOf(db: KithDb, seen: SeenTouchpoint): Promise<Touchpoint | undefined> {
  const row = await db.touchpoints.get({ sourceKey: seen.sourceKey });
  return row?.deletedAt === undefined ? row : undefined;
}
