import { expect, test } from 'vitest';
import { addressList } from '../../utils/sites/reading/addresses.ts';
import { BY_THE_CLOCK } from '../by-the-clock.ts';

test.each([
  ['ann@example.com', ['ann@example.com']],
  ['Ann Lee <ann@example.com>', ['ann@example.com Ann Lee']],
  ['"Lee, Ann" <ann@example.com>, <bob@example.com>;', ['ann@example.com Lee, Ann', 'bob@example.com ']],
  ['"Lee; \\"Annie\\" \\\\ A" <ann@example.com>', ['ann@example.com Lee; "Annie" \\ A']],
  [
    'Ann (Sales, North) <ann@example.com>, bob@example.com',
    ['ann@example.com Ann (Sales, North)', 'bob@example.com'],
  ],
  ['王小明 <wang@example.com>，', ['wang@example.com 王小明']],
  ['"unclosed <ann@example.com>, bob@example.com', ['ann@example.com "unclosed', 'bob@example.com']],
  ['ann@, @example.com, Ann, <>, ,;', []],
  ['', []],
])('%s holds %j', (raw, people) => {
  const found = addressList(raw).map(({ handle, name }) =>
    [handle.value, name].filter((part) => part !== undefined),
  );
  expect(found.map((parts) => parts.join(' '))).toEqual(people);
});

test('a field of a megabyte is read in a moment', BY_THE_CLOCK, () => {
  for (const text of ['"', '(', '<', 'a,', '"\\', 'x@y.example,']) {
    const started = performance.now();
    addressList(text.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(200);
  }
});
