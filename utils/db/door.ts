import { nextClock } from '../domain/clock.ts';
import type { Instant } from '../domain/types.ts';
import type { KithDb, TableName } from './database.ts';
import { derive, peopleOf } from './derive.ts';
import { type Change, difference, type Fields, type JournalEntry, withFields } from './journal.ts';
import { JOURNALED } from './journaled.ts';
import { MissingRowError } from './missing-row.ts';
import type { Action, Writer } from './write.ts';

const DEVICE = 'device';

/** `write`, see there. A module of its own, as a panel that only shows somebody needs none of it. */
export async function writeNow<R>(
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
    async amend(table, id, fields) {
      const made = await db.journal.where('[table+key]').equals([table, id]).first();
      if (made?.before !== null) {
        await change(table, id, fields as Fields);
        return;
      }
      const { label, about, batch: first } = made;
      await writeNow(db, { label, about, batch: first, now }, (same) => same.update(table, id, fields));
    },
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
