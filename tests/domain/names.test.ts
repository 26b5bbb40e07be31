import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey } from '../../utils/domain/name-key.ts';
import { cleanText, initials, MAX_NAME, readName } from '../../utils/domain/names.ts';
import type { Handle } from '../../utils/domain/types.ts';
import { BY_THE_CLOCK } from '../by-the-clock.ts';

const ANA: Handle = { kind: 'email', value: 'ana@example.com' };

describe('a display name', () => {
  test.each([
    ['Ana Pérez', 'Ana Pérez'],
    ['  Ana \n\t Pérez ', 'Ana Pérez'],
    ['"Pérez, Ana"', 'Pérez, Ana'],
    ['“Ana”', 'Ana'],
    ['王小明', '王小明'],
    ['김철수', '김철수'],
    ['علي حسن', 'علي حسن'],
    ['\u202egpj.zerep ana', 'gpj.zerep ana'],
    ['\u2067Ana\u2069', 'Ana'],
    ['A\u200bn\u2060a', 'Ana'],
    ['Ana\u0000\u0007\u001b[31m', 'Ana[31m'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👩\u200d💻 Ana', '👩\u200d💻 Ana'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['Ana <b>Pérez</b>', 'Ana <b>Pérez</b>'],
    ['Ana &amp; Bob', 'Ana &amp; Bob'],
  ])('%j is read as %j', (raw, name) => {
    expect(readName(raw, ANA)).toEqual({ name });
  });

  test.each([
    null,
    undefined,
    '',
    '   ',
    '\u202e',
    '""',
    '<>',
    '\u200b\u200b',
    // As mail writes it, which some programs show.
    '=?UTF-8?B?546L5bCP5piO?=',
    '"=?iso-8859-1?Q?Ana_P=E9rez?= =?utf-8?q?_x?="',
    '\ufffd\ufffd',
  ])('%j is no name', (raw) => {
    expect(readName(raw, ANA)).toEqual({});
  });

  test('of 10,000 characters is cut', () => {
    expect(readName('x'.repeat(10_000), ANA)).toEqual({ name: 'x'.repeat(MAX_NAME) });
    expect([...cleanText('👩'.repeat(10_000))]).toHaveLength(MAX_NAME);
  });

  test('of ten megabytes is read at once', BY_THE_CLOCK, () => {
    const before = performance.now();
    readName(` a@${'\u202e '.repeat(5_000_000)}`, ANA);
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe('an address as display name', () => {
  test.each([
    'ana@example.com',
    'ANA@Example.com',
    '<ana@example.com>',
    "'ana@example.com'",
    '"ana@example.com"',
    'ana@example.com (ana@example.com)',
  ])('is no name when it is the real one: %s', (raw) => {
    expect(readName(raw, ANA)).toEqual({});
  });

  test.each([
    'boss@bank.example',
    'Boss <boss@bank.example>',
    'boss@bank.example via list',
    'BOSS@BANK.EXAMPLE',
    'boss\u200b@bank.example',
    '\u202aboss@bank.example\u202c',
    'ana@example.com <boss@bank.example>',
    'ana@example.com, boss@bank.example',
  ])('is a claim when it is another: %j', (raw) => {
    expect(readName(raw, ANA)).toEqual({ claims: 'boss@bank.example' });
  });

  test('that stands beside the name is left out of it', () => {
    expect(readName('Ana Pérez (ana@example.com)', ANA)).toEqual({ name: 'Ana Pérez' });
    expect(readName('Ana @ Example', ANA)).toEqual({ name: 'Ana @ Example' });
  });

  test('claims nothing beside a handle that is no address', () => {
    expect(readName('Ana ana@example.com', { kind: 'linkedin', value: 'ana' })).toEqual({ name: 'Ana' });
  });

  test('is never shown as a name, whatever surrounds it', () => {
    const around = fc.string({ unit: fc.constantFrom(...' <>()[]"\',;:\u200b\u202eab'), maxLength: 8 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const { name } = readName(`${before} boss@bank.example ${after}`, ANA);
        expect(name).toBeUndefined();
      }),
    );
  });
});

test('cleaned text is one line without anything that hides or turns text, and cleaning it again changes nothing', () => {
  const unit = fc.oneof(
    fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u200b', '\u202e', '\u2066', '\ufeff', '\u0000', '\u2028'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), fc.integer({ min: 1, max: 40 }), (units, max) => {
      const clean = cleanText(units.join(''), max);
      expect(clean).not.toMatch(/[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]| {2}|^ | $/u);
      expect([...clean].length).toBeLessThanOrEqual(max);
      expect(cleanText(clean, max)).toBe(clean);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['Alice Nguyen', 'AN'],
  ['alice', 'A'],
  ['Ana María Pérez López', 'AL'],
  ['王小明', '王'],
  ['김철수', '김'],
  ['山田 太郎', '山'],
  ['élodie', 'É'],
  ['"Ana" (Example)', 'AE'],
  ['ana.perez@example.com', 'AP'],
  ['', '?'],
  ['👩‍💻', '?'],
  ['<img src=x>', 'IS'],
])('the initials of %j are %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

describe('names are alike', () => {
  test.each([
    ['Ana Pérez', 'perez, ANA'],
    ['Jörg Müller', 'Jo\u0308rg Muller'],
    ['Ａｎａ', 'ana'],
    ['Jean-Luc Picard', 'Picard Jean Luc'],
    ['김철수', '김철수'.normalize('NFD')],
  ])('%s and %s', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  test.each([
    ['Ana Pérez', 'Ana Peres'],
    ['Ana', 'Ana Ana'],
    ['王小明', '王小红'],
    ['김철수', '김철호'],
  ])('but not %s and %s', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { maxLength: 5 });

  test('whatever the order of their words', () => {
    fc.assert(
      fc.property(words, (list) => {
        expect(nameKey([...list].reverse().join(' '))).toBe(nameKey(list.join(' ')));
      }),
    );
  });

  test('when one is the key of the other', () => {
    fc.assert(
      fc.property(words, (list) => {
        const key = nameKey(list.join(' '));
        expect(nameKey(key)).toBe(key);
      }),
    );
  });

  test('and a name without letters has no key', () => {
    expect(nameKey(' ?! 👩 ')).toBe('');
  });
});
