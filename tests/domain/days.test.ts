import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, isDay, noonOf } from '../../utils/domain/days.ts';

const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Tongatapu'];

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

describe('the day of an instant', () => {
  test.each([
    ['UTC', '2026-03-01T00:30:00Z', '2026-03-01'],
    ['America/Los_Angeles', '2026-03-01T00:30:00Z', '2026-02-28'],
    ['Asia/Shanghai', '2026-03-01T00:30:00Z', '2026-03-01'],
    ['Asia/Shanghai', '2026-02-28T16:00:00Z', '2026-03-01'],
    ['Pacific/Tongatapu', '2026-02-28T11:00:00Z', '2026-03-01'],
    ['Pacific/Tongatapu', '2026-02-28T10:59:59Z', '2026-02-28'],
    ['America/Los_Angeles', '2028-03-01T07:59:59Z', '2028-02-29'],
    ['Asia/Shanghai', '2028-02-28T16:00:00Z', '2028-02-29'],
    // The clocks change in Los Angeles on 8 March (23 hours) and on 1 November 2026 (25 hours).
    ['America/Los_Angeles', '2026-03-08T07:59:59Z', '2026-03-07'],
    ['America/Los_Angeles', '2026-03-08T08:00:00Z', '2026-03-08'],
    ['America/Los_Angeles', '2026-03-09T06:59:59Z', '2026-03-08'],
    ['America/Los_Angeles', '2026-03-09T07:00:00Z', '2026-03-09'],
    ['America/Los_Angeles', '2026-11-02T07:59:59Z', '2026-11-01'],
    ['America/Los_Angeles', '2026-11-02T08:00:00Z', '2026-11-02'],
  ])('in %s at %s is %s, as the zone of the machine and as a zone that is given', (zone, iso, day) => {
    process.env['TZ'] = zone;
    expect(dayOf(Date.parse(iso))).toBe(day);
    process.env['TZ'] = 'UTC';
    expect(dayOf(Date.parse(iso), zone)).toBe(day);
  });

  test('is the same from the machine’s zone and from the zone given by name', () => {
    for (const zone of ZONES) {
      process.env['TZ'] = zone;
      fc.assert(
        fc.property(fc.integer({ min: 0, max: Date.UTC(2200, 0) }), (at) => {
          expect(dayOf(at)).toBe(dayOf(at, zone));
        }),
        { numRuns: 50 },
      );
    }
  });
});

const day = fc.date({ min: new Date('1971-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
const days = day.map((date) => date.toISOString().slice(0, 10));

test.each(ZONES)('noon of a day is in that day in %s, on the days when clocks change too', (zone) => {
  process.env['TZ'] = zone;
  const tricky = fc.constantFrom('2026-03-08', '2026-11-01', '2028-02-29', '2026-12-31', '1991-04-14');
  fc.assert(
    fc.property(fc.oneof(tricky, days), (day) => {
      expect(dayOf(noonOf(day))).toBe(day);
      expect(new Date(noonOf(day)).getHours()).toBe(12);
    }),
  );
});

describe('moving a day', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 365, '2029-02-28'],
    ['2028-02-29', 366, '2029-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-07', 2, '2026-03-09'],
    ['2026-10-31', 2, '2026-11-02'],
    ['2026-06-15', 0, '2026-06-15'],
  ])('%s by %i days gives %s in every zone', (from, by, to) => {
    for (const zone of ZONES) {
      process.env['TZ'] = zone;
      expect(addDays(from, by)).toBe(to);
      expect(daysBetween(from, to)).toBe(by);
    }
  });

  test('there and back is the same day, and the days between are those moved by', () => {
    for (const zone of ZONES) {
      process.env['TZ'] = zone;
      fc.assert(
        fc.property(days, fc.integer({ min: -3650, max: 3650 }), (day, by) => {
          expect(addDays(addDays(day, by), -by)).toBe(day);
          expect(daysBetween(day, addDays(day, by))).toBe(by);
        }),
        { numRuns: 50 },
      );
    }
  });

  test('forwards gives a text that sorts after it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 3650 }), (day, by) => {
        expect(addDays(day, by) > day).toBe(true);
      }),
    );
  });
});

test.each([
  ['2026-06-15', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-6-15', false],
  ['2026-06-15T00:00', false],
  [' 2026-06-15', false],
  ['', false],
])('%j is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
