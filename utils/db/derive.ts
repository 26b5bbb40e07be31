import { Dexie } from 'dexie';
import { dueDay } from '../domain/cadence.ts';
import { nameKey } from '../domain/name-key.ts';
import type { Instant, Person, Touchpoint } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { type Change, equal, type Fields, withFields } from './journal.ts';

/** Whose derived fields a set of changes may touch, and which touchpoints changed. */
export interface Affected {
  readonly people: ReadonlySet<string>;
  readonly touchpoints: ReadonlySet<string>;
}

/** Finds who is affected by changes: the people themselves, and everyone before and after in a changed touchpoint. */
export async function peopleOf(db: KithDb, changes: readonly Change[]): Promise<Affected> {
  const people = new Set<string>();
  const touchpoints = new Set<string>();
  for (const { table, key, before } of changes) {
    if (table === 'people') people.add(key);
    if (table !== 'touchpoints') continue;
    touchpoints.add(key);
    for (const id of (before?.['personIds'] ?? []) as string[]) people.add(id);
    for (const id of (await db.touchpoints.get(key))?.personIds ?? []) people.add(id);
  }
  return { people, touchpoints };
}

/**
 * Writes the derived fields of what is affected. Runs inside the transaction of the change. With `now`, people whose
 * fields changed are people touched now.
 */
export async function derive(db: KithDb, affected: Affected, now?: Instant): Promise<void> {
  for (const id of affected.touchpoints) {
    const row = await db.touchpoints.get(id);
    if (row) await putIfChanged(db, 'touchpoints', row, { timeline: timelineOf(row) }, now);
  }
  for (const id of affected.people) {
    const row = await db.people.get(id);
    if (row) await putIfChanged(db, 'people', row, await personFields(db, row), now);
  }
}

/** Recomputes every derived field from what is stored. Run when in doubt; a property test holds it equal to `derive`. */
export async function rebuildDerived(db: KithDb): Promise<void> {
  await db.transaction('rw', db.people, db.touchpoints, async () => {
    await derive(db, {
      people: new Set(await db.people.toCollection().primaryKeys()),
      touchpoints: new Set(await db.touchpoints.toCollection().primaryKeys()),
    });
  });
}

/** The index entries of a touchpoint: one for each person, none when it is deleted. */
export function timelineOf(row: Pick<Touchpoint, 'personIds' | 'at' | 'deletedAt'>): Touchpoint['timeline'] {
  return row.deletedAt === undefined ? row.personIds.map((id) => [id, row.at] as const) : [];
}

/** A person's touchpoints, oldest first, as a Dexie collection (`.reverse()`, `.limit()`, `.last()`, `.count()`). */
export function timelineIn(db: KithDb, personId: string) {
  return db.touchpoints.where('timeline').between([personId, Dexie.minKey], [personId, Dexie.maxKey]);
}

async function personFields(db: KithDb, person: Person): Promise<Fields> {
  const last = await timelineIn(db, person.id).last();
  return {
    lastAt: last?.at,
    lastTouchpointId: last?.id,
    dueDay: person.deletedAt === undefined ? dueDay(person, last?.day) : undefined,
    touchpointCount: await timelineIn(db, person.id).count(),
    nameKey: nameKey(person.name),
  };
}

async function putIfChanged(
  db: KithDb,
  table: 'people' | 'touchpoints',
  row: object,
  fields: Fields,
  now: Instant | undefined,
): Promise<void> {
  const next = withFields(row as Fields, fields);
  if (equal(sorted(row as Fields), sorted(next))) return;
  await db.table(table).put(now === undefined ? next : { ...next, updatedAt: now });
}

function sorted(row: Fields): Fields {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}
