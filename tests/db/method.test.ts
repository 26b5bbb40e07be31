import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KithDb } from '../../utils/db/database.ts';
import { timelineOf } from '../../utils/db/derive.ts';
import { suggestionFor } from '../../utils/db/method.ts';
import { addDays, noonOf } from '../../utils/domain/days.ts';
import { REVIEW_EVERY_DAYS } from '../../utils/domain/pulse.ts';
import { inOrder } from '../../utils/domain/standing.ts';
import { suggestStage } from '../../utils/domain/suggestions.ts';
import { type Goal, type Person, STAGES, type Touchpoint } from '../../utils/domain/types.ts';
import { freshDb } from './setup.ts';

const TODAY = '2026-11-23';
const stamps = { createdAt: 1, updatedAt: 1 };

const touchpoint = fc.record({
  back: fc.oneof(
    fc.nat(95),
    fc.nat(400),
    fc.nat(1200),
    fc.constantFrom(-1, 0, 89, 90, 91, 299, 300, 301, 365),
  ),
  direction: fc.constantFrom('in', 'out', 'both'),
  subject: fc.constantFrom('Plan', 'Re: Plan', 'Re: Boat', 'Boat'),
});
const world = fc.record({
  stage: fc.constantFrom(...STAGES),
  inStage: fc.constantFrom(0, 20, 31, 100, 300, 1000),
  touchpoints: fc.oneof(fc.array(touchpoint, { maxLength: 4 }), fc.array(touchpoint, { maxLength: 40 })),
});

const rowsOf = (world: { readonly touchpoints: readonly { back: number }[] }) =>
  world.touchpoints.map(({ back, ...given }, index): Touchpoint => {
    const day = addDays(TODAY, -back);
    const row = {
      ...stamps,
      ...(given as Pick<Touchpoint, 'direction' | 'subject'>), // made above
      id: `t${index}`,
      personIds: ['p'],
      channel: 'email' as const,
      at: noonOf(day) + index * 1000,
      day,
      sourceKey: `mail:${index}`,
      timeline: [],
    };
    return { ...row, timeline: timelineOf(row) };
  });

const GOALS = (['mine', 'theirs'] as const).map(
  (side): Goal => ({ ...stamps, id: side, personId: 'p', side, text: side, state: 'met', closedAt: 1 }),
);

async function suggested(db: KithDb, person: Person, rows: readonly Touchpoint[]) {
  await db.people.put(person);
  await db.touchpoints.clear();
  await db.touchpoints.bulkPut([...rows]);
  await db.goals.bulkPut(GOALS);
  return suggestionFor(db, 'p', TODAY);
}

test('a suggestion rests on the touchpoints that are read for it as on all of them', async () => {
  const db = freshDb();
  const rules = new Set<string | undefined>();
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const since = addDays(TODAY, -given.inStage);
      const rows = rowsOf(given);
      const person = {
        ...stamps,
        id: 'p',
        name: 'Ana',
        nameKey: 'ana',
        stage: given.stage,
        stageSince: noonOf(since),
        since,
        tags: [],
        touchpointCount: rows.length,
      };
      const expected = suggestStage({
        stage: given.stage,
        since,
        today: TODAY,
        reviewEveryDays: REVIEW_EVERY_DAYS,
        touchpoints: inOrder(rows.filter(({ day }) => day <= TODAY)),
        adjustments: [],
        contactChanges: [],
        goals: GOALS,
        followUps: [],
        reviews: [],
      });
      rules.add(expected?.rule);
      expect((await suggested(db, person, rows))?.suggestion).toEqual(expected);
    }),
    { numRuns: 300 },
  );
  // That the cases are worth it.
  expect([...rules].sort()).toEqual(
    expect.arrayContaining(['both-begin', 'both-write', 'quiet', 'review-due']),
  );
});
