import { describe, expect, test } from 'vitest';
import { readViews, shadowOf, viewsFor } from '../../utils/sites/watching/read.ts';
import { ALL_SITES, adapterFor, readPage } from './all.ts';
import { FIXTURES, ORPHANS, pageOf, parse } from './fixtures.ts';

test('every page on disk has its expectation', () => {
  expect(ORPHANS).toEqual([]);
});

describe.each(FIXTURES)('$name', (fixture) => {
  test('is read as expected, and reading does not change it', async () => {
    const document = await parse(fixture);
    const before = document.documentElement.outerHTML;
    const reading = readPage(pageOf(fixture, document), 'UTC');
    if (fixture.expect) expect(reading).toMatchObject(fixture.expect);
    else expect(reading?.sightings ?? []).toEqual([]);
    for (const field of fixture.absent ?? []) expect(reading?.sightings[0]).not.toHaveProperty(field);
    // A warning that nobody expects is wrong, too.
    const claims = fixture.expect?.sightings?.map((person) => person.claims);
    if (claims) expect(reading?.sightings.map((person) => person.claims)).toEqual(claims);
    if (fixture.unread !== undefined) expect(reading?.unread ?? false).toBe(fixture.unread);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('is read by its own adapter', async () => {
    const site = adapterFor(pageOf(fixture, await parse(fixture)))?.id;
    // Whoever reads other pages of this folder may leave one to nobody.
    expect(fixture.expect ? [fixture.site] : [fixture.site, undefined, 'generic']).toContain(site);
  });

  const found = (ALL_SITES.find(({ id }) => id === fixture.site)?.views ?? []).filter(({ find }) => find);
  test.runIf(found.length > 0)('a fast way to a view ends where its selector does', async () => {
    const document = await parse(fixture);
    const page = pageOf(fixture, document);
    expect(found.map(({ find, root }) => find?.(page)?.matches(root) ?? false)).toEqual(
      found.map((view) => (shadowOf(view, document) ?? document).querySelector(view.root) !== null),
    );
  });

  // The generic reader reads what others read; it comes last.
  const others = ALL_SITES.filter(({ id }) => id !== fixture.site && id !== 'generic');
  test('shows nobody to any other adapter', async () => {
    const document = await parse(fixture);
    const seen = others.flatMap((site) => {
      const page = pageOf(fixture, document);
      const people = readViews(site, viewsFor(site, page), page)?.sightings ?? [];
      return people.map(({ handles }) => `${site.id} sees ${handles[0].value}`);
    });
    expect(others.length).toBeGreaterThan(10);
    expect(seen).toEqual([]);
  });
});

// Chromium looks into every element for each of the list: half a millisecond on a page of 20,000.
test.each(ALL_SITES)('what $name depends on is found without a list inside of `:has`', ({ context = [] }) => {
  expect(context.filter((selector) => /:has\([^()]*,/.test(selector))).toEqual([]);
});
