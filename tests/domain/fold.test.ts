import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from '../../utils/domain/excerpt.ts';
import { fold } from '../../utils/domain/fold.ts';

test.each([
  ['Pérez', 'perez'],
  ['ＡＢＣ', 'abc'],
  ['ﬁsh', 'fish'],
  ['王小明', '王小明'],
])('%s is searched as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

describe('an excerpt', () => {
  const long = `${'before '.repeat(30)}the Gänse are here ${'after '.repeat(30)}`;
  test('is what stands around the word, with what was left out marked', () => {
    const text = excerpt(long, 'ganse', 40);
    expect(text).toMatch(/^….*Gänse are here.*…$/);
    expect(text.length).toBeLessThan(44);
  });
  test.each([
    ['short', 'rt', 'short'],
    ['two\n\n lines', 'lines', 'two lines'],
    ['nothing of it', 'zebra', 'nothing of it'],
    ['', 'a', ''],
  ])('of %j around %j is %j', (text, word, expected) => {
    expect(excerpt(text, word)).toBe(expected);
  });
  test('holds the word, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 200 }), (a, b) => {
        fc.pre(!fold(`${a} ${b}`).includes('zebra'));
        expect(fold(excerpt(`${a} Zébra ${b}`, 'zebra'))).toContain('zebra');
      }),
    );
  });
});
