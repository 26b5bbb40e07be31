import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, noonOf } from '../../utils/domain/days.ts';
import { mailLink } from '../../utils/domain/review/mail-link.ts';
import { fieldsOf, mergeReview, type ReviewFields } from '../../utils/domain/review/merge.ts';
import { nextStageOf } from '../../utils/domain/review/next-stage.ts';
import {
  isSatisfaction,
  type Period,
  type ReviewSources,
  sinceLast,
  within,
} from '../../utils/domain/review.ts';
import { CHANNELS, type Feedback } from '../../utils/domain/types.ts';
import { followUp, goal, review, support, touchpoint } from './rows.ts';

const today = '2026-11-23';
const ago = (days: number) => addDays(today, -days);
const none: ReviewSources = { touchpoints: [], goals: [], followUps: [], support: [], feedback: [] };
const sources = (more: Partial<ReviewSources>): ReviewSources => ({ ...none, ...more });
/** Stored on the day that it is of. */
const stored = <T extends { readonly createdAt: number }>(row: T, day: string): T => ({
  ...row,
  createdAt: noonOf(day),
});
const feedback = (id: string, day: string, more: Partial<Feedback> = {}): Feedback => ({
  ...{ id, personId: 'p', from: 'them' as const, text: id, state: 'open' as const, day },
  ...{ createdAt: noonOf(day), updatedAt: 0 },
  ...more,
});
const lastReview = review('r', ago(30), { doneAt: noonOf(ago(30)) });
const period: Period = { after: lastReview, until: today };

test.each([
  [1, true],
  [5, true],
  [0, false],
  [6, false],
  [2.5, false],
  [Number.NaN, false],
  ['3', false],
  [undefined, false],
])('a satisfaction of %s: %s', (value, right) => {
  expect(isSatisfaction(value)).toBe(right);
});

describe('the period of a review', () => {
  test.each<[string, number, string, Period, boolean]>([
    ['the first review has no beginning', 0, '2001-01-01', { until: today }, true],
    ['today counts', 0, today, period, true],
    ['tomorrow does not', 0, ago(-1), period, false],
    ['the day after the last review counts', 0, ago(29), period, true],
    ['the day before it does not', noonOf(today), ago(31), period, false],
    ['its own day belongs to it', noonOf(ago(30)) - 1, ago(30), period, false],
    ['but not what was stored after it was finished', noonOf(ago(30)) + 1, ago(30), period, true],
    [
      'without the moment it was finished, its day is all its own',
      noonOf(today),
      ago(30),
      { after: { day: ago(30) }, until: today },
      false,
    ],
  ])('%s', (_, createdAt, day, of, counts) => {
    expect(within({ createdAt }, day, of)).toBe(counts);
  });

  test('whatever happened belongs to exactly one of two reviews, one after the other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: 0, max: 86_399_999 }),
        (day, storedOn, ms) => {
          const doneAt = noonOf(today);
          const first: Period = { until: today, untilAt: doneAt };
          const second: Period = { after: { day: today, doneAt }, until: addDays(today, 10) };
          const row = { createdAt: noonOf(addDays(today, storedOn)) - 43_200_000 + ms };
          const of = addDays(today, day);
          expect(Number(within(row, of, first)) + Number(within(row, of, second))).toBe(1);
        },
      ),
    );
  });
});

describe('since the last review', () => {
  test('touchpoints are counted by channel and by who began', () => {
    const happened = sinceLast(
      sources({
        touchpoints: [
          touchpoint('a', ago(1), 'in'),
          touchpoint('b', ago(5), 'out'),
          touchpoint('c', ago(3), 'in'),
          touchpoint('d', ago(2), 'both', { channel: 'meeting' }),
          touchpoint('old', ago(40), 'in'),
        ],
      }),
      period,
    );
    expect(happened.touchpoints).toEqual({ number: 4, ids: ['b', 'c', 'd', 'a'] });
    expect(happened.channels).toEqual([
      {
        channel: 'email',
        by: {
          in: { number: 2, ids: ['c', 'a'] },
          out: { number: 1, ids: ['b'] },
          both: { number: 0, ids: [] },
        },
      },
      {
        channel: 'meeting',
        by: { in: { number: 0, ids: [] }, out: { number: 0, ids: [] }, both: { number: 1, ids: ['d'] } },
      },
    ]);
  });

  test('goals are met, dropped or open', () => {
    const at = (days: number) => ({ closedAt: noonOf(ago(days)) });
    const { goals } = sinceLast(
      sources({
        goals: [
          goal('met', 'mine', 'met', at(3)),
          goal('met before', 'mine', 'met', at(50)),
          goal('dropped', 'theirs', 'dropped', at(2)),
          goal('open', 'shared'),
        ],
      }),
      period,
    );
    expect([goals.met.ids, goals.dropped.ids, goals.open.ids]).toEqual([['met'], ['dropped'], ['open']]);
  });

  test('a past review shows what was open then, though it was closed since', () => {
    const past: Period = { until: ago(20), untilAt: noonOf(ago(20)) };
    const { goals, promises } = sinceLast(
      sources({
        goals: [
          stored(goal('met later', 'mine', 'met', { closedAt: noonOf(ago(3)) }), ago(60)),
          stored(goal('made later', 'mine'), ago(10)),
        ],
        followUps: [stored(followUp('kept later', ago(25), 'done', { closedAt: noonOf(ago(5)) }), ago(60))],
      }),
      past,
    );
    expect([goals.met.ids, goals.open.ids]).toEqual([[], ['met later']]);
    expect([promises.me.kept.ids, promises.me.late.ids]).toEqual([[], ['kept later']]);
  });

  test('promises of both sides are kept, late or open; what is no promise does not count', () => {
    const done = { closedAt: noonOf(ago(4)) };
    const { promises } = sinceLast(
      sources({
        followUps: [
          followUp('kept', ago(5), 'done', done),
          followUp('late', ago(1), 'open'),
          followUp('today', today, 'open'),
          followUp('dropped', ago(5), 'dropped', done),
          followUp('first', ago(5), 'open', { first: true }),
          followUp('reply', ago(5), 'open', { untilReply: true }),
          followUp('theirs', ago(5), 'open', { by: 'them' }),
        ],
      }),
      period,
    );
    expect(promises).toEqual({
      me: {
        kept: { number: 1, ids: ['kept'] },
        late: { number: 1, ids: ['late'] },
        open: { number: 1, ids: ['today'] },
      },
      them: {
        kept: { number: 0, ids: [] },
        late: { number: 1, ids: ['theirs'] },
        open: { number: 0, ids: [] },
      },
    });
  });

  test('support goes both ways, and feedback of theirs is open until it is acted on', () => {
    const happened = sinceLast(
      sources({
        support: [
          support('given', ago(1), 'given'),
          support('offered, done', ago(2), 'offered'),
          support('only offered', ago(2), 'offered', 'open'),
          support('asked', ago(3), 'asked', 'open'),
          support('received', ago(4), 'received'),
          support('long ago', ago(90), 'given'),
        ],
        feedback: [
          feedback('open', ago(100)),
          feedback('acted on', ago(3), { state: 'done' }),
          feedback('mine', ago(3), { from: 'me' }),
        ],
      }),
      period,
    );
    expect(happened.support.given.ids).toEqual(['given', 'offered, done']);
    expect(happened.support.received.ids).toEqual(['received']);
    expect(happened.support.asked.ids).toEqual(['asked']);
    // What waits, waits from before the last review, too.
    expect(happened.feedback.ids).toEqual(['open']);
  });

  test('every touchpoint of the period is in exactly one number of its channel', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            back: fc.nat(60),
            channel: fc.constantFrom(...CHANNELS),
            direction: fc.constantFrom('in' as const, 'out' as const, 'both' as const),
          }),
          { maxLength: 40 },
        ),
        (made) => {
          const touchpoints = made.map(({ back, channel, direction }, index) =>
            touchpoint(`t${index}`, ago(back), direction, { channel }),
          );
          const happened = sinceLast(sources({ touchpoints }), period);
          const ids = happened.channels.flatMap(({ by }) => [...by.in.ids, ...by.out.ids, ...by.both.ids]);
          expect([...ids].sort()).toEqual([...happened.touchpoints.ids].sort());
          expect(happened.touchpoints.number).toBe(touchpoints.filter(({ day }) => day > ago(30)).length);
        },
      ),
    );
  });
});

describe('two windows', () => {
  test.each<[string, ReviewFields, ReviewFields, ReviewFields, ReviewFields, readonly string[]]>([
    ['each its own field', {}, { well: 'a' }, { badly: 'b' }, { well: 'a', badly: 'b' }, []],
    ['the same text', { well: 'a' }, { well: 'ab' }, { well: 'ab' }, { well: 'ab' }, []],
    ['one goes on where the other was', {}, { well: 'ab' }, { well: 'a' }, { well: 'ab' }, []],
    [
      'a text that both changed keeps both',
      { well: 'x' },
      { well: 'a' },
      { well: 'b' },
      { well: 'b\n\na' },
      ['well'],
    ],
    [
      'a number that both chose is this window’s',
      { mine: 1 },
      { mine: 2 },
      { mine: 3 },
      { mine: 2 },
      ['mine'],
    ],
    ['a text emptied here stays empty', { well: 'a' }, {}, { well: 'a' }, {}, []],
    ['a text emptied here and changed there stays', { well: 'a' }, {}, { well: 'b' }, { well: 'b' }, []],
    [
      'answers by their question',
      { answers: [{ question: '1', answer: 'x' }] },
      { answers: [{ question: '1', answer: 'y' }] },
      { answers: [{ question: '1', answer: 'x' }, { question: '2', answer: 'z' }] }, // biome-ignore format: a row
      { answers: [{ question: '1', answer: 'y' }, { question: '2', answer: 'z' }] }, // biome-ignore format: a row
      [],
    ],
    [
      'a lesson of both: its words and tags are those of both',
      { lessons: [{ id: 'l', text: 'x', tags: [] }] },
      { lessons: [{ id: 'l', text: 'a', tags: ['one'] }] },
      { lessons: [{ id: 'l', text: 'b', tags: ['two'] }] },
      { lessons: [{ id: 'l', text: 'b / a', tags: ['two', 'one'] }] },
      ['lessons'],
    ],
    [
      'an action whose day one changed and whose words the other',
      { actions: [{ id: 'a', text: 'x', by: 'me', dueDay: '2026-01-01' }] },
      { actions: [{ id: 'a', text: 'x', by: 'me', dueDay: '2026-02-02' }] },
      { actions: [{ id: 'a', text: 'y', by: 'me', dueDay: '2026-01-01' }] },
      { actions: [{ id: 'a', text: 'y', by: 'me', dueDay: '2026-02-02' }] },
      ['actions'],
    ],
    [
      'a lesson deleted here and changed there stays',
      { lessons: [{ id: 'l', text: 'x', tags: [] }] },
      {},
      { lessons: [{ id: 'l', text: 'xy', tags: [] }] },
      { lessons: [{ id: 'l', text: 'xy', tags: [] }] },
      [],
    ],
    [
      'a lesson deleted here goes',
      { lessons: [{ id: 'l', text: 'x', tags: [] }] },
      {},
      { lessons: [{ id: 'l', text: 'x', tags: [] }] },
      {},
      [],
    ],
  ])('%s', (_, base, mine, there, merged, clashes) => {
    const result = mergeReview(base, mine, there);
    expect(result.merged).toEqual(merged);
    expect(result.clashes.map(({ field }) => field)).toEqual(clashes);
  });

  const anyFields = fc
    .record(
      {
        mine: fc.integer({ min: 1, max: 5 }),
        well: fc.constantFrom('a', 'b', 'c', 'abc'),
        plan: fc.constantFrom('x', 'y'),
        nextStage: fc.constantFrom('maintain' as const, 'optimize' as const),
        answers: fc.uniqueArray(
          fc.record({ question: fc.constantFrom('1', '2', '3'), answer: fc.constantFrom('yes', 'no') }),
          { selector: ({ question }) => question, minLength: 1 },
        ),
      },
      { requiredKeys: [] },
    )
    .map((fields) => fieldsOf(fields));

  test('nothing that either wrote is lost or passed over in silence', () => {
    fc.assert(
      fc.property(anyFields, anyFields, anyFields, (base, mine, there) => {
        const { merged, clashes } = mergeReview(base, mine, there);
        for (const field of ['well', 'plan'] as const)
          for (const side of [mine, there])
            if (side[field] !== undefined && side[field] !== base[field])
              expect(merged[field]).toContain(side[field]);
        for (const field of ['mine', 'nextStage'] as const)
          if (there[field] !== base[field] && merged[field] !== there[field])
            expect(clashes).toContainEqual({ field, theirs: there[field] });
        for (const side of [mine, there])
          for (const { question, answer } of side.answers ?? [])
            if (base.answers?.find((one) => one.question === question)?.answer !== answer)
              expect(merged.answers?.find((one) => one.question === question)?.answer).toContain(answer);
      }),
    );
  });

  test('what only one changed is that one’s, and nobody is told of a clash', () => {
    fc.assert(
      fc.property(anyFields, anyFields, (base, changed) => {
        expect(mergeReview(base, changed, base)).toEqual({ merged: changed, clashes: [] });
        expect(mergeReview(base, base, changed)).toEqual({ merged: changed, clashes: [] });
        expect(mergeReview(base, changed, changed)).toEqual({ merged: changed, clashes: [] });
      }),
    );
  });
});

describe('the next stage', () => {
  const some = sources({ touchpoints: [touchpoint('t', ago(3))] });
  const happened = (more: Partial<ReviewSources> = {}) => sinceLast({ ...some, ...more }, period);
  const late = followUp('late', ago(2), 'open');
  test.each([
    ['begins anew without any touchpoint', sinceLast(none, period), {}, undefined, 'establish', ['silent']],
    ['goes on when nothing is amiss', happened(), { mine: 4, theirs: 5 }, undefined, 'maintain', ['steady']],
    ['also while nothing was said', happened(), {}, undefined, 'maintain', ['steady']],
    ['is adjusted when I am not satisfied', happened(), { mine: 3 }, undefined, 'optimize', ['mineLow']],
    ['or they are not', happened(), { mine: 5, theirs: 2 }, undefined, 'optimize', ['theirsLow']],
    ['or it fell', happened(), { theirs: 4 }, { id: 'r', theirs: 5 }, 'optimize', ['theirsFell']],
    ['not when it rose', happened(), { theirs: 5 }, { id: 'r', theirs: 4 }, 'maintain', ['steady']],
    ['or a promise is late', happened({ followUps: [late] }), {}, undefined, 'optimize', ['late']],
    [
      'or feedback waits',
      happened({ feedback: [feedback('f', ago(3))] }),
      {},
      undefined,
      'optimize',
      ['feedback'],
    ],
    [
      'or every goal is met',
      happened({ goals: [goal('g', 'mine', 'met', { closedAt: noonOf(ago(1)) })] }),
      {},
      undefined,
      'optimize',
      ['noGoal'],
    ],
    [
      'for several reasons at once',
      happened({ followUps: [late] }),
      { mine: 2, theirs: 1 },
      undefined,
      'optimize',
      ['mineLow', 'theirsLow', 'late'],
    ],
  ] as const)('%s', (_, what, now, before, to, kinds) => {
    const proposed = nextStageOf(what, now, before);
    expect(proposed.to).toBe(to);
    expect(proposed.why.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('the link that begins a mail', () => {
  const long = { subject: 'Hello', body: '问题'.repeat(200) };
  test.each([
    ['short, anywhere', undefined, { subject: 'A', body: 'B' }, true],
    ['long, in whatever opens mailto', undefined, long, false],
    ['long, in Outlook', 'outlook', long, false],
    ['long, in Gmail, which takes more', 'gmail', long, true],
    ['endless, in Gmail', 'gmail', { subject: 'Hello', body: '问题'.repeat(2000) }, false],
  ])('%s', (_, site, letter, whole) => {
    const link = mailLink('ana@example.com', site, letter);
    expect(link.whole).toBe(whole);
    expect(decodeURIComponent(link.href)).toContain('ana@example.com');
    expect(decodeURIComponent(link.href).includes(letter.body)).toBe(whole);
    expect(link.href.length).toBeLessThanOrEqual(site === 'gmail' ? 7000 : 2000);
  });
});
