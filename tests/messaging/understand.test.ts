import { describe, expect, test } from 'vitest';
import type { SeenMessage } from '../../utils/messaging/protocol.ts';
import { understood } from '../../utils/messaging/understand.ts';
import type { Role, SeenTouchpoint, Sighting } from '../../utils/sites/types.ts';

const CONTEXT = { now: Date.UTC(2026, 10, 28), timeZone: 'UTC' };
const MAY = Date.UTC(2026, 4, 13, 23, 2);

const touchpoint = (fields: Partial<SeenTouchpoint>): SeenTouchpoint => ({
  sourceKey: 'mail:1',
  channel: 'email',
  direction: 'in',
  ...fields,
});
const sighting = (name: string, touchpoints: readonly SeenTouchpoint[], role: Role = 'sender'): Sighting => ({
  role,
  handles: [{ kind: 'email', value: `${name}@example.com` }],
  name,
  touchpoints,
});
const shown = (...sightings: readonly Sighting[]) => {
  const seen: SeenMessage = {
    type: 'seen',
    documentKey: 'd',
    url: 'https://mail.example.com/',
    title: '',
    reading: { site: 'outlook', view: 'conversation', sightings, self: [], omitted: 0 },
  };
  return understood(seen, CONTEXT).reading?.sightings ?? [];
};
const dated = (fields: Partial<SeenTouchpoint>) =>
  shown(sighting('ana', [touchpoint(fields)]))[0]?.touchpoints;
const english = (...texts: string[]) => ({ said: { texts, language: 'en' } });
const said = (sourceKey: string, text: string, direction: 'in' | 'out' = 'in') =>
  touchpoint({ sourceKey, direction, ...english(text) });

describe('when something was, in the page’s words,', () => {
  test('is an instant, a day or unknown, and the words are gone', () => {
    expect(dated(english('May 13, 2026, 11:02 PM'))).toEqual([touchpoint({ at: MAY })]);
    expect(dated(english('May 13, 2026'))).toEqual([touchpoint({ day: '2026-05-13' })]);
    expect(dated(english('soon'))).toEqual([touchpoint({})]);
  });

  test('is no date of what needs one and has none', () => {
    const { said } = english('soon');
    expect(dated({ said: { ...said, needed: 'date' } })).toEqual([]);
    expect(dated({ said: { ...english('2026-05-13').said, needed: 'date' } })).toHaveLength(1);
  });

  test('is a part of the key of what is known by the minute, and without a minute it is none', () => {
    const known = (text: string) => dated({ said: { ...english(text).said, needed: 'instant' } });
    expect(known('May 13, 2026, 11:02 PM')).toEqual([
      touchpoint({ at: MAY, sourceKey: 'mail:1:2026-05-13T23:02' }),
    ]);
    expect(known('May 13, 2026, 11:02:59 PM')?.[0]?.sourceKey).toBe('mail:1:2026-05-13T23:02');
    expect(known('May 13, 2026')).toEqual([]);
    expect(known('soon')).toEqual([]);
  });

  test('lets the reader’s own instant count where they confirm the one beside it, and only there', () => {
    const confirms = (text: string) =>
      dated({ at: MAY + 300_000, said: { texts: [text], language: '', near: MAY } });
    expect(confirms('23:02 13.5.2026')).toEqual([touchpoint({ at: MAY + 300_000 })]);
    expect(confirms('22:02 13.5.2026')).toEqual([touchpoint({})]);
  });
});

describe('of a conversation', () => {
  const first = said('mail:1', '2026-05-13 10:00');
  const second = said('mail:2', '2026-05-14 10:00');
  const answer = said('mail:3', '2026-05-15 10:00', 'out');
  const names = (sightings: readonly Sighting[]) => sightings.map(({ name }) => name);
  const keys = ({ touchpoints }: Sighting) => touchpoints.map(({ sourceKey }) => sourceKey);

  test('who wrote last comes first, on a page that shows the newest message at its top, too', () => {
    expect(names(shown(sighting('ana', [first]), sighting('bob', [second])))).toEqual(['bob', 'ana']);
    expect(names(shown(sighting('bob', [second]), sighting('ana', [first])))).toEqual(['bob', 'ana']);
    expect(shown(sighting('ana', [first, answer, second])).map(keys)).toEqual([
      ['mail:3', 'mail:2', 'mail:1'],
    ]);
  });

  test('whom the user answered after that wrote no later for it', () => {
    expect(names(shown(sighting('ana', [first, answer]), sighting('bob', [second])))).toEqual(['bob', 'ana']);
  });

  test('the page’s own order stays where a message has no time', () => {
    const day = said('mail:4', '2026-05-12');
    expect(names(shown(sighting('ana', [first, day]), sighting('bob', [second])))).toEqual(['ana', 'bob']);
    expect(names(shown(sighting('ana', []), sighting('bob', [second])))).toEqual(['ana', 'bob']);
  });

  test('those who only received it stay behind', () => {
    const all = shown(
      sighting('ana', [first]),
      sighting('bob', [second]),
      sighting('eve', [answer], 'recipient'),
    );
    expect(names(all)).toEqual(['bob', 'ana', 'eve']);
  });
});

describe('two messages of one sender in one minute', () => {
  const keysOf = (...texts: string[]) =>
    shown(
      sighting(
        'ana',
        texts.map((text) =>
          touchpoint({
            sourceKey: 'https://mail.example.com:ana@example.com',
            said: { texts: [text], language: 'en', needed: 'instant' },
          }),
        ),
      ),
    )[0]?.touchpoints.map(({ sourceKey }) => sourceKey);
  const key = 'https://mail.example.com:ana@example.com:2026-05-13T23:02';

  test('are two where the page shows seconds', () => {
    expect(keysOf('2026-05-13T23:02:41Z', '2026-05-13T23:02:05Z')).toEqual([`${key}:2`, key]);
  });

  test('may be copies of one where it does not, or the same ones', () => {
    expect(keysOf('2026-05-13T23:02Z', '2026-05-13T23:02Z')).toEqual([key, key]);
    expect(keysOf('2026-05-13T23:02:05Z', '2026-05-13T23:02:05Z')).toEqual([key, key]);
    expect(keysOf('2026-05-13T23:02:41Z')).toEqual([key]);
  });
});
