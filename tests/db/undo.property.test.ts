import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase } from '../../utils/db/database.ts';
import { undo } from '../../utils/db/undo.ts';
import { act, randomAction, randomActions } from './actions.ts';
import { visible } from './setup.ts';

test('an action and its undo leave what the user sees as it was, and undoing the undo does it again', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(randomActions(8), randomAction(), async (actions, last) => {
      const db = openDatabase(`undo-${runs++}`);
      const batches: string[] = [];
      for (const action of actions) {
        const batch = await act(db, action, batches);
        if (batch !== undefined) batches.push(batch);
      }
      const before = await visible(db);
      const done = await act(db, last, batches);
      if (done !== undefined) {
        const after = await visible(db);
        const undone = await undo(db, done);
        expect(await visible(db)).toEqual(before);
        if (undone !== undefined) await undo(db, undone);
        expect(await visible(db)).toEqual(after);
      }
      await db.delete();
    }),
    { numRuns: 100 },
  );
});

test('undoing everything, newest first, leaves nothing', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(randomAction('undo'), { maxLength: 10 }), async (actions) => {
      const db = openDatabase(`undo-all-${runs++}`);
      const batches: string[] = [];
      for (const action of actions) {
        const batch = await act(db, action, batches);
        if (batch !== undefined) batches.push(batch);
      }
      for (const batch of batches.reverse()) await undo(db, batch);
      for (const [table, rows] of Object.entries(await visible(db))) expect(rows, table).toEqual([]);
      await db.delete();
    }),
    { numRuns: 50 },
  );
});
