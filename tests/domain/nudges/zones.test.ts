import { afterEach, describe, expect, test } from 'vitest';
import { dueDay } from '../../../utils/domain/cadence.ts';
import { addDays, dayOf, noonOf } from '../../../utils/domain/days.ts';
import { closedBy } from '../../../utils/domain/follow-ups.ts';
import { dateKeysFrom } from '../../../utils/domain/nudges/dates.ts';
import { allowanceOf, planDay } from '../../../utils/domain/nudges/day.ts';
import { LATER, laterDay } from '../../../utils/domain/nudges/gates.ts';
import { type Nudge, nudgeOf } from '../../../utils/domain/nudges/nudge.ts';
import { nudgeDayOf, pulseOf } from '../../../utils/domain/pulse.ts';
import type { Day, Instant, Person } from '../../../utils/domain/types.ts';

// Tests run in child processes of their own, where a TZ that is set takes effect at once (in worker threads it would not; the
// first test sees to it).
const ZONES = [
  'America/Los_Angeles',
  'UTC',
  'Asia/Shanghai',
  'Pacific/Auckland',
  'Pacific/Tongatapu',
] as const;

// The day before which clocks change or a year, a February ends; 23 and 25 hours long in Los Angeles and in Auckland.
const TURNS = [
  '2026-03-07',
  '2026-03-08',
  '2026-10-31',
  '2026-11-01',
  '2026-04-04',
  '2026-04-05',
  '2026-09-26',
  '2026-09-27',
  '2026-12-31',
  '2028-02-28',
  '2028-02-29',
  '2027-02-28',
  '2026-06-14',
] as const;

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

/** A time of day on the wall, in the zone that is set. */
function at(day: Day, hours: number, minutes = 0): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, hours, minutes).getTime();
}

const person: Person = {
  id: 'p',
  name: 'Ana',
  stage: 'evaluate',
  stageSince: 0,
  since: '2026-01-10',
  cadenceDays: 7,
  tags: [],
  touchpointCount: 1,
  lastTouchpointId: 'last',
  nameKey: 'ana',
  createdAt: 0,
  updatedAt: 0,
};

test.each([
  ['America/Los_Angeles', 8],
  ['UTC', 0],
  ['Asia/Shanghai', -8],
  ['Pacific/Auckland', -13],
  ['Pacific/Tongatapu', -13],
])('the zone is set: midnight of new year’s day in %s is %i hours from that of UTC', (zone, hours) => {
  process.env['TZ'] = zone;
  expect(at('2026-01-01', 0) - Date.UTC(2026, 0, 1)).toBe(hours * 3_600_000);
});

test('the clocks do change in these nights', () => {
  const hours = (day: Day) => (at(addDays(day, 1), 0) - at(day, 0)) / 3_600_000;
  process.env['TZ'] = 'America/Los_Angeles';
  expect([hours('2026-03-08'), hours('2026-11-01')]).toEqual([23, 25]);
  process.env['TZ'] = 'Pacific/Auckland';
  expect([hours('2026-09-27'), hours('2026-04-05')]).toEqual([23, 25]);
});

describe.each(ZONES)('in %s', (zone) => {
  test.each(TURNS)(
    'a touchpoint a minute before the end of %s counts from that day, one after from the next',
    (day) => {
      process.env['TZ'] = zone;
      const next = addDays(day, 1);
      for (const [instant, expected] of [
        [at(day, 0, 0), day],
        [at(day, 23, 59), day],
        [at(next, 0, 0), next],
        [at(next, 3, 30), next],
        [noonOf(next), next],
      ] as const) {
        const touched = dayOf(instant);
        expect(touched).toBe(expected);
        const pulse = pulseOf(person, { touchpoints: [{ day: touched, direction: 'out', channel: 'call' }] });
        const due = addDays(expected, 7);
        expect(dueDay(person, touched)).toBe(due);
        expect(nudgeDayOf({ ...person, stage: 'maintain' } as Person, { cadence: 7, lastDay: touched })).toBe(
          due,
        );
        const somebody = { ...person, pulse: { ...pulse, reviewDay: '9999-01-01' } };
        // Whatever the hour of the day on which the user looks.
        for (const hour of [0, 2, 3, 12, 23]) {
          expect(nudgeOf({ person: somebody }, dayOf(at(addDays(due, -1), hour)))).toBeUndefined();
          expect(nudgeOf({ person: somebody }, dayOf(at(due, hour)))?.reasons).toEqual([
            { kind: 'due', days: 7, cadence: 7 },
          ]);
        }
      }
    },
  );

  test.each(TURNS)('the plan of %s holds to its last minute, and not a minute longer', (day) => {
    process.env['TZ'] = zone;
    const [kept, other] = ['kept', 'other'].map((personId, rank) => ({ personId, rank }) as unknown as Nudge);
    const { plan } = planDay([kept as Nudge], undefined, dayOf(at(day, 0)), 1);
    const look = (instant: Instant) =>
      planDay([kept, other] as Nudge[], plan, dayOf(instant), 1).plan.personIds;
    expect(look(at(day, 23, 59))).toEqual(['kept']);
    expect(look(at(addDays(day, 1), 0))).toEqual(['other']);
    expect(allowanceOf(dayOf(at(addDays(day, 1), 0)), dayOf(at(day, 23, 59)))).toBe(2);
  });

  test.each(TURNS)(
    'a stage that begins late on %s wants its review on that day, and a follow-up is of that day',
    (day) => {
      process.env['TZ'] = zone;
      const stageSince = at(day, 23, 30);
      expect(pulseOf({ ...person, stageSince }, { touchpoints: [] }).reviewDay).toBe(day);
      const first = { createdAt: stageSince, dueDay: addDays(day, 2), first: true as const };
      const call = (instant: Instant) => ({ at: instant, day: dayOf(instant), direction: 'out' as const });
      expect(closedBy([first], call(at(day, 23, 59)))).toEqual([]);
      expect(closedBy([first], call(at(addDays(day, 1), 0, 1)))).toEqual([first]);
    },
  );
});

test('what is computed from days alone is the same in every zone', () => {
  const computed = ZONES.map((zone) => {
    process.env['TZ'] = zone;
    return TURNS.map((day) => [
      LATER.map((choice) => laterDay(choice, day)),
      [...dateKeysFrom(day)],
      [-8, -1, 0, 1, 7, 365].map((days) => addDays(day, days)),
      nudgeOf({ person: { ...person, pulse: { cadence: 30, rhythmDays: 7, lastDay: '2025-12-01' } } }, day),
    ]);
  });
  for (const one of computed) expect(one).toEqual(computed[1]);
});
