import { handleKey } from '../domain/handles.ts';
import type { Handle } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';
import { addNeverLog } from './never-log.ts';
import { write } from './write.ts';

/** Of the accounts that pages name as the user's, the addresses that the user has not been asked about. */
export async function unconfirmed(db: KithDb, accounts: readonly Handle[]): Promise<Handle[]> {
  const emails = new Map(
    accounts.filter(({ kind }) => kind === 'email').map((handle) => [handle.value, handle]),
  );
  const asked = await Promise.all(
    [...emails.values()].map(async (handle) => {
      const [row, refused] = await Promise.all([
        db.neverLog.get({ kind: 'self', value: handle.value }),
        db.settings.get(refusalKey(handle)),
      ]);
      // One that was confirmed and then removed was answered, too.
      return row !== undefined || (refused !== undefined && isLive(refused));
    }),
  );
  return [...emails.values()].filter((_, place) => !asked[place]);
}

/** "Yes, that is me." Returns the batch for undo; nothing when it was said already. */
export function confirmOwn(db: KithDb, handle: Handle): Promise<string | undefined> {
  return addNeverLog(db, { kind: 'self', value: handle.value }, 'setting');
}

/** "No, that is not me": a shared mailbox, another user of this browser. Is not asked again. Returns the batch for undo. */
export async function refuseOwn(db: KithDb, handle: Handle): Promise<string> {
  const id = refusalKey(handle);
  const { batch } = await write(db, { label: 'setting', about: handle.value }, async (writer) => {
    if (await db.settings.get(id)) await writer.update('settings', id, { value: true, deletedAt: undefined });
    else await writer.insert('settings', { id, value: true });
  });
  return batch;
}

function refusalKey(handle: Handle): string {
  return `not-own:${handleKey(handle)}`;
}
