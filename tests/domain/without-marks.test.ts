import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutMarks } from '../../utils/domain/without-marks.ts';

test.each([
  ['Likes **green tea** and *milk*', 'Likes green tea and milk'],
  ['***both*** and __strong__ and _soft_ and ~~gone~~', 'both and strong and soft and gone'],
  ['**bold with `code` in it**', 'bold with code in it'],
  ['# Lunch\n> she said\n- [x] call\n- [ ] write\n2. then', 'Lunch\nshe said\ncall\nwrite\nthen'],
  ['see [the plan](https://example.com/plan) now', 'see the plan now'],
  ['![a map](map.png "Here")', 'a map'],
  ['喜欢**绿茶**，不喜欢*咖啡*。', '喜欢绿茶，不喜欢咖啡。'],
  // No marks.
  ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
  ['#1 of 3, 5 > 4, - 3', '#1 of 3, 5 > 4, - 3'],
  ['a ** b', 'a ** b'],
  ['[not a link] (here)', '[not a link] (here)'],
])('%j reads %j', (markdown, text) => {
  expect(withoutMarks(markdown)).toBe(text);
});

test('words without marks stay as they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/[*_~`#>[\]+-]|\d[.)]/.test(text));
      expect(withoutMarks(text)).toBe(text);
    }),
  );
});
