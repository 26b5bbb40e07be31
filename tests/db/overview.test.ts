import { expect, test } from 'vitest';
import {
  balanceIn,
  contactsIn,
  monthsUntil,
  satisfactionIn,
  touchpointsBetween,
  weeksFrom,
  weeksUntil,
} from '../../utils/db/overview.ts';
import { addPerson } from '../../utils/db/people.ts';
import { deleteTouchpoint, logTouchpoint } from '../../utils/db/touchpoints.ts';
import { write } from '../../utils/db/write.ts';
import { freshDb } from './setup.ts';

test('weeks begin on Monday and follow each other; months know their ends and years', () => {
  expect(weeksUntil('2026-11-25', 2)).toEqual([
    { from: '2026-11-16', to: '2026-11-22' },
    { from: '2026-11-23', to: '2026-11-29' },
  ]);
  expect(weeksFrom('2026-12-30', 2).at(1)).toEqual({ from: '2027-01-04', to: '2027-01-10' });
  expect(monthsUntil('2024-03-31', 3)).toEqual([
    { from: '2024-01-01', to: '2024-01-31' },
    { from: '2024-02-01', to: '2024-02-29' },
    { from: '2024-03-01', to: '2024-03-31' },
  ]);
  expect(monthsUntil('2026-01-05', 2).at(0)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
});

test('touchpoints are counted in the week of their day, with the people, and deleted ones are not', async () => {
  const db = freshDb();
  const [ana, bob] = await Promise.all(
    ['Ana', 'Bob'].map(async (name) => (await addPerson(db, { name, handles: [] })).id),
  );
  if (!ana || !bob) throw new Error('nobody');
  const log = (personIds: string[], day: string) =>
    logTouchpoint(db, { personIds, channel: 'call', direction: 'out', day });
  await log([ana, bob], '2026-11-16');
  await log([ana], '2026-11-22');
  await log([bob], '2026-11-23');
  await log([bob], '2026-11-15');
  const gone = await log([ana], '2026-11-17');
  await deleteTouchpoint(
    db,
    (await db.touchpoints.toArray()).find(({ day }) => day === '2026-11-17')?.id ?? '',
  );
  expect(gone).toBeDefined();
  const weeks = weeksUntil('2026-11-25', 2);
  expect(await contactsIn(db, weeks)).toEqual([
    { touchpoints: 2, people: 2 },
    { touchpoints: 1, people: 1 },
  ]);
  const [week] = weeks;
  // Every number opens exactly what it counted.
  if (week) expect(await touchpointsBetween(db, week)).toHaveLength(2);
});

test('help counts as given once it is done, and by the month of its day', async () => {
  const db = freshDb();
  const rows = [
    ['given', 'open', '2026-11-02'],
    ['offered', 'open', '2026-11-03'],
    ['offered', 'done', '2026-11-04'],
    ['asked', 'done', '2026-11-30'],
    ['received', 'open', '2026-11-05'],
    ['received', 'done', '2026-10-31'],
  ] as const;
  await write(db, { label: 'addSupport' }, async (writer) => {
    for (const [kind, state, day] of rows)
      await writer.insert('support', { personId: 'p', kind, text: kind, state, day });
  });
  const [october, november] = await balanceIn(db, monthsUntil('2026-11-25', 2));
  expect([october?.given.length, october?.received.length]).toEqual([0, 1]);
  expect([november?.given.length, november?.received.length]).toEqual([3, 1]);
});

test('satisfaction is the mean of finished reviews with an answer from 1 to 5', async () => {
  const db = freshDb();
  const rows = [
    { day: '2026-11-01', state: 'done', mine: 4, theirs: 2 },
    { day: '2026-11-09', state: 'done', mine: 5 },
    { day: '2026-11-10', state: 'done', mine: 9 },
    { day: '2026-11-11', state: 'draft', mine: 1 },
  ] as const;
  await write(db, { label: 'finishReview' }, async (writer) => {
    for (const row of rows) await writer.insert('reviews', { personId: 'p', ...row });
  });
  const [month] = await satisfactionIn(db, monthsUntil('2026-11-25', 1));
  expect(month?.mine).toMatchObject({ mean: 4.5 });
  expect(month?.mine.reviews).toHaveLength(2);
  expect(month?.theirs).toMatchObject({ mean: 2 });
  const [none] = await satisfactionIn(db, monthsUntil('2020-01-25', 1));
  expect(none?.mine).toEqual({ reviews: [] });
});
