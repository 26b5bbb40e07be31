import type { Instant } from '../domain/types.ts';
import type { KithDb, TableName } from './database.ts';
import { type ActionLabel, equal, type Fields } from './journal.ts';
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
      if (entry.before === null) {
        await writer.update(entry.table, entry.key, { deletedAt: now });
        continue;
      }
      const untouched = Object.entries(entry.before).filter(([field]) =>
        equal(row[field], entry.after[field]),
      );
      await writer.update(entry.table, entry.key, Object.fromEntries(untouched) as Changes<TableName>);
    }
  });
  return done.batch;
}
