import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type KithDb, openDatabase } from '../../utils/db/database.ts';
import { handlesOf } from '../../utils/db/lookup.ts';
import { addPerson, deletePerson, editPerson, removeHandle } from '../../utils/db/people.ts';
import { saveNote } from '../../utils/db/practice.ts';
import {
  filterValues,
  findBeginning,
  findIds,
  findPeople,
  type Search,
  searchPeople,
} from '../../utils/db/search.ts';
import { indexOf } from '../../utils/db/search-index.ts';
import { logTouchpoint } from '../../utils/db/touchpoints.ts';
import { undo } from '../../utils/db/undo.ts';
import { write } from '../../utils/db/write.ts';
import { act, randomActions } from './actions.ts';
import { freshDb } from './setup.ts';

async function seeded(): Promise<KithDb> {
  const db = freshDb();
  const add = (name: string, organization: string, ...emails: string[]) =>
    addPerson(db, { name, organization, handles: emails.map((value) => ({ kind: 'email', value })) });
  await add('Ana Pérez', 'Example Press', 'ana@example.com');
  await add('Jörg Müller', 'Bücher GmbH', 'joerg@example.org');
  await add('王小明', '例子公司', 'xiaoming@example.net');
  await add('김철수', 'Example', 'chulsoo@example.net');
  await add('Bernard Savant', 'Banana Ltd', 'b.savant@example.net');
  await add('Алла Иванова', 'Пример', 'alla@example.net');
  return db;
}

const names = async (db: KithDb, query: string, limit = 10) =>
  (await searchPeople(db, query, limit)).map(({ name }) => name);

describe('searching people', () => {
  test.each([
    ['ana', ['Ana Pérez', 'Bernard Savant']],
    ['PEREZ', ['Ana Pérez']],
    ['pérez ana', ['Ana Pérez']],
    ['ana press', ['Ana Pérez']],
    ['muller', ['Jörg Müller']],
    ['bucher', ['Jörg Müller']],
    ['joerg@', ['Jörg Müller']],
    ['小明', ['王小明']],
    ['wxm', ['王小明']],
    ['wangxm', ['王小明']],
    ['Xiao MING', ['王小明']],
    ['wang 例子', ['王小明']],
    ['xw', []],
    ['公司', ['王小明']],
    ['철수', ['김철수']],
    ['иван', ['Алла Иванова']],
    ['savant', ['Bernard Savant']],
    ['nobody', []],
    ['ana nobody', []],
    ['[.*', []],
  ])('for %j finds %j', async (query, expected) => {
    expect(await names(await seeded(), query)).toEqual(expected);
  });

  test('puts names that begin with it first', async () => {
    const db = freshDb();
    await addPerson(db, { name: 'Diana', handles: [] });
    await addPerson(db, { name: 'Maria Anand', handles: [] });
    await addPerson(db, { name: 'Susana', handles: [] });
    expect((await names(db, 'an'))[0]).toBe('Maria Anand');
  });

  test('for nothing gives the people met last', async () => {
    const db = await seeded();
    expect(await names(db, '  ')).toHaveLength(6);
  });

  test('gives no more than asked for', async () => {
    expect(await names(await seeded(), 'example', 2)).toHaveLength(2);
  });

  test('follows what is added, changed and deleted', async () => {
    const db = await seeded();
    expect(await names(db, 'zoe')).toEqual([]);
    const { id } = await addPerson(db, { name: 'Zoe', handles: [{ kind: 'linkedin', value: 'zoe-x' }] });
    await vi.waitFor(async () => expect(await names(db, 'zoe')).toEqual(['Zoe']));
    await editPerson(db, id, { tags: ['sailing'] });
    await vi.waitFor(async () => expect(await names(db, 'sailing')).toEqual(['Zoe']));
    for (const row of await handlesOf(db, id)) await removeHandle(db, row);
    await vi.waitFor(async () => expect(await names(db, 'zoe-x')).toEqual([]));
    await deletePerson(db, id);
    expect(await names(db, 'zoe')).toEqual([]);
  });
});

const TODAY = '2026-11-23';
const search = (query: string, more: Partial<Search> = {}): Search => ({
  query,
  today: TODAY,
  language: 'en',
  ...more,
});

/** What is found, as `name` or `name, where: text`. */
async function found(db: KithDb, what: Search): Promise<readonly string[]> {
  const { people } = await findPeople(db, what, 50);
  return people.map(({ person, why }) => person.name + (why ? `, ${why.in}: ${why.text}` : ''));
}

async function written(): Promise<KithDb> {
  const db = freshDb();
  const add = async (name: string, fields: object) => {
    const { id } = await addPerson(db, { name, handles: [] });
    await editPerson(db, id, fields);
    return id;
  };
  const ana = await add('Ana Pérez', { headline: 'Head of sailing', location: 'Porto', tags: ['Board'] });
  const bo = await add('Bo Sailor', { organization: 'Harbour', stage: 'maintain' });
  await saveNote(
    db,
    { id: 'n', personId: ana, body: `Long before.\n\nLikes **Gänseblümchen** and tea` },
    'b',
  );
  await write(db, { label: 'addFact' }, async (writer) => {
    await writer.insert('facts', {
      personId: bo,
      kind: 'family',
      text: 'Two children: Ida, Max',
      told: 'by-them',
    });
    await writer.insert('lessons', { personId: bo, text: 'Send the agenda first', tags: [] });
    await writer.insert('lessons', { text: 'About nobody', tags: [] });
  });
  return db;
}

describe('a search says where it found somebody', () => {
  test.each([
    ['ana', ['Ana Pérez']],
    ['sail', ['Bo Sailor', 'Ana Pérez, headline: Head of sailing']],
    ['board', ['Ana Pérez, tag: Board']],
    ['porto', ['Ana Pérez, location: Porto']],
    ['harbour', ['Bo Sailor, organization: Harbour']],
    ['ganseblum', ['Ana Pérez, note: Long before. Likes Gänseblümchen and tea']],
    ['ana tea', ['Ana Pérez, note: Long before. Likes Gänseblümchen and tea']],
    ['ida', ['Bo Sailor, fact: Two children: Ida, Max']],
    ['agenda', ['Bo Sailor, lesson: Send the agenda first']],
    ['nobody', []],
    ['sailing tea', ['Ana Pérez, note: Long before. Likes Gänseblümchen and tea']],
    ['ana ida', []],
  ])('for %j finds %j', async (query, expected) => {
    expect(await found(await written(), search(query))).toEqual(expected);
  });

  test('and forgets what was deleted, edited or undone since', async () => {
    const db = await written();
    expect(await found(db, search('tea'))).toHaveLength(1);
    const ana = (await db.notes.get('n'))?.personId ?? '';
    // A note that goes on being typed changes the journal in an earlier place.
    await saveNote(db, { id: 'n', personId: ana, body: 'Likes coffee' }, 'b');
    expect(await found(db, search('tea'))).toEqual([]);
    expect(await found(db, search('coffee'))).toEqual(['Ana Pérez, note: Likes coffee']);
    await undo(db, 'b');
    expect(await found(db, search('coffee'))).toEqual([]);
  });
});

describe('a filter', () => {
  async function filled(): Promise<KithDb> {
    const db = freshDb();
    for (const [name, fields, lastDay] of [
      ['Due', { cadenceDays: 30, tags: ['a'] }, '2026-10-20'],
      ['Over', { cadenceDays: 30, tags: ['a', 'b'] }, '2026-08-01'],
      ['Later', { cadenceDays: 30, playbook: 'friend' }, '2026-11-20'],
      ['Inherits', { playbook: 'friend', organization: 'Harbour' }, '2026-11-01'],
      ['Never', { stage: 'maintain', organization: 'Harbour' }, '2026-11-01'],
    ] as const) {
      const { id } = await addPerson(db, { name, handles: [] });
      await editPerson(db, id, fields);
      await logTouchpoint(db, { personIds: [id], channel: 'call', direction: 'out', day: lastDay });
    }
    return db;
  }
  test.each<[NonNullable<Search['filter']>, readonly string[]]>([
    [{}, ['Due', 'Inherits', 'Later', 'Never', 'Over']],
    [{ due: 'due' }, ['Due', 'Inherits', 'Over']],
    [{ due: 'overdue' }, ['Inherits', 'Over']],
    [{ due: 'none' }, ['Never']],
    [{ stage: 'maintain' }, ['Never']],
    [{ tag: 'a' }, ['Due', 'Over']],
    [{ tag: 'a', due: 'overdue' }, ['Over']],
    [{ organization: 'Harbour' }, ['Inherits', 'Never']],
    [{ playbook: 'friend' }, ['Inherits', 'Later']],
    [{ tag: 'c' }, []],
  ])('%j leaves %j', async (filter, expected) => {
    expect(await found(await filled(), search('', { filter, order: 'name' }))).toEqual(expected);
  });

  test('and a query hold together; how many there are is said beyond what is shown', async () => {
    const db = await filled();
    expect(await found(db, search('e', { filter: { due: 'due' } }))).toEqual(['Due', 'Inherits', 'Over']);
    const { people, total } = await findPeople(db, search('', { filter: { due: 'due' } }), 1);
    expect([people.length, total]).toEqual([1, 3]);
    expect(await findIds(db, search('', { filter: { due: 'due' } }))).toHaveLength(3);
  });

  test('has values to choose from, the most frequent first', async () => {
    expect(await filterValues(await filled(), 'en')).toEqual({
      tags: ['a', 'b'],
      organizations: ['Harbour'],
      playbooks: ['friend'],
    });
  });
});

test('lists are sorted by pinyin where the interface is Chinese', async () => {
  const db = freshDb();
  for (const name of ['周杰', '阿宝', '王小明', '陈一']) await addPerson(db, { name, handles: [] });
  const sorted = await found(db, search('', { order: 'name', language: 'zh-CN' }));
  expect(sorted).toEqual(['阿宝', '陈一', '王小明', '周杰']);
});

test('the index that follows the journal is the index that is built anew', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(randomActions(12), async (actions) => {
      const name = `index-${runs++}`;
      const db = openDatabase(name);
      const batches: string[] = [];
      for (const [place, action] of actions.entries()) {
        const batch = await act(db, action, batches);
        if (batch !== undefined) batches.push(batch);
        // Sometimes one change is followed, sometimes several at once.
        if (place % 3 !== 1) await indexOf(db, 'en');
      }
      const followed = (await indexOf(db, 'en')).entries;
      const other = openDatabase(name);
      const built = (await indexOf(other, 'en')).entries;
      const byId = (entries: typeof built) => [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(followed)).toEqual(byId(built));
      expect(followed.map(({ shown }) => shown)).toEqual(built.map(({ shown }) => shown));
      other.close();
      await db.delete();
    }),
    { numRuns: 40 },
  );
});

test('an index that is built in several slices holds everybody, in order, each with their own', async () => {
  const db = freshDb();
  const stamps = { createdAt: 1, updatedAt: 1 };
  // The ids go against the names; the last slice alone has a name that sounds.
  const people = Array.from({ length: 1203 }, (_, place) => {
    const name = place === 1202 ? '王小明' : `Name ${String(5000 - (place % 1100)).padStart(4, '0')}`;
    const id = `p${String(place).padStart(5, '0')}`;
    return {
      ...stamps,
      id,
      name,
      nameKey: name,
      stage: 'establish',
      stageSince: 1,
      since: TODAY,
      tags: [],
      touchpointCount: 0,
    } as const;
  });
  await db.people.bulkAdd(people);
  await db.notes.bulkAdd(
    people.map(({ id }, place) => ({ ...stamps, id: `n${place}`, personId: id, body: `word${place}end` })),
  );
  const { entries } = await indexOf(db, 'en');
  const inOrder = [...people].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  expect(entries.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
  for (const place of [0, 499, 500, 999, 1000, 1202])
    expect(
      (await findPeople(db, search(`word${place}end`), 5)).people.map(({ person }) => person.id),
    ).toEqual([people[place]?.id]);
  expect((await findPeople(db, search('wxm'), 5)).total).toBe(1);
});

describe('before the index is there', () => {
  test.each([
    ['bernard', ['Bernard Savant']],
    ['JOERG', ['Jörg Müller']],
    ['ana', ['Ana Pérez']],
    ['b.sav', ['Bernard Savant']],
    ['xiaoming@', ['王小明']],
    ['nobody', []],
    [' ', []],
  ])('the indexes of the database find for %j %j, each once', async (query, expected) => {
    const { people, total } = await findBeginning(await seeded(), query, 5);
    expect(people.map(({ person }) => person.name)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  test('whoever was deleted is not found', async () => {
    const db = await seeded();
    const [ana] = (await findBeginning(db, 'ana', 5)).people;
    await deletePerson(db, ana?.person.id ?? '');
    expect((await findBeginning(db, 'ana', 5)).people).toEqual([]);
  });
});
