import { describe, expect, test } from 'vitest';
import { handleKey } from '../../utils/domain/handles.ts';
import { everybody } from '../../utils/sites/generic/everybody.ts';
import { LAST_RESORT } from '../../utils/sites/lent.ts';
import { readPage } from './all.ts';
import { FIXTURES, pageOf, parse } from './fixtures.ts';

// Who is shown can be said only of pages that have a layout.
const SHOWN = FIXTURES.filter(({ layout }) => layout);

describe.each(SHOWN)('everybody on $name', (fixture) => {
  test('are some people whom the page shows, whom its reader found among them, and never its user', async () => {
    const document = await parse(fixture);
    const before = document.documentElement.outerHTML;
    const page = pageOf(fixture, document);
    const reading = readPage(page, 'UTC');
    const { sightings, omitted } = everybody(page, LAST_RESORT);
    const keys = sightings.map(({ handles: [handle] }) => handleKey(handle));
    expect(sightings.length).toBeLessThanOrEqual(12);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { role, handles } of sightings) {
      expect(role).toBe('listed');
      // Without markup, too: a part of an address may be marked.
      const written = `${fixture.html.replaceAll('%40', '@')} ${document.documentElement.textContent}`;
      expect(written.toLowerCase()).toContain(handles[0].value);
    }
    for (const own of reading?.self ?? []) expect(keys).not.toContain(handleKey(own));
    if (omitted === 0)
      for (const { handles } of reading?.sightings ?? []) expect(keys).toContain(handleKey(handles[0]));
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

test('there are such pages, and such people', async () => {
  expect(SHOWN.length).toBeGreaterThan(8);
  const found = await Promise.all(
    SHOWN.map(async (fixture) => everybody(pageOf(fixture, await parse(fixture)), LAST_RESORT).sightings),
  );
  expect(found.flat().length).toBeGreaterThan(15);
});

test('a profile is whom its address names, by the name in its title', () => {
  const document = new DOMParser().parseFromString(
    '<title>(3) Mara Quill | LinkedIn</title><h1>Northlight</h1>',
    'text/html',
  );
  const page = { document, url: new URL('https://www.linkedin.com/in/maraquill/'), now: 0 };
  expect(everybody(page, LAST_RESORT).sightings).toMatchObject([
    { name: 'Mara Quill', handles: [{ kind: 'linkedin', value: 'maraquill' }] },
  ]);
});
