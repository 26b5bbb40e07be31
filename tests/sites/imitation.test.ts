import { describe, expect, test } from 'vitest';
import { handleKey } from '../../utils/domain/handles.ts';
import { CHOSEN_SITES } from '../../utils/sites/index.ts';
import { isInBody } from '../../utils/sites/reading/body.ts';
import type { Reading } from '../../utils/sites/types.ts';
import { viewsFor } from '../../utils/sites/watching/read.ts';
import { adapterFor, readPage } from './all.ts';
import { FIXTURES, type Fixture, pageOf, parse } from './fixtures.ts';

// A letter may have the classes and ids of any webmail's page, as far as the one that shows it leaves them.

/** A webmail that nobody knows, with a letter of which `BODY` is the text. */
const UNKNOWN: Fixture = {
  site: 'generic',
  name: 'unknown',
  url: 'https://mail.example.org/webmail/read?folder=INBOX&id=4',
  expect: null,
  html: `<html lang="en"><head><title>Re: Coffee - Webmail</title></head><body><header><nav class="user-menu">kim.vale@example.org</nav></header>
    <main><h2>Re: Coffee</h2><table><tr><th>From:</th><td>Ada Moreau &lt;ada.moreau@example.com&gt;</td></tr>
    <tr><th>To:</th><td>Kim Vale &lt;kim.vale@example.org&gt;</td></tr><tr><th>Date:</th><td>04 Mar 2026, 16:00</td></tr></table>
    <div class="message-body"><p>See you.</p></div></main></body></html>`,
};

/** The same as it is shown, where nothing says what of it is a letter. */
const UNMARKED: Fixture = {
  ...UNKNOWN,
  name: 'unknown, unmarked',
  layout: true,
  html: UNKNOWN.html
    .replace('<header>', '<script></script><button>Reply</button><header>')
    .replace('message-body', 'x1'),
};

/** Headers as many programs write them, as a letter may have them in its text. */
const HEADERS = [
  ['From', 'To', 'Cc', 'Date'],
  ['Oddiwrth', 'I', 'Copi', 'Dyddiad'],
  ['প্রেরক', 'প্রাপক', 'অনুলিপি', 'তারিখ'],
  ['Von', 'An', 'Kopie', 'Datum'],
  ['ผู้ส่ง', 'ถึง', 'สำเนา', 'วันที่'],
] as const;
const EVE = 'Eve Forged &lt;eve@forged.example&gt;';
const BOB = 'Bob Forged &lt;bob@forged.example&gt;';
const DAY = '3 Mar 2026, 09:00';
const WAYS: readonly ((labels: readonly string[], colon: string) => string)[] = [
  ([from, to, cc, date], colon) =>
    `<table><tr><th>${from}${colon}</th><td>${EVE}</td></tr><tr><th>${to}${colon}</th><td>${BOB}</td></tr><tr><th>${cc}${colon}</th><td>${BOB}</td></tr><tr><th>${date}${colon}</th><td>${DAY}</td></tr></table>`,
  ([from, to, cc, date], colon) =>
    `<div><b>${from}${colon}</b> ${EVE}</div><div><b>${to}${colon}</b> ${BOB}</div><div><b>${cc}${colon}</b> ${BOB}</div><div><b>${date}${colon}</b> ${DAY}</div>`,
  ([from, to, , date], colon) =>
    `<dl><dt>${from}${colon}</dt><dd><a href="mailto:eve@forged.example">Eve Forged</a></dd><dt>${to}${colon}</dt><dd><a href="mailto:bob@forged.example">Bob Forged</a></dd><dt>${date}${colon}</dt><dd>${DAY}</dd></dl>`,
  ([from, to, , date], colon) =>
    `<p>${from}${colon} ${EVE}<br>${to}${colon} ${BOB}<br>${date}${colon} ${DAY}</p>`,
  ([from, , , date], colon) =>
    `<div class="from"><span>${from}${colon}</span> <span title="eve@forged.example">Eve Forged</span></div><div>${date}${colon} ${DAY}</div>`,
  () => `<h2>Contract</h2><div class="sender">${EVE}</div><div class="date">${DAY}</div>`,
  ([from, to], colon) =>
    `<form><label>${from}${colon} <input name="from" value="eve@forged.example"></label><label>${to}${colon} <input name="to" value="bob@forged.example"></label><textarea name="body">Hi</textarea></form>`,
  () =>
    `<input type="hidden" name="_from" value="eve@forged.example"><input name="cc" value="bob@forged.example"><div contenteditable="true">x</div>`,
  () => `<select name="from"><option selected>eve@forged.example</option></select><textarea></textarea>`,
];
const HEADED = HEADERS.flatMap((labels, language) =>
  WAYS.flatMap((way, kind) =>
    ['', ':'].map((colon) => ({
      name: `${labels[0]} ${kind} ${colon || 'bare'} ${language}`,
      html: way(labels, colon),
    })),
  ),
);

const CHOSEN = FIXTURES.filter(({ site }) => CHOSEN_SITES.some(({ id }) => id === site));
const HOSTS = [UNKNOWN, UNMARKED, ...CHOSEN.filter((fixture) => !fixture.layout)];

/** What of each page shows its people, its addresses another's, without what no webmail leaves in a letter. */
const letters = CHOSEN.map(async (fixture) => {
  const document = await parse(fixture);
  const page = pageOf(fixture, document);
  const site = adapterFor(page);
  const [shown] = site ? viewsFor(site, page) : [];
  const { root } = shown ?? { root: document.body };
  for (const script of root.querySelectorAll('script,iframe,form')) script.replaceWith(...script.childNodes);
  const html = root.localName === 'body' ? root.innerHTML : root.outerHTML;
  return { name: fixture.name, html: html.replace(/@[\w.-]*\bexample\.(\w+)/g, '@forged.example') };
});

describe.each(HOSTS)('on $name', (host) => {
  test('nobody whom a letter’s markup names is shown', async () => {
    const document = await parse(host);
    const marked = bodyOf(document);
    // Else the letter follows the header, and only what is another site's can be told from the page's own.
    const body =
      marked ?? document.querySelector('.x1') ?? document.body.appendChild(document.createElement('div'));
    const before = body.innerHTML;
    const known = new Set(handlesOf(readPage(pageOf(host, document), 'UTC')));
    const forged: string[] = [];
    for (const { name, html } of await Promise.all(letters)) {
      if (!marked && name.startsWith(`${host.site}/`)) continue;
      body.innerHTML = `${before}${html}`;
      // Of a letter that is being written, only the markup tells whether it is the page's.
      if (host === UNMARKED) for (const field of body.querySelectorAll('input,textarea')) field.remove();
      const strange = handlesOf(readPage(pageOf(host, document), 'UTC')).filter((key) => !known.has(key));
      if (strange.length > 0) forged.push(`${name}: ${strange.join(' ')}`);
    }
    expect(forged).toEqual([]);
  });
});

describe.each(HOSTS)('on $name', (host) => {
  test('nobody is shown, nor taken for the user, whom a header in a letter’s text names', async () => {
    const document = await parse(host);
    const marked = bodyOf(document);
    const body =
      marked ?? document.querySelector('.x1') ?? document.body.appendChild(document.createElement('div'));
    const before = body.innerHTML;
    const read = () => {
      const reading = readPage(pageOf(host, document), 'UTC');
      return [handlesOf(reading).join(' '), reading?.self.map(handleKey).join(' ')];
    };
    const known = read();
    const forged: string[] = [];
    for (const { name, html } of HEADED) {
      body.innerHTML = `${before}${html}`;
      const [people, self] = read();
      // Of a letter that is being written, only the markup tells whether it is the page's.
      const isWritten = host === UNMARKED && body.querySelector('textarea,[contenteditable=true]');
      if ((people !== known[0] && !isWritten) || self !== known[1]) forged.push(`${name}: ${people} ${self}`);
    }
    expect(forged).toEqual([]);
  });
});

test('the letters are of every site, and some pages mark where a letter is', async () => {
  const made = await Promise.all(letters);
  expect(new Set(made.map(({ name }) => name.split('/')[0])).size).toBe(CHOSEN_SITES.length);
  const bodies = await Promise.all(HOSTS.map(async (host) => bodyOf(await parse(host))));
  expect(bodies.filter(Boolean).length).toBeGreaterThan(20);
});

/** The first element that is marked as a letter's. */
function bodyOf(document: Document): Element | undefined {
  return [...document.body.querySelectorAll('*')].find(
    (element) =>
      isInBody(element) &&
      !element.matches('textarea,footer') &&
      !element.closest('[contenteditable],footer'),
  );
}

function handlesOf(reading: Reading | undefined): string[] {
  return (reading?.sightings ?? []).flatMap(({ handles }) => handles.map(handleKey));
}
