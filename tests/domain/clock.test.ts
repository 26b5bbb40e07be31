import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextClock } from '../../utils/domain/clock.ts';

const instant = fc.oneof(
  fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_003 }),
  fc.integer({ min: 0, max: 8_640_000_000_000_000 / 100 }),
);

test('every reading sorts after the one before, also when time stands still or runs backwards', () => {
  fc.assert(
    fc.property(fc.array(instant, { minLength: 2, maxLength: 50 }), (instants) => {
      let last: string | undefined;
      for (const now of instants) {
        const next = nextClock(last, now, 'device');
        if (last !== undefined) expect(next > last).toBe(true);
        last = next;
      }
    }),
  );
});

test('a reading is never before the time it was taken at', () => {
  fc.assert(
    fc.property(fc.array(instant, { minLength: 1, maxLength: 20 }), (instants) => {
      let last: string | undefined;
      for (const now of instants) {
        last = nextClock(last, now, 'device');
        expect(Number.parseInt(last.split('-')[0] ?? '', 36)).toBeGreaterThanOrEqual(now);
      }
    }),
  );
});

test('a thousand readings in one millisecond are in order', () => {
  const readings: string[] = [];
  for (let count = 0; count < 1000; count++) readings.push(nextClock(readings.at(-1), 5, 'device'));
  expect([...readings].sort()).toEqual(readings);
  expect(new Set(readings).size).toBe(1000);
});

test('readings of two devices at the same time differ', () => {
  expect(nextClock(undefined, 5, 'a')).not.toBe(nextClock(undefined, 5, 'b'));
});
