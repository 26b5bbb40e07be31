import type { Instant } from '../domain/types.ts';
import type { KithDb, TableName } from './database.ts';
import { type ActionLabel, equal, type Fields, type JournalEntry } from './journal.ts';
import { type Changes, write } from './write.ts';

/** One action of the user that can be taken back. */
export interface PastAction {
  readonly batch: string;
  readonly label: ActionLabel;
  readonly about?: string;
  readonly at: Instant;
}

/** The last `count` actions that still stand, newest first. Undos, and what they took back, are left out. */
export async function lastActions(db: KithDb, count = 20): Promise<PastAction[]> {
  const actions = new Map<string, PastAction>();
  const gone = new Set<string>();
  await db.journal
    .orderBy('seq')
    .reverse()
    .until(() => actions.size >= count)
    .each(({ batch, label, about, at, undoes }) => {
      if (undoes !== undefined) {
        // An undo that was itself undone no longer takes anything back.
        if (!gone.has(batch)) gone.add(undoes);
        gone.add(batch);
      } else if (!gone.has(batch) && !actions.has(batch)) {
        actions.set(batch, { batch, label, at, ...(about !== undefined && { about }) });
      }
    });
  return [...actions.values()];
}

/**
 * Takes an action back, field by field: what was changed again since stays as it is now. What the action created becomes
 * a tombstone. Returns the batch of the undo, which can be undone too; nothing when there was no such action.
 */
export async function undo(
  db: KithDb,
  batch: string,
  now: Instant = Date.now(),
): Promise<string | undefined> {
  const entries = (await db.journal.where('batch').equals(batch).sortBy('seq')).reverse();
  const about = entries[0]?.about;
  if (entries.length === 0) return undefined;
  const done = await write(db, { label: 'undo', undoes: batch, now, about }, async (writer) => {
    for (const entry of entries) {
      const row = (await db.table(entry.table).get(entry.key)) as Fields | undefined;
      if (!row) continue;
      const moved = await isMovedOn(db, entry.after['personId'], row['personId']);
      const fields = takenBack(entry, moved ? { ...row, personId: entry.after['personId'] } : row, now);
      await writer.update(entry.table, entry.key, fields as Changes<TableName>);
    }
  });
  return done.batch;
}

// Whether what an action gave to somebody is another's only because the two were merged since.
async function isMovedOn(db: KithDb, given: unknown, owner: unknown): Promise<boolean> {
  for (let id = given; typeof id === 'string' && id !== owner; ) {
    id = (await db.people.get(id))?.mergedInto;
    if (id === owner) return true;
  }
  return false;
}

/** The fields that take an entry back in the row as it is now. */
function takenBack({ before, after }: JournalEntry, row: Fields, now: Instant): Fields {
  if (before === null) {
    // What is others' by now stays theirs: a handle that was given on, a message that others joined.
    if (!equal(row['personId'], after['personId'])) return {};
    const people = without(row['personIds'], after['personIds']);
    return people.length > 0 ? { personIds: people } : { deletedAt: now };
  }
  const fields = Object.entries(before).flatMap(([field, was]) => {
    if (equal(row[field], after[field])) return [[field, was]];
    if (field !== 'personIds') return [];
    // Who took part is a set: only those who joined or left by this action leave or join again.
    const joined = without(after[field], was);
    const left = without(without(was, after[field]), row[field]);
    return [[field, [...without(row[field], joined), ...left]]];
  });
  return Object.fromEntries(fields);
}

function without(list: unknown, others: unknown): string[] {
  return ((list ?? []) as string[]).filter((id) => !((others ?? []) as string[]).includes(id));
}
