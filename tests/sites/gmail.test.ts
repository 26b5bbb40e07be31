import { afterEach, expect, test } from 'vitest';
import { gmail } from '../../utils/sites/gmail.ts';
import { readPage } from './all.ts';
import { FIXTURES, pageOf, parse } from './fixtures.ts';

const place = document.createElement('div');
afterEach(() => place.remove());

const url = new URL('https://mail.google.com/mail/u/0/#inbox/FMfcgzQ');
const read = (of: Document) =>
  (readPage({ document: of, url, now: 0 }, undefined, [gmail])?.sightings ?? []).map(
    ({ role, handles: [{ value }], touchpoints }) =>
      [role, value, ...touchpoints.map(({ direction }) => direction)].join(' '),
  );

const compose = (address: string, style = '') =>
  `<div style="${style}"><div class="M9"><div name="to"><div class="agh"><div role="option" data-hovercard-id="${address}"></div></div></div></div></div>`;

test('of two windows, the one that is not minimised is read', () => {
  place.innerHTML = compose('kay@example.com', 'display: none') + compose('ruth@example.com');
  document.body.append(place);
  expect(read(document)).toEqual(['recipient ruth@example.com']);
});

const person = (kind: string, address: string, name: string) =>
  `<span class="${kind}" email="${address}" name="${name}">${name}</span>`;
const ME = person('g2', 'ana@example.com', 'me');
const RUTH = person('g2', 'ruth@example.com', 'Ruth');

test.each([
  ['to others is the user', RUTH, ['recipient ruth@example.com out']],
  ['to the user may be a namesake', ME, ['sender ana@example.org in']],
  [
    'to the user and others may be a namesake',
    `${ME}, ${RUTH}`,
    ['sender ana@example.org in', 'recipient ruth@example.com'],
  ],
])('who has the name of the account and another address, and writes %s', (_, to, people) => {
  const page = Document.parseHTMLUnsafe(
    `<div id="gb"><a aria-label="Google Account: Ana Ferreira  &#10;(ana@example.com)"></a></div>
    <div role="main"><div class="adn" data-legacy-message-id="19fc6e569b94f2a1"><div class="gE">
    ${person('gD', 'ana@example.org', 'Ana Ferreira')}<span class="hb">to ${to}</span></div></div></div>`,
  );
  expect(read(page)).toEqual(people);
});

test.each(FIXTURES.filter(({ name }) => ['gmail/conversation', 'gmail/me-without-class'].includes(name)))(
  '$name is read as it was should the class of senders change',
  async (fixture) => {
    const whole = readPage(pageOf(fixture, await parse(fixture)), 'UTC');
    const document = await parse(fixture);
    const senders = [...document.querySelectorAll('.gD')];
    for (const sender of senders) sender.classList.replace('gD', 'qu3');
    expect(senders.length).toBeGreaterThan(0);
    expect(whole?.sightings.length).toBeGreaterThan(1);
    expect(readPage(pageOf(fixture, document), 'UTC')).toEqual(whole);
  },
);
