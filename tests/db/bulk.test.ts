import { describe, expect, test } from 'vitest';
import { type BulkChange, bulkEdit, CHUNK } from '../../utils/db/bulk.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { rebuildDerived } from '../../utils/db/derive.ts';
import { addPerson, deletePerson, editPerson, moveStage } from '../../utils/db/people.ts';
import { choosePlaybook, countFirsts } from '../../utils/db/playbooks.ts';
import { lastActions, undo } from '../../utils/db/undo.ts';
import { write } from '../../utils/db/write.ts';
import { addDays, dayOf } from '../../utils/domain/days.ts';
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

  test('given a playbook, have their first follow-ups become its own, as one person has, and one undo takes it back', async () => {
    const { db, ids } = await three();
    const [ana = '', bo = '', cy = ''] = ids;
    await moveStage(db, cy, 'maintain');
    const firsts = [
      { afterDays: 7, text: 'call' },
      { afterDays: 30, text: 'visit' },
    ];
    const today = dayOf(Date.now());
    const open = async (id: string) => {
      const rows = (await db.followUps.where({ personId: id }).sortBy('dueDay')).filter(
        (row) => row.state === 'open' && row.deletedAt === undefined,
      );
      return rows.map(({ text, dueDay, first }) => [text, dueDay, first]);
    };
    const before = await visible(db);
    // Ana has this playbook already, Cy is past the beginning.
    expect(await countFirsts(db, [...ids, 'nobody'], 'client', firsts, today)).toEqual({
      made: 2,
      replaced: 1,
    });
    const { batch } = await bulkEdit(
      db,
      ids,
      { kind: 'playbook', playbook: 'client', firsts },
      { about: '' },
    );
    const bulk = [await open(ana), await open(bo), await open(cy)];
    expect(bulk).toEqual([
      [['Say hello', addDays(today, 2), true]],
      [
        ['call', addDays(today, 7), true],
        ['visit', addDays(today, 30), true],
      ],
      [],
    ]);
    await undo(db, batch ?? '');
    expect(await visible(db)).toEqual(before);
    await choosePlaybook(db, { id: bo, name: 'Bo' }, 'client', '', firsts);
    expect(await open(bo)).toEqual(bulk[1]);
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
