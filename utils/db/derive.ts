import { dueDay } from '../domain/cadence.ts';
import { nameKey } from '../domain/name-key.ts';
import { dateKey } from '../domain/nudges/reasons.ts';
import { builtInNumbers, type PlaybookNumbers } from '../domain/playbook-numbers.ts';
import { nudgeDayOf, PULSE_TOUCHPOINTS, pulseOf } from '../domain/pulse.ts';
import type { Instant, Person, Review, Touchpoint } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { type Change, equal, type Fields, withFields } from './journal.ts';
import { timelineIn } from './timeline.ts';

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
    // What a pulse also reads.
    if (table === 'reviews' || table === 'feedback') {
      people.add(String(before?.['personId']));
      people.add(String((await db[table].get(key))?.personId));
    }
    if (table === 'playbooks')
      for (const person of await db.people.filter(({ playbook }) => playbook === key).primaryKeys())
        people.add(person);
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
  const tables = [db.people, db.touchpoints, db.reviews, db.feedback, db.playbooks];
  // Dexie follows awaits only in a function that is itself async.
  await db.transaction('rw', tables, async () => deriveAll(db));
}

/** `rebuildDerived` inside of a transaction that is open: an upgrade. */
export async function deriveAll(db: KithDb): Promise<void> {
  await derive(db, {
    people: new Set(await db.people.toCollection().primaryKeys()),
    touchpoints: new Set(await db.touchpoints.toCollection().primaryKeys()),
  });
}

/** The index entries of a touchpoint: one for each person, none when it is deleted. */
export function timelineOf(row: Pick<Touchpoint, 'personIds' | 'at' | 'deletedAt'>): Touchpoint['timeline'] {
  return row.deletedAt === undefined ? row.personIds.map((id) => [id, row.at] as const) : [];
}

async function personFields(db: KithDb, person: Person): Promise<Fields> {
  const [touchpoints, count, reviews, feedback, numbers] = await Promise.all([
    timelineIn(db, person.id).reverse().limit(PULSE_TOUCHPOINTS).toArray(),
    timelineIn(db, person.id).count(),
    db.reviews.where('personId').equals(person.id).toArray(),
    db.feedback.where('personId').equals(person.id).toArray(),
    numbersOf(db, person.playbook),
  ]);
  const [last] = touchpoints;
  const dead = person.deletedAt !== undefined;
  const pulse = pulseOf(person, {
    touchpoints,
    numbers,
    reviewedDay: latest(reviews.filter(({ state }) => state === 'done')),
    // A review that holds their answers asked them.
    feedbackDay: latest([...feedback.filter(({ from }) => from === 'them'), ...reviews.filter(isAnswered)]),
  });
  return {
    lastAt: last?.at,
    lastTouchpointId: last?.id,
    dueDay: dead ? undefined : dueDay(person, last?.day, numbers?.cadence),
    nudgeDay: dead ? undefined : nudgeDayOf(person, pulse),
    pulse: dead || Object.keys(pulse).length === 0 ? undefined : pulse,
    dateKeys: dead || !person.dates?.length ? undefined : person.dates.map(dateKey),
    touchpointCount: count,
    nameKey: nameKey(person.name),
  };
}

function latest(rows: readonly { readonly day: string; readonly deletedAt?: number }[]): string | undefined {
  return rows
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map(({ day }) => day)
    .sort()
    .at(-1);
}

/** The numbers of a playbook, Kith's or the user's own; nothing for one that is gone. */
export async function numbersOf(
  db: KithDb,
  playbook: string | undefined,
): Promise<PlaybookNumbers | undefined> {
  if (playbook === undefined) return undefined;
  const own = await db.playbooks.get(playbook);
  // Checked when it was stored (utils/playbooks/check).
  if (own && own.deletedAt === undefined) return own.data as PlaybookNumbers;
  return builtInNumbers(playbook);
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

function isAnswered({ state, answers = [], feedback = '' }: Review): boolean {
  return (
    state === 'done' && [feedback, ...answers.map(({ answer }) => answer)].some((text) => text.trim() !== '')
  );
}
