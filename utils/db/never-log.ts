import type { NeverLogEntry } from '../domain/never-log.ts';
import type { NeverLog } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import type { ActionLabel } from './journal.ts';
import { isLive } from './lookup.ts';
import { write } from './write.ts';

/** The never-log list and the user's own addresses, oldest first. */
export async function neverLogRows(db: KithDb): Promise<NeverLog[]> {
  const rows = (await db.neverLog.toArray()).filter(isLive);
  return rows.sort((a, b) => a.createdAt - b.createdAt);
}

/** Puts an address, a domain or an own address on the list. Returns the batch for undo; nothing when it stands there already. */
export async function addNeverLog(
  db: KithDb,
  entry: NeverLogEntry,
  label: ActionLabel = 'neverLog',
): Promise<string | undefined> {
  const { batch, result } = await write(db, { label, about: entry.value }, async (writer) => {
    const row = await db.neverLog.get({ kind: entry.kind, value: entry.value });
    if (row) return writer.update('neverLog', row.id, { deletedAt: undefined });
    await writer.insert('neverLog', entry);
    return true;
  });
  return result ? batch : undefined;
}

/** Takes an entry off the list. Returns the batch for undo. */
export async function removeNeverLog(
  db: KithDb,
  row: NeverLog,
  label: ActionLabel = 'allowLog',
): Promise<string> {
  return (await write(db, { label, about: row.value }, (writer) => writer.remove('neverLog', row.id))).batch;
}
