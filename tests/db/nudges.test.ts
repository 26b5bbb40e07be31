import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KithDb, openDatabase } from '../../utils/db/database.ts';
import { rebuildDerived } from '../../utils/db/derive.ts';
import { freeFollowUps, nudgeFor, nudgesAbout, nudgesOn } from '../../utils/db/nudges.ts';
import { addDays, daysBetween } from '../../utils/domain/days.ts';
import { nudgeOf } from '../../utils/domain/nudges/nudge.ts';
import { pulseOf } from '../../utils/domain/pulse.ts';
import { type Day, STAGES, type YearlyDate } from '../../utils/domain/types.ts';
import { freshDb } from './setup.ts';

const TODAY = '2028-02-25'; // 29 February is near
const ago = (days: number) => addDays(TODAY, -days);
const stamps = { createdAt: 0, updatedAt: 0 };

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const seldom = <T>(some: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: some });
const near = fc.integer({ min: -10, max: 60 }).map(ago);
const dead = fc.constantFrom(undefined, undefined, undefined, 1);
const who = fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4', 'p5');

/** Any database that the door could have written, and some it could not: rows of people who are gone. */
const rows = fc.record({
  people: fc.array(
    fc.record({
      cadenceDays: maybe(fc.constantFrom(0, 1, 7, 30, 90, 10_000)),
      playbook: maybe(fc.constantFrom('own', 'gone')),
      stage: fc.constantFrom(...STAGES),
      stageSince: fc.constant(Date.UTC(2028, 0, 3, 12)),
      since: near,
      muted: seldom(fc.constant(true)),
      pausedUntil: seldom(near),
      importance: fc.constantFrom(1, 1.3, 2),
      dates: maybe(
        fc.array(
          fc.record({
            kind: fc.constant('birthday'),
            month: fc.constantFrom(2, 2, 3),
            day: fc.constantFrom(1, 25, 27, 29, 30),
            calendar: maybe(fc.constantFrom('gregorian', 'lunar')),
          }),
          { maxLength: 2 },
        ),
      ),
      deletedAt: dead,
    }),
    { minLength: 6, maxLength: 6 },
  ),
  touchpoints: fc.array(
    fc.record({
      personIds: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }),
      channel: fc.constantFrom('email', 'email', 'call', 'social'),
      direction: fc.constantFrom('in', 'out', 'both'),
      question: maybe(fc.constant(true)),
      day: fc.integer({ min: 0, max: 200 }).map(ago),
      deletedAt: dead,
    }),
    { maxLength: 20 },
  ),
  followUps: fc.array(
    fc.record({
      personId: fc.oneof(who, who, fc.constant(undefined)),
      dueDay: near,
      state: fc.constantFrom('open', 'open', 'done', 'dropped'),
      first: seldom(fc.constant(true)),
      by: fc.constant('me'),
      text: fc.constant('the deck'),
      deletedAt: dead,
    }),
    { maxLength: 8 },
  ),
  goals: fc.array(
    fc.record({
      personId: who,
      dueDay: maybe(near),
      state: fc.constantFrom('open', 'open', 'met'),
      text: fc.constant('a pilot'),
      side: fc.constant('mine'),
      deletedAt: dead,
    }),
    { maxLength: 5 },
  ),
  feedback: fc.array(
    fc.record({
      personId: who,
      day: near,
      state: fc.constantFrom('open', 'done'),
      from: fc.constantFrom('them', 'me'),
      text: fc.constant('too late'),
      deletedAt: dead,
    }),
    { maxLength: 4 },
  ),
  support: fc.array(
    fc.record({
      personId: who,
      day: near,
      state: fc.constantFrom('open', 'done'),
      kind: fc.constantFrom('asked', 'offered', 'given', 'received'),
      text: fc.constant('a name'),
      deletedAt: dead,
    }),
    { maxLength: 4 },
  ),
  snoozes: fc.array(
    fc.record({
      personId: who,
      nudge: fc.constantFrom('all', 'cadence', 'review', 'quiet', 'business', 'date:02-29'),
      untilDay: maybe(near),
      evidence: fc.constantFrom('every 30', 'every 7', '2028-02-29', '2028-01-03'),
      deletedAt: dead,
    }),
    { maxLength: 6 },
  ),
});
const TABLES = ['people', 'touchpoints', 'followUps', 'goals', 'feedback', 'support', 'snoozes'] as const;

/** Fills a database with rows as they are, and derives what follows. */
async function fill(db: KithDb, given: Partial<Record<(typeof TABLES)[number], readonly object[]>>) {
  const data = { cadence: { maintain: 30, evaluate: 7 }, reviewEveryDays: 20, businessOnlyDays: 40 };
  await db.playbooks.add({ id: 'own', ...stamps, data });
  for (const table of TABLES) {
    const list = (given[table] ?? []).map((row, index) => {
      const id = `${table === 'people' ? 'p' : table}${index}`;
      const day = 'day' in row ? { at: Date.parse(`${row.day}T12:00:00Z`) - index, sourceKey: id } : {};
      const person = table === 'people' ? { name: id, tags: [], touchpointCount: 0, nameKey: id } : {};
      const fields = {
        id,
        ...stamps,
        ...person,
        ...(table === 'touchpoints' && { ...day, timeline: [] }),
        ...row,
      };
      return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    });
    await db.table(table).bulkAdd(list);
  }
  await rebuildDerived(db);
}

/** Everybody who comes up, from a look at every row, with no index and no derived field. */
async function looked(db: KithDb, today: Day): Promise<Map<string, unknown>> {
  const live = <T extends { readonly deletedAt?: number }>(list: readonly T[]) =>
    list.filter(({ deletedAt }) => deletedAt === undefined);
  const [touchpoints, followUps, goals, feedback, support, snoozes] = await Promise.all([
    db.touchpoints.toArray(),
    db.followUps.toArray(),
    db.goals.toArray(),
    db.feedback.toArray(),
    db.support.toArray(),
    db.snoozes.toArray(),
  ]);
  const numbers = { cadence: { maintain: 30, evaluate: 7 }, reviewEveryDays: 20, businessOnlyDays: 40 };
  const found = new Map<string, unknown>();
  for (const person of live(await db.people.toArray())) {
    const own = <T extends { readonly personId?: string; readonly deletedAt?: number }>(list: readonly T[]) =>
      live(list).filter(({ personId }) => personId === person.id);
    const open = <T extends { readonly state: string }>(list: readonly T[]) =>
      list.filter(({ state }) => state === 'open');
    const theirs = live(touchpoints)
      .filter(({ personIds }) => personIds.includes(person.id))
      .sort((a, b) => b.at - a.at);
    const pulse = pulseOf(person, {
      touchpoints: theirs,
      numbers: person.playbook === 'own' ? numbers : undefined,
      feedbackDay: own(feedback)
        .filter(({ from }) => from === 'them')
        .map(({ day }) => day)
        .sort()
        .at(-1),
    });
    const { lastTouchpointId: _, ...rest } = person;
    const nudge = nudgeOf(
      {
        person: {
          ...rest,
          pulse,
          touchpointCount: theirs.length,
          ...(theirs[0] && { lastTouchpointId: theirs[0].id }),
        },
        followUps: open(own(followUps)),
        goals: open(own(goals)),
        feedback: open(own(feedback)).filter(({ from }) => from === 'them'),
        support: open(own(support)).filter(({ kind }) => kind === 'asked'),
        snoozes: own(snoozes),
        dates: (person.dates ?? []).flatMap((date) => {
          const day = nextOf(date, today);
          return day === undefined ? [] : [{ date, day }];
        }),
      },
      today,
    );
    if (nudge) found.set(person.id, nudge);
  }
  return found;
}

/** When a date of these tests comes within a week; the lunar ones by hand (the second month of 2028 begins on 25 February). */
function nextOf({ month, day, calendar }: YearlyDate, today: Day): Day | undefined {
  const two = (number: number) => String(number).padStart(2, '0');
  const lunar = addDays(month === 2 ? '2028-02-25' : '2028-03-26', day - 1);
  const days = calendar === 'lunar' ? [lunar] : [`2028-${two(month)}-${two(day)}`];
  return days.find(
    (one) => one.endsWith('-30') === false && daysBetween(today, one) >= 0 && daysBetween(today, one) <= 7,
  );
}

test('who comes up by the indexes is who comes up by a look at everybody, one by one too', async () => {
  let runs = 0;
  let nudges = 0;
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: -3, max: 3 }), async (given, days) => {
      const db = openDatabase(`nudges-${runs++}`);
      await fill(db, given);
      const today = addDays(TODAY, days);
      const found = new Map(
        (await nudgesOn(db, today)).map(({ person: _, ...nudge }) => [nudge.personId, nudge]),
      );
      const expected = await looked(db, today);
      nudges += found.size;
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
      const some = ['p5', 'nobody', 'p0', 'p3'];
      expect((await nudgesAbout(db, some, today)).map(({ personId }) => personId)).toEqual(
        some.filter((id) => expected.has(id)),
      );
      for (const id of ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'nobody']) {
        const one = await nudgeFor(db, id, today);
        expect(one && { ...one, person: undefined }).toEqual(
          expected.has(id) ? { ...(expected.get(id) as object), person: undefined } : undefined,
        );
      }
      await db.delete();
    }),
    { numRuns: 100 },
  );
  // Most were not silent.
  expect(nudges).toBeGreaterThan(100);
});

test('follow-ups about nobody are found by their day, and are nobody’s nudge', async () => {
  const db = freshDb();
  const followUp = { text: 'the deck', by: 'me', state: 'open', dueDay: TODAY };
  await fill(db, {
    followUps: [
      { ...followUp, dueDay: TODAY },
      { ...followUp, dueDay: ago(9) },
      { ...followUp, dueDay: ago(-1) },
      { ...followUp, state: 'done' },
      { ...followUp, deletedAt: 1 },
      { ...followUp, personId: 'p0' },
    ],
  });
  expect((await freeFollowUps(db, TODAY)).map(({ id }) => id)).toEqual(['followUps1', 'followUps0']);
  expect(await nudgesOn(db, TODAY)).toEqual([]);
});
