import { nextClock } from '../domain/clock.ts';
import type { Instant, Row } from '../domain/types.ts';
import type { KithDb, TableName, Tables } from './database.ts';
import { derive, peopleOf } from './derive.ts';
import {
  type ActionLabel,
  type Change,
  difference,
  type Fields,
  type JournalEntry,
  withFields,
} from './journal.ts';

/** What the user is doing, for the journal. Writes with the same `batch` are undone as one. */
export interface Action {
  readonly label: ActionLabel;
  readonly about?: string | undefined;
  readonly batch?: string | undefined;
  readonly undoes?: string;
  readonly now?: Instant;
}

/** A row as a caller gives it: without stamps, and with an id only where the caller chose one. */
export type NewRow<T extends TableName> = Omit<
  Tables[T],
  | keyof Row
  | 'lastAt'
  | 'lastTouchpointId'
  | 'touchpointCount'
  | 'nameKey'
  | 'timeline'
  | 'nudgeDay'
  | 'pulse'
  | 'dateKeys'
> & {
  readonly id?: string;
};

/** Changes of a row; `undefined` takes a field away. */
export type Changes<T extends TableName> = { readonly [F in keyof Tables[T]]?: Tables[T][F] | undefined };

/** What may be done inside `write`. */
export interface Writer {
  readonly now: Instant;
  readonly batch: string;
  insert<T extends TableName>(table: T, row: NewRow<T>): Promise<string>;
  /** Throws `MissingRowError` when there is no such row. Returns whether anything changed. */
  update<T extends TableName>(table: T, id: string, changes: Changes<T>): Promise<boolean>;
  /** Leaves a tombstone. */
  remove(table: TableName, id: string): Promise<void>;
}

/** The row is not there: it was deleted or merged elsewhere. */
export class MissingRowError extends Error {
  constructor(
    readonly table: TableName,
    readonly key: string,
  ) {
    super(`There is no ${key} in ${table}.`);
    this.name = 'MissingRowError';
  }
}

/** Every table that is written through the door. */
export const JOURNALED = [
  'people',
  'handles',
  'touchpoints',
  'goals',
  'notes',
  'facts',
  'support',
  'feedback',
  'lessons',
  'reviews',
  'followUps',
  'snoozes',
  'stageMoves',
  'neverLog',
  'settings',
  'playbooks',
] as const satisfies readonly TableName[];

const DEVICE = 'device';

/**
 * The one door for writes. Runs `body` in a transaction that also derives what follows from the change and appends it to
 * the journal: all of it happens, or nothing.
 */
export async function write<R>(
  db: KithDb,
  action: Action,
  body: (writer: Writer) => R | Promise<R>,
): Promise<{ readonly batch: string; readonly result: R }> {
  const now = action.now ?? Date.now();
  const batch = action.batch ?? crypto.randomUUID();
  const tables = [...JOURNALED.map((name) => db[name]), db.journal];
  const result = await db.transaction('rw', tables as never, async () => {
    const changes = new Map<string, Change>();
    const answer = await body(writer(db, now, batch, changes));
    await derive(db, await peopleOf(db, [...changes.values()]), now);
    await append(db, action, batch, now, [...changes.values()]);
    return answer;
  });
  return { batch, result };
}

function writer(db: KithDb, now: Instant, batch: string, changes: Map<string, Change>): Writer {
  const note = (table: TableName, key: string, before: Fields | undefined) => {
    const name = `${table}/${key}`;
    if (!changes.has(name)) changes.set(name, { table, key, before });
  };
  const change = async (table: TableName, id: string, fields: Fields): Promise<boolean> => {
    const row = (await db[table].get(id)) as Fields | undefined;
    if (!row) throw new MissingRowError(table, id);
    const next = withFields(row, fields);
    if (!difference(table, row, next)) return false;
    note(table, id, row);
    await db.table(table).put({ ...next, updatedAt: now });
    return true;
  };
  return {
    now,
    batch,
    async insert(table, row) {
      const id = row.id ?? crypto.randomUUID();
      note(table, id, undefined);
      await db.table(table).add(withFields({ id, createdAt: now, updatedAt: now }, row as unknown as Fields));
      return id;
    },
    update: (table, id, fields) => change(table, id, fields as Fields),
    async remove(table, id) {
      await change(table, id, { deletedAt: now });
    },
  };
}

async function append(
  db: KithDb,
  action: Action,
  batch: string,
  now: Instant,
  changes: readonly Change[],
): Promise<void> {
  const device = await deviceId(db, now);
  const open = await db.journal.where('batch').equals(batch).toArray();
  // The highest, not the last: an entry that goes on has an earlier place and a later clock.
  let clock = (await db.journal.orderBy('clock').last())?.clock;
  for (const { table, key, before } of changes) {
    const row = (await db.table(table).get(key)) as Fields;
    // A batch that goes on (a note being typed) keeps one entry a row: from before its first change to now.
    const earlier = open.find((entry) => entry.table === table && entry.key === key);
    const first = earlier ? earlier.before : (before ?? null);
    const changed = first ? difference(table, before ?? {}, row) : { after: journaled(table, row) };
    if (!changed) continue;
    clock = nextClock(clock, now, device);
    const entry: Omit<JournalEntry, 'seq'> = {
      batch,
      label: action.label,
      ...(action.about !== undefined && { about: action.about }),
      at: now,
      clock,
      device,
      table,
      key,
      before: first && { ...('before' in changed ? changed.before : {}), ...(earlier ? first : {}) },
      after: { ...(earlier?.after ?? {}), ...changed.after },
      ...(action.undoes !== undefined && { undoes: action.undoes }),
    };
    if (earlier) await db.journal.put({ ...entry, seq: earlier.seq });
    else await db.journal.add(entry);
  }
}

function journaled(table: TableName, row: Fields): Fields {
  return difference(table, {}, row)?.after ?? {};
}

// The device's name is a fact about this database, not the user's data: it is not journaled.
async function deviceId(db: KithDb, now: Instant): Promise<string> {
  const known = await db.settings.get(DEVICE);
  if (known) return String(known.value);
  const value = crypto.randomUUID().slice(0, 8);
  await db.settings.put({ id: DEVICE, value, createdAt: now, updatedAt: now });
  return value;
}
