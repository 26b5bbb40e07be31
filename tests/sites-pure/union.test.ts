import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handleKey } from '../../utils/domain/handles.ts';
import type { Handle } from '../../utils/domain/types.ts';
import type { Reading, Role, SeenTouchpoint, Sighting } from '../../utils/sites/types.ts';
import { isSubject, ROLE_ORDER, union } from '../../utils/sites/union.ts';

const email = (name: string): Handle => ({ kind: 'email', value: `${name}@example.com` });
const linkedin = (name: string): Handle => ({ kind: 'linkedin', value: name });
const touchpoint = (sourceKey: string, subject = ''): SeenTouchpoint => ({
  sourceKey,
  channel: 'email',
  direction: 'in',
  subject,
});
const sighting = (role: Role, handles: Handle[], fields: Partial<Sighting> = {}): Sighting => ({
  role,
  handles: handles as [Handle, ...Handle[]],
  touchpoints: [],
  ...fields,
});
const reading = (sightings: Sighting[], fields: Partial<Reading> = {}): Reading => ({
  site: 'gmail',
  view: 'conversation',
  sightings,
  self: [],
  omitted: 0,
  ...fields,
});

describe('the frames of a tab together', () => {
  test('show each person once, in their strongest role, the page’s subject first', () => {
    const { sightings } = union([
      reading([sighting('listed', [email('ana')]), sighting('cc', [email('bob')])]),
      reading([sighting('sender', [email('ana')], { name: 'Ana' }), sighting('profile', [linkedin('eve')])]),
    ]);
    expect(sightings.map(({ role, handles }) => `${role} ${handles[0].value}`)).toEqual([
      'profile eve',
      'sender ana@example.com',
      'cc bob@example.com',
    ]);
    expect(sightings[1]?.name).toBe('Ana');
  });

  test('keep what the weaker sighting knows and the stronger does not', () => {
    const { sightings } = union([
      reading([sighting('listed', [email('ana')], { name: 'A.', organization: 'Example' })]),
      reading([sighting('sender', [email('ana')], { name: 'Ana' })]),
    ]);
    expect(sightings).toMatchObject([{ role: 'sender', name: 'Ana', organization: 'Example' }]);
  });

  test('join the touchpoints of every frame, each once, as the stronger sighting shows them', () => {
    const { sightings } = union([
      reading([
        sighting('listed', [email('ana')], { touchpoints: [touchpoint('1', 'cut…'), touchpoint('2')] }),
      ]),
      reading([
        sighting('sender', [email('ana')], { touchpoints: [touchpoint('1', 'whole'), touchpoint('3')] }),
      ]),
    ]);
    const seen = sightings[0]?.touchpoints ?? [];
    expect(seen.map(({ sourceKey }) => sourceKey).sort()).toEqual(['1', '2', '3']);
    expect(seen.find(({ sourceKey }) => sourceKey === '1')?.subject).toBe('whole');
  });

  test('know a person by any of their handles, and keep all of them', () => {
    const { sightings } = union([
      reading([sighting('listed', [email('ana')])]),
      reading([sighting('profile', [linkedin('ana'), email('ana')])]),
      reading([sighting('listed', [linkedin('ana')])]),
    ]);
    expect(sightings).toHaveLength(1);
    expect(sightings[0]?.handles.map(handleKey).sort()).toEqual(['email:ana@example.com', 'linkedin:ana']);
  });

  test('never show the user, whichever frame knows who that is', () => {
    const { sightings } = union([
      reading([sighting('sender', [email('noor')]), sighting('sender', [email('ana')])]),
      reading([sighting('listed', [linkedin('noor'), email('noor')])], { self: [email('noor')] }),
    ]);
    expect(sightings.map(({ handles }) => handles[0].value)).toEqual(['ana@example.com']);
  });

  test('leave out as many as all of them left out', () => {
    expect(union([reading([], { omitted: 3 }), reading([], { omitted: 4 })]).omitted).toBe(7);
  });

  test('are of the site that shows somebody', () => {
    const somebody = [sighting('sender', [email('ana')])];
    expect(union([reading([], { site: 'jsonld' }), reading(somebody, { site: 'roundcube' })]).site).toBe(
      'roundcube',
    );
    expect(union([reading([], { site: 'jsonld' })]).site).toBe('jsonld');
    expect(union([])).toEqual({ sightings: [], omitted: 0 });
  });

  test('show no handle twice, lose nobody, and change no reading', () => {
    const handle = fc.constantFrom(
      ...['a', 'b', 'c', 'd', 'e'].flatMap((name) => [email(name), linkedin(name)]),
    );
    const anyone = fc.record({
      role: fc.constantFrom(...ROLE_ORDER),
      handles: fc.uniqueArray(handle, { minLength: 1, maxLength: 3, selector: handleKey }),
    });
    const frames = fc.array(fc.array(anyone, { maxLength: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(frames, (lists) => {
        const readings = lists.map((list) =>
          reading(list.map(({ role, handles }) => sighting(role, handles))),
        );
        const before = JSON.stringify(readings);
        const { sightings } = union(readings);
        const shown = sightings.flatMap(({ handles }) => handles.map(handleKey));
        const given = new Set(lists.flat().flatMap(({ handles }) => handles.map(handleKey)));
        expect(new Set(shown)).toEqual(given);
        expect(shown).toHaveLength(given.size);
        expect(JSON.stringify(readings)).toBe(before);
        const orders = sightings.map(({ role }) => ROLE_ORDER.indexOf(role));
        expect(orders).toEqual([...orders].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });
});

test.each<[Role, boolean]>([
  ['profile', true],
  ['sender', true],
  ['participant', true],
  ['recipient', false],
  ['cc', false],
  ['bcc', false],
  ['listed', false],
])('a page is about a %s: %s', (role, is) => {
  expect(isSubject(role)).toBe(is);
});
