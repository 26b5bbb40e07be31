import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { shapeOf } from '../../utils/report/shape.ts';
import { MARKUP_WORDS } from '../../utils/report/words.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const report = (most?: number) => shapeOf(MARKUP_WORDS, most);
const lines = () =>
  report()
    .split('\n')
    .map((line) => line.trim());

test('a report keeps the shape of a page', () => {
  document.body.innerHTML = `<div class="msg-row unread messageHeader" role="row" data-id="42"><span title="ana@example.com">Ana Pérez</span></div>
    <custom-list-item data-testid="SenderName"></custom-list-item>`;
  expect(lines()).toContain('div.msg-row.unread.message-Header role=row data-id');
  expect(lines()).toContain('span title “9”');
  expect(lines()).toContain('<custom-list-item> data-testid=Sender-Name');
});

test('a report keeps the short classes that a page was built with, but none that it says somewhere', () => {
  document.body.innerHTML = '<div class="gD zA bob"><span title="bob@example.com">Bo</span></div>';
  expect(lines()).toContain('div.gD.zA.x3');
});

// Everywhere a page can name something, with somebody's name or address in it.
const HIDING = [
  'class="alice.nguyen@acme.example"',
  'class="alice-nguyen nguyen_alice contact-nguyen from-alice"',
  'class="aliceNguyen"',
  'class="alice nguyen"',
  'id="alice-nguyen"',
  'id="sender-alice"',
  'data-testid="row-alice-nguyen"',
  'data-nguyen="1"',
  'data-email-alice-nguyen-acme="1"',
  'alice.nguyen@acme.example="1"',
  'aria-label="Alice Nguyen"',
  'role="alice"',
  'type="nguyen"',
  'data-app-section="Nguyen"',
  'itemprop="nguyen alice"',
  'style="--alice: nguyen"',
];

test.each(HIDING)('a report holds no name and no address: %s', (attribute) => {
  document.body.innerHTML = `<div ${attribute}><p>Alice Nguyen</p></div>`;
  expect(report()).not.toMatch(/alice|nguyen|acme/i);
});

test.each([
  '<alice-nguyen></alice-nguyen>',
  '<alice.nguyen@acme.example></alice.nguyen@acme.example>',
  '<nguyen>x</nguyen>',
  '<x-nguyen-row></x-nguyen-row>',
  '<math><alice-nguyen></alice-nguyen></math>',
  '<div class="电话 王小明" 王小明="1"><王小明></王小明></div>',
  '<div class="tel-0123456789 u4930127" id="row-0123456789"></div>',
  '<!-- alice nguyen --><p>x</p>',
  '<template><p class="alice">nguyen</p></template>',
  '<noscript>nguyen</noscript><script type="text/plain">alice</script><style>.alice{}</style><svg><title>nguyen</title></svg>',
])('a report holds no name and no number, whatever a page calls its elements: %s', (html) => {
  document.body.innerHTML = html;
  expect(report()).not.toMatch(/alice|nguyen|acme|王|电话|\d{3}/i);
});

test('a report holds no text, no address and no name of the page', () => {
  const word = fc
    .stringMatching(/^[a-zA-Z]{4,10}$/)
    .filter((one) => !MARKUP_WORDS.includes(one.toLowerCase()));
  const end = fc.constantFrom('', '@acme.com', '12345', '-row', '_x', '.example');
  const secret = fc.tuple(word, end);
  fc.assert(
    fc.property(secret, secret, secret, (first, second, third) => {
      document.body.innerHTML = '';
      const [name, address, css] = [first, second, third].map((parts) => parts.join(''));
      document.body.innerHTML = `<div ${name}="x" data-${address}="x" id="${css}" class="${css} ${address}"><a title="${name}" href="${address}">${css}</a><x-${name}>y</x-${name}></div>`;
      const shape = report().toLowerCase();
      for (const [secretWord] of [first, second, third])
        expect(shape).not.toMatch(new RegExp(`(^|[^a-z])${secretWord.toLowerCase()}([^a-z]|$)`));
    }),
    { numRuns: 200 },
  );
});

test('a report of a huge or deep page is short', () => {
  document.body.innerHTML = '<p>x</p>'.repeat(10_000);
  expect(report(100).split('\n')).toHaveLength(100);
  document.body.innerHTML = `${'<div>'.repeat(400)}x`;
  expect(report().length).toBeLessThan(40_000);
});

test('the words that a report may tell are no names', () => {
  const names = [
    'alice',
    'bob',
    'wang',
    'li',
    'mark',
    'grant',
    'rose',
    'may',
    'will',
    'bill',
    'jack',
    'frank',
    'art',
    'sky',
    'ray',
  ];
  expect(MARKUP_WORDS.filter((one) => names.includes(one))).toEqual([]);
});
