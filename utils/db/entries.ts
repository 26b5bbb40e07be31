import type { KithDb, Tables } from './database.ts';
import type { ActionLabel } from './journal.ts';
import { isLive } from './lookup.ts';
import { type Changes, type NewRow, write } from './write.ts';

/** The tables of what is noted of a person by practice: each row has a text and belongs to one person. */
export type EntryTable = 'facts' | 'support' | 'feedback';

/** What is done to an entry, for undo. */
export const ENTRY_LABELS = {
  facts: { add: 'addFact', edit: 'editFact', remove: 'deleteFact' },
  support: { add: 'addSupport', edit: 'editSupport', remove: 'deleteSupport' },
  feedback: { add: 'addFeedback', edit: 'editFeedback', remove: 'deleteFeedback' },
} as const satisfies Record<EntryTable, Record<string, ActionLabel>>;

/** A person's facts, support or feedback, newest first. */
export async function entriesOf<T extends EntryTable>(
  db: KithDb,
  table: T,
  personId: string,
): Promise<Tables[T][]> {
  const rows = (await db.table(table).where({ personId }).sortBy('createdAt')) as Tables[T][]; // the table's own rows
  return rows.filter(isLive).reverse();
}

/** Notes a fact, support or feedback. Returns the batch for undo. */
export async function addEntry<T extends EntryTable>(db: KithDb, table: T, row: NewRow<T>): Promise<string> {
  const action = { label: ENTRY_LABELS[table].add, about: textOf(row) };
  return (await write(db, action, (writer) => writer.insert(table, row))).batch;
}

/** Changes a fact, support or feedback. */
export async function editEntry<T extends EntryTable>(
  db: KithDb,
  table: T,
  row: Tables[T],
  changes: Changes<T>,
): Promise<string> {
  const action = { label: ENTRY_LABELS[table].edit, about: textOf(row) };
  return (await write(db, action, (writer) => writer.update(table, row.id, changes))).batch;
}

/** Deletes a fact, support or feedback. */
export async function deleteEntry<T extends EntryTable>(
  db: KithDb,
  table: T,
  row: Tables[T],
): Promise<string> {
  const action = { label: ENTRY_LABELS[table].remove, about: textOf(row) };
  return (await write(db, action, (writer) => writer.remove(table, row.id))).batch;
}

function textOf(row: object): string {
  return String((row as { text?: unknown }).text ?? '').slice(0, 60);
}
