import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../utils/domain/day-number.ts';
import { addDays, daysBetween } from '../../utils/domain/days.ts';
import { medianGap, RHYTHM_GAPS, RHYTHM_SPAN } from '../../utils/domain/rhythm.ts';

const days = fc
  .date({ min: new Date('0100-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the number of a day', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['2026-11-23', 20_780],
  ])('%s is %i', (day, number) => {
    expect(dayNumber(day)).toBe(number);
  });

  test('differs by the days between, for any two days', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        expect(dayNumber(to) - dayNumber(from)).toBe(daysBetween(from, to));
      }),
    );
  });

  test.each(['', '2026', '2026-1-1', 'not a day!'])('%j is none', (text) => {
    expect(dayNumber(text)).toBeNaN();
  });
});

/** Days that lie these gaps apart. */
function at(...gaps: number[]): string[] {
  const list = ['2026-01-30'];
  for (const gap of gaps) list.push(addDays(list.at(-1) ?? '', gap));
  return list;
}

describe('the median gap', () => {
  test.each([
    ['no days', [], undefined],
    ['one day', at(), undefined],
    ['two gaps', at(30, 30), undefined],
    ['three gaps of 7 days: they span 21', at(7, 7, 7), { days: 7, gaps: 3, span: 21 }],
    ['three gaps that span 20 days', at(7, 7, 6), undefined],
    ['one long gap among short ones', at(5, 5, 200), { days: 5, gaps: 3, span: 210 }],
    ['an even number of gaps', at(5, 10, 15, 20), { days: 12.5, gaps: 4, span: 50 }],
    ['several touchpoints on one day: one', at(0, 10, 0, 0, 10, 10, 0), { days: 10, gaps: 3, span: 30 }],
    ['many touchpoints on three days: two gaps', at(0, 0, 20, 0, 0, 20, 0), undefined],
    ['four real days and a text that is none', [...at(10, 10, 10), 'soon'], { days: 10, gaps: 3, span: 30 }],
    [
      'over a leap day and a year’s end',
      ['2027-12-31', '2028-02-28', '2028-03-01', '2028-03-03'],
      { days: 2, gaps: 3, span: 63 },
    ],
  ])('of %s', (_, list, expected) => {
    expect(medianGap(list)).toEqual(expected);
  });

  test('does not depend on the order, and leaves the list as it was', () => {
    fc.assert(
      fc.property(fc.array(days, { maxLength: 30 }), (list) => {
        const before = [...list];
        expect(medianGap(list)).toEqual(medianGap([...list].sort()));
        expect(list).toEqual(before);
      }),
    );
  });

  test('is the median that a plain reading gives, wherever it is known', () => {
    const near = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 40 });
    fc.assert(
      fc.property(near, (offsets) => {
        const list = offsets.map((offset) => addDays('2026-01-01', offset));
        const distinct = [...new Set(list)].sort();
        const gaps = distinct.slice(1).map((day, index) => daysBetween(distinct[index] ?? '', day));
        const sorted = [...gaps].sort((a, b) => a - b);
        const span = gaps.reduce((sum, gap) => sum + gap, 0);
        const known = gaps.length >= RHYTHM_GAPS && span >= RHYTHM_SPAN;
        const middle = [
          sorted[Math.ceil(gaps.length / 2) - 1] ?? 0,
          sorted[Math.floor(gaps.length / 2)] ?? 0,
        ];
        const median = ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2;
        expect(medianGap(list)).toEqual(known ? { days: median, gaps: gaps.length, span } : undefined);
      }),
    );
  });
});
