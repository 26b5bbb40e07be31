import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, dayOf, noonOf } from '../../utils/domain/days.ts';
import { medianGap } from '../../utils/domain/rhythm.ts';
import { boardStanding } from '../../utils/domain/standing/board.ts';
import { readSubject } from '../../utils/domain/standing/thread.ts';
import { businessOnlyOf, inOrder, type Standing, standingOf } from '../../utils/domain/standing.ts';
import { CHANNELS, type Touchpoint } from '../../utils/domain/types.ts';
import { followUp, review, support, touchpoint } from './rows.ts';

const today = '2026-11-23';
const NOTHING = { support: [], followUps: [], reviews: [], today };
const of = (touchpoints: readonly Touchpoint[], more = {}) =>
  standingOf(touchpoints, { ...NOTHING, ...more });

/** Mail of one thread and direction, `a` days ago. */
const mail = (id: string, ago: number, direction: 'in' | 'out', subject?: string, hour?: number) =>
  touchpoint(id, addDays(today, -ago), direction, {
    ...(subject !== undefined && { subject }),
    ...(hour !== undefined && { hour }),
  });

test('without anything there is nothing to say', () => {
  expect(of([])).toEqual({
    touchpoints: { number: 0, ids: [] },
    enough: false,
    channels: [],
    support: { given: { number: 0, ids: [] }, received: { number: 0, ids: [] } },
    promises: { mine: { number: 0, ids: [] }, theirs: { number: 0, ids: [] } },
    satisfaction: { mine: [], theirs: [] },
  });
});

test('under four touchpoints there is the last one and no pattern', () => {
  const standing = of([mail('a', 90, 'in', 'A'), mail('b', 60, 'out', 'B'), mail('c', 30, 'in', 'C')]);
  expect(standing.enough).toBe(false);
  expect(standing.last).toEqual({ number: 30, ids: ['c'] });
  expect(standing).not.toHaveProperty('rhythm');
  expect(standing).not.toHaveProperty('begins');
  expect(standing).not.toHaveProperty('replies');
  expect(standing).not.toHaveProperty('turns');
  expect(standing).not.toHaveProperty('business');
});

test('the rhythm is that of days: a thread of many messages on one day is one', () => {
  const thread = [9, 10, 11, 12].map((hour) => mail(`t${hour}`, 40, hour % 2 ? 'in' : 'out', 'T', hour));
  const standing = of([
    ...thread,
    mail('a', 30, 'out', 'A'),
    mail('b', 20, 'in', 'B'),
    mail('c', 5, 'out', 'C'),
  ]);
  expect(standing.rhythm).toEqual({
    days: 10,
    gaps: 3,
    span: 35,
    ids: ['t9', 't10', 't11', 't12', 'a', 'b', 'c'],
  });
});

test('four touchpoints within two weeks are enough, but no rhythm', () => {
  const standing = of([20, 15, 10, 6].map((ago) => mail(`m${ago}`, ago, 'out', `S${ago}`)));
  expect(standing.enough).toBe(true);
  expect(standing).not.toHaveProperty('rhythm');
});

describe('who begins', () => {
  const begins = (...touchpoints: Touchpoint[]) => {
    // Two calls of long ago, so that there is enough to go by.
    const long = [600, 595, 590].map((ago) =>
      touchpoint(`old${ago}`, addDays(today, -ago), 'both', { channel: 'meeting' }),
    );
    const { begins } = of([...long, ...touchpoints]);
    return {
      in: begins?.in.ids,
      out: begins?.out.ids,
      both: begins?.both.ids.filter((id) => id !== 'old600'),
    };
  };

  test('whoever writes first after more than 14 days', () => {
    expect(
      begins(mail('a', 100, 'in', 'S'), mail('b', 99, 'out', 'Re: S'), mail('c', 84, 'out', 'Re: S')),
    ).toEqual({
      in: ['a'],
      out: ['c'],
      both: [],
    });
  });
  test('14 days later is still the same conversation', () => {
    expect(begins(mail('a', 100, 'in', 'S'), mail('b', 86, 'out', 'Re: S')).out).toEqual([]);
  });
  test('whoever writes under a new subject, however soon', () => {
    expect(begins(mail('a', 100, 'in', 'S'), mail('b', 99, 'out', 'T'))).toEqual({
      in: ['a'],
      out: ['b'],
      both: [],
    });
  });
  test('not whoever answers in a thread whose beginning was never seen', () => {
    expect(begins(mail('a', 100, 'out', 'Re: S'))).toEqual({ in: [], out: [], both: [] });
    expect(begins(mail('a', 100, 'out', '回复：报价'))).toEqual({ in: [], out: [], both: [] });
  });
  test('but whoever forwards something', () => {
    expect(begins(mail('a', 100, 'out', 'Fwd: S')).out).toEqual(['a']);
  });
  test('both, where it was mutual', () => {
    const met = touchpoint('m', addDays(today, -100), 'both', { channel: 'meeting' });
    expect(begins(met, mail('a', 99, 'out')).both).toEqual(['m']);
  });
  test('a call on the day after a mail goes on with it', () => {
    const call = touchpoint('c', addDays(today, -99), 'in', { channel: 'call' });
    expect(begins(mail('a', 100, 'out', 'S'), call)).toEqual({ in: [], out: ['a'], both: [] });
  });
});

describe('reply times', () => {
  const HOUR = 3_600_000;
  const replies = (...touchpoints: Touchpoint[]) => {
    const far = [800, 790, 780, 770].map((ago) => touchpoint(`far${ago}`, addDays(today, -ago), 'both'));
    return of([...far, ...touchpoints]).replies;
  };

  test('are the medians of each side, within a thread', () => {
    expect(
      replies(
        mail('a', 50, 'in', 'S', 8),
        mail('b', 50, 'out', 'Re: S', 10),
        mail('c', 50, 'in', 'RE: Re: S', 15),
        mail('d', 49, 'out', '答复: S', 15),
        mail('x', 40, 'in', 'Other', 1),
      ),
    ).toEqual({ mine: { number: 13 * HOUR, ids: ['b', 'd'] }, theirs: { number: 5 * HOUR, ids: ['c'] } });
  });
  test('count from the first of several messages in a row', () => {
    expect(
      replies(mail('a', 50, 'in', 'S', 0), mail('b', 49, 'in', 'S', 0), mail('c', 48, 'out', 'S', 0)),
    ).toEqual({
      mine: { number: 48 * HOUR, ids: ['c'] },
    });
  });
  test('end after 30 days', () => {
    expect(replies(mail('a', 50, 'in', 'S'), mail('b', 19, 'out', 'S'))).toEqual({});
    expect(replies(mail('a', 50, 'in', 'S'), mail('b', 20, 'out', 'S'))).toEqual({
      mine: { number: 720 * HOUR, ids: ['b'] },
    });
  });
  test('are not measured across subjects, without one, for calls, or from a day alone', () => {
    const call = touchpoint('c', addDays(today, -50), 'out', { channel: 'call', hour: 15 });
    expect(replies(mail('a', 50, 'in', 'S', 8), mail('b', 50, 'out', 'T', 9))).toEqual({});
    expect(replies(mail('a', 50, 'in', undefined, 8), mail('b', 50, 'out', undefined, 9))).toEqual({});
    expect(replies(mail('a', 50, 'in', 'S', 8), call)).toEqual({});
    expect(replies({ ...mail('a', 50, 'in', 'S'), dayOnly: true }, mail('b', 50, 'out', 'S', 14))).toEqual(
      {},
    );
  });
  test('of messages need no subject', () => {
    const message = (id: string, direction: 'in' | 'out', hour: number) =>
      touchpoint(id, addDays(today, -50), direction, { channel: 'message', hour });
    expect(replies(message('a', 'out', 8), message('b', 'in', 9))).toEqual({
      theirs: { number: HOUR, ids: ['b'] },
    });
  });
});

test('turns count several messages of one side on one day once, over twelve months', () => {
  const standing = of([
    mail('old', 365, 'in'),
    mail('a', 364, 'in', 'A', 9),
    mail('a2', 364, 'in', 'A', 10),
    mail('b', 364, 'out', 'A', 11),
    mail('c', 363, 'out', 'A', 11),
  ]);
  expect(standing.turns).toEqual({
    in: { number: 1, ids: ['a'] },
    out: { number: 2, ids: ['b', 'c'] },
    both: { number: 0, ids: [] },
  });
});

test('support over twelve months: what was offered or asked for counts once it is done', () => {
  const rows = [
    support('tooOld', '2025-11-23', 'given'),
    support('g', '2025-11-24', 'given'),
    support('o', '2026-03-01', 'offered'),
    support('o2', '2026-03-02', 'offered', 'open'),
    support('a', '2026-02-01', 'asked'),
    support('a2', '2026-02-02', 'asked', 'open'),
    support('r', '2026-05-01', 'received'),
  ];
  expect(of([], { support: rows }).support).toEqual({
    given: { number: 3, ids: ['g', 'a', 'o'] },
    received: { number: 1, ids: ['r'] },
  });
});

test('open promises of both sides, and satisfaction from done reviews between 1 and 5', () => {
  const standing = of([], {
    followUps: [
      followUp('mine', '2026-12-01', 'open'),
      followUp('done', '2026-10-01', 'done'),
      followUp('theirs', '2026-12-01', 'open', { by: 'them' }),
    ],
    reviews: [
      review('r2', '2026-09-01', { mine: 4, theirs: 9 }),
      review('r1', '2026-06-01', { mine: 3, theirs: 5 }),
      review('draft', '2026-11-01', { state: 'draft', mine: 1 }),
    ],
  });
  expect(standing.promises).toEqual({
    mine: { number: 1, ids: ['mine'] },
    theirs: { number: 1, ids: ['theirs'] },
  });
  expect(standing.satisfaction).toEqual({
    mine: [
      { day: '2026-06-01', value: 3, reviewId: 'r1' },
      { day: '2026-09-01', value: 4, reviewId: 'r2' },
    ],
    theirs: [{ day: '2026-06-01', value: 5, reviewId: 'r1' }],
  });
});

describe('only business', () => {
  const lunch = touchpoint('lunch', '2026-03-01', 'both', { channel: 'social' });
  test('since the last social touchpoint', () => {
    expect(businessOnlyOf([mail('a', 400, 'in'), lunch, mail('b', 10, 'out')], today)).toEqual({
      since: '2026-03-01',
      days: 267,
      ids: ['b'],
    });
  });
  test('since the first touchpoint where there never was one', () => {
    expect(businessOnlyOf([mail('a', 400, 'in'), mail('b', 10, 'out')], today)).toEqual({
      since: addDays(today, -400),
      days: 400,
      ids: ['a', 'b'],
    });
  });
  test('is not said of silence', () => {
    expect(businessOnlyOf([lunch], today)).toBeUndefined();
    expect(businessOnlyOf([], today)).toBeUndefined();
  });
});

test('what is dated after today does not count', () => {
  const standing = of([mail('a', 5, 'out'), mail('b', -5, 'out')]);
  expect(standing.touchpoints).toEqual({ number: 1, ids: ['a'] });
  expect(standing.last).toEqual({ number: 5, ids: ['a'] });
});

test.each([
  ['Re: Plans', 'plans', true],
  ['RE: AW: Re[2]: Plans', 'plans', true],
  ['回复：报价单', '报价单', true],
  ['转发: 报价单', '报价单', false],
  ['Fwd: Re: Plans', 'plans', false],
  ['  Plans   for\tMay ', 'plans for may', false],
  ['Reorganisation', 'reorganisation', false],
  ['Research: results', 'research: results', false],
  ['', '', false],
  [undefined, '', false],
])('the subject %j is of the thread %j, a reply: %s', (subject, key, reply) => {
  expect(readSubject(subject)).toEqual({ key, reply });
});

const anyTouchpoints = fc
  .array(
    fc.record({
      // Some of them at the same instant.
      ago: fc.oneof(fc.integer({ min: -3, max: 800 }), fc.integer({ min: 0, max: 3 })),
      hour: fc.constantFrom(1, 9, 12, 23),
      direction: fc.constantFrom('in' as const, 'out' as const, 'both' as const),
      channel: fc.constantFrom(...CHANNELS),
      subject: fc.constantFrom('', 'A', 'Re: A', 'B', '回复：B', 'C'),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(({ ago, direction, ...more }, index) =>
      touchpoint(`t${index}`, addDays(today, -ago), direction, more),
    ),
  );

/** Every number with ids in a standing. */
function traced(value: unknown): { number: number; ids: string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'number' in value && 'ids' in value ? [value as { number: number; ids: string[] }] : [];
  return [...own, ...Object.values(value).flatMap(traced)];
}

describe('of any history', () => {
  test('every id is a touchpoint of it, once, and every count is how many there are', () => {
    fc.assert(
      fc.property(anyTouchpoints, (list) => {
        const standing: Standing = of(list);
        const ids = new Set(list.map(({ id }) => id));
        for (const { ids: from } of traced(standing)) {
          expect(from.every((id) => ids.has(id))).toBe(true);
          expect(new Set(from).size).toBe(from.length);
        }
        const { begins, turns, channels, touchpoints } = standing;
        for (const { number, ids: from } of traced({ begins, turns, channels, touchpoints })) {
          expect(number).toBe(from.length);
        }
        expect(channels.reduce((sum, { number }) => sum + number, 0)).toBe(touchpoints.number);
      }),
    );
  });

  test('the order of the rows makes no difference', () => {
    fc.assert(
      fc.property(anyTouchpoints, (list) => {
        expect(of([...list].reverse())).toEqual(of(list));
      }),
    );
  });

  test('in and out change places when the two do', () => {
    const swap = { in: 'out', out: 'in', both: 'both' } as const;
    fc.assert(
      fc.property(anyTouchpoints, (list) => {
        const here = of(list);
        const there = of(list.map((row) => ({ ...row, direction: swap[row.direction] })));
        expect(there.begins?.in).toEqual(here.begins?.out);
        expect(there.turns?.out).toEqual(here.turns?.in);
        expect(there.replies?.mine).toEqual(here.replies?.theirs);
        expect(there.rhythm).toEqual(here.rhythm);
      }),
    );
  });
});

describe('the board', () => {
  afterEach(() => {
    process.env['TZ'] = 'UTC';
  });

  test('says the same as the standings do, in every zone', () => {
    for (const zone of ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Asia/Kolkata']) {
      process.env['TZ'] = zone;
      fc.assert(
        fc.property(anyTouchpoints, (made) => {
          const list = made.map((row) => ({ ...row, day: dayOf(row.at) })).filter(({ day }) => day <= today);
          const keys = list.map(({ at }) => ['p', at] as const);
          const [card] = boardStanding(
            [{ id: 'p', dueDay: '2026-12-01' }],
            [['stranger', 0], ['p', noonOf('2027-01-01')], ...keys],
            today,
          );
          const last = inOrder(list).at(-1);
          expect(card).toEqual({
            id: 'p',
            ...(list.length > 0 && { rhythm: medianGap(list.map(({ day }) => day)) }),
            ...(last && { lastDay: last.day, days: of(list).last?.number }),
            dueDay: '2026-12-01',
            inDays: 8,
          });
        }),
        { numRuns: 50 },
      );
    }
  });

  test('of 10,000 people with 200,000 touchpoints has them all, each with the last of theirs', () => {
    const people = Array.from({ length: 10_000 }, (_, index) => ({ id: `person-${index}`, dueDay: today }));
    const start = noonOf('2024-01-01');
    const timeline = people.flatMap(({ id }, index) =>
      Array.from({ length: 20 }, (_, nth) => [id, start + (nth * 40 + (index % 17)) * 86_400_000] as const),
    );
    const cards = boardStanding(people, timeline, today);
    expect(cards.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
    expect(new Set(cards.map(({ rhythm }) => rhythm?.days))).toEqual(new Set([40]));
    expect(cards.at(3)?.lastDay).toBe('2026-02-02');
  });
});
