import { afterEach, expect, test } from 'vitest';
import { findAllClues } from '../../utils/sites/generic/clues.ts';
import { textsWithAddress, wholeOf } from '../../utils/sites/generic/texts.ts';
import { atOnce } from '../../utils/sites/reading/per-page.ts';

const place = document.createElement('div');

/** The numbers of the addresses that were found, in their order. */
const numbers = (texts: readonly Text[]) => texts.map(({ data }) => Number(/(\d+)@/.exec(data)?.[1]));

/** So many elements, of which every `every`th has an address, nested a little, with texts between them. */
function fill(count: number, every: number): number[] {
  const having = Array.from({ length: count }, (_, index) => index).filter((index) => index % every === 0);
  place.innerHTML = Array.from({ length: count }, (_, index) =>
    index % every === 0 ? `between <p>${index}@example.com</p>` : `<div><b>word</b></div>`,
  ).join('and ');
  document.body.append(place);
  return having;
}

afterEach(() => place.remove());

test.each([
  [1, 1],
  [499, 499],
  [501, 500],
  [1700, 250],
  [1700, 1],
  [2600, 997],
])('of %i elements, every %ith with an address, each is found once, in order', (count, every) => {
  const having = fill(count, every);
  expect(numbers(atOnce(textsWithAddress(document.body)))).toEqual(having);
});

test('a text between two parts is found, and one at the very end', () => {
  place.innerHTML = `1@example.com${'<i>x</i>'.repeat(499)}2@example.com<b></b>3@example.com`;
  document.body.append(place);
  expect(numbers(atOnce(textsWithAddress(place)))).toEqual([1, 2, 3]);
});

test('a page that loses elements meanwhile does no harm', () => {
  fill(3000, 100);
  const looking = textsWithAddress(place);
  looking.next();
  looking.next();
  place.replaceChildren(...[...place.childNodes].slice(0, 100));
  expect(() => atOnce(looking)).not.toThrow();
});

test('without a body there is nothing', () => {
  expect(atOnce(textsWithAddress(null))).toEqual([]);
  const document = new DOMParser().parseFromString('', 'text/html');
  document.body.remove();
  expect(findAllClues({ document, url: new URL('https://mail.example.com/'), now: 0, own: [] })).toEqual([]);
});

test.each([
  ['a label that is glued to an address is none of it', '<b>From</b>ana@example.com', 'ana@example.com'],
  ['nor is one of a single letter', '<b>à</b>ana@example.com', 'ana@example.com'],
  ['a marked letter is of the name', 'J<i>ü</i>rgen <j@example.com>', 'Jürgen <j@example.com>'],
  ['also where the name begins with it', '<i>É</i>ric <e@example.com>', 'Éric <e@example.com>'],
  ['and of the address', 'jü<i>r</i>gen@example.com', 'jürgen@example.com'],
  ['a marked domain is of the address', 'jo@<mark>example.com</mark>', 'jo@example.com'],
])('%s', (_, html, whole) => {
  place.innerHTML = html.replace(/<(?=\w@)/g, '&lt;');
  const text = [...place.childNodes].find((node) => node.nodeValue?.includes('@')) as Text;
  expect(wholeOf(text)).toBe(whole);
});
