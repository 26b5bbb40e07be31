import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../utils/db/database.ts';
import { notesOf } from '../../utils/db/listed.ts';
import { MissingRowError } from '../../utils/db/missing-row.ts';
import { addPerson, editPerson } from '../../utils/db/people.ts';
import { addGoal, saveNote } from '../../utils/db/practice.ts';
import { logTouchpoint } from '../../utils/db/touchpoints.ts';
import { lastActions, undo } from '../../utils/db/undo.ts';
import { write } from '../../utils/db/write.ts';
import { everything, freshDb, visible } from './setup.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('a write that fails', () => {
  test('in its body leaves neither rows nor journal', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const before = await everything(db);
    const failing = write(db, { label: 'editPerson' }, async (writer) => {
      await writer.update('people', id, { name: 'Bob' });
      await writer.insert('goals', { personId: id, side: 'mine', text: 'x', state: 'open' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await everything(db)).toEqual(before);
  });

  test('because a row is missing leaves neither rows nor journal', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const before = await everything(db);
    const failing = write(db, { label: 'editPerson' }, async (writer) => {
      await writer.update('people', id, { name: 'Bob' });
      await writer.update('people', 'nobody', { name: 'Bob' });
    });
    await expect(failing).rejects.toBeInstanceOf(MissingRowError);
    expect(await everything(db)).toEqual(before);
  });

  test('when the journal can’t be written leaves no rows', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const before = await everything(db);
    db.journal.hook('creating', () => {
      throw new Error('the disk is full');
    });
    await expect(editPerson(db, id, { name: 'Bob' })).rejects.toThrow();
    await expect(logTouchpoint(db, { personIds: [id], channel: 'call', direction: 'out' })).rejects.toThrow();
    expect(await everything(db)).toEqual(before);
  });
});

describe('the journal', () => {
  test('holds the changed fields before and after, without stamps and derived fields', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', headline: 'Editor', handles: [] });
    const batch = await editPerson(db, id, { name: 'Bob', headline: undefined, organization: 'Example' });
    const [entry, ...more] = await db.journal.where('batch').equals(batch).toArray();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ label: 'editPerson', about: 'Ana', table: 'people', key: id });
    expect(entry?.before).toEqual({ name: 'Ana', headline: 'Editor', organization: undefined });
    expect(entry?.after).toEqual({ name: 'Bob', headline: undefined, organization: 'Example' });
  });

  test('holds one entry for a row that one action changed twice, from before the first change', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const { batch } = await write(db, { label: 'editPerson' }, async (writer) => {
      await writer.update('people', id, { name: 'Bob' });
      await writer.update('people', id, { name: 'Eve' });
      const goal = await writer.insert('goals', { personId: id, side: 'mine', text: 'x', state: 'open' });
      await writer.update('goals', goal, { text: 'y' });
    });
    const entries = await db.journal.where('batch').equals(batch).toArray();
    expect(entries).toMatchObject([
      { table: 'people', before: { name: 'Ana' }, after: { name: 'Eve' } },
      { table: 'goals', before: null, after: { text: 'y' } },
    ]);
  });

  test('says nothing of a change that changes nothing', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const before = await db.journal.count();
    const batch = await editPerson(db, id, { name: 'Ana' });
    expect(await db.journal.count()).toBe(before);
    expect(await undo(db, batch)).toBeUndefined();
  });

  test('holds a goal’s own due day, which is the user’s', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const batch = await addGoal(db, id, 'mine', 'x', '2026-09-01');
    const [entry] = await db.journal.where('batch').equals(batch).toArray();
    expect(entry?.after).toMatchObject({ dueDay: '2026-09-01' });
  });

  test('has clocks that rise with every write, with entries that go on, and when time stands still or runs back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let runs = 0;
    const step = fc.record({
      typing: fc.boolean(),
      now: fc.integer({ min: 1_790_000_000_000, max: 1_790_000_000_002 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const db = openDatabase(`clock-${runs++}`);
        let highest = '';
        for (const [index, { typing, now }] of steps.entries()) {
          vi.setSystemTime(now);
          const before = new Set((await db.journal.toArray()).map(({ clock }) => clock));
          if (typing) await saveNote(db, { id: 'n', personId: 'p', body: `x${index}` }, 'typing');
          else await addGoal(db, 'p', 'mine', 'x');
          const clocks = (await db.journal.toArray()).map(({ clock }) => clock);
          expect(new Set(clocks).size).toBe(clocks.length);
          for (const clock of clocks) if (!before.has(clock)) expect(clock > highest).toBe(true);
          highest = clocks.reduce((a, b) => (a > b ? a : b), highest);
        }
        await db.delete();
      }),
      { numRuns: 40 },
    );
  });

  test('names one device in all its entries', async () => {
    const db = freshDb();
    await addPerson(db, { name: 'Ana', handles: [] });
    await addPerson(db, { name: 'Bob', handles: [] });
    const devices = new Set((await db.journal.toArray()).map(({ device }) => device));
    expect([...devices]).toEqual([(await db.settings.get('device'))?.value]);
  });
});

describe('a note that is being typed', () => {
  const type = async (db: ReturnType<typeof freshDb>, texts: readonly string[], batch: string) => {
    for (const body of texts) await saveNote(db, { id: 'note', personId: 'ana', body }, batch);
  };

  test('is one entry of the journal, and one undo', async () => {
    const db = freshDb();
    await type(db, ['H', 'Hel', 'Hello'], 'first');
    const entries = await db.journal.toArray();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ before: null, after: { body: 'Hello', personId: 'ana' } });
    await undo(db, 'first');
    expect(await notesOf(db, 'ana')).toEqual([]);
  });

  test('in a second stay is another undo, back to what stood before it', async () => {
    const db = freshDb();
    await type(db, ['Hello'], 'first');
    await type(db, ['Hello w', 'Hello world'], 'second');
    expect(await db.journal.count()).toBe(2);
    const entries = await db.journal.where('batch').equals('second').toArray();
    expect(entries).toMatchObject([{ before: { body: 'Hello' }, after: { body: 'Hello world' } }]);
    await undo(db, 'second');
    expect(await notesOf(db, 'ana')).toMatchObject([{ body: 'Hello' }]);
  });

  test('and typed back to what it was is still one entry, and its undo changes nothing', async () => {
    const db = freshDb();
    await type(db, ['Hello'], 'first');
    await type(db, ['Hello w', 'Hello'], 'second');
    const before = await visible(db);
    await undo(db, 'second');
    expect(await visible(db)).toEqual(before);
  });

  test('is not stored while it is empty, and is kept as typed when it becomes empty', async () => {
    const db = freshDb();
    await type(db, ['', '  '], 'first');
    expect(await db.notes.count()).toBe(0);
    expect(await db.journal.count()).toBe(0);
    await type(db, ['Hello', ''], 'first');
    expect(await notesOf(db, 'ana')).toMatchObject([{ body: '' }]);
  });

  test('comes back when typing goes on after it was deleted', async () => {
    const db = freshDb();
    await type(db, ['Hello'], 'first');
    await undo(db, 'first');
    await type(db, ['Hello again'], 'first');
    expect(await notesOf(db, 'ana')).toMatchObject([{ body: 'Hello again' }]);
  });
});

describe('undoing an older action', () => {
  test('keeps what was changed since, field by field', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', headline: 'Editor', handles: [] });
    const older = await editPerson(db, id, { name: 'Bob', headline: 'Author' });
    await editPerson(db, id, { headline: 'Critic', organization: 'Example' });
    await undo(db, older);
    expect(await db.people.get(id)).toMatchObject({
      name: 'Ana',
      headline: 'Critic',
      organization: 'Example',
    });
  });

  test('takes back a field that it added, and gives back one that it took away', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', headline: 'Editor', handles: [] });
    const older = await editPerson(db, id, { headline: undefined, organization: 'Example' });
    await editPerson(db, id, { name: 'Bob' });
    await undo(db, older);
    const person = await db.people.get(id);
    expect(person).toMatchObject({ name: 'Bob', headline: 'Editor' });
    expect(person).not.toHaveProperty('organization');
  });

  test('leaves a handle with the person it was given to since', async () => {
    const db = freshDb();
    const handle = { kind: 'email', value: 'ana@example.com' } as const;
    const older = await addPerson(db, { name: 'Ana', handles: [handle] });
    const [row] = await db.handles.toArray();
    await write(db, { label: 'removeHandle' }, (writer) => writer.remove('handles', row?.id ?? ''));
    const newer = await addPerson(db, { name: 'Bob', handles: [handle] });
    await undo(db, older.batch);
    const [after] = await db.handles.toArray();
    expect(after).toMatchObject({ personId: newer.id });
    expect(after).not.toHaveProperty('deletedAt');
  });

  test('of logging leaves the message with the people who joined it since', async () => {
    const db = freshDb();
    const seen = { channel: 'email', direction: 'in', at: 1_790_000_000_000, sourceKey: 'mail:1' } as const;
    const older = await logTouchpoint(db, { ...seen, personIds: ['ana'] });
    const newer = await logTouchpoint(db, { ...seen, personIds: ['bob'] });
    await logTouchpoint(db, { ...seen, personIds: ['eve'] });
    await undo(db, older.batch);
    expect((await db.touchpoints.get(older.id))?.personIds).toEqual(['bob', 'eve']);
    await undo(db, newer.batch);
    expect((await db.touchpoints.get(older.id))?.personIds).toEqual(['eve']);
  });

  test('of logging takes the message away when nobody joined it', async () => {
    const db = freshDb();
    const { batch, id } = await logTouchpoint(db, { personIds: ['ana'], channel: 'call', direction: 'out' });
    await undo(db, batch);
    expect(await db.touchpoints.get(id)).toHaveProperty('deletedAt');
  });

  test('that is not known does nothing', async () => {
    const db = freshDb();
    await addPerson(db, { name: 'Ana', handles: [] });
    const before = await everything(db);
    expect(await undo(db, 'nothing')).toBeUndefined();
    expect(await everything(db)).toEqual(before);
  });
});

describe('the last actions', () => {
  const labels = async (db: ReturnType<typeof freshDb>, count?: number) =>
    (await lastActions(db, count)).map(({ label, about }) => `${label} ${about}`);

  test('are one for each action, newest first, at most as many as asked for', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, {
      name: 'Ana',
      handles: [{ kind: 'email', value: 'ana@example.com' }],
    });
    await addGoal(db, id, 'mine', 'a talk');
    await editPerson(db, id, { name: 'Bob' });
    expect(await labels(db)).toEqual(['editPerson Ana', 'addGoal a talk', 'addPerson Ana']);
    expect(await labels(db, 2)).toEqual(['editPerson Ana', 'addGoal a talk']);
  });

  test('leave out what was undone and the undo, and show what was done again', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const edited = await editPerson(db, id, { name: 'Bob' });
    const undone = await undo(db, edited);
    expect(await labels(db)).toEqual(['addPerson Ana']);
    const again = await undo(db, undone ?? '');
    expect(await labels(db)).toEqual(['editPerson Ana', 'addPerson Ana']);
    await undo(db, again ?? '');
    expect(await labels(db)).toEqual(['addPerson Ana']);
  });
});
