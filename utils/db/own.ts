import { Dexie } from 'dexie';
import type { Handle } from '../domain/types.ts';
import type { KithDb } from './database.ts';

/** The addresses that the user said are theirs: never a contact, on any site. */
export async function ownAddresses(db: KithDb): Promise<ReadonlySet<string>> {
  const rows = db.neverLog.where('[kind+value]').between(['self', Dexie.minKey], ['self', Dexie.maxKey]);
  return new Set(
    (await rows.filter(({ deletedAt }) => deletedAt === undefined).toArray()).map(({ value }) => value),
  );
}

/** The same as handles. */
export async function ownHandles(db: KithDb): Promise<Handle[]> {
  return [...(await ownAddresses(db))].map((value) => ({ kind: 'email', value }));
}
