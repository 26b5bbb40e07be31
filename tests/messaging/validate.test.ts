import { describe, expect, test } from 'vitest';
import type { SeenMessage } from '../../utils/messaging/protocol.ts';
import { fromPage, type Sender } from '../../utils/messaging/validate.ts';
import { MAX_SIGHTINGS } from '../../utils/sites/reading/limits.ts';
import { saidDate } from '../../utils/sites/reading/said.ts';
import type { Page } from '../../utils/sites/types.ts';

const OWN = 'kith';
const URL_OF_PAGE = 'https://mail.example.com/inbox?x=1#y';
const SENDER: Sender = { id: OWN, url: URL_OF_PAGE, frameId: 0, tab: { id: 7, windowId: 1 } };
const TOUCHPOINT = {
  sourceKey: 'mail:1',
  channel: 'email',
  direction: 'in',
  at: 1_790_000_000_000,
  subject: 'The deck',
  link: 'https://mail.example.com/1',
  recipients: 2,
  copied: true,
} as const;
const SIGHTING = {
  role: 'sender',
  handles: [{ kind: 'email', value: 'ana@example.com' }],
  name: 'Ana',
  headline: 'Editor',
  organization: 'Example',
  location: 'Lima',
  claims: 'boss@bank.example',
  touchpoints: [TOUCHPOINT],
} as const;
const READING = { site: 'gmail', view: 'conversation', sightings: [SIGHTING], self: [], omitted: 0 } as const;
const SEEN: SeenMessage = {
  type: 'seen',
  documentKey: 'd1',
  url: URL_OF_PAGE,
  title: 'Inbox',
  reading: READING,
};

const reading = (changes: object) => ({ ...SEEN, reading: { ...READING, ...changes } });
const sighting = (changes: object) => reading({ sightings: [{ ...SIGHTING, ...changes }] });
const touchpoint = (changes: object) => sighting({ touchpoints: [{ ...TOUCHPOINT, ...changes }] });
const check = (message: unknown, sender: Partial<Sender> = {}) =>
  fromPage(message, { ...SENDER, ...sender }, OWN);
const LONG = 'x'.repeat(5000);
const LOUD = { document: { documentElement: { lang: LONG } } } as unknown as Page; // all that is asked of it
const REFUSED = { refused: expect.any(String) };

describe('a page’s message is taken', () => {
  test('with its tab and frame', () => {
    expect(check(SEEN, { frameId: 3 })).toEqual({ message: SEEN, tabId: 7, frameId: 3 });
  });

  test.each<[string, object]>([
    ['without a reading', { type: 'seen', documentKey: 'd', url: URL_OF_PAGE, title: '' }],
    ['that says it is gone', { type: 'gone', documentKey: 'd' }],
    ['with as many people as Kith reads', reading({ sightings: Array(MAX_SIGHTINGS).fill(SIGHTING) })],
    ['with a day instead of a time', touchpoint({ at: undefined, day: '2028-02-29' })],
    ['with an http link', touchpoint({ link: 'http://localhost:8000/?_uid=3' })],
    ['with whatever a page says of a date', touchpoint(saidDate(LOUD, Array(50).fill(LONG)))],
    ['in whatever language', touchpoint(saidDate(LOUD, ['1.2.2026'], { language: LONG }))],
    ['with hostile text as text', sighting({ name: '<img src=x onerror=alert(1)>' })],
  ])('%s', (_, message) => {
    expect(check(message)).toMatchObject({ message: JSON.parse(JSON.stringify(message)) });
  });

  test('from a frame without an address of its own, for the page that made it', () => {
    expect(check(SEEN, { url: 'about:blank' })).toHaveProperty('message');
    expect(check({ ...SEEN, url: 'about:srcdoc' })).toHaveProperty('message');
  });
});

test.each([undefined, null, 'seen', 7, [], {}, { type: 'other' }, { type: 'say-again' }])(
  '%o is not addressed here at all',
  (message) => {
    expect(check(message)).toBeUndefined();
  },
);

describe('a message is refused', () => {
  test.each<[string, Partial<Sender>]>([
    ['another extension', { id: 'other' }],
    ['nobody', { id: undefined }],
    ['no tab', { tab: undefined }],
    ['a tab without id', { tab: {} }],
    ['no frame', { frameId: undefined }],
    ['another site', { url: 'https://evil.example.com/' }],
    ['another port', { url: 'https://mail.example.com:8443/' }],
    ['another scheme', { url: 'http://mail.example.com/' }],
    ['a host that ends alike', { url: 'https://evilmail.example.com/' }],
    ['an address that is not known', { url: undefined }],
  ])('from %s', (_, sender) => {
    expect(check(SEEN, sender)).toEqual(REFUSED);
  });

  test.each<[string, unknown]>([
    ['an address that is none', { ...SEEN, url: 'inbox' }],
    ['no document key', { ...SEEN, documentKey: undefined }],
    ['a document key that is no text', { type: 'gone', documentKey: {} }],
    ['a title that is no text', { ...SEEN, title: 1 }],
    ['an extra key', { ...SEEN, extra: 1 }],
    ['an extra key beside gone', { type: 'gone', documentKey: 'd', url: URL_OF_PAGE }],
    ['an extra key in the reading', reading({ html: '<p>' })],
    ['an extra key in a sighting', sighting({ body: 'the whole mail' })],
    ['an extra key in a handle', sighting({ handles: [{ kind: 'email', value: 'a@example.com', x: 1 }] })],
    ['an extra key in a touchpoint', touchpoint({ body: 'the whole mail' })],
    ['an empty reading', { ...SEEN, reading: {} }],
    ['a reading that is null', { ...SEEN, reading: null }],
    ['one person too many', reading({ sightings: Array(MAX_SIGHTINGS + 1).fill(SIGHTING) })],
    ['people that are no list', reading({ sightings: { length: 1, 0: SIGHTING } })],
    ['a person without a handle', sighting({ handles: [] })],
    ['a person with a hundred handles', sighting({ handles: Array(100).fill(SIGHTING.handles[0]) })],
    ['an empty handle', sighting({ handles: [{ kind: 'email', value: '' }] })],
    ['a handle of an unknown kind', sighting({ handles: [{ kind: 'fax', value: '1' }] })],
    ['a role that is none', sighting({ role: 'boss' })],
    ['a name that is no text', sighting({ name: { toString: 'x' } })],
    ['a name of 10,000 characters', sighting({ name: 'x'.repeat(10_000) })],
    ['a javascript: link', touchpoint({ link: 'javascript:alert(1)' })],
    ['a data: link', touchpoint({ link: 'data:text/html,x' })],
    ['a link with a line before it', touchpoint({ link: 'javascript:alert(1)\nhttps://example.com' })],
    ['a relative link', touchpoint({ link: '/inbox' })],
    ['a time that is no number', touchpoint({ at: '2026-01-01' })],
    ['a time that is infinite', touchpoint({ at: Number.POSITIVE_INFINITY })],
    ['a time that no date can hold', touchpoint({ at: 1e300 })],
    ['a day that does not exist', touchpoint({ day: '2026-02-30' })],
    ['a day that is none', touchpoint({ day: 'yesterday' })],
    ['no source key', touchpoint({ sourceKey: '' })],
    ['a channel that is none', touchpoint({ channel: 'fax' })],
    ['half a recipient', touchpoint({ recipients: 0.5 })],
    ['fewer than no people left out', reading({ omitted: -1 })],
    ['2,000 touchpoints', sighting({ touchpoints: Array(2000).fill(TOUCHPOINT) })],
  ])('with %s', (_, message) => {
    expect(check(message)).toEqual(REFUSED);
  });

  test('with the same words when the same thing is wrong, so that it is logged once', () => {
    expect(check(sighting({ role: 'boss' }))).toEqual(check(sighting({ role: 'boss' })));
  });
});
