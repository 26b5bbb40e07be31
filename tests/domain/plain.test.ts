import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../utils/domain/fold.ts';
import { emailHandle } from '../../utils/domain/handles.ts';
import { linkedinHandle } from '../../utils/domain/linkedin-handle.ts';
import { nameKey } from '../../utils/domain/name-key.ts';
import { cleanText, readName } from '../../utils/domain/names.ts';
import { fitting, isPlain } from '../../utils/domain/plain.ts';

const ascii = fc.string({ unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)) });
const plain = fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) });

test.each([
  ['', true],
  ['Ana Lee <ana@example.com>~', true],
  ['Ana\u00a0Lee', false],
  ['Ana\tLee', false],
  ['\u0000', false],
  ['Pérez', false],
  ['王小明', false],
  ['👩', false],
])('%j is plain: %s', (text, expected) => {
  expect(isPlain(text)).toBe(expected);
  expect(fitting(text, /plain/, () => /any/).source).toBe(expected ? 'plain' : 'any');
});

// What is short for plain texts must say of them what is said of all.
test('plain texts are read as all texts are', () => {
  fc.assert(
    fc.property(fc.oneof(plain, ascii), (text) => {
      const words = text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u);
      expect(nameKey(text)).toBe(words.filter(Boolean).sort().join(' '));
      expect(fold(text)).toBe(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
      // A name that is an address is none.
      const name = text.replaceAll('@', '');
      expect(readName(name).name === undefined).toBe(!/[\p{L}\p{N}\p{So}]/u.test(cleanText(name)));
      expect(emailHandle(text)).toEqual(emailHandle(`\u200b${text}`));
      expect(cleanText(text)).toBe(cleanText(`${text}\u200b`));
    }),
    { numRuns: 1000 },
  );
});

test('a plain slug is one of letters, digits, dashes, dots, underlines and apostrophes', () => {
  fc.assert(
    fc.property(plain, (text) => {
      const slug = text.replace(/[/?#%]/g, '');
      const isSlug = /^[\p{L}\p{M}\p{N}\p{So}\p{Emoji_Modifier}\p{Pd}_.'’]{1,200}$/u.test(slug);
      const read = linkedinHandle(`https://www.linkedin.com/in/${slug}`);
      if (slug === slug.trim()) expect(read?.value).toBe(isSlug ? slug.toLowerCase() : undefined);
    }),
    { numRuns: 1000 },
  );
});
