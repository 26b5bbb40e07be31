import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, noonOf } from '../../utils/domain/days.ts';
import { inOrder } from '../../utils/domain/standing.ts';
import { fingerprintOf, worthAskingAgain } from '../../utils/domain/suggestions/evidence.ts';
import type { StageFacts } from '../../utils/domain/suggestions/needs.ts';
import { RULES, suggestStage } from '../../utils/domain/suggestions.ts';
import { STAGES, type Touchpoint } from '../../utils/domain/types.ts';
import { followUp, goal, review, touchpoint } from './rows.ts';

const today = '2026-11-23';
const ago = (days: number) => addDays(today, -days);

/** Facts of somebody in a stage since 200 days, with nothing else known. */
function facts(stage: StageFacts['stage'], more: Partial<StageFacts> = {}): StageFacts {
  return {
    stage,
    since: ago(200),
    today,
    reviewEveryDays: 90,
    touchpoints: [],
    goals: [],
    followUps: [],
    reviews: [],
    adjustments: [],
    contactChanges: [],
    ...more,
  };
}

/** Mails of alternating sides, so many days ago, each of its own subject. */
const mails = (...days: number[]): Touchpoint[] =>
  inOrder(
    days.map((day, index) =>
      touchpoint(`m${day}`, ago(day), index % 2 ? 'in' : 'out', { subject: `Subject ${day}` }),
    ),
  );

const bothGoals = [goal('mine', 'mine'), goal('theirs', 'theirs')];
const established = facts('establish', { touchpoints: mails(60, 58, 40, 10), goals: bothGoals });
const maintained = facts('maintain', {
  touchpoints: mails(180, 160, 140, 120, 100, 80, 60, 40, 20),
  goals: [goal('mine', 'mine', 'met'), goal('theirs', 'theirs')],
});
const optimized = facts('optimize', { touchpoints: mails(100, 50, 5) });

describe('establish to maintain', () => {
  test('when both write, both have a goal and promises were kept', () => {
    const followUps = [followUp('kept', ago(30), 'done'), followUp('later', ago(-3), 'open')];
    expect(suggestStage({ ...established, followUps })).toEqual({
      to: 'maintain',
      rule: 'both-write',
      evidence: [
        { kind: 'touchpoints', number: 4, ids: ['m60', 'm58', 'm40', 'm10'] },
        { kind: 'your-goals', number: 1, ids: ['mine'] },
        { kind: 'their-goals', number: 1, ids: ['theirs'] },
        { kind: 'promises-kept', number: 1, ids: ['kept'] },
      ],
      fingerprint: expect.any(String),
    });
  });

  test.each([
    ['with three touchpoints', { touchpoints: mails(60, 58, 40) }],
    ['when one of four is older than 90 days', { touchpoints: mails(90, 58, 40, 10) }],
    [
      'when only one side writes',
      { touchpoints: mails(60, 58, 40, 10).map((row) => ({ ...row, direction: 'out' as const })) },
    ],
    ['without their goal', { goals: [goal('mine', 'mine')] }],
    ['without your goal', { goals: [goal('theirs', 'theirs')] }],
    ['when their goal was dropped', { goals: [goal('mine', 'mine'), goal('theirs', 'theirs', 'dropped')] }],
    ['when a promise of yours is past its day', { followUps: [followUp('late', ago(1), 'open')] }],
  ])('not %s', (_, more) => {
    expect(suggestStage({ ...established, ...more })).toBeUndefined();
  });

  test.each([
    ['a shared goal is both sides’', { goals: [goal('shared', 'shared')] }],
    [
      'a meeting is from both sides',
      { touchpoints: mails(60, 58, 40, 10).map((row) => ({ ...row, direction: 'both' as const })) },
    ],
    ['a promise of theirs may be late', { followUps: [followUp('late', ago(1), 'open', { by: 'them' })] }],
    ['a promise that is due today is not late', { followUps: [followUp('now', today, 'open')] }],
  ])('%s', (_, more) => {
    expect(suggestStage({ ...established, ...more })?.to).toBe('maintain');
  });
});

describe('maintain to optimize', () => {
  test('when a rhythm has held, both begin and a goal is met', () => {
    const suggestion = suggestStage(maintained);
    expect(suggestion).toMatchObject({ to: 'optimize', rule: 'both-begin' });
    expect(suggestion?.evidence.map(({ kind, number }) => [kind, number])).toEqual([
      ['touchpoints', 9],
      ['they-began', 4],
      ['you-began', 5],
      ['goals-met', 1],
    ]);
  });

  test.each([
    ['with eight touchpoints', { touchpoints: mails(160, 140, 120, 100, 80, 60, 40, 20) }],
    ['within less than 90 days', { touchpoints: mails(90, 80, 70, 60, 50, 40, 30, 20, 1) }],
    ['when the last is long ago', { touchpoints: mails(360, 340, 320, 300, 280, 260, 240, 220, 110) }],
    [
      'when one side begins',
      { touchpoints: maintained.touchpoints.map((row) => ({ ...row, direction: 'in' as const })) },
    ],
    ['before a goal is met', { goals: bothGoals }],
    ['when the last review knew of the goals that are met', { reviews: [review('r', ago(30))] }],
  ])('not %s', (_, more) => {
    expect(suggestStage({ ...maintained, ...more })).toBeUndefined();
  });

  test('when a goal was met after the last review', () => {
    const goals = [{ ...goal('mine', 'mine', 'met'), closedAt: noonOf(ago(29)) }];
    expect(suggestStage({ ...maintained, goals, reviews: [review('r', ago(30))] })?.to).toBe('optimize');
  });
});

describe('optimize to evaluate', () => {
  test('when a review is due by the interval, counted from the last or from the stage', () => {
    expect(suggestStage(optimized)).toMatchObject({
      to: 'evaluate',
      rule: 'review-due',
      evidence: [
        { kind: 'review-days', number: 200, ids: [] },
        { kind: 'touchpoints', number: 3 },
      ],
    });
    expect(suggestStage({ ...optimized, reviews: [review('r', ago(89))] })).toBeUndefined();
    expect(suggestStage({ ...optimized, reviews: [review('r', ago(90))] })?.evidence[0]).toEqual({
      kind: 'review-days',
      number: 90,
      ids: ['r'],
    });
    expect(suggestStage({ ...optimized, reviewEveryDays: 365 })).toBeUndefined();
    expect(suggestStage({ ...optimized, reviews: [review('r', ago(80), { state: 'draft' })] })?.rule).toBe(
      'review-due',
    );
  });

  test('not when nothing happened since', () => {
    expect(suggestStage({ ...optimized, touchpoints: mails(250) })).toBeUndefined();
  });

  test('when a change of approach had a season and three touchpoints', () => {
    const waiting = { ...optimized, reviewEveryDays: 365, touchpoints: mails(100, 50, 40, 5) };
    expect(suggestStage({ ...waiting, adjustments: [{ id: 'j', day: ago(60) }] })).toMatchObject({
      to: 'evaluate',
      rule: 'adjusted',
    });
    expect(suggestStage({ ...waiting, adjustments: [{ id: 'j', day: ago(45) }] })).toBeUndefined();
    expect(suggestStage({ ...waiting, adjustments: [{ id: 'j', day: ago(201) }] })).toBeUndefined();
    expect(
      suggestStage({ ...waiting, since: ago(89), adjustments: [{ id: 'j', day: ago(60) }] }),
    ).toBeUndefined();
  });
});

describe('the plan of a review', () => {
  const done = (nextStage: (typeof STAGES)[number], day = ago(3)) => review('r', day, { nextStage });
  test.each(['establish', 'maintain', 'optimize'] as const)('leads from evaluate to %s', (next) => {
    expect(suggestStage(facts('evaluate', { reviews: [done(next)] }))).toMatchObject({
      to: next,
      rule: 'plan',
      evidence: [{ kind: 'planned', number: 1, ids: ['r'] }],
    });
  });
  test('is that of the last done review, made in this stage', () => {
    const older = review('old', ago(20), { nextStage: 'optimize' });
    expect(suggestStage(facts('evaluate', { reviews: [done('maintain'), older] }))?.to).toBe('maintain');
    expect(suggestStage(facts('evaluate', { reviews: [done('maintain', ago(201))] }))).toBeUndefined();
    const draft = review('draft', ago(1), { nextStage: 'optimize', state: 'draft' });
    expect(suggestStage(facts('evaluate', { reviews: [done('maintain'), draft] }))?.to).toBe('maintain');
  });
  test('goes before what is computed', () => {
    expect(suggestStage({ ...optimized, reviews: [done('maintain')] })?.rule).toBe('plan');
  });
});

describe('back to establish', () => {
  test.each(['maintain', 'optimize'] as const)('from %s with another contact person', (stage) => {
    const contactChanges = [{ id: 'j', day: ago(5) }];
    expect(suggestStage(facts(stage, { contactChanges }))).toMatchObject({
      to: 'establish',
      rule: 'new-contact',
    });
    expect(suggestStage(facts(stage, { contactChanges: [{ id: 'j', day: ago(201) }] }))).toBeUndefined();
  });

  test('when it has been quiet for more than max(8 r, r + 90) days', () => {
    // r = 10: the limit is 100 days.
    const quiet = (days: number) =>
      facts('maintain', { touchpoints: mails(days + 30, days + 20, days + 10, days) });
    expect(suggestStage(quiet(100))).toBeUndefined();
    expect(suggestStage(quiet(101))).toMatchObject({
      to: 'establish',
      rule: 'quiet',
      evidence: [{ kind: 'quiet-days', number: 101, ids: ['m101'] }, { kind: 'stage-days' }],
    });
    expect(suggestStage({ ...quiet(101), since: ago(29) })).toBeUndefined();
  });

  test('when no rhythm is known, after a year', () => {
    expect(suggestStage(facts('maintain', { touchpoints: mails(365) }))).toBeUndefined();
    expect(suggestStage(facts('maintain', { touchpoints: mails(366) }))?.rule).toBe('quiet');
  });

  test('never from establish or evaluate, and never without any touchpoint', () => {
    expect(suggestStage(facts('establish', { touchpoints: mails(500) }))).toBeUndefined();
    expect(suggestStage(facts('evaluate', { touchpoints: mails(500) }))).toBeUndefined();
    expect(suggestStage(facts('maintain'))).toBeUndefined();
  });
});

describe('a suggestion that was turned down', () => {
  const first = suggestStage(established)?.fingerprint ?? '';

  test('is quiet on the same evidence, and on a little more', () => {
    expect(first).not.toBe('');
    expect(suggestStage(established, [first])).toBeUndefined();
    expect(
      suggestStage({ ...established, touchpoints: mails(60, 58, 40, 12, 10, 3, 1) }, [first]),
    ).toBeUndefined();
  });
  test('comes back when the evidence doubles, and stays quiet when it shrinks again', () => {
    const doubled = { ...established, touchpoints: mails(60, 58, 40, 12, 10, 5, 3, 1) };
    const second = suggestStage(doubled, [first]);
    expect(second?.to).toBe('maintain');
    expect(suggestStage(doubled, [first, second?.fingerprint ?? ''])).toBeUndefined();
    expect(suggestStage(established, [second?.fingerprint ?? ''])).toBeUndefined();
  });
  test('comes back in another stay in the stage', () => {
    expect(suggestStage({ ...established, since: ago(100) }, [first])?.to).toBe('maintain');
  });
  test('leaves way to the next rule', () => {
    const reviews = [review('r', ago(3), { nextStage: 'maintain' })];
    const both = { ...optimized, reviews, contactChanges: [{ id: 'j', day: ago(2) }] };
    const plan = suggestStage(both);
    expect(plan?.rule).toBe('plan');
    expect(suggestStage(both, [plan?.fingerprint ?? ''])?.rule).toBe('new-contact');
  });
  test('comes back for another plan, another silence, the next review', () => {
    const planned = (id: string) =>
      facts('evaluate', { reviews: [review(id, ago(3), { nextStage: 'maintain' })] });
    const turned = suggestStage(planned('r1'))?.fingerprint ?? '';
    expect(suggestStage(planned('r1'), [turned])).toBeUndefined();
    expect(suggestStage(planned('r2'), [turned])).toBeDefined();
    const silent = suggestStage(facts('maintain', { touchpoints: mails(400) }))?.fingerprint ?? '';
    expect(suggestStage(facts('maintain', { touchpoints: mails(399) }), [silent])).toBeDefined();
    const due = suggestStage(optimized)?.fingerprint ?? '';
    expect(suggestStage({ ...optimized, reviews: [review('r', ago(95))] }, [due])?.rule).toBe('review-due');
  });
  test('comes back after another season', () => {
    const of = (number: number) => fingerprintOf('x', [{ kind: 'quiet-days', number, ids: ['t'] }]);
    expect(worthAskingAgain(of(269), of(181))).toBe(false);
    expect(worthAskingAgain(of(270), of(181))).toBe(true);
  });
});

const anyFacts: fc.Arbitrary<StageFacts> = fc
  .record({
    stage: fc.constantFrom(...STAGES),
    since: fc.integer({ min: 0, max: 400 }),
    touches: fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 500 }),
        direction: fc.constantFrom('in' as const, 'out' as const, 'both' as const),
        subject: fc.constantFrom('A', 'B', 'Re: C', ''),
      }),
      { maxLength: 30 },
    ),
    goals: fc.array(
      fc.record({
        side: fc.constantFrom('mine' as const, 'theirs' as const, 'shared' as const),
        state: fc.constantFrom('open' as const, 'met' as const, 'dropped' as const),
      }),
      { maxLength: 5 },
    ),
    reviews: fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 400 }),
        state: fc.constantFrom('draft' as const, 'done' as const),
        nextStage: fc.constantFrom(...STAGES, undefined),
      }),
      { maxLength: 3 },
    ),
    due: fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 3 }),
    adjusted: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 2 }),
    changed: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 1 }),
  })
  .map(({ stage, since, touches, goals, reviews, due, adjusted, changed }) =>
    facts(stage, {
      since: ago(since),
      touchpoints: inOrder(
        touches.map(({ days, direction, subject }, index) =>
          touchpoint(`t${index}`, ago(days), direction, { subject }),
        ),
      ),
      goals: goals.map(({ side, state }, index) => goal(`g${index}`, side, state)),
      reviews: reviews.map(({ days, state, nextStage }, index) =>
        review(`r${index}`, ago(days), { state, ...(nextStage && { nextStage }) }),
      ),
      followUps: due.map((days, index) => followUp(`f${index}`, ago(days), index % 2 ? 'done' : 'open')),
      adjustments: adjusted.map((days, index) => ({ id: `j${index}`, day: ago(days) })),
      contactChanges: changed.map((days, index) => ({ id: `c${index}`, day: ago(days) })),
    }),
  );

describe('of any facts', () => {
  test('a suggestion never leads to the present stage, and its evidence is theirs', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const suggestion = suggestStage(facts);
        if (!suggestion) return;
        expect(suggestion.to).not.toBe(facts.stage);
        const { touchpoints, goals, followUps, reviews, adjustments, contactChanges } = facts;
        const rows = [touchpoints, goals, followUps, reviews, adjustments, contactChanges].flat();
        const ids = new Set(rows.map(({ id }) => id));
        for (const { kind, number, ids: from } of suggestion.evidence) {
          expect(from.every((id) => ids.has(id))).toBe(true);
          if (!kind.endsWith('-days')) expect(number).toBe(from.length);
        }
        expect(suggestStage(facts, [suggestion.fingerprint])?.rule).not.toBe(suggestion.rule);
      }),
      { numRuns: 1000 },
    );
  });

  test('what happens next never takes a move forward away', () => {
    // Seeds that do lead forward, so that the property is about something.
    const forward = fc.constantFrom(established, maintained, optimized);
    const next = fc.array(fc.constantFrom('in' as const, 'out' as const, 'both' as const), { maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(forward, anyFacts), next, (facts, directions) => {
        const before = suggestStage(facts);
        fc.pre(before !== undefined && STAGES.indexOf(before.to) > STAGES.indexOf(facts.stage));
        const more = directions.map((direction, index) =>
          touchpoint(`next${index}`, today, direction, { subject: `New ${index}`, hour: 13 }),
        );
        const after = suggestStage({
          ...facts,
          touchpoints: [...facts.touchpoints, ...more],
          goals: [...facts.goals, goal('next', 'shared', 'met')],
          followUps: [...facts.followUps, followUp('next', today, 'done')],
        });
        expect(after?.to).toBe(before?.to);
      }),
    );
  });
});

test('every rule has a name of its own, and leads somewhere else', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  for (const { from, to } of RULES) expect(from).not.toContain(to);
});
