import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../utils/domain/days.ts';
import { nudgeOf } from '../../utils/domain/nudges/nudge.ts';
import type { PlaybookNumbers } from '../../utils/domain/playbook-numbers.ts';
import { nudgeDayOf, type PulseSources, pulseOf } from '../../utils/domain/pulse.ts';
import type { Channel, Direction, Person, Pulse } from '../../utils/domain/types.ts';
import { ago, anybody, pulseFor, someone, subjectFor, TODAY } from './nudges/subject.ts';

type Told = PulseSources['touchpoints'][number];

const told = (days: number, direction: Direction, channel: Channel = 'email', question?: true): Told => ({
  day: ago(days),
  direction,
  channel,
  ...(question && { question }),
});
const person: Person = {
  id: 'p',
  name: 'Ana',
  stage: 'maintain',
  stageSince: Date.parse('2026-01-10T12:00:00Z'),
  since: '2026-01-10',
  tags: [],
  touchpointCount: 0,
  nameKey: 'ana',
  createdAt: 0,
  updatedAt: 0,
};
const of = (touchpoints: readonly Told[], fields: Partial<Person> = {}, more: Partial<PulseSources> = {}) =>
  pulseOf({ ...person, ...fields }, { touchpoints, ...more });

describe('messages without an answer', () => {
  test.each([
    ['nothing', [], undefined],
    ['theirs was the last', [told(1, 'in'), told(2, 'out')], undefined],
    ['one', [told(1, 'out'), told(2, 'in')], [1]],
    ['two', [told(1, 'out'), told(9, 'out'), told(10, 'both')], [1, 9]],
    ['of any written channel', [told(1, 'out', 'letter'), told(9, 'out', 'message')], [1, 9]],
    ['a call is none', [told(1, 'out', 'call')], undefined],
    ['since a call', [told(1, 'out'), told(2, 'out', 'call'), told(3, 'out')], [1]],
    ['since a meeting', [told(1, 'out'), told(2, 'both', 'meeting'), told(3, 'out')], [1]],
    ['the last three of four', [1, 50, 99, 150].map((day) => told(day, 'out')), [1, 50, 99]],
    ['three within 30 days', [1, 15, 31, 32].map((day) => told(day, 'out')), [1, 15, 31]],
    // Another message, long after, is no reason to suggest one more.
    [
      'three within 30 days, and a later one',
      [1, 100, 110, 120].map((day) => told(day, 'out')),
      [100, 110, 120],
    ],
  ])('%s', (_, touchpoints, days) => {
    expect(of(touchpoints).unanswered).toEqual(days?.map((some) => ago(some)));
  });

  test('one more does not lift the pressure; anything of theirs does', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 90 }), (gaps, later) => {
        const since = (index: number) => gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 200);
        const run = gaps.map((_, index) => told(since(index), 'out'));
        const due = (touchpoints: readonly Told[]) =>
          nudgeOf({ person: someone(of(touchpoints, { cadenceDays: 7 })) }, TODAY) !== undefined;
        const presses = gaps.some((gap, index) => index > 1 && gap + (gaps[index - 1] ?? 0) <= 30);
        expect(due(run)).toBe(!presses);
        if (presses) expect(due([told(200 - later, 'out'), ...run])).toBe(false);
        expect(due([told(200 - later, 'in'), ...run])).toBe(true);
        expect(due([told(200 - later, 'both', 'meeting'), ...run])).toBe(true);
      }),
    );
  });
});

test.each([
  ['their question', told(9, 'in', 'email', true), true],
  ['in a message', told(9, 'in', 'message', true), true],
  ['what asks nothing', told(9, 'in'), false],
  ['the user’s own question', told(9, 'out', 'email', true), false],
  // They wrote: what was asked in a call was answered in it.
  ['a question in a call', told(9, 'in', 'call', true), false],
])('an answer is waited for: %s: %s', (_, last, waits) => {
  expect(of([last, told(20, 'in', 'email', true)]).askedDay).toBe(waits ? ago(9) : undefined);
});

describe('the rhythm and the last day', () => {
  test.each([
    ['three gaps that span 21 days', [0, 7, 14, 21], 7],
    ['three gaps that span 20 days', [0, 7, 14, 20], undefined],
    ['two gaps that span 90 days', [0, 45, 90], undefined],
  ])('%s', (_, days, rhythm) => {
    const pulse = of(days.map((some) => told(some, 'in')));
    expect(pulse.rhythmDays).toBe(rhythm);
    expect(pulse.lastDay).toBe(TODAY);
  });
});

describe('a cadence', () => {
  test.each([
    [1, 1],
    [3650, 3650],
    [0, 30],
    [-7, 30],
    [3651, 30],
    [10_000, 30],
    [Number.NaN, 30],
    [undefined, 30],
  ])('of %d days, with 30 in the playbook: %d', (cadenceDays, cadence) => {
    const fields = cadenceDays === undefined ? {} : { cadenceDays };
    expect(of([], fields, { numbers: { cadence: { maintain: 30 } } }).cadence).toBe(cadence);
  });

  test('of 0 and 10,000 days without a playbook is none, and breaks nothing', () => {
    for (const cadenceDays of [0, 10_000, 1e15]) {
      const pulse = of([told(3, 'in')], { cadenceDays });
      expect(pulse.cadence).toBeUndefined();
      expect(nudgeDayOf({ ...person, cadenceDays } as Person, pulse)).toBeUndefined();
    }
  });
});

describe('the intervals of a playbook', () => {
  const numbers: PlaybookNumbers = {
    cadence: {},
    reviewEveryDays: 90,
    feedbackEveryDays: 60,
    businessOnlyDays: 100,
  };
  test.each([
    ['from the day they were added', {}, { numbers }, '2026-04-10'],
    ['from the last review', {}, { numbers, reviewedDay: '2026-05-01' }, '2026-07-30'],
    ['never without a playbook', {}, {}, undefined],
    ['a quarter after a review, without a playbook', {}, { reviewedDay: '2026-05-01' }, '2026-07-30'],
    ['when they were moved to "evaluate"', { stage: 'evaluate' as const }, {}, '2026-01-10'],
    [
      'reviewed since they were moved to "evaluate"',
      { stage: 'evaluate' as const },
      { numbers, reviewedDay: '2026-01-10' },
      '2026-04-10',
    ],
  ])('review: %s', (_, fields, more, day) => {
    expect(of([], fields, more).reviewDay).toBe(day);
  });

  test.each([
    ['from the day they were added', {}, { numbers }, '2026-03-11'],
    ['from their last feedback', {}, { numbers, feedbackDay: '2026-05-01' }, '2026-06-30'],
    ['not at the beginning', { stage: 'establish' as const }, { numbers }, undefined],
    ['not without a playbook', {}, { feedbackDay: '2026-05-01' }, undefined],
  ])('feedback: %s', (_, fields, more, day) => {
    expect(of([], fields, more).feedbackDay).toBe(day);
  });

  test.each([
    ['since the first touchpoint', [told(0, 'in'), told(150, 'in')], {}, addDays(ago(150), 100)],
    ['since the last social one', [told(0, 'in'), told(20, 'both', 'social'), told(150, 'in')], {}, ago(-80)],
    ['not at the beginning', [told(150, 'in')], { stage: 'establish' as const }, undefined],
    ['not without a touchpoint', [], {}, undefined],
  ])('only business: %s', (_, touchpoints, fields, day) => {
    expect(of(touchpoints, fields, { numbers }).businessDay).toBe(day);
  });
});

describe('the day from which somebody may come up', () => {
  const pulse = (fields: Pulse) => nudgeDayOf({ since: ago(100), playbook: 'client' }, fields);
  test.each([
    ['nothing', {}, undefined],
    ['the cadence', { cadence: 30, lastDay: TODAY }, addDays(TODAY, 30)],
    ['the cadence since they were added', { cadence: 30 }, ago(70)],
    ['drifting', { cadence: 365, lastDay: TODAY, rhythmDays: 7 }, addDays(TODAY, 22)],
    ['drifting at half a day', { cadence: 365, lastDay: TODAY, rhythmDays: 12.5 }, addDays(TODAY, 27)],
    ['their question', { lastDay: TODAY, askedDay: TODAY }, addDays(TODAY, 4)],
    ['the first of several', { reviewDay: ago(-9), feedbackDay: ago(-3), businessDay: ago(-5) }, ago(-3)],
  ])('%s', (_, fields, day) => {
    expect(pulse(fields)).toBe(day);
  });

  test.each([
    ['muted', { muted: true, playbook: 'client' }],
    ['without cadence and playbook', {}],
  ])('is none for people who are %s', (_, fields) => {
    expect(
      nudgeDayOf({ since: ago(100), ...fields }, { reviewDay: ago(3), askedDay: ago(9) }),
    ).toBeUndefined();
  });

  test('loses nobody: on no day before it is there a computed reason, and on that day there is', () => {
    fc.assert(
      fc.property(anybody, fc.integer({ min: 1, max: 4000 }), (one, earlier) => {
        const subject = subjectFor(one);
        const day = nudgeDayOf(subject.person, pulseFor(one));
        const pressed = nudgeOf(
          { person: { ...subject.person, pulse: { ...pulseFor(one), unanswered: [] } } },
          day ?? TODAY,
        );
        if (day === undefined) {
          for (let days = 0; days < 4000; days += 61)
            expect(nudgeOf(subject, addDays(TODAY, days))).toBeUndefined();
          return;
        }
        for (const before of [1, 2, 3, 10, earlier])
          expect(nudgeOf(subject, addDays(day, -before))).toBeUndefined();
        // Three messages that were not answered silence the rhythm; else it is the day itself, not a guess.
        expect(pressed).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});

test('a pulse does not grow old: the same touchpoints give the same pulse, and days move with them', () => {
  fc.assert(
    fc.property(anybody, fc.integer({ min: 1, max: 2000 }), (one, by) => {
      const history = one.history.map((some) => ({ ...some, day: addDays(some.day, by) }));
      const moved = pulseFor({ ...one, history });
      const pulse = pulseFor(one);
      expect(moved.rhythmDays).toBe(pulse.rhythmDays);
      expect(moved.unanswered?.map((day) => addDays(day, -by))).toEqual(pulse.unanswered);
      if (pulse.lastDay && moved.lastDay) expect(daysBetween(pulse.lastDay, moved.lastDay)).toBe(by);
    }),
  );
});
