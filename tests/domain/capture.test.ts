import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAutomatic, type SeenMessage, type SeenPerson, verdictOn } from '../../utils/domain/capture.ts';
import { neverLogSet } from '../../utils/domain/never-log.ts';
import { AHEAD_MS, canHaveHappened, MOST_RECIPIENTS, REFUSALS } from '../../utils/domain/refusals.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const WHO: SeenPerson = { handles: [{ kind: 'email', value: 'alice@example.com' }] };
const MAIL: SeenMessage = { at: NOW - 1000, recipients: 1 };
const LIST = neverLogSet([
  { kind: 'self', value: 'ana@example.com' },
  { kind: 'email', value: 'spam@example.com' },
]);
const as = (value: string): SeenPerson => ({ handles: [{ kind: 'email', value }] });

describe('a message with somebody', () => {
  test.each<[string, SeenPerson, SeenMessage, { captureOff?: boolean } | undefined, object]>([
    ['whom nobody knows', WHO, MAIL, undefined, { does: 'ignore' }],
    ['who is known', WHO, MAIL, {}, { does: 'log' }],
    ['to as many as a group may be', WHO, { ...MAIL, recipients: MOST_RECIPIENTS }, {}, { does: 'log' }],
    ['to one more', WHO, { ...MAIL, recipients: MOST_RECIPIENTS + 1 }, {}, { does: 'refuse', why: 'crowd' }],
    ['of which one got a copy', WHO, { ...MAIL, copied: true }, {}, { does: 'refuse', why: 'copied' }],
    ['that no person wrote', { ...WHO, automated: true }, MAIL, {}, { does: 'refuse', why: 'automated' }],
    ['for whom it is off', WHO, MAIL, { captureOff: true }, { does: 'refuse', why: 'captureOff' }],
    ['on the list', as('spam@example.com'), MAIL, {}, { does: 'refuse', why: 'never' }],
    ['who is the user', as('ana@example.com'), MAIL, {}, { does: 'refuse', why: 'self' }],
    ['before 1970', WHO, { at: -1 }, {}, { does: 'refuse', why: 'impossible' }],
    ['in the future', WHO, { at: NOW + AHEAD_MS + 1 }, {}, { does: 'refuse', why: 'impossible' }],
    ['on a day in the future', WHO, { day: '2026-12-01' }, {}, { does: 'refuse', why: 'impossible' }],
    ['tomorrow, where the clocks are ahead', WHO, { at: NOW + AHEAD_MS }, {}, { does: 'log' }],
    ['whose time was not understood', WHO, {}, {}, { does: 'refuse', why: 'undated' }],
    ['at no time', WHO, { at: Number.NaN }, {}, { does: 'refuse', why: 'impossible' }],
  ])('%s', (_, who, mail, person, verdict) => {
    expect(verdictOn(who, mail, person, LIST, NOW)).toEqual(verdict);
  });

  test('who is a stranger is left alone, whatever else there is to say', () => {
    const anyone = fc.constantFrom(WHO, as('spam@example.com'), { ...WHO, automated: true as const });
    const mail = fc.record({
      at: fc.option(fc.double(), { nil: undefined }),
      recipients: fc.option(fc.nat(50), { nil: undefined }),
      copied: fc.constantFrom(undefined, true as const),
    });
    fc.assert(
      fc.property(anyone, mail, (who, message) => {
        expect(verdictOn(who, message, undefined, LIST, NOW)).toEqual({ does: 'ignore' });
        const verdict = verdictOn(who, message, {}, LIST, NOW);
        if (verdict.does === 'refuse') expect(REFUSALS).toContain(verdict.why);
        else expect(canHaveHappened(message.at ?? NOW, NOW)).toBe(true);
      }),
    );
  });
});

test.each([
  [['mail.example.com'], 'https://mail.example.com/inbox', true],
  [['linkedin.com'], 'https://www.linkedin.com/messaging/', true],
  [['mail.example.com'], 'https://example.com/', false],
  [['mail.example.com'], 'https://notmail.example.com/', false],
  [['mail.example.com'], 'https://mail.example.com.evil.example/', false],
  [['mail.example.com'], 'https://evil.example/?mail.example.com', false],
  [['mail.example.com'], 'about:blank', false],
  [[''], 'about:blank', false],
  [['mail.example.com'], 'no address', false],
  [[], 'https://mail.example.com/', false],
])('with %j turned on, %s is logged: %s', (hosts, url, answer) => {
  expect(isAutomatic(hosts, url)).toBe(answer);
});
