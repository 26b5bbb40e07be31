import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { snooze } from '../../utils/db/answers.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { dayPlanned, keepPlan, shownOn } from '../../utils/db/day.ts';
import { addPerson } from '../../utils/db/people.ts';
import { addFollowUp } from '../../utils/db/practice.ts';
import { setPreference } from '../../utils/db/preferences.ts';
import { write } from '../../utils/db/write.ts';
import { addDays } from '../../utils/domain/days.ts';
import type { Instant, Person } from '../../utils/domain/types.ts';
import { freshDb, visible } from './setup.ts';

const DAY = '2026-06-15';
const at = (day: string, hours: number, minutes = 0): Instant => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, hours, minutes).getTime();
};
const MORNING = at(DAY, 9);

let db: KithDb;
let ids: string[];

/** People who were promised something: the more, the higher their rank. */
async function promised(count: number): Promise<string[]> {
  const people: string[] = [];
  for (let index = 0; index < count; index++) {
    const { id } = await addPerson(db, { name: `P${index}`, handles: [] });
    people.push(id);
    for (let more = count; more > index; more--)
      await addFollowUp(db, { personId: id, text: 'the deck', by: 'me', dueDay: addDays(DAY, -3) });
  }
  return people;
}

const shown = async (now = MORNING) => {
  const people = (await dayPlanned(db, now)).nudges.map(({ personId }) => personId);
  // The badge takes a shorter way to the same number, whatever the state of the day.
  expect(await shownOn(db, now)).toBe(people.length);
  return people;
};
const keep = async (now = MORNING) => keepPlan(db, (await dayPlanned(db, now)).plan, now);
const kept = async () =>
  ((await db.settings.get('day-plan'))?.value as { personIds: string[] } | undefined)?.personIds;
const putOff = async (id: string) => snooze(db, (await db.people.get(id)) as Person, addDays(DAY, 30));

beforeEach(async () => {
  db = freshDb();
  ids = await promised(9);
});

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

describe('the plan of a day', () => {
  test('is the first five, and the rest wait', async () => {
    const day = await dayPlanned(db, MORNING);
    expect(day.nudges.map(({ personId }) => personId)).toEqual(ids.slice(0, 5));
    expect(day.waiting.map(({ personId }) => personId)).toEqual(ids.slice(5));
    expect(day.plan).toEqual({ day: DAY, personIds: ids.slice(0, 5) });
  });

  test('once kept, answers leave gaps; not kept, others would follow', async () => {
    await putOff(ids[0] ?? '');
    expect(await shown()).toEqual(ids.slice(1, 6));
    await keep();
    await putOff(ids[1] ?? '');
    await putOff(ids[4] ?? '');
    expect(await shown()).toEqual([ids[2], ids[3], ids[5]]);
    await keep();
    expect(await shown(at(DAY, 23, 59))).toEqual([ids[2], ids[3], ids[5]]);
  });

  test('is not the user’s data: nothing to undo', async () => {
    const [before, journal] = [await visible(db), await db.journal.count()];
    await keep();
    expect(await visible(db)).toEqual(before);
    expect(await db.journal.count()).toBe(journal);
  });

  test('is empty in a holiday, and begins again on its last day', async () => {
    await setPreference(db, 'nudges', { pausedUntil: addDays(DAY, 2) });
    expect(await shown()).toEqual([]);
    await keep();
    expect(await shown(at(addDays(DAY, 1), 23, 59))).toEqual([]);
    expect((await shown(at(addDays(DAY, 2), 0))).length).toBe(5);
  });

  test('is put away by a holiday that begins within the day', async () => {
    await keep();
    await setPreference(db, 'nudges', { pausedUntil: addDays(DAY, 1) });
    expect(await shown()).toEqual([]);
  });

  test('grows by one a day after a gentle start', async () => {
    await setPreference(db, 'nudges', { gentleSince: DAY });
    for (const [days, count] of [1, 2, 3, 4, 5, 5].entries()) {
      const now = at(addDays(DAY, days), 8);
      expect((await shown(now)).length).toBe(count);
      await keep(now);
      expect((await shown(now)).length).toBe(count);
    }
  });
});

describe('two windows at once', () => {
  test('that chose alike: one plan', async () => {
    const { plan } = await dayPlanned(db, MORNING);
    await Promise.all([keepPlan(db, plan, MORNING), keepPlan(db, plan, MORNING)]);
    expect(await kept()).toEqual(ids.slice(0, 5));
  });

  test('that chose others: the day does not grow, and the first choice stays', async () => {
    const plan = (personIds: string[]) => ({ day: DAY, personIds });
    const [mine, theirs] = [plan(ids.slice(0, 5)), plan(ids.slice(3, 8))];
    await Promise.all([keepPlan(db, mine, MORNING), keepPlan(db, theirs, MORNING)]);
    expect(await kept()).toEqual(mine.personIds);
    expect(await shown()).toEqual(mine.personIds);
  });

  test('one of which saw more: it is added, up to what a day allows', async () => {
    const plan = (personIds: string[]) => ({ day: DAY, personIds });
    await keepPlan(db, plan(ids.slice(0, 2)), MORNING);
    await keepPlan(db, plan(ids.slice(1, 6)), MORNING);
    expect(await kept()).toEqual(ids.slice(0, 5).map((_, index) => ids[index]));
  });

  test('an unchanged plan is not written again', async () => {
    await keep();
    const row = await db.settings.get('day-plan');
    await keep(MORNING + 60_000);
    expect(await db.settings.get('day-plan')).toEqual(row);
  });
});

describe('over midnight', () => {
  test.each(['America/Los_Angeles', 'UTC', 'Asia/Shanghai', 'Pacific/Auckland'])('in %s', async (zone) => {
    process.env['TZ'] = zone;
    // Clocks change in this night in Los Angeles; the year ends in the other; a leap day.
    for (const day of ['2026-10-31', '2026-11-01', '2026-12-31', '2028-02-28', '2028-02-29', '2026-09-26']) {
      const [late, early] = [at(day, 23, 59), at(addDays(day, 1), 0)];
      expect((await dayPlanned(db, late)).day).toBe(day);
      expect((await dayPlanned(db, early)).day).toBe(addDays(day, 1));
      await keep(late);
      expect(await kept()).toEqual(ids.slice(0, 5));
      const { plan } = await dayPlanned(db, early);
      expect(plan).toEqual({ day: addDays(day, 1), personIds: ids.slice(0, 5) });
    }
  });

  test('yesterday’s people make room, and those who were answered are not shown', async () => {
    await keep();
    for (const id of ids.slice(0, 3)) await putOff(id);
    expect(await shown()).toEqual(ids.slice(3, 5));
    expect(await shown(at(addDays(DAY, 1), 0))).toEqual(ids.slice(3, 8));
  });

  test('a window that did not notice keeps nothing: today’s plan stays', async () => {
    const old = (await dayPlanned(db, MORNING)).plan;
    const next = at(addDays(DAY, 1), 0, 1);
    await putOff(ids[0] ?? '');
    await keep(next);
    const today = await kept();
    await keepPlan(db, old, next);
    expect(await kept()).toEqual(today);
    expect(await shown(next)).toEqual(ids.slice(1, 6));
  });

  test('a clock that is put back has a plan again', async () => {
    await keep(at('2031-01-01', 9));
    await keep();
    expect((await db.settings.get('day-plan'))?.value).toMatchObject({ day: DAY });
  });
});

test('what is written in between is seen: a promise that is kept, one that is made', async () => {
  await keep();
  await write(db, { label: 'closeFollowUp' }, async (writer) => {
    for (const row of await db.followUps
      .where('personId')
      .equals(ids[0] ?? '')
      .toArray())
      await writer.update('followUps', row.id, { state: 'done' });
  });
  expect(await shown()).toEqual(ids.slice(1, 5));
});
