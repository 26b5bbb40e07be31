import { expect, test } from 'vitest';
import type { KithDb } from '../../utils/db/database.ts';
import { openGoals } from '../../utils/db/goals-all.ts';
import { addLesson, deleteLesson, editLesson, findLessons, lessonsFor } from '../../utils/db/lessons.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { addPerson, deletePerson, editPerson } from '../../utils/db/people.ts';
import { addGoal, closeGoal } from '../../utils/db/practice.ts';
import { undo } from '../../utils/db/undo.ts';
import type { Person } from '../../utils/domain/types.ts';
import { freshDb } from './setup.ts';

const known = async (db: KithDb, name: string, more: Partial<Person> = {}) => {
  const { id } = await addPerson(db, { name, handles: [] });
  await editPerson(db, id, more);
  return id;
};
const all = { query: '', tags: [], limit: 50 };
const texts = (found: { readonly lessons: readonly { readonly lesson: { readonly text: string } }[] }) =>
  found.lessons.map(({ lesson }) => lesson.text);

test('lessons are found by words, tags and whose they are, and counted by tag', async () => {
  const db = freshDb();
  const ana = await known(db, 'Ana Pérez');
  await addLesson(db, { text: 'Name the price early', tags: ['pricing', 'Pilot'], personId: ana });
  await new Promise((resolve) => setTimeout(resolve, 2));
  await addLesson(db, { text: 'Ask who decides', tags: ['pilot'] });
  const found = await findLessons(db, all);
  expect(texts(found)).toEqual(['Ask who decides', 'Name the price early']);
  expect(found.tags.map(({ tag, count }) => [tag.toLowerCase(), count])).toEqual([
    ['pilot', 2],
    ['pricing', 1],
  ]);
  expect(found.people.map(({ name }) => name)).toEqual(['Ana Pérez']);
  expect(texts(await findLessons(db, { ...all, query: 'perez' }))).toEqual(['Name the price early']);
  expect(texts(await findLessons(db, { ...all, tags: ['PILOT', 'pricing'] }))).toEqual([
    'Name the price early',
  ]);
  expect(texts(await findLessons(db, { ...all, personId: ana }))).toEqual(['Name the price early']);
  expect(await findLessons(db, { ...all, limit: 1 })).toMatchObject({ total: 2, all: 2, lessons: [{}] });
});

test('a lesson is changed and deleted, and each can be undone', async () => {
  const db = freshDb();
  await addLesson(db, { text: 'a', tags: [] });
  const lesson = async () => (await findLessons(db, all)).lessons[0]?.lesson;
  const first = await lesson();
  if (!first) throw new Error('There is a lesson.');
  const edited = await editLesson(db, first, { text: 'b', tags: ['x'] });
  expect(await lesson()).toMatchObject({ text: 'b', tags: ['x'] });
  await undo(db, edited);
  expect(await lesson()).toMatchObject({ text: 'a', tags: [] });
  const deleted = await deleteLesson(db, first);
  expect(await lesson()).toBeUndefined();
  await undo(db, deleted);
  expect(await lesson()).toMatchObject({ text: 'a' });
});

test('a lesson outlives the person it was learned with', async () => {
  const db = freshDb();
  const ana = await known(db, 'Ana');
  await addLesson(db, { text: 'a', tags: [], personId: ana });
  await deletePerson(db, ana);
  expect((await findLessons(db, all)).lessons).toMatchObject([{ lesson: { text: 'a' }, person: undefined }]);
});

test('lessons come up for a person: their own, those with their tags, those of their playbook, each with why', async () => {
  const db = freshDb();
  const ana = await known(db, 'Ana', { tags: ['pilot', 'retail'], playbook: 'client' });
  const bo = await known(db, 'Bo', { playbook: 'client' });
  const eve = await known(db, 'Eve', { playbook: 'friend' });
  await addLesson(db, { text: 'same playbook', tags: [], personId: bo });
  await addLesson(db, { text: 'one tag', tags: ['Pilot'], personId: eve });
  await addLesson(db, { text: 'two tags', tags: ['retail', 'pilot'] });
  await addLesson(db, { text: 'own', tags: [], personId: ana });
  await addLesson(db, { text: 'neither', tags: ['other'], personId: eve });
  const person = await livePerson(db, ana);
  if (!person) throw new Error('There is Ana.');
  expect((await lessonsFor(db, person)).map(({ lesson, why }) => [lesson.text, why])).toEqual([
    ['own', { own: true, tags: [], playbook: false }],
    ['two tags', { own: false, tags: ['retail', 'pilot'], playbook: false }],
    ['one tag', { own: false, tags: ['Pilot'], playbook: false }],
    ['same playbook', { own: false, tags: [], playbook: true }],
  ]);
});

test('the open goals of everybody stand by their day, those without one last', async () => {
  const db = freshDb();
  const ana = await known(db, 'Ana');
  const bo = await known(db, 'Bo');
  const gone = await known(db, 'Gone');
  await addGoal(db, ana, 'mine', 'no day');
  await addGoal(db, bo, 'theirs', 'later', '2027-01-01');
  await addGoal(db, ana, 'shared', 'sooner', '2026-01-01');
  await addGoal(db, ana, 'mine', 'met', '2026-02-01');
  await addGoal(db, gone, 'mine', 'gone', '2026-02-01');
  const met = (await db.goals.toArray()).find(({ text }) => text === 'met');
  if (met) await closeGoal(db, met, 'met');
  await deletePerson(db, gone);
  const read = async (...rest: [Parameters<typeof openGoals>[1], number]) => {
    const { goals, more } = await openGoals(db, ...rest);
    return [goals.map(({ goal, person }) => `${goal.text} of ${person.name}`), more];
  };
  expect(await read(undefined, 10)).toEqual([['sooner of Ana', 'later of Bo', 'no day of Ana'], false]);
  expect(await read(undefined, 2)).toEqual([['sooner of Ana', 'later of Bo'], true]);
  expect(await read('theirs', 10)).toEqual([['later of Bo'], false]);
});
