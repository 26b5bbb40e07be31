import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTime, isWithin, weekdayName, weekOf } from '../../utils/domain/week.ts';

describe('a week', () => {
  test.each([
    ['en-US', [0, 1, 2, 3, 4, 5, 6]],
    ['en-GB', [1, 2, 3, 4, 5, 6, 0]],
    ['de', [1, 2, 3, 4, 5, 6, 0]],
    ['ar-EG', [6, 0, 1, 2, 3, 4, 5]],
    ['no locale', [1, 2, 3, 4, 5, 6, 0]],
  ])('in %s goes %j', (locale, days) => {
    expect(weekOf(locale)).toEqual(days);
  });
  test('has its days’ names', () => {
    expect([0, 1, 6].map((day) => weekdayName(day, 'en'))).toEqual(['Sun', 'Mon', 'Sat']);
    expect(weekdayName(1, 'zh-CN')).toBe('周一');
  });
});

describe('a time of day', () => {
  test.each(['00:00', '08:30', '23:59'])('%s is one', (text) => expect(isTime(text)).toBe(true));
  test.each(['', '8:30', '24:00', '08:60', '08:30:00', 'noon', ' 08:30'])('%j is none', (text) =>
    expect(isTime(text)).toBe(false),
  );
  test.each([
    ['20:00', '19:00', '08:00', true],
    ['07:59', '19:00', '08:00', true],
    ['08:00', '19:00', '08:00', false],
    ['19:00', '19:00', '08:00', true],
    ['12:00', '11:00', '13:00', true],
    ['13:00', '11:00', '13:00', false],
    ['12:00', '12:00', '12:00', false],
  ])('%s lies within %s to %s: %s', (time, from, to, within) => {
    expect(isWithin(time, from, to)).toBe(within);
  });
  test('lies in hours or in the others, never in both', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(time, time, time, (at, from, to) => {
        fc.pre(from !== to);
        expect(isWithin(at, from, to)).toBe(!isWithin(at, to, from));
      }),
    );
  });
});
