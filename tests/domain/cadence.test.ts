import { describe, expect, test } from 'vitest';
import { cadenceOf, dueDay, dueState, isCadence, MAX_CADENCE } from '../../utils/domain/cadence.ts';
import { addDays, daysBetween } from '../../utils/domain/days.ts';

test.each([
  [1, true],
  [30, true],
  [MAX_CADENCE, true],
  [MAX_CADENCE + 1, false],
  [0, false],
  [-7, false],
  [1.5, false],
  [Number.NaN, false],
  [Number.POSITIVE_INFINITY, false],
])('%d days can be a cadence: %s', (days, can) => {
  expect(isCadence(days)).toBe(can);
});

describe('the cadence of a person', () => {
  const playbook = { maintain: 30 };
  test('is their own before the playbook’s', () => {
    expect(cadenceOf({ cadenceDays: 7, stage: 'maintain' }, playbook)).toBe(7);
  });
  test('is the playbook’s for the stage they are in', () => {
    expect(cadenceOf({ stage: 'maintain' }, playbook)).toBe(30);
    expect(cadenceOf({ stage: 'establish' }, playbook)).toBeUndefined();
  });
  test('is none without either', () => {
    expect(cadenceOf({ stage: 'maintain' })).toBeUndefined();
  });
});

describe('the day the cadence falls due', () => {
  const since = '2026-01-10';
  test.each([
    [{ cadenceDays: 30 }, '2026-02-01', '2026-03-03'],
    [{ cadenceDays: 30 }, undefined, '2026-02-09'],
    [{ cadenceDays: 1 }, '2028-02-28', '2028-02-29'],
    [{}, '2026-02-01', undefined],
    [{}, undefined, undefined],
  ])('%o after %s is %s', (cadence, last, due) => {
    expect(dueDay({ stage: 'maintain', since, ...cadence }, last)).toBe(due);
  });
});

describe('with a cadence of C and d days since the last touchpoint', () => {
  const last = '2026-01-31';
  test.each([
    [30, 0, 'later'],
    [30, 29, 'later'],
    [30, 30, 'today'],
    [30, 31, 'due'],
    [30, 44, 'due'],
    [30, 45, 'overdue'],
    [30, 400, 'overdue'],
    [7, 6, 'later'],
    [7, 7, 'today'],
    [7, 10, 'due'],
    [7, 11, 'overdue'],
    [1, 0, 'later'],
    [1, 1, 'today'],
    [1, 2, 'overdue'],
    [365, 547, 'due'],
    [365, 548, 'overdue'],
  ] as const)('C = %i and d = %i is %s', (cadence, d, kind) => {
    const due = addDays(last, cadence);
    const today = addDays(last, d);
    expect(dueState(due, cadence, today)).toEqual({ kind, late: Math.max(0, d - cadence) });
  });

  test('it is due from d ≥ C and overdue from d ≥ 1.5 C, for every C and d', () => {
    for (const cadence of [1, 2, 3, 7, 14, 15, 30, 90, 365]) {
      for (let d = 0; d < 2 * cadence + 2; d++) {
        const { kind } = dueState(addDays(last, cadence), cadence, addDays(last, d));
        const expected =
          d >= 1.5 * cadence ? 'overdue' : d > cadence ? 'due' : d === cadence ? 'today' : 'later';
        expect(kind, `C ${cadence}, d ${d}`).toBe(expected);
      }
    }
  });

  test('a due day without a cadence is never overdue', () => {
    const today = addDays(last, 1000);
    expect(dueState(last, undefined, today)).toEqual({ kind: 'due', late: daysBetween(last, today) });
  });
});
