import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Comparable,
  isAnswer,
  isSameMessage,
  PROVISIONAL,
  SAME_MESSAGE_MS,
  subjectKey,
  twinOf,
} from '../../utils/domain/same-message.ts';

const AT = Date.UTC(2026, 10, 23, 12);
const SENT: Comparable = {
  sourceKey: `${PROVISIONAL}x`,
  direction: 'out',
  at: AT,
  day: '2026-11-23',
  subject: 'The deck',
  site: 'gmail',
};
const REAL: Comparable = { ...SENT, sourceKey: 'gmail:1', at: AT + 3000 };

describe('a message that was sent and one that is seen', () => {
  test.each<[string, Partial<Comparable>, boolean]>([
    ['agree', {}, true],
    ['agree but for the prefix of a reply', { subject: 'RE:  the  Deck' }, true],
    ['are as far apart as may be', { at: AT + SAME_MESSAGE_MS }, true],
    ['are further apart', { at: AT + SAME_MESSAGE_MS + 1 }, false],
    ['have another subject', { subject: 'The dock' }, false],
    ['are on another site', { site: 'outlook' }, false],
    ['go the other way', { direction: 'in' }, false],
    ['agree on the day, which is all that is known', { at: AT + 8 * 3_600_000, dayOnly: true }, true],
    ['differ in the day, which is all that is known', { day: '2026-11-24', dayOnly: true }, false],
    ['met before', { sentKey: SENT.sourceKey, at: 0, subject: 'Edited' }, true],
    ['had each met another', { sentKey: `${PROVISIONAL}y` }, false],
  ])('%s', (_, other, same) => {
    expect(isSameMessage(SENT, { ...REAL, ...other })).toBe(same);
    expect(isSameMessage({ ...REAL, ...other }, SENT)).toBe(same);
  });

  test('are never two of a kind', () => {
    expect(isSameMessage(SENT, { ...SENT, sourceKey: `${PROVISIONAL}y` })).toBe(false);
    expect(isSameMessage(REAL, { ...REAL, sourceKey: 'gmail:2' })).toBe(false);
  });
});

const comparable = fc.record({
  sourceKey: fc.constantFrom('sent:a', 'sent:b', 'gmail:1', 'gmail:2'),
  direction: fc.constantFrom('in' as const, 'out' as const),
  at: fc.constantFrom(AT, AT + 1000, AT + SAME_MESSAGE_MS, AT + 2 * SAME_MESSAGE_MS),
  day: fc.constantFrom('2026-11-23', '2026-11-24'),
  dayOnly: fc.constantFrom(undefined, true as const),
  subject: fc.constantFrom(undefined, '', 'A', 'Re: a', 'B'),
  site: fc.constantFrom(undefined, 'gmail'),
  sentKey: fc.constantFrom(undefined, 'sent:a'),
});

test('being the same message goes both ways, and every message is itself', () => {
  fc.assert(
    fc.property(comparable, comparable, (a, b) => {
      expect(isSameMessage(a, a)).toBe(true);
      expect(isSameMessage(a, b)).toBe(isSameMessage(b, a));
    }),
  );
});

test('of two alike, each meets the nearest', () => {
  const two = [SENT, { ...SENT, sourceKey: `${PROVISIONAL}y`, at: AT + 120_000 }];
  expect(twinOf(REAL, two)).toBe(two[0]);
  expect(twinOf({ ...REAL, at: AT + 119_000 }, two)).toBe(two[1]);
  expect(twinOf({ ...REAL, subject: 'Other' }, two)).toBeUndefined();
  fc.assert(
    fc.property(comparable, fc.array(comparable), (message, others) => {
      const twin = twinOf(message, others);
      expect(twin === undefined).toBe(!others.some((other) => isSameMessage(message, other)));
      if (twin) expect(isSameMessage(message, twin)).toBe(true);
    }),
  );
});

describe('a subject', () => {
  test.each([
    [undefined, ''],
    ['(no subject)', ''],
    ['（无主题）', ''],
    ['Re: (no subject)', ''],
    ['  Re: AW: Fwd:  Lunch ', 'lunch'],
    ['Re[2]: Lunch', 'lunch'],
    ['回复：关于下周的会议', '关于下周的会议'],
    ['Ｌｕｎｃｈ', 'lunch'],
    ['Reply: Lunch', 'reply: lunch'],
    ['no subject to discuss', 'no subject to discuss'],
    ['re', 're'],
  ])('%j is compared as %j', (subject, key) => {
    expect(subjectKey(subject)).toBe(key);
  });

  test('is compared as the same, however often somebody answered', () => {
    const prefix = fc.constantFrom('Re: ', 'RE:', 'Fwd: ', 'AW: ', '回复：', 'Sv : ');
    fc.assert(
      fc.property(fc.string(), fc.array(prefix, { maxLength: 5 }), (subject, prefixes) => {
        expect(subjectKey(prefixes.join('') + subject)).toBe(subjectKey(subject));
      }),
    );
  });

  test.each([
    ['Lunch?', false],
    ['Re: Lunch?', true],
    ['转发: 会议', true],
    [undefined, false],
  ])('%j is an answer: %s', (subject, answer) => {
    expect(isAnswer(subject)).toBe(answer);
  });
});
