import { nameKey } from '../domain/name-key.ts';
import type { Handle, HandleRow, Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';

/** Whom a handle belongs to; deleted people and handles are nobody's. */
export async function personByHandle(db: KithDb, handle: Handle): Promise<Person | undefined> {
  const row = await db.handles.get({ kind: handle.kind, value: handle.value });
  return row && row.deletedAt === undefined ? livePerson(db, row.personId) : undefined;
}

/** A person who is not deleted. */
export async function livePerson(db: KithDb, id: string): Promise<Person | undefined> {
  const person = await db.people.get(id);
  return person?.deletedAt === undefined ? person : undefined;
}

/** The handles of a person, oldest first. */
export async function handlesOf(db: KithDb, personId: string): Promise<HandleRow[]> {
  const rows = await db.handles.where('personId').equals(personId).sortBy('createdAt');
  return rows.filter((row) => row.deletedAt === undefined);
}

/** People whose names are alike: the same words, whatever their order, case and accents. */
export async function peopleNamed(db: KithDb, name: string, limit = 5): Promise<Person[]> {
  const key = nameKey(name);
  if (key === '') return [];
  return db.people.where('nameKey').equals(key).filter(isLive).limit(limit).toArray();
}

/** The people changed or touched last, newest first. */
export function recentPeople(db: KithDb, limit = 8): Promise<Person[]> {
  return db.people.orderBy('updatedAt').reverse().filter(isLive).limit(limit).toArray();
}

/** Whether a row is no tombstone. */
export function isLive(row: { readonly deletedAt?: number }): boolean {
  return row.deletedAt === undefined;
}
