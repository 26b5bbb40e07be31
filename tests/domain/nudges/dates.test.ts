import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../utils/domain/days.ts';
import { dateKeysFrom } from '../../../utils/domain/nudges/dates.ts';
import { dateKey } from '../../../utils/domain/nudges/reasons.ts';

const lunar = (month: number, day: number) => dateKey({ kind: 'birthday', calendar: 'lunar', month, day });

describe('a yearly date', () => {
  test.each([
    ['of today', '2026-06-15', '06-15', '2026-06-15'],
    ['in seven days', '2026-06-15', '06-22', '2026-06-22'],
    ['in eight days', '2026-06-15', '06-23', undefined],
    ['of yesterday', '2026-06-15', '06-14', undefined],
    ['beyond the year’s end', '2026-12-28', '01-02', '2027-01-02'],
    ['on the last day of the year', '2026-12-28', '12-31', '2026-12-31'],
    ['29 February in a leap year', '2028-02-24', '02-29', '2028-02-29'],
    ['29 February in a leap year, on the 28th', '2028-02-28', '02-29', '2028-02-29'],
    ['29 February in another year', '2026-02-24', '02-29', '2026-02-28'],
    ['29 February in another year, on the 28th', '2026-02-28', '02-29', '2026-02-28'],
    ['29 February in another year, on 1 March', '2026-03-01', '02-29', undefined],
    ['29 February in 2100, which has none', '2100-02-21', '02-29', '2100-02-28'],
    ['28 February in a leap year', '2028-02-28', '02-28', '2028-02-28'],
  ])('%s: on %s, %s is on %s', (_, today, key, day) => {
    expect(dateKeysFrom(today).get(key)).toBe(day);
  });
});

// The days as published for these years: new year's day 1/1, lanterns 1/15, dragon boats 5/5, the Double Seventh 7/7, mid-autumn
// 8/15, the Double Ninth 9/9, Laba 12/8.
describe('a lunar date', () => {
  test.each([
    ['2024-02-10', 1, 1],
    ['2025-01-29', 1, 1],
    ['2026-02-17', 1, 1],
    ['2027-02-06', 1, 1],
    ['2024-02-24', 1, 15],
    ['2024-06-10', 5, 5],
    ['2025-05-31', 5, 5],
    ['2026-06-19', 5, 5],
    ['2027-06-09', 5, 5],
    ['2025-08-29', 7, 7],
    ['2024-09-17', 8, 15],
    ['2025-10-06', 8, 15],
    ['2026-09-25', 8, 15],
    ['2027-09-15', 8, 15],
    ['2025-10-29', 9, 9],
    ['2027-01-15', 12, 8],
    // 2025 has a sixth month twice (25 June and 25 July): it is kept in the first.
    ['2025-06-25', 6, 1],
    ['2025-07-09', 6, 15],
  ])('%s is %i/%i', (day, month, date) => {
    expect(dateKeysFrom(day, 0).has(lunar(month, date))).toBe(true);
    expect(dateKeysFrom(addDays(day, -7)).get(lunar(month, date))).toBe(day);
    expect(dateKeysFrom(addDays(day, -8)).has(lunar(month, date))).toBe(false);
    expect(dateKeysFrom(addDays(day, 1)).has(lunar(month, date))).toBe(false);
  });

  test('of the leap month comes up once, not a month later again', () => {
    for (let days = 0; days < 29; days++)
      expect(
        [...dateKeysFrom(addDays('2025-07-25', days), 0).keys()].filter((key) => key.startsWith('L')),
      ).toEqual([]);
  });

  test.each([
    // The twelfth month has 29 days in the years that ended so.
    ['2025-01-28', 12],
    ['2026-02-16', 12],
    ['2027-02-05', 12],
  ])('on the 30th is kept on the last day, %s', (day, month) => {
    expect(dateKeysFrom(day, 0).get(lunar(month, 30))).toBe(day);
    expect(dateKeysFrom(day, 0).get(lunar(month, 29))).toBe(day);
  });
});

test('every date comes up once a year, lunar ones once a lunar year', () => {
  for (const year of [2024, 2025, 2026, 2027]) {
    const times = new Map<string, number>();
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      for (const key of dateKeysFrom(day, 0).keys()) times.set(key, (times.get(key) ?? 0) + 1);
    const gregorian = [...times].filter(([key]) => !key.startsWith('L'));
    expect(gregorian.length).toBe(366);
    expect(gregorian.filter(([, count]) => count !== 1)).toEqual([]);
  }
  const newYears = ['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06'];
  for (const [index, from] of newYears.slice(0, -1).entries()) {
    const times = new Map<string, number>();
    for (let day = from; day < (newYears[index + 1] ?? ''); day = addDays(day, 1))
      for (const key of dateKeysFrom(day, 0).keys())
        if (key.startsWith('L')) times.set(key, (times.get(key) ?? 0) + 1);
    expect(times.size).toBe(360);
    expect([...times].filter(([, count]) => count !== 1)).toEqual([]);
  }
});

test('the week ahead is what its days have one by one, each on its first day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 20 }), (days, ahead) => {
      const today = addDays('2023-06-01', days);
      const expected = new Map<string, string>();
      for (let day = 0; day <= ahead; day++)
        for (const [key, on] of dateKeysFrom(addDays(today, day), 0))
          if (!expected.has(key)) expected.set(key, on);
      expect(dateKeysFrom(today, ahead)).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
