import { afterAll, describe, expect, test } from 'vitest';
import { handleKey } from '../../utils/domain/handles.ts';
import { nameKey } from '../../utils/domain/name-key.ts';
import type { Handle } from '../../utils/domain/types.ts';
import type { Reading, Role } from '../../utils/sites/types.ts';
import { readPage } from './all.ts';
import { FIXTURES, type Fixture, pageOf, parse } from './fixtures.ts';
import { mutate, seeded } from './mutate.ts';

/** How many broken pages are tried of a site's pages that show somebody, and of each page at least. */
const MUTATIONS = 2000;
const LEAST_MUTATIONS = 100;

/** How many broken pages of a site were tried that show somebody when whole, and how many still did. */
const tally = new Map<string, { right: number; of: number }>();
afterAll(() => {
  for (const [site, { right, of }] of tally)
    console.info(`${site}: ${right} of ${of} broken pages still read right`);
});

const SUBJECTS: readonly Role[] = ['profile', 'sender', 'participant'];

describe.each(FIXTURES)('$name', (fixture) => {
  test('broken at random, shows nobody who is not on it and throws nothing', async () => {
    const original = await parse(fixture);
    const pristine = original.documentElement.cloneNode(true);
    const isOn = searchable(`${fixture.html} ${fixture.url} ${fixture.made?.join(' ')}`);
    const expected = subjectsOf(readPage(pageOf(fixture, original), 'UTC'));
    const random = seeded(20260901);
    let right = 0;
    const siblings = FIXTURES.filter(
      ({ site, expect }) => site === fixture.site && hasSubject(expect),
    ).length;
    const rounds = Math.max(LEAST_MUTATIONS, Math.ceil(MUTATIONS / Math.max(1, siblings)));
    for (let round = 0; round < rounds; round++) {
      original.replaceChild(pristine.cloneNode(true), original.documentElement);
      const edits = Array.from({ length: 1 + Math.floor(random() * 3) }, () => mutate(original, random));
      const story = `round ${round}: ${edits.join(', ')}`;
      const reading = readPage(pageOf(fixture, original), 'UTC');
      // Text that was moved may make a name longer, never one that was not there.
      const said = ((!fixture.pieces && reading?.sightings) || []).flatMap(({ handles, name }) =>
        handles.flatMap(writtenOf).concat(name?.split(/\s+/) ?? []),
      );
      const invented = said.filter((text) => !isOn(text));
      if (invented.length > 0) expect(invented, story).toEqual([]);
      const subjects = subjectsOf(reading);
      // A profile's page is about one person: a broken one about the same or nobody.
      const allowed = [...expected, ...(fixture.broken ?? [])];
      if (reading?.sightings.some(({ role }) => role === 'profile'))
        for (const subject of subjects) expect(allowed, story).toContain(subject);
      if (expected.length > 0 && subjects[0] === expected[0]) right++;
    }
    if (expected.length === 0) return;
    const sum = tally.get(fixture.site) ?? { right: 0, of: 0 };
    tally.set(fixture.site, { right: sum.right + right, of: sum.of + rounds });
  });
});

function hasSubject(expectation: Fixture['expect']): boolean {
  return expectation?.sightings?.some(({ role }) => SUBJECTS.includes(role)) ?? false;
}

/** Handle and name of whom the page is about. */
function subjectsOf(reading: Reading | undefined): string[] {
  const subjects = reading?.sightings.filter(({ role }) => SUBJECTS.includes(role)) ?? [];
  return subjects.map(({ handles, name }) => `${handleKey(handles[0])} ${name}`);
}

/** What of a handle must be written on a page: a name's words in any order, the id at the end of a link. */
function writtenOf({ kind, value }: Handle): string[] {
  if (kind === 'name') return value.slice(value.indexOf(':') + 1).split(' ');
  return [kind === 'url' ? value.slice(value.lastIndexOf('/') + 1) : value];
}

/** Everything a page's source holds, written in whatever way, to be searched for a text. */
function searchable(source: string): (text: string) => boolean {
  // Without accents, as handles made of names are.
  const plain = (raw: string) => raw.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const decoded = new DOMParser().parseFromString(source, 'text/html').documentElement.textContent ?? '';
  const written = plain(`${source} ${decoded} ${source.replace(/(%[0-9a-f]{2})+/gi, decode)}`);
  const key = nameKey(written);
  // The same few are asked for again and again, and the source is long.
  const known = new Map<string, boolean>();
  return (text) => {
    const answer = known.get(text) ?? (written.includes(plain(text)) || key.includes(text));
    known.set(text, answer);
    return answer;
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
