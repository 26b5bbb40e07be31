import { describe, expect, test } from 'vitest';
import { type BulkChange, bulkEdit, CHUNK } from '../../utils/db/bulk.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { rebuildDerived } from '../../utils/db/derive.ts';
import { addPerson, deletePerson, editPerson } from '../../utils/db/people.ts';
import { lastActions, undo } from '../../utils/db/undo.ts';
import { write } from '../../utils/db/write.ts';
import type { Person } from '../../utils/domain/types.ts';
import { everything, freshDb, visible } from './setup.ts';

async function three(): Promise<{ db: KithDb; ids: string[] }> {
  const db = freshDb();
  const ids: string[] = [];
  for (const name of ['Ana', 'Bo', 'Cy'])
    ids.push((await addPerson(db, { name, handles: [] }, [{ afterDays: 2, text: 'Say hello' }])).id);
  await editPerson(db, ids[0] ?? '', {
    tags: ['old', 'x'],
    cadenceDays: 7,
    importance: 2,
    playbook: 'client',
  });
  return { db, ids };
}

const fields = async (db: KithDb, ids: readonly string[], field: keyof Person) =>
  (await db.people.bulkGet([...ids])).map((person) => person?.[field]);

describe('several people at once', () => {
  test.each<[BulkChange, keyof Person, readonly unknown[], number]>([
    [{ kind: 'cadence', days: 7 }, 'cadenceDays', [7, 7, 7], 2],
    [{ kind: 'cadence', days: undefined }, 'cadenceDays', [undefined, undefined, undefined], 1],
    [{ kind: 'stage', stage: 'maintain' }, 'stage', ['maintain', 'maintain', 'maintain'], 3],
    [{ kind: 'stage', stage: 'establish' }, 'stage', ['establish', 'establish', 'establish'], 0],
    [{ kind: 'addTag', tag: 'x' }, 'tags', [['old', 'x'], ['x'], ['x']], 2],
    [{ kind: 'removeTag', tag: 'x' }, 'tags', [['old'], [], []], 1],
    [{ kind: 'playbook', playbook: 'friend' }, 'playbook', ['friend', 'friend', 'friend'], 3],
    [{ kind: 'playbook', playbook: undefined }, 'playbook', [undefined, undefined, undefined], 1],
    [{ kind: 'importance', importance: 1.3 }, 'importance', [1.3, 1.3, 1.3], 3],
    [{ kind: 'importance', importance: 1 }, 'importance', [undefined, undefined, undefined], 1],
  ])('%j gives %s %j, is one action, and its undo leaves what was', async (change, field, after, changed) => {
    const { db, ids } = await three();
    const before = await visible(db);
    const result = await bulkEdit(db, ids, change, { about: '3 people' });
    expect(await fields(db, ids, field)).toEqual(after);
    expect(result).toMatchObject({ changed, same: 3 - changed });
    expect(result.batch === undefined).toBe(changed === 0);
    if (result.batch === undefined) return;
    expect((await lastActions(db, 1))[0]).toMatchObject({
      batch: result.batch,
      label: 'bulkEdit',
      about: '3 people',
    });
    await undo(db, result.batch);
    expect(await visible(db)).toEqual(before);
  });

  test('moved to a stage, have their move remembered and their first follow-ups dropped', async () => {
    const { db, ids } = await three();
    await bulkEdit(db, ids, { kind: 'stage', stage: 'maintain' }, { about: '' });
    const moves = (await db.stageMoves.toArray()).filter(({ to }) => to === 'maintain');
    expect(moves.map(({ from }) => from)).toEqual(['establish', 'establish', 'establish']);
    expect((await db.followUps.toArray()).map(({ state }) => state)).toEqual([
      'dropped',
      'dropped',
      'dropped',
    ]);
    // Back to the beginning: no flood of new promises.
    await bulkEdit(db, ids, { kind: 'stage', stage: 'establish' }, { about: '' });
    expect(await db.followUps.count()).toBe(3);
  });

  test('more than a chunk are one batch, with progress, and what is derived is right', async () => {
    const db = freshDb();
    const count = CHUNK + 30;
    const ids: string[] = [];
    await write(db, { label: 'addPerson' }, async (writer) => {
      for (let n = 0; n < count; n++)
        ids.push(
          await writer.insert('people', {
            name: `Person ${n}`,
            stage: 'maintain',
            stageSince: 1,
            since: '2026-01-01',
            tags: [],
          }),
        );
    });
    await deletePerson(db, ids[5] ?? '');
    const seen: number[] = [];
    const result = await bulkEdit(
      db,
      [...ids, 'nobody'],
      { kind: 'cadence', days: 14 },
      { about: '', onProgress: (done) => seen.push(done) },
    );
    expect(result).toMatchObject({ changed: count - 1, same: 0 });
    expect(seen).toEqual([CHUNK, count + 1]);
    expect(await db.people.where('dueDay').equals('2026-01-15').count()).toBe(count - 1);
    const derived = await everything(db);
    await rebuildDerived(db);
    expect(await everything(db)).toEqual(derived);
    await undo(db, result.batch ?? '');
    expect(await db.people.where('dueDay').above('').count()).toBe(0);
  });
});
