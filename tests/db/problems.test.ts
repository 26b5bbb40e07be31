import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../utils/db/database.ts';
import { addPerson, deletePerson, editPerson } from '../../utils/db/people.ts';
import { type Problem, problemOf } from '../../utils/db/problems.ts';
import { logTouchpoint } from '../../utils/db/touchpoints.ts';
import { freshDb } from './setup.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** What the user is told when this fails. */
async function problem(work: () => PromiseLike<unknown>): Promise<Problem | 'none'> {
  try {
    await work();
    return 'none';
  } catch (error) {
    return problemOf(error);
  }
}

describe('the user is told', () => {
  test('that nothing can have happened then, and that somebody is gone', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const call = { channel: 'call', direction: 'out', personIds: [id] } as const;
    expect(await problem(() => logTouchpoint(db, { ...call, at: Date.UTC(2999, 0, 1) }))).toBe('time');
    await deletePerson(db, id);
    expect(await problem(() => logTouchpoint(db, call))).toBe('missing');
    expect(await db.touchpoints.count()).toBe(0);
  });

  test('that the disk is full when a row can’t be stored', async () => {
    const db = freshDb();
    await db.open();
    for (const method of ['add', 'put'] as const)
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
        throw new DOMException('no space', 'QuotaExceededError');
      });
    expect(await problem(() => addPerson(db, { name: 'Ana', handles: [] }))).toBe('full');
  });

  test('that the disk is full when the browser gives up the transaction at its end', async () => {
    const cause = new DOMException('no space', 'QuotaExceededError');
    expect(await problem(() => Promise.reject(new Dexie.AbortError('aborted', cause)))).toBe('full');
  });

  test('that storing is blocked when there is no IndexedDB', async () => {
    const db = new Dexie('none', { indexedDB: undefined as unknown as IDBFactory }); // as a browser without one has it
    db.version(1).stores({ people: 'id' });
    expect(await problem(() => db.open())).toBe('blocked');
  });

  test.each(['SecurityError', 'InvalidStateError', 'UnknownError'])(
    'that storing is blocked when opening fails with %s',
    async (name) => {
      vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('no', name);
      });
      expect(await problem(() => freshDb().open())).toBe('blocked');
    },
  );

  test('that the database was closed under it', async () => {
    const db = freshDb();
    await db.open();
    db.close();
    expect(await problem(() => addPerson(db, { name: 'Ana', handles: [] }))).toBe('blocked');
  });

  test('that a newer Kith has used the data', async () => {
    const newer = new Dexie('newer');
    newer.version(99).stores({ people: 'id' });
    await newer.open();
    newer.close();
    // Dexie reads what is newer as far as it can; the browser's own refusal is what is mapped here.
    const refused = new Promise((_, reject) => {
      const request = indexedDB.open('newer', 1);
      request.onerror = () => reject(request.error);
    });
    expect(await problem(() => refused)).toBe('newer');
    await Dexie.delete('newer');
  });

  test('that a row is gone', async () => {
    const db = freshDb();
    expect(await problem(() => editPerson(db, 'nobody', { name: 'Ana' }))).toBe('missing');
  });

  test('that a handle is taken', async () => {
    const db = freshDb();
    const handles = [{ kind: 'email', value: 'ana@example.com' }] as const;
    await addPerson(db, { name: 'Ana', handles });
    expect(await problem(() => addPerson(db, { name: 'Bob', handles }))).toBe('taken');
  });

  test.each([new Error('x'), new TypeError('x'), 'a string', undefined, null, { inner: 'x' }])(
    'that it does not know, of %o',
    (error) => {
      expect(problemOf(error)).toBe('unknown');
    },
  );

  test('something at all when an error is inside itself', () => {
    const loop = Object.assign(new Error('x'), { inner: {} });
    loop.inner = loop;
    expect(problemOf(loop)).toBe('unknown');
  });
});

test('drafts are kept beside the journal, not in it', async () => {
  const db = freshDb();
  await db.drafts.put({ id: 'log:ana:call', value: 'We talked', updatedAt: 1 });
  expect(await db.journal.count()).toBe(0);
  const other = openDatabase(db.name);
  expect(await other.drafts.toArray()).toMatchObject([{ value: 'We talked' }]);
  other.close();
});
