import { onTestFinished } from 'vitest';
import { type KithDb, openDatabase } from '../../utils/db/database.ts';
import type { Fields } from '../../utils/db/journal.ts';
import { JOURNALED } from '../../utils/db/journaled.ts';

let opened = 0;

/** An empty database of its own; gone when the test ends. */
export function freshDb(): KithDb {
  const db = openDatabase(`test-${opened++}`);
  onTestFinished(() => db.delete());
  return db;
}

/** What the user can see: all rows that are not deleted, without their stamps. */
export async function visible(db: KithDb): Promise<Record<string, unknown>> {
  const tables = await Promise.all(
    JOURNALED.filter((name) => name !== 'settings').map(async (name) => {
      const rows = (await db.table(name).toArray()) as Fields[];
      return [name, rows.filter(({ deletedAt }) => deletedAt === undefined).map(withoutStamp)] as const;
    }),
  );
  return Object.fromEntries(tables);
}

function withoutStamp({ updatedAt: _, ...row }: Fields): Fields {
  return row;
}

/** Everything stored, the journal included. */
export async function everything(db: KithDb): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
  return Object.fromEntries(tables);
}
