import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../utils/domain/days.ts';
import { nudgeOf } from '../../../utils/domain/nudges/nudge.ts';
import { byPressure, isRhythm, REASON_ORDER, type Reason } from '../../../utils/domain/nudges/reasons.ts';
import type { Day, YearlyDate } from '../../../utils/domain/types.ts';
import { ago, anybody, items, kindsOf, someone, subjectFor, TODAY } from './subject.ts';

describe('with a cadence of C and d days since the last touchpoint', () => {
  test.each([
    [30, 29, []],
    [30, 30, ['due']],
    [30, 44, ['due']],
    [30, 45, ['overdue']],
    [7, 6, []],
    [7, 7, ['due']],
    [7, 10, ['due']],
    [7, 11, ['overdue']],
    [1, 0, []],
    [1, 1, ['due']],
    [1, 2, ['overdue']],
    [14, 13, []],
    [14, 14, ['due']],
    [3650, 3649, []],
    [3650, 3650, ['due']],
    [3650, 5474, ['due']],
    [3650, 5475, ['overdue']],
  ])('C = %i and d = %i: %j', (cadence, d, kinds) => {
    expect(kindsOf({ person: someone({ cadence, lastDay: ago(d) }) })).toEqual(kinds);
    // Without a touchpoint the days are counted from the one on which they were added.
    expect(kindsOf({ person: someone({ cadence }, { since: ago(d) }) })).toEqual(kinds);
  });

  test('nothing before C, due from C, overdue from 1.5 C, for any C and d; with the numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3650 }), fc.integer({ min: -5, max: 8000 }), (cadence, days) => {
        const kind = days >= 1.5 * cadence ? 'overdue' : 'due';
        const nudge = nudgeOf({ person: someone({ cadence, lastDay: ago(days) }) }, TODAY);
        expect(nudge?.reasons).toEqual(days >= cadence ? [{ kind, days, cadence }] : undefined);
      }),
    );
  });
});

describe('with a rhythm of r days and d days since the last touchpoint', () => {
  test.each([
    // r + 14 is more than 2r, and r + 90 more than 8r.
    [7, 21, []],
    [7, 22, ['drifting']],
    [7, 97, ['drifting']],
    [7, 98, ['quiet']],
    [1, 15, []],
    [1, 16, ['drifting']],
    [1, 91, ['drifting']],
    [1, 92, ['quiet']],
    [14, 28, []],
    [14, 29, ['drifting']],
    // 2r is more than r + 14, and 8r more than r + 90.
    [30, 60, []],
    [30, 61, ['drifting']],
    [30, 240, ['drifting']],
    [30, 241, ['quiet']],
    // A median may lie between two days.
    [12.5, 26, []],
    [12.5, 27, ['drifting']],
    [12.5, 102, ['drifting']],
    [12.5, 103, ['quiet']],
  ])('r = %d and d = %i: %j', (rhythmDays, d, kinds) => {
    const person = someone({ cadence: 3650, rhythmDays, lastDay: ago(d) });
    expect(kindsOf({ person })).toEqual(kinds);
  });

  test('it drifts beyond max(2r, r + 14) up to max(8r, r + 90), and is quiet beyond, whatever the cadence', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 400 }).map((half) => half / 2),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 3650 }),
        (r, d, cadence) => {
          const kinds = kindsOf({ person: someone({ cadence, rhythmDays: r, lastDay: ago(d) }) });
          const quiet = d > Math.max(8 * r, r + 90);
          expect(kinds.includes('quiet')).toBe(quiet);
          expect(kinds.includes('drifting')).toBe(!quiet && d > Math.max(2 * r, r + 14));
          // The question stands for all that is to be said of the rhythm.
          if (quiet) expect(kinds).toEqual(['quiet']);
          else expect(kinds.includes('due') || kinds.includes('overdue')).toBe(d >= cadence);
        },
      ),
    );
  });
});

describe('what has a day of its own', () => {
  const base = { id: '1', text: 'x' };
  const followUp = (dueDay: Day) => ({ followUps: [{ ...base, by: 'me' as const, dueDay }] });
  test.each([
    ['a promise due tomorrow', followUp(ago(-1)), []],
    ['a promise due today', followUp(TODAY), ['promise']],
    ['a promise of last week', followUp(ago(7)), ['promise']],
    ['a goal of tomorrow', { goals: [{ ...base, dueDay: ago(-1) }] }, []],
    ['a goal of today, for which there is still time', { goals: [{ ...base, dueDay: TODAY }] }, []],
    ['a goal of yesterday', { goals: [{ ...base, dueDay: ago(1) }] }, ['goal']],
    ['a goal without a day', { goals: [base] }, []],
    ['feedback noted today', { feedback: [{ ...base, day: TODAY }] }, []],
    ['feedback open since yesterday', { feedback: [{ ...base, day: ago(1) }] }, ['feedback']],
    ['support asked for today', { support: [{ ...base, day: TODAY }] }, []],
    ['support asked for yesterday', { support: [{ ...base, day: ago(1) }] }, ['support']],
  ])('%s: %j', (_, owed, kinds) => {
    // With and without a cadence or playbook: the user noted it.
    expect(kindsOf({ person: someone(), ...owed })).toEqual(kinds);
    expect(kindsOf({ person: someone({ cadence: 30, lastDay: TODAY }), ...owed })).toEqual(kinds);
  });

  test.each([
    ['reviewDay', 'review'],
    ['feedbackDay', 'askFeedback'],
    ['businessDay', 'business'],
  ] as const)(
    '%s: %s on that day and after, never for people without cadence and playbook',
    (field, kind) => {
      for (const [days, kinds] of [
        [-1, []],
        [0, [kind]],
        [40, [kind]],
      ] as const) {
        expect(kindsOf({ person: someone({ [field]: ago(days) }, { playbook: 'client' }) })).toEqual(kinds);
        expect(kindsOf({ person: someone({ [field]: ago(days) }) })).toEqual([]);
      }
    },
  );

  test.each([
    [3, []],
    [4, ['unanswered']],
    [400, ['unanswered']],
  ])('their question of %i days ago: %j', (days, kinds) => {
    const pulse = { lastDay: ago(days), askedDay: ago(days) };
    expect(kindsOf({ person: someone(pulse, { playbook: 'client' }) })).toEqual(kinds);
    expect(kindsOf({ person: someone(pulse) })).toEqual([]);
  });

  const birthday: YearlyDate = { kind: 'birthday', month: 6, day: 15 };
  test.each([
    [-1, []],
    [0, ['date']],
    [7, ['date']],
    [8, []],
  ])('a birthday in %i days: %j', (inDays, kinds) => {
    const dates = [{ date: birthday, day: addDays(TODAY, inDays) }];
    expect(kindsOf({ person: someone(), dates })).toEqual(kinds);
  });

  test.each([
    ['for people with a cadence', { cadence: 30, lastDay: TODAY }, {}, ['promise']],
    ['for people with a playbook', {}, { playbook: 'client' }, ['promise']],
    ['for nobody else', {}, {}, []],
  ])('the first follow-ups come up %s', (_, pulse, fields, kinds) => {
    const first = { ...base, by: 'me' as const, dueDay: TODAY, first: true as const };
    expect(kindsOf({ person: someone(pulse, fields), followUps: [first] })).toEqual(kinds);
  });
});

describe('for anybody', () => {
  test('without cadence and playbook there is no computed reason', () => {
    fc.assert(
      fc.property(anybody, items, (one, owed) => {
        const { cadenceDays: _, playbook: __, ...person } = one.person;
        const subject = subjectFor({
          ...one,
          person: { ...person, cadenceDays: undefined, playbook: undefined },
        });
        const noted = ['promise', 'goal', 'feedback', 'support', 'date'];
        expect(kindsOf({ ...subject, ...owed }).filter((kind) => !noted.includes(kind))).toEqual([]);
      }),
    );
  });

  test('reasons are facts of today: their days lie as far back as they say', () => {
    fc.assert(
      fc.property(anybody, items, (one, owed) => {
        const subject = { ...subjectFor(one), ...owed };
        for (const reason of nudgeOf(subject, TODAY)?.reasons ?? []) {
          if (isRhythm(reason) && 'days' in reason)
            expect(reason.days).toBe(daysBetween(one.history[0]?.day ?? one.person.since, TODAY));
          if (reason.kind === 'unanswered') expect(addDays(TODAY, -reason.days)).toBe(one.history[0]?.day);
          if (reason.kind === 'promise')
            expect(owed.followUps.find(({ id }) => id === reason.id)?.dueDay).toBe(
              addDays(TODAY, -reason.late),
            );
        }
      }),
    );
  });

  test('the order of the reasons does not depend on the order in which items are read', () => {
    fc.assert(
      fc.property(anybody, items, (one, owed) => {
        const subject = subjectFor(one);
        const turned = Object.fromEntries(
          Object.entries(owed).map(([of, list]) => [of, [...list].reverse()]),
        );
        const nudge = nudgeOf({ ...subject, ...owed }, TODAY);
        expect(nudgeOf({ ...subject, ...turned }, TODAY)).toEqual(nudge);
        const places = (nudge?.reasons ?? []).map(({ kind }) => REASON_ORDER.indexOf(kind));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  test('every kind has its place, and what waits longer comes first within it', () => {
    const promise = (id: string, late: number): Reason => ({ kind: 'promise', id, text: id, by: 'me', late });
    const list = [promise('b', 2), promise('a', 2), promise('c', 9)].sort(byPressure);
    expect(list.map((reason) => 'id' in reason && reason.id)).toEqual(['c', 'a', 'b']);
    expect(new Set(REASON_ORDER).size).toBe(13);
  });
});
