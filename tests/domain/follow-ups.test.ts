import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../utils/domain/days.ts';
import { closedBy, FIRST_FOLLOW_UPS, nextDay } from '../../utils/domain/follow-ups.ts';
import type { Direction } from '../../utils/domain/types.ts';

describe('the next day of a follow-up that repeats', () => {
  test.each([
    ['done on its day', '2026-06-15', 7, '2026-06-15', '2026-06-22'],
    ['done a day late', '2026-06-15', 7, '2026-06-16', '2026-06-22'],
    ['done before its day', '2026-06-15', 7, '2026-06-12', '2026-06-22'],
    ['done when the next one is due', '2026-06-15', 7, '2026-06-22', '2026-06-29'],
    ['done after four were missed', '2026-06-15', 7, '2026-07-14', '2026-07-20'],
    ['daily', '2028-02-28', 1, '2028-02-28', '2028-02-29'],
    ['over a year’s end', '2026-12-20', 14, '2026-12-31', '2027-01-03'],
    ['a year, over 29 February', '2028-02-29', 365, '2028-02-29', '2029-02-28'],
    ['by less than a day', '2026-06-15', 0, '2026-06-15', '2026-06-16'],
    ['by an unknown number of days', '2026-06-15', undefined, '2026-06-15', '2026-06-16'],
  ])('%s: %s every %i days, on %s: %s', (_, dueDay, repeatDays, today, next) => {
    expect(nextDay({ dueDay, ...(repeatDays !== undefined && { repeatDays }) }, today)).toBe(next);
  });

  test('is the first of its own days after today, however late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: -50, max: 3000 }),
        (repeatDays, late) => {
          const dueDay = '2026-06-15';
          const today = addDays(dueDay, late);
          const next = nextDay({ dueDay, repeatDays }, today);
          expect(daysBetween(dueDay, next) % repeatDays).toBe(0);
          expect(next > today && next > dueDay).toBe(true);
          const earlier = addDays(next, -repeatDays);
          expect(earlier <= today || earlier === dueDay).toBe(true);
        },
      ),
    );
  });
});

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const CREATED = '2026-06-01';

describe('a touchpoint closes', () => {
  const waits = { id: 'waits', createdAt: at(CREATED), dueDay: '2026-06-09', untilReply: true };
  const firsts = FIRST_FOLLOW_UPS.map((days) => {
    return {
      id: `first${days}`,
      createdAt: at(CREATED),
      dueDay: addDays(CREATED, days),
      first: true as const,
    };
  });
  const promise = { id: 'promise', createdAt: at(CREATED), dueDay: '2026-06-03' };
  test.each<[string, string, Direction, string[]]>([
    ['an answer', '2026-06-04', 'in', ['waits', 'first2']],
    ['a meeting', '2026-06-04', 'both', ['waits', 'first2']],
    ['another message of the user’s', '2026-06-04', 'out', ['first2']],
    ['on the day itself: their answer only', CREATED, 'in', []],
    ['something of before', '2026-05-20', 'in', []],
  ])('%s on %s (%s): %j', (_, day, direction, closed) => {
    const open = [promise, ...[...firsts].reverse(), waits];
    expect(closedBy(open, { at: at(day), day, direction }).map(({ id }) => id)).toEqual(closed);
  });

  test('an answer on the same day, later than the follow-up', () => {
    const reply = { at: at(CREATED) + 60_000, day: CREATED, direction: 'in' as const };
    expect(closedBy([waits, ...firsts], reply)).toEqual([waits]);
    expect(closedBy([waits], { ...reply, at: at(CREATED) - 60_000 })).toEqual([]);
  });

  test('the first follow-ups one by one, in their order', () => {
    let open: readonly (typeof firsts)[number][] = firsts;
    for (const day of ['2026-06-03', '2026-06-04', '2026-07-30']) {
      const [closed, ...more] = closedBy(open, { at: at(day), day, direction: 'out' });
      expect(more).toEqual([]);
      expect(closed).toBe(open[0]);
      open = open.filter((one) => one !== closed);
    }
    expect(closedBy(open, { at: at('2026-08-01'), day: '2026-08-01', direction: 'in' })).toEqual([]);
  });

  test('one that waits for an answer and is a first one: once', () => {
    const both = { ...waits, first: true as const };
    expect(closedBy([both], { at: at('2026-06-04'), day: '2026-06-04', direction: 'in' })).toEqual([both]);
  });
});
