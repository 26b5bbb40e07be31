import { describe, expect, test, vi } from 'vitest';
import type { KithDb } from '../../utils/db/database.ts';
import { handlesOf } from '../../utils/db/lookup.ts';
import { addPerson, deletePerson, editPerson, removeHandle } from '../../utils/db/people.ts';
import { searchPeople } from '../../utils/db/search.ts';
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
