import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../utils/domain/days.ts';
import {
  isFresh,
  isSilent,
  isStopped,
  LATER,
  laterDay,
  pressure,
} from '../../../utils/domain/nudges/gates.ts';
import { nudgeOf, type Subject } from '../../../utils/domain/nudges/nudge.ts';
import { isRhythm, keepOf, stopOf } from '../../../utils/domain/nudges/reasons.ts';
import { ago, anybody, items, kindsOf, someone, subjectFor, TODAY } from './subject.ts';

describe('after a touchpoint', () => {
  test.each([
    [30, 13, true],
    [30, 14, false],
    [14, 13, true],
    [14, 14, false],
    [7, 6, true],
    [7, 7, false],
    [1, 0, true],
    [1, 1, false],
    [3650, 13, true],
    // One that is still to come, too: a meeting that was logged ahead.
    [7, -3, true],
  ])('with C = %i, day %i is at rest: %s', (cadence, days, fresh) => {
    expect(isFresh(days, cadence)).toBe(fresh);
  });

  test('nothing is said of the rhythm within min(14, C) days, for anybody', () => {
    fc.assert(
      fc.property(anybody, fc.integer({ min: 0, max: 20 }), (one, days) => {
        const [last, ...earlier] = one.history;
        if (!last) return;
        const subject = subjectFor({ ...one, history: [{ ...last, day: ago(days) }, ...earlier] });
        const cadence = subject.person.pulse?.cadence ?? 0;
        if (days < Math.min(14, cadence))
          expect((nudgeOf(subject, TODAY)?.reasons ?? []).filter(isRhythm)).toEqual([]);
      }),
    );
  });

  test('it clears the rhythm and their question, and only that', () => {
    fc.assert(
      fc.property(anybody, items, fc.constantFrom('in', 'out', 'both'), (one, owed, direction) => {
        const before = nudgeOf({ ...subjectFor(one), ...owed }, TODAY)?.reasons ?? [];
        const touchpoint = { day: TODAY, channel: 'email', direction } as const;
        const logged = subjectFor({ ...one, history: [touchpoint, ...one.history] });
        const after = nudgeOf({ ...logged, ...owed }, TODAY)?.reasons ?? [];
        // With whom there was nothing yet, "all business" can begin today, and not be asked today.
        expect(after).toEqual(before.filter((reason) => !isRhythm(reason) && reason.kind !== 'unanswered'));
      }),
    );
  });

  test('the rhythm stays silent for C days, and is due again on the day C', () => {
    fc.assert(
      fc.property(anybody, (one) => {
        const touchpoint = { day: TODAY, channel: 'call', direction: 'both' } as const;
        const subject = subjectFor({ ...one, history: [touchpoint, ...one.history] });
        const { cadence, rhythmDays = 10_000 } = subject.person.pulse ?? {};
        if (cadence === undefined) return;
        const first = Math.min(cadence, Math.floor(Math.max(2 * rhythmDays, rhythmDays + 14)) + 1);
        const rhythm = (day: number) =>
          (nudgeOf(subject, addDays(TODAY, day))?.reasons ?? []).filter(isRhythm).length;
        for (let day = 0; day < Math.min(first, 100); day++) expect(rhythm(day), `day ${day}`).toBe(0);
        // Due, drifting, or both on one day.
        expect(rhythm(first)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('unanswered messages', () => {
  test.each([
    ['none', [], false, false],
    ['one', [0], false, false],
    ['two', [0, 400], true, false],
    ['three within 30 days', [0, 15, 30], true, true],
    ['three in 31 days', [0, 15, 31], true, false],
    ['three on one day', [5, 5, 5], true, true],
  ])('%s: halved %s, stopped %s', (_, days, halved, stopped) => {
    expect(pressure(days.map((some) => ago(some)))).toEqual({ halved, stopped });
  });

  const pressed = {
    cadence: 30,
    rhythmDays: 30,
    lastDay: ago(100),
    unanswered: [ago(100), ago(110), ago(120)],
  };
  test('three stop the rhythm and nothing else', () => {
    expect(kindsOf({ person: someone(pressed) })).toEqual([]);
    expect(kindsOf({ person: someone({ ...pressed, rhythmDays: 7 }) })).toEqual([]);
    expect(kindsOf({ person: someone({ ...pressed, reviewDay: TODAY }) })).toEqual(['review']);
    const followUps = [{ id: '1', text: 'x', by: 'them' as const, dueDay: TODAY }];
    expect(kindsOf({ person: someone(pressed), followUps })).toEqual(['promise']);
    expect(kindsOf({ person: someone({ ...pressed, unanswered: pressed.unanswered.slice(1) }) })).toEqual([
      'overdue',
      'drifting',
    ]);
  });
});

describe('putting off', () => {
  test.each([
    ['muted', { muted: true }, [], true],
    ['paused until tomorrow', { pausedUntil: ago(-1) }, [], true],
    ['paused until today', { pausedUntil: TODAY }, [], false],
    ['snoozed until tomorrow', {}, [{ nudge: 'all', untilDay: ago(-1) }], true],
    ['snoozed until today', {}, [{ nudge: 'all', untilDay: TODAY }], false],
    ['one reason stopped', {}, [{ nudge: 'cadence', untilDay: ago(-9) }], false],
  ])('%s: silent %s', (_, person, snoozes, silent) => {
    expect(isSilent(person, snoozes, TODAY)).toBe(silent);
  });

  test('holds exactly: nothing on any day before, and on the day itself as if it had never been', () => {
    const until = fc.integer({ min: 0, max: 60 });
    const how = fc.constantFrom('snooze', 'pause');
    fc.assert(
      fc.property(anybody, items, until, how, fc.nat(20), (one, owed, days, way, later) => {
        const subject: Subject = { ...subjectFor(one), ...owed };
        const untilDay = addDays(TODAY, days);
        const off: Subject =
          way === 'snooze'
            ? { ...subject, snoozes: [{ nudge: 'all', untilDay }] }
            : { ...subject, person: { ...subject.person, pausedUntil: untilDay } };
        for (let day = 0; day < days; day++) expect(nudgeOf(off, addDays(TODAY, day))).toBeUndefined();
        for (const day of [untilDay, addDays(untilDay, later)])
          expect(nudgeOf(off, day)).toEqual(nudgeOf(subject, day));
      }),
    );
  });

  test('muted people come up on no day', () => {
    fc.assert(
      fc.property(anybody, items, fc.integer({ min: 0, max: 4000 }), (one, owed, later) => {
        const subject = subjectFor(one);
        const muted = { ...subject, ...owed, person: { ...subject.person, muted: true } };
        expect(nudgeOf(muted, addDays(TODAY, later))).toBeUndefined();
      }),
    );
  });
});

describe('stopping a reason', () => {
  const stop = { nudge: 'cadence', evidence: 'every 30' };
  test.each([
    ['by its evidence', [{ nudge: 'cadence', evidence: 'every 30' }], true],
    ['by other evidence', [{ nudge: 'cadence', evidence: 'every 7' }], false],
    ['another reason', [{ nudge: 'review', evidence: 'every 30' }], false],
    ['until tomorrow', [{ nudge: 'cadence', untilDay: ago(-1) }], true],
    ['until today', [{ nudge: 'cadence', untilDay: TODAY }], false],
    ['until a day that is over, with the evidence', [{ ...stop, untilDay: ago(1) }], false],
    ['not', [], false],
  ])('%s: stopped %s', (_, snoozes, stopped) => {
    expect(isStopped(stop, snoozes, TODAY)).toBe(stopped);
    expect(isStopped(undefined, snoozes, TODAY)).toBe(false);
  });

  test('takes that reason (and what shares its name) away, and nothing else; its evidence brings it back', () => {
    fc.assert(
      fc.property(anybody, items, fc.nat(9), (one, owed, pick) => {
        const subject: Subject = { ...subjectFor(one), ...owed };
        const reasons = nudgeOf(subject, TODAY)?.reasons ?? [];
        const reason = reasons[pick % Math.max(1, reasons.length)];
        const about = {
          cadence: subject.person.pulse?.cadence,
          lastTouchpointId: subject.person.lastTouchpointId,
        };
        const way = reason && stopOf(reason, about);
        if (!way) return;
        const stopped = nudgeOf({ ...subject, snoozes: [way] }, TODAY)?.reasons ?? [];
        expect(stopped).toEqual(reasons.filter((other) => stopOf(other, about)?.nudge !== way.nudge));
        const changed = { ...way, evidence: `${way.evidence}, changed` };
        expect(nudgeOf({ ...subject, snoozes: [changed] }, TODAY)?.reasons).toEqual(reasons);
      }),
    );
  });

  test('a new cadence is a new wish', () => {
    const person = someone({ cadence: 30, lastDay: ago(50) });
    const snoozes = [{ nudge: 'cadence', evidence: 'every 30' }];
    expect(kindsOf({ person, snoozes })).toEqual([]);
    expect(kindsOf({ person: someone({ cadence: 20, lastDay: ago(50) }), snoozes })).toEqual(['overdue']);
  });

  test('quiet for long is asked once: kept, it is silent on every day until something happens', () => {
    const pulse = { cadence: 30, rhythmDays: 7, lastDay: ago(98) };
    const snoozes = [keepOf('last')];
    expect(kindsOf({ person: someone(pulse) })).toEqual(['quiet']);
    for (let day = 0; day < 800; day++)
      expect(kindsOf({ person: someone(pulse), snoozes }, addDays(TODAY, day))).toEqual([]);
    // Another touchpoint: the rhythm counts again, and a new silence is a new question.
    const again = someone({ ...pulse, lastDay: ago(30) }, { lastTouchpointId: 'next' });
    expect(kindsOf({ person: again, snoozes })).toEqual(['due', 'drifting']);
    expect(kindsOf({ person: again, snoozes }, addDays(TODAY, 68))).toEqual(['quiet']);
  });
});

describe('later', () => {
  test.each([
    ['tomorrow', '2026-12-31', '2027-01-01'],
    ['tomorrow', '2028-02-28', '2028-02-29'],
    ['week', '2026-02-25', '2026-03-04'],
    ['fortnight', '2026-12-20', '2027-01-03'],
    ['month', '2026-01-31', '2026-02-28'],
    ['month', '2028-01-31', '2028-02-29'],
    ['month', '2028-02-29', '2028-03-29'],
    ['month', '2026-03-31', '2026-04-30'],
    ['month', '2026-12-31', '2027-01-31'],
    ['month', '2026-02-28', '2026-03-28'],
    ['month', '2026-06-15', '2026-07-15'],
  ] as const)('%s after %s is %s', (choice, day, until) => {
    expect(laterDay(choice, day)).toBe(until);
  });

  test('is in the next month, on the same date or its last one, on any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = addDays('1999-12-15', days);
        const until = laterDay('month', day);
        const [year, month] = [Number(until.slice(0, 4)), Number(until.slice(5, 7))];
        expect(year * 12 + month).toBe(Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + 1);
        if (until.slice(8) !== day.slice(8)) expect(addDays(until, 1).slice(8)).toBe('01');
        expect(daysBetween(day, until)).toBeGreaterThanOrEqual(28);
        expect(daysBetween(day, until)).toBeLessThanOrEqual(31);
        const offers = LATER.map((choice) => laterDay(choice, day));
        expect([...offers].sort()).toEqual(offers);
      }),
    );
  });
});
