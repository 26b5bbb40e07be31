import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lessonMatches, lessonWhy, parseTags, tagKey } from '../../utils/domain/lessons.ts';

test.each([
  ['', []],
  ['pilot', ['pilot']],
  ['pilot, Pilot ,PILOT', ['pilot']],
  ['#pilot， 试点、pricing;', ['pilot', '试点', 'pricing']],
  ['two  words, a', ['two words', 'a']],
  [' , ,, ', []],
])('the tags in %j', (line, tags) => {
  expect(parseTags(line)).toEqual(tags);
});

test('tags come back from their line, each once, and never more than twenty', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (line) => {
      const tags = parseTags(line);
      expect(parseTags(tags.join(', '))).toEqual(tags);
      expect(new Set(tags.map(tagKey)).size).toBe(tags.length);
      expect(tags.length).toBeLessThanOrEqual(20);
    }),
  );
});

const person = { id: 'p', tags: ['Pilot', 'retail'], playbook: 'client' };
test.each([
  ['of the person', { personId: 'p', tags: [] }, undefined, { own: true, tags: [], playbook: false }],
  [
    'with the same tag',
    { tags: ['pilot', 'x'] },
    undefined,
    { own: false, tags: ['pilot'], playbook: false },
  ],
  [
    'of somebody of the same playbook',
    { personId: 'q', tags: [] },
    { playbook: 'client' },
    { own: false, tags: [], playbook: true },
  ],
  ['of somebody of another playbook', { personId: 'q', tags: ['x'] }, { playbook: 'friend' }, undefined],
  ['of nobody, with other tags', { tags: ['x'] }, undefined, undefined],
])('a lesson %s', (_, lesson, from, why) => {
  expect(lessonWhy(lesson, from, person)).toEqual(why);
});

test('people without a playbook are not alike for it', () => {
  expect(lessonWhy({ personId: 'q', tags: [] }, {}, { id: 'p', tags: [] })).toBeUndefined();
});

test.each([
  ['', [], true],
  ['price earl', [], true],
  ['preço', [], true],
  ['ana', [], true],
  ['price never', [], false],
  ['', ['PILOT'], true],
  ['', ['pilot', 'other'], false],
])('a search for %j with the tags %j: %s', (query, tags, found) => {
  const lesson = { text: 'Name the price early. Preco firme', tags: ['pilot'] };
  expect(lessonMatches(lesson, 'Ana Pérez', query, tags)).toBe(found);
});
