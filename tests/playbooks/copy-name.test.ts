import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyName, type Marks } from '../../utils/playbooks/copy-name.ts';
import { MAX_PLAYBOOK_NAME, type Text } from '../../utils/playbooks/types.ts';

const MARKS: Marks = {
  en: (name, copy) => (copy === 1 ? `${name} (own)` : `${name} (own ${copy})`),
  zh_CN: (name, copy) => (copy === 1 ? `${name}（自用）` : `${name}（自用 ${copy}）`),
};
const CLIENT: Text = { en: 'Client', zh_CN: '客户' };
const FIRST: Text = { en: 'Client (own)', zh_CN: '客户（自用）' };
const SECOND: Text = { en: 'Client (own 2)', zh_CN: '客户（自用 2）' };

test.each<[string, Text, readonly Text[], Text]>([
  ['the first', CLIENT, [], FIRST],
  ['the second', CLIENT, [FIRST], SECOND],
  ['the copy of a copy', FIRST, [FIRST], SECOND],
  ['the copy of a second copy', SECOND, [FIRST, SECOND], { en: 'Client (own 3)', zh_CN: '客户（自用 3）' }],
  ['one whose name is free in one language only', CLIENT, [{ en: 'Kunde', zh_CN: '客户（自用）' }], SECOND],
  ['one whose first copy was renamed', CLIENT, [{ en: 'Key account', zh_CN: '大客户' }], FIRST],
])('%s', (_, name, taken, expected) => {
  expect(copyName(name, taken, MARKS)).toEqual(expected);
});

test('a name is free, fits, and is never half a character', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(name, name, fc.integer({ min: 0, max: 12 }), (en, zh_CN, copies) => {
      const taken: Text[] = [];
      for (let n = 0; n <= copies; n++) {
        const next = copyName({ en, zh_CN }, taken, MARKS);
        expect(taken.map((one) => one.en)).not.toContain(next.en);
        for (const text of [next.en, next.zh_CN]) {
          expect(text.length).toBeLessThanOrEqual(MAX_PLAYBOOK_NAME);
          expect(text.isWellFormed()).toBe(en.isWellFormed() && zh_CN.isWellFormed());
        }
        taken.push(next);
      }
    }),
  );
});
