import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../utils/domain/days.ts';
import { allowanceOf, byRank, MOST_A_DAY, planDay } from '../../../utils/domain/nudges/day.ts';
import { type Nudge, nudgeOf } from '../../../utils/domain/nudges/nudge.ts';
import { ago, anybody, items, rankOf, someone, subjectFor, TODAY } from './subject.ts';

const promise = (id: string) => ({ id, text: 'x', by: 'me' as const, dueDay: TODAY });

describe('the rank', () => {
  test.each([
    ['d = C', { cadence: 30, lastDay: ago(30) }, {}, 0, 1],
    ['d = 2.3 C', { cadence: 30, lastDay: ago(69) }, {}, 0, 2.3],
    ['d = 3 C', { cadence: 30, lastDay: ago(90) }, {}, 0, 3],
    ['d = 40 C', { cadence: 30, lastDay: ago(1200) }, {}, 0, 3],
    ['and a promise', { cadence: 30, lastDay: ago(30) }, {}, 1, 1.5],
    ['and two promises', { cadence: 30, lastDay: ago(30) }, {}, 2, 2],
    ['and drifting', { cadence: 30, lastDay: ago(60), rhythmDays: 10 }, {}, 0, 2.5],
    ['drifting before C', { cadence: 100, lastDay: ago(60), rhythmDays: 10 }, {}, 0, 1.1],
    ['quiet for long', { cadence: 30, lastDay: ago(200), rhythmDays: 10 }, {}, 0, 3.5],
    ['a promise before C', { cadence: 100, lastDay: ago(20) }, {}, 1, 0.7],
    ['a promise without a cadence', undefined, {}, 1, 0.5],
    ['a promise after a touchpoint of tomorrow', { cadence: 30, lastDay: ago(-1) }, {}, 1, 0.5],
    ['somebody important', { cadence: 30, lastDay: ago(60) }, { importance: 1.3 as const }, 1, 3.25],
    ['somebody very important', { cadence: 30, lastDay: ago(60) }, { importance: 2 as const }, 0, 4],
    ['one unanswered message', { cadence: 30, lastDay: ago(60), unanswered: [ago(60)] }, {}, 0, 2],
    ['two unanswered messages', { cadence: 30, lastDay: ago(60), unanswered: [ago(60), ago(99)] }, {}, 0, 1],
    ['no touchpoint yet', { cadence: 30 }, { since: ago(45) }, 0, 1.5],
  ])('%s: %o %o and %i promises: %d', (_, pulse, fields, promises, rank) => {
    const followUps = Array.from({ length: promises }, (_, index) => promise(`${index}`));
    expect(nudgeOf({ person: someone(pulse, fields), followUps }, TODAY)?.rank).toBeCloseTo(rank, 10);
  });

  test('never sinks while d grows to 3 C', () => {
    const rhythm = fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined });
    const cadence = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(cadence, rhythm, fc.nat(2), (cadence, rhythmDays, messages) => {
        const unanswered = Array.from({ length: messages }, (_, index) => ago(index * 40));
        const person = someone({ cadence, lastDay: TODAY, unanswered, ...(rhythmDays && { rhythmDays }) });
        let before = 0;
        for (let d = 0; d <= 3 * cadence; d++) {
          const rank = rankOf(nudgeOf({ person }, addDays(TODAY, d)));
          expect(rank, `d ${d}`).toBeGreaterThanOrEqual(before);
          before = rank;
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is multiplied by the importance, and halved by two unanswered messages, for anybody', () => {
    fc.assert(
      fc.property(anybody, items, (one, owed) => {
        const { person } = subjectFor(one);
        const ranked = (fields: object) =>
          rankOf(nudgeOf({ person: { ...person, ...fields }, ...owed }, TODAY));
        const plain = ranked({ importance: undefined });
        expect(ranked({ importance: 1 })).toBe(plain);
        expect(ranked({ importance: 1.3 })).toBeCloseTo(plain * 1.3, 10);
        expect(ranked({ importance: 2 })).toBeCloseTo(plain * 2, 10);
        const { unanswered: _, ...calm } = person.pulse ?? {};
        const halved = ranked({ pulse: { ...calm, unanswered: [ago(1), ago(99)] } });
        expect(halved).toBeCloseTo(ranked({ pulse: calm }) / 2, 10);
      }),
    );
  });

  test.each([
    [0, false],
    [3, false],
    [4, true],
  ])('%i touchpoints are enough to colour it: %s', (touchpointCount, enough) => {
    const person = someone({ cadence: 1 }, { touchpointCount });
    expect(nudgeOf({ person }, TODAY)?.coverage).toEqual({ touchpoints: touchpointCount, enough });
  });
});

const nudges = fc
  .uniqueArray(fc.record({ personId: fc.uuid(), rank: fc.constantFrom(0.5, 1, 1.5, 3) }), {
    selector: ({ personId }) => personId,
    maxLength: 12,
  })
  .map((list) => list as unknown as Nudge[]); // the day looks at nothing else

describe('the day', () => {
  test.each([
    [undefined, 5],
    [TODAY, 1],
    [ago(1), 2],
    [ago(3), 4],
    [ago(4), 5],
    [ago(400), 5],
    // The clock was put back.
    [ago(-3), 1],
  ])('beginning gently on %s allows %i', (since, allowed) => {
    expect(allowanceOf(TODAY, since)).toBe(allowed);
  });

  test('shows the first by rank, in an order that does not depend on how they were read', () => {
    fc.assert(
      fc.property(
        nudges,
        fc.integer({ min: 1, max: 5 }),
        fc.infiniteStream(fc.nat()),
        (list, allowed, dice) => {
          const day = planDay(list, undefined, TODAY, allowed);
          const mixed = list.map((nudge) => [dice.next().value, nudge] as const);
          const shuffled = mixed.sort(([a], [b]) => a - b).map(([, nudge]) => nudge);
          expect(planDay(shuffled, undefined, TODAY, allowed)).toEqual(day);
          expect(day.nudges.length).toBe(Math.min(allowed, list.length));
          expect([...day.nudges, ...day.waiting]).toEqual([...list].sort(byRank));
          const ranks = [...day.nudges, ...day.waiting].map(({ rank }) => rank);
          expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
        },
      ),
    );
  });

  test('never shows more than five people, whatever is answered and comes up within it', () => {
    const look = fc.record({ answered: fc.nat(31), found: nudges });
    fc.assert(
      fc.property(fc.array(look, { maxLength: 6 }), (looks) => {
        const seen = new Set<string>();
        let open: readonly Nudge[] = [];
        let plan = planDay(open, undefined, TODAY).plan;
        for (const { answered, found } of looks) {
          const rest = planDay(open, plan, TODAY).nudges.filter((_, index) => !((answered >> index) & 1));
          const gone = new Set(planDay(open, plan, TODAY).nudges.filter((one) => !rest.includes(one)));
          open = [...open.filter((one) => !gone.has(one)), ...found];
          const day = planDay(open, plan, TODAY);
          plan = day.plan;
          for (const { personId } of day.nudges) seen.add(personId);
          // Whoever was not answered stays, however pressing the others are.
          for (const one of rest) expect(day.nudges).toContain(one);
        }
        expect(seen.size).toBeLessThanOrEqual(MOST_A_DAY);
      }),
    );
  });

  test('forgets the plan of another day', () => {
    const list = ['a', 'b'].map((personId, rank) => ({ personId, rank })) as unknown as Nudge[];
    const plan = { day: ago(1), personIds: ['v', 'w', 'x', 'y', 'z'] };
    expect(planDay(list, plan, TODAY).plan).toEqual({ day: TODAY, personIds: ['b', 'a'] });
    expect(planDay(list, { ...plan, day: TODAY }, TODAY).nudges).toEqual([]);
  });
});
