import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../utils/domain/days.ts';
import {
  FIRST_LUNAR_YEAR,
  LAST_LUNAR_YEAR,
  lunarDay,
  lunarYearOf,
  newYear,
} from '../../utils/domain/lunar.ts';
import type { YearlyDate } from '../../utils/domain/types.ts';
import { exists, nextOccurrence } from '../../utils/domain/yearly.ts';

const birthday = (month: number, day: number, year?: number): YearlyDate => ({
  kind: 'birthday',
  month,
  day,
  ...(year !== undefined && { year }),
});
const lunar = (month: number, day: number, year?: number): YearlyDate => ({
  ...birthday(month, day, year),
  calendar: 'lunar',
});

describe('the next time of a date', () => {
  test.each([
    ['later this year', birthday(12, 3), '2026-11-23', { day: '2026-12-03', inDays: 10 }],
    ['today', birthday(11, 23), '2026-11-23', { day: '2026-11-23', inDays: 0 }],
    ['past this year', birthday(11, 22), '2026-11-23', { day: '2027-11-22', inDays: 364 }],
    ['over the year’s end', birthday(1, 1), '2026-12-31', { day: '2027-01-01', inDays: 1 }],
    ['with its year', birthday(12, 3, 1980), '2026-11-23', { day: '2026-12-03', inDays: 10, years: 46 }],
    ['in its first year', birthday(12, 3, 2026), '2026-11-23', { day: '2026-12-03', inDays: 10 }],
    ['of a year to come', birthday(5, 1, 2028), '2026-11-23', { day: '2028-05-01', inDays: 525 }],
    [
      '29 February in a leap year',
      birthday(2, 29, 2000),
      '2028-02-01',
      { day: '2028-02-29', inDays: 28, years: 28 },
    ],
    [
      '29 February in another year',
      birthday(2, 29, 2000),
      '2027-02-01',
      { day: '2027-02-28', inDays: 27, years: 27 },
    ],
    ['29 February, seen on 28 February', birthday(2, 29), '2027-02-28', { day: '2027-02-28', inDays: 0 }],
    [
      '29 February, seen on 1 March before a leap year',
      birthday(2, 29),
      '2027-03-01',
      { day: '2028-02-29', inDays: 365 },
    ],
    ['lunar new year 2024', lunar(1, 1), '2024-01-01', { day: '2024-02-10', inDays: 40 }],
    ['lunar new year 2025', lunar(1, 1), '2024-02-11', { day: '2025-01-29', inDays: 353 }],
    ['lunar new year 2026', lunar(1, 1), '2026-02-17', { day: '2026-02-17', inDays: 0 }],
    [
      'lunar new year 2027, where ICU is a day off',
      lunar(1, 1),
      '2026-11-23',
      { day: '2027-02-06', inDays: 75 },
    ],
    ['mid-autumn 2026', lunar(8, 15), '2026-01-01', { day: '2026-09-25', inDays: 267 }],
    [
      'mid-autumn 2025, after a leap sixth month',
      lunar(8, 15),
      '2025-03-01',
      { day: '2025-10-06', inDays: 219 },
    ],
    [
      'a sixth month in a year with two: the first',
      lunar(6, 1),
      '2025-03-01',
      { day: '2025-06-25', inDays: 116 },
    ],
    [
      'a lunar 30th in a short month: the 29th',
      lunar(12, 30),
      '2025-02-01',
      { day: '2026-02-16', inDays: 380 },
    ],
    [
      'a lunar date with its year',
      lunar(12, 8, 1990),
      '2026-01-01',
      { day: '2026-01-26', inDays: 25, years: 35 },
    ],
  ])('%s', (_, date, from, expected) => {
    expect(nextOccurrence(date, from)).toEqual(expected);
  });

  test.each([
    ['30 February', birthday(2, 30)],
    ['31 April', birthday(4, 31)],
    ['month 13', birthday(13, 1)],
    ['day 0', birthday(5, 0)],
    ['a half day', birthday(5, 1.5)],
    ['lunar day 31', lunar(1, 31)],
  ])('of %s is none', (_, date) => {
    expect(nextOccurrence(date, '2026-11-23')).toBeUndefined();
    expect(exists(date)).toBe(false);
  });

  test('of a lunar date is none outside the years that are known', () => {
    expect(nextOccurrence(lunar(1, 1), '1890-01-01')).toBeUndefined();
    expect(nextOccurrence(lunar(12, 1), '2103-01-01')).toBeUndefined();
  });

  const from = fc
    .date({ min: new Date('1905-01-01'), max: new Date('2098-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const dates = fc.record({
    kind: fc.constant('birthday' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    calendar: fc.constantFrom('gregorian' as const, 'lunar' as const),
  });

  test('is never past, at most 13 lunar months away, and the one before it lies before the day asked about', () => {
    fc.assert(
      fc.property(dates, from, (date, day) => {
        fc.pre(exists(date));
        const next = nextOccurrence(date, day);
        expect(next?.inDays).toBeGreaterThanOrEqual(0);
        expect(next?.inDays).toBeLessThanOrEqual(date.calendar === 'lunar' ? 385 : 366);
        expect(daysBetween(day, next?.day ?? '')).toBe(next?.inDays);
        // Asked again on the day itself it is that day; on the day after, a later one.
        expect(nextOccurrence(date, next?.day ?? '')?.day).toBe(next?.day);
        const after = nextOccurrence(date, addDays(next?.day ?? '', 1));
        expect(after?.inDays).toBeGreaterThan(350);
      }),
    );
  });
});

describe('the lunar calendar', () => {
  test.each([
    [1900, '1900-01-31'],
    [1949, '1949-01-29'],
    [1985, '1985-02-20'],
    [2000, '2000-02-05'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2033, '2033-01-31'],
    [2034, '2034-02-19'],
    [2100, '2100-02-09'],
  ])('%i begins on %s', (year, day) => {
    expect(newYear(year)).toBe(day);
    expect(lunarYearOf(day)).toBe(year);
    expect(lunarYearOf(addDays(day, -1))).toBe(year === FIRST_LUNAR_YEAR ? undefined : year - 1);
  });

  test('agrees with the engine’s own calendar but for the months around new moons near midnight', () => {
    const engine = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    const others: number[] = [];
    for (let year = FIRST_LUNAR_YEAR; year <= LAST_LUNAR_YEAR; year++) {
      for (let month = 1; month <= 12; month++) {
        const day = lunarDay(year, month, 15) ?? '';
        const said = engine.format(new Date(`${day}T12:00:00Z`));
        if (said !== `${month}/15`) others.push(year);
      }
    }
    expect(others.length).toBeLessThanOrEqual(20);
    expect(
      others.every((year) =>
        [1917, 1922, 1954, 1955, 1987, 1998, 2012, 2018, 2026, 2027, 2030, 2070].includes(year),
      ),
    ).toBe(true);
  });
});
