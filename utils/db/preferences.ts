import { DEFAULTS, type Preferences } from '../domain/preferences.ts';
import type { KithDb } from './database.ts';
import { write } from './write.ts';

/** A preference as the user set it, over the defaults: a field that an older Kith did not know has its default. */
export async function preference<K extends keyof Preferences>(db: KithDb, name: K): Promise<Preferences[K]> {
  const row = await db.settings.get(name);
  const value = row?.deletedAt === undefined ? row?.value : undefined;
  return { ...DEFAULTS[name], ...(value instanceof Object ? value : {}) };
}

/** Changes some fields of a preference; `undefined` takes one away. Returns the batch for undo. */
export async function setPreference<K extends keyof Preferences>(
  db: KithDb,
  name: K,
  changes: { readonly [F in keyof Preferences[K]]?: Preferences[K][F] | undefined },
): Promise<string> {
  const { batch } = await write(db, { label: 'setting', about: name }, async (writer) => {
    const value = { ...(await preference(db, name)), ...changes };
    if (await db.settings.get(name)) await writer.update('settings', name, { value, deletedAt: undefined });
    else await writer.insert('settings', { id: name, value });
  });
  return batch;
}
