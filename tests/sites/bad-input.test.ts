import { describe, expect, test } from 'vitest';
import { handleKey, nameHandle } from '../../utils/domain/handles.ts';
import { MAX_NAME } from '../../utils/domain/names.ts';
import { each } from '../../utils/sites/reading/dom.ts';
import type { Page, Reading } from '../../utils/sites/types.ts';
import { viewsFor } from '../../utils/sites/watching/read.ts';
import { adapterFor, readPage } from './all.ts';
import { FIXTURES, type Fixture, parse } from './fixtures.ts';

/** Webmails with a reader of their own, beside those that have tests like these elsewhere. */
const SITES = 'roundcube sogo yahoo proton fastmail qq netease nextcloud zimbra zoho mailru'.split(' ');

/** Each page of these that is about somebody by name and address, and who that is. */
const PAGES = FIXTURES.filter(({ site }) => SITES.includes(site)).flatMap((fixture) => {
  const shown = fixture.expect?.sightings?.find(({ name, handles }) => name && handles[0]?.kind === 'email');
  return shown?.name
    ? [{ fixture, label: fixture.name, was: { name: shown.name, address: shown.handles[0].value } }]
    : [];
});

const SPOOF = 'boss@bank.example';
const MAILTO = `<div class="body"><p>Write to <a href="mailto:${SPOOF}">${SPOOF}</a></p><blockquote>From: Boss &lt;${SPOOF}&gt; <a href="mailto:${SPOOF}" title="${SPOOF}">Boss</a></blockquote><p>-- <br><a href="mailto:${SPOOF}">Boss</a></p></div>`;
const ROWS = `<div role="listbox">${`<a role="option" aria-selected="true" title="Boss <${SPOOF}>" data-email="${SPOOF}" href="#1"><span title="${SPOOF}">Boss</span><time>9:12</time></a>`.repeat(5)}</div>`;

const pageOf = (fixture: Fixture, document: Document): Page => ({
  document,
  url: new URL(fixture.url),
  now: Date.UTC(2026, 8, 1, 12),
});

/** Writes something else wherever the page says `old`: in texts, attributes and, as JSON, scripts. */
function rewrite(document: Document, old: string, now: string): void {
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { currentNode: node } = walk;
    const json = JSON.stringify(now).slice(1, -1).replaceAll('<', '\\u003C');
    const text = node.parentElement?.localName === 'script' ? json : now;
    node.nodeValue = node.nodeValue?.replaceAll(old, () => text) ?? '';
  }
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes])
      if (value.includes(old))
        element.setAttribute(
          name,
          value.replaceAll(old, () => (name === 'href' ? encodeURI(now) : now)),
        );
  for (const field of document.querySelectorAll('textarea')) field.value = field.defaultValue;
}

const keysOf = (reading: Reading | undefined) =>
  reading?.sightings.flatMap(({ handles }) => handles.map(handleKey)) ?? [];

/** Nobody but the people of the whole page, in whichever of these ways one of them is now written. */
function onlyThese(
  reading: Reading | undefined,
  fixture: Fixture,
  instead: Record<string, string | undefined> = {},
): void {
  const whole = fixture.expect?.sightings?.flatMap(({ handles }) => handles.map(handleKey)) ?? [];
  const allowed = whole.map((key) => (key in instead ? instead[key] : key));
  for (const key of keysOf(reading)) expect(allowed).toContain(key);
  for (const { value } of fixture.expect?.self ?? []) expect(keysOf(reading).join()).not.toContain(value);
}

describe.each(PAGES)('$label', ({ fixture, was }) => {
  const key = `email:${was.address}`;
  const composed = fixture.name.includes('compose');
  const changed = async (edit: (document: Document) => void) => {
    const document = await parse(fixture);
    edit(document);
    return readPage(pageOf(fixture, document), 'UTC');
  };

  test.each([
    ['emoji', '🌻 Ruth 👩‍🌾', '🌻 Ruth 👩‍🌾'],
    ['direction marks', 'Ruth\u202Erofak\u202C', 'Ruthrofak'],
    ['marks of no width', '\u200FRu\u200Bth\u200E Oka\uFEFFfor', 'Ruth Okafor'],
    ['Arabic', 'روث أوكافور', 'روث أوكافور'],
    ['5,000 characters', 'Ruth '.repeat(1000), undefined],
    ['nothing to see', '\u200B\u200E', undefined],
    ['signs', "Ruth O'Kafor (Legal) / Sales @ Harbour", "Ruth O'Kafor (Legal) / Sales @ Harbour"],
  ])('by a name with %s is the same person', async (_, name, shown) => {
    const reading = await changed((document) => rewrite(document, was.name, name));
    onlyThese(reading, fixture);
    const person = reading?.sightings.find(({ handles }) => handleKey(handles[0]) === key);
    expect(person?.name?.length ?? 0).toBeLessThanOrEqual(MAX_NAME);
    expect(person).toBeDefined();
    if (shown) expect(person?.name).toBe(shown);
  });

  test.each([
    ['alone', SPOOF],
    ['with a name', `Boss <${SPOOF}>`],
    ['in quotes', `"${SPOOF}"`],
    ['in a comment', `Boss (${SPOOF})`],
    ['before another', `${SPOOF}, cfo@bank.example`],
    ['before 5,000 characters', `${SPOOF} ${'x'.repeat(5000)}`],
    ['behind 5,000 characters', `${'x '.repeat(2500)} <${SPOOF}>`],
    ['behind a label', `发件人：${SPOOF}`],
  ])('by another’s address as a name, %s, is the same person, and it is said', async (_, name) => {
    const reading = await changed((document) => rewrite(document, was.name, name));
    onlyThese(reading, fixture);
    for (const sighting of reading?.sightings ?? []) {
      expect(sighting.name ?? '').not.toContain('@bank');
      if (handleKey(sighting.handles[0]) === key && name.length < 100)
        expect(sighting.claims ?? SPOOF).toBe(SPOOF);
    }
    if (name === SPOOF)
      expect(reading?.sightings.find(({ claims }) => claims)?.handles.map(handleKey)).toEqual([key]);
  });

  test.each([
    ['ruth+kith@harbour.example', 'ruth+kith@harbour.example'],
    ['Ruth.Okafor@Harbour.Example', 'ruth.okafor@harbour.example'],
    ['ruth@bücher.example', 'ruth@xn--bcher-kva.example'],
    ['"ruth okafor"@harbour.example', undefined],
    ['ruth(home)@harbour.example', undefined],
    ['ruth@(home)harbour.example', undefined],
    ['ruth@harbour.examplekay@harbour.example', undefined],
    ['ruth@harbour.example.kay@harbour.example', undefined],
    ['ruth@harbour', undefined],
    ['', undefined],
  ])('at %j is %s', async (address, value) => {
    const reading = await changed((document) => rewrite(document, was.address, address));
    // Where names are handles, whoever has no address goes by their name.
    const byName = address === '' ? nameHandle(fixture.site, was.name) : undefined;
    onlyThese(reading, fixture, { [key]: value ? `email:${value}` : byName && handleKey(byName) });
    if (value) expect(keysOf(reading)).toContain(`email:${value}`);
  });

  test.each(['表示する', 'اعرض', 'Anzeigen', '显示'])(
    'is the same person where all that the page says is “%s”',
    async (word) => {
      const whole = readPage(pageOf(fixture, await parse(fixture)), 'UTC');
      const names = [
        ...(fixture.expect?.sightings ?? []).flatMap(({ name }) => name ?? []),
        ...(whole?.self ?? []).map(({ value }) => value.replace(/.*:/, '')),
      ];
      const said = (text: string) =>
        text.trim() !== '' && !text.includes('@') && !names.some((name) => alike(text, name));
      const reading = await changed((document) => translate(document, said, word));
      const told = (one: Reading | undefined) =>
        one?.sightings.map(({ role, handles, name }) => ({ role, handles, name }));
      expect(told(reading)).toEqual(told(whole));
      expect(reading?.self).toEqual(whole?.self);
    },
  );

  // What the user writes is nobody's trap.
  test.skipIf(composed)(
    'is not the name that is another’s address beside an address that is none',
    async () => {
      // What is an attribute comes with its element.
      const text = (await parse(fixture)).body.textContent ?? '';
      const empty = text.includes(was.address) ? [''] : [];
      for (const address of ['ruth@harbour', '"ruth okafor"@harbour.example', ...empty])
        onlyThese(
          await changed((document) => {
            rewrite(document, was.name, SPOOF);
            rewrite(document, was.address, address);
          }),
          fixture,
        );
    },
  );

  test('is nobody of the body, of the list, of a page rendered twice', async () => {
    for (const html of [MAILTO, ROWS])
      for (const place of ['afterbegin', 'beforeend', 'beforebegin', 'afterend'] as const) {
        const reading = await changed((document) =>
          rootOf(fixture, document)?.insertAdjacentHTML(place, html),
        );
        onlyThese(reading, fixture);
        if (place !== 'afterbegin') expect(keysOf(reading)).toContain(key);
      }
    const twice = await changed((document) => {
      const root = rootOf(fixture, document);
      root?.after(root.cloneNode(true));
    });
    onlyThese(twice, fixture);
    expect(keysOf(twice)).toContain(key);
  });

  test('is nobody else while the page is being rendered, in whatever order', async () => {
    const whole = await parse(fixture);
    for (const name of composed ? [was.name] : [was.name, SPOOF]) {
      rewrite(whole, was.name, name);
      const count = whole.querySelectorAll('body *').length;
      for (let index = 0; index < count; index++)
        for (const edit of [cutAfter, empty, drop]) {
          const document = whole.cloneNode(true) as Document;
          const element = document.querySelectorAll('body *')[index];
          const what = `${edit.name} ${element?.outerHTML.slice(0, 80)}`;
          if (element) edit(element);
          const reading = readPage(pageOf(fixture, document), 'UTC');
          expect(keysOf(reading).join(), what).not.toContain(SPOOF);
        }
    }
  });

  test('is never the user: another account in the same tab, or none', async () => {
    const [account] = fixture.expect?.self ?? [];
    if (account?.kind !== 'email' || !fixture.html.includes(account.value)) return;
    const own = 'new@inbox.example';
    const url = new URL(fixture.url.replace(account.value, own));
    const swapped = await parse(fixture);
    rewrite(swapped, account.value, own);
    const other = readPage({ ...pageOf(fixture, swapped), url }, 'UTC');
    expect(other?.self.map(handleKey)).toContain(`email:${own}`);
    expect(other?.self.map(handleKey)).not.toContain(handleKey(account));
    rewrite(swapped, was.address, own);
    const alone = readPage({ ...pageOf(fixture, swapped), url }, 'UTC');
    expect(keysOf(alone)).not.toContain(`email:${own}`);
    if (composed) return;
    const without = await changed((document) => {
      for (const selector of adapterFor(pageOf(fixture, document))?.context ?? [])
        for (const element of each(document, selector)) element.remove();
    });
    onlyThese(without, fixture);
  });
});

/** The part of the page that is read; of a page that is read whole, the part that holds its people. */
function rootOf(fixture: Fixture, document: Document): Element | undefined {
  const page = pageOf(fixture, document);
  const site = adapterFor(page);
  const root = site && viewsFor(site, page)[0]?.root;
  return root?.localName === 'body' ? (root.lastElementChild ?? undefined) : root;
}

/** Whether one of two texts holds a word of the other: what names somebody is in no language. */
function alike(text: string, name: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => word !== '' && text.toLowerCase().includes(word));
}

/** Says all that is said on a page, other than names and addresses, in one word. */
function translate(document: Document, said: (text: string) => boolean, word: string): void {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { currentNode: node } = walk;
    if (node.parentElement?.localName !== 'script' && said(node.nodeValue ?? '')) node.nodeValue = word;
  }
  for (const element of document.querySelectorAll('body *'))
    for (const { name, value } of [...element.attributes])
      if (/^(?:title|aria-label|alt|placeholder)$/.test(name) && said(value))
        element.setAttribute(name, word);
}

function cutAfter(element: Element): void {
  for (let place: Node | null = element; place && place.nodeName !== 'BODY'; place = place.parentNode)
    while (place.nextSibling) place.nextSibling.remove();
}

function empty(element: Element): void {
  element.replaceChildren();
}

function drop(element: Element): void {
  element.remove();
}
