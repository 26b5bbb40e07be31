import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../utils/domain/days.ts';
import {
  isDigestDue,
  isQuiet,
  isWorkingDay,
  MOST_AT_ONCE,
  nextDigest,
  toNotify,
} from '../../utils/domain/delivery.ts';
import { DEFAULTS } from '../../utils/domain/preferences.ts';
import { instantOf } from '../../utils/domain/time-of-day.ts';

const times = DEFAULTS.nudges;
const at = (day: string, time: string) => instantOf(day, time);

describe('quiet hours', () => {
  test.each([
    // 2026-11-23 is a Monday.
    ['2026-11-23', '08:29', false],
    ['2026-11-23', '07:59', true],
    ['2026-11-23', '08:00', false],
    ['2026-11-23', '18:59', false],
    ['2026-11-23', '19:00', true],
    ['2026-11-23', '23:30', true],
    ['2026-11-22', '10:00', true],
    ['2026-11-21', '10:00', true],
  ])('on %s at %s: %s', (day, time, quiet) => {
    expect(isQuiet(at(day, time), times)).toBe(quiet);
  });

  test('may lie within a day', () => {
    const lunch = { ...times, quietFrom: '12:00', quietTo: '14:00' };
    expect(isQuiet(at('2026-11-23', '13:00'), lunch)).toBe(true);
    expect(isQuiet(at('2026-11-23', '14:00'), lunch)).toBe(false);
    expect(isQuiet(at('2026-11-23', '23:00'), lunch)).toBe(false);
  });
});

describe('the digest', () => {
  test('comes at its time of the next working day', () => {
    expect(nextDigest(at('2026-11-23', '08:00'), times)).toBe(at('2026-11-23', '08:30'));
    expect(nextDigest(at('2026-11-23', '08:30'), times)).toBe(at('2026-11-24', '08:30'));
    expect(nextDigest(at('2026-11-27', '09:00'), times)).toBe(at('2026-11-30', '08:30'));
    expect(nextDigest(at('2026-12-31', '09:00'), times)).toBe(at('2027-01-01', '08:30'));
    expect(nextDigest(at('2028-02-28', '09:00'), times)).toBe(at('2028-02-29', '08:30'));
    expect(nextDigest(at('2026-11-23', '08:00'), { ...times, workingDays: [] })).toBeUndefined();
  });

  test('is always ahead, within eight days, on a working day, at its own time of day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 23 }),
        (now, workingDays, hour) => {
          const own = { ...times, workingDays, digestAt: `${String(hour).padStart(2, '0')}:15` };
          const next = nextDigest(now, own) ?? Number.NaN;
          expect(next).toBeGreaterThan(now);
          expect(next - now).toBeLessThanOrEqual(8 * 86_400_000 + 3_600_000);
          expect(isWorkingDay(dayOf(next), own)).toBe(true);
        },
      ),
    );
  });

  test('is due once a day: after a month of sleep, one', () => {
    let last: string | undefined;
    let given = 0;
    // The machine slept from 26 October to 24 November and then wakes every hour.
    for (let hour = 0; hour < 48; hour++) {
      const now = at('2026-11-24', '07:10') + hour * 3_600_000;
      if (!isDigestDue(now, times, last ?? '2026-10-26')) continue;
      last = dayOf(now);
      given++;
    }
    expect(given).toBe(2);
    expect(isDigestDue(at('2026-11-24', '08:10'), times, '2026-11-23')).toBe(false);
    expect(isDigestDue(at('2026-11-24', '20:10'), times, '2026-11-23')).toBe(false);
  });
});

test('notifications about single people: only of important ones, few at once, and not again within a week', () => {
  const nudges = Array.from({ length: 20 }, (_, index) => ({
    personId: `p${index}`,
    person: index % 2 === 0 ? { importance: 2 } : { importance: 1.3 },
  }));
  const today = '2026-11-24';
  const first = toNotify(nudges, {}, today);
  expect(first).toEqual(['p0', 'p2', 'p4']);
  expect(first).toHaveLength(MOST_AT_ONCE);
  const notified = Object.fromEntries(first.map((id) => [id, today]));
  expect(toNotify(nudges, notified, today)).toEqual(['p6', 'p8', 'p10']);
  expect(toNotify(nudges.slice(0, 6), notified, addDays(today, 6))).toEqual([]);
  expect(toNotify(nudges.slice(0, 6), notified, addDays(today, 7))).toEqual(first);
});
