import { expect, test } from 'vitest';
import { MOST_RECIPIENTS, refusalOf } from '../../utils/domain/refusals.ts';

test.each([
  [{}, false, undefined],
  [{ recipients: 1 }, false, undefined],
  [{ recipients: MOST_RECIPIENTS }, false, undefined],
  [{ recipients: MOST_RECIPIENTS + 1 }, false, 'crowd'],
  [{ copied: true as const }, false, 'copied'],
  [{ copied: true as const, recipients: 24 }, false, 'crowd'],
  [{ recipients: 1 }, true, 'automated'],
] as const)('a message %j, automated %s, is refused as %s', (message, automated, refusal) => {
  expect(refusalOf(message, automated)).toBe(refusal);
});
