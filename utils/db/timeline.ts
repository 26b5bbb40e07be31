import { Dexie } from 'dexie';
import type { KithDb } from './database.ts';

/** A person's touchpoints, oldest first, as a Dexie collection (`.reverse()`, `.limit()`, `.last()`, `.count()`). */
export function timelineIn(db: KithDb, personId: string) {
  return db.touchpoints.where('timeline').between([personId, Dexie.minKey], [personId, Dexie.maxKey]);
}
