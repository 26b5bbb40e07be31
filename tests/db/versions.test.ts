import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openDatabase } from '../../utils/db/database.ts';

test('a database of version 1 is opened with what version 2 derives', async () => {
  const old = new Dexie('upgrade');
  old.version(1).stores({
    people: 'id, nameKey, dueDay, lastAt, updatedAt, stage, *tags',
    touchpoints: 'id, &sourceKey, *personIds, *timeline, at',
  });
  const at = new Date(2026, 2, 1, 12).getTime();
  await old.table('people').add({
    id: 'ana',
    name: 'Ana Lee',
    stage: 'maintain',
    stageSince: at,
    since: '2026-01-01',
    cadenceDays: 30,
    tags: [],
    dates: [{ kind: 'birthday', month: 3, day: 14 }],
    touchpointCount: 1,
    nameKey: 'ana lee',
    createdAt: at,
    updatedAt: at,
  });
  await old.table('touchpoints').add({
    id: 'mail',
    personIds: ['ana'],
    channel: 'email',
    direction: 'out',
    at,
    day: '2026-03-01',
    sourceKey: 'gmail:1',
    timeline: [['ana', at]],
    createdAt: at,
    updatedAt: at,
  });
  old.close();

  const db = openDatabase('upgrade');
  const [ana] = await db.people.where('nudgeDay').belowOrEqual('2026-03-31').toArray();
  expect(ana).toMatchObject({
    id: 'ana',
    nudgeDay: '2026-03-31',
    pulse: { cadence: 30, lastDay: '2026-03-01', unanswered: ['2026-03-01'] },
    updatedAt: at,
  });
  expect(await db.people.where('dateKeys').equals('03-14').count()).toBe(1);
  db.close();
});
