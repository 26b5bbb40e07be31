import fc from 'fast-check';
import { addDays } from '../../../utils/domain/days.ts';
import { type Nudge, nudgeOf, type Subject } from '../../../utils/domain/nudges/nudge.ts';
import type { ReasonKind } from '../../../utils/domain/nudges/reasons.ts';
import type { PlaybookNumbers } from '../../../utils/domain/playbook-numbers.ts';
import { type PulseSources, pulseOf } from '../../../utils/domain/pulse.ts';
import {
  CHANNELS,
  type Day,
  type Direction,
  type Person,
  type Pulse,
  STAGES,
} from '../../../utils/domain/types.ts';

/** The day of the tables. */
export const TODAY = '2026-06-15';

/** A day so many days before another. */
export const ago = (days: number, from: Day = TODAY): Day => addDays(from, -days);

/** Somebody with a pulse. */
export function someone(pulse?: Pulse, fields: Partial<Subject['person']> = {}): Subject['person'] {
  const last = pulse?.lastDay === undefined ? {} : { lastTouchpointId: 'last' };
  return { id: 'p', since: ago(5000), touchpointCount: 5, ...last, ...(pulse && { pulse }), ...fields };
}

/** Why somebody comes up. */
export function kindsOf(subject: Subject, today: Day = TODAY): ReasonKind[] {
  return (nudgeOf(subject, today)?.reasons ?? []).map(({ kind }) => kind);
}

/** What is compared: a rank of 0 for nobody. */
export const rankOf = (nudge: Nudge | undefined): number => nudge?.rank ?? 0;

type Told = PulseSources['touchpoints'][number];

/** Anything that may have happened with somebody, newest first, the last of it up to half a year before `TODAY`. */
export const histories: fc.Arbitrary<Told[]> = fc
  .tuple(
    fc.integer({ min: 0, max: 180 }),
    fc.array(
      fc.record({
        gap: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 })),
        channel: fc.constantFrom(...CHANNELS, 'email' as const, 'email' as const),
        direction: fc.constantFrom<Direction>('in', 'out', 'out', 'both'),
        asks: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  )
  .map(([silence, told]) => {
    let day = ago(silence);
    return told.map(({ gap, channel, direction, asks }) => {
      const one = { day, channel, direction, ...(asks && { question: true as const }) };
      day = addDays(day, -gap);
      return one;
    });
  });

const cadences = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constantFrom(1, 7, 14, 30, 365, 3650));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

const numbers: fc.Arbitrary<PlaybookNumbers> = fc.record({
  cadence: fc.record(
    { establish: cadences, maintain: cadences, optimize: cadences, evaluate: cadences },
    { requiredKeys: [] },
  ),
  reviewEveryDays: maybe(fc.integer({ min: 30, max: 365 })),
  feedbackEveryDays: maybe(fc.integer({ min: 30, max: 365 })),
  businessOnlyDays: maybe(fc.integer({ min: 60, max: 365 })),
});

const days = (least: number, most: number) => fc.integer({ min: least, max: most }).map((some) => ago(some));

/** Anybody: what is stored of them, and what their pulse is made from. */
export const anybody = fc.record({
  person: fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    since: days(0, 400),
    stage: fc.constantFrom(...STAGES),
    stageSince: days(0, 400).map((day) => Date.parse(`${day}T12:00:00Z`)),
    cadenceDays: maybe(cadences),
    playbook: maybe(fc.constant('client')),
    importance: fc.constantFrom<1 | 1.3 | 2>(1, 1.3, 2),
  }),
  history: histories,
  numbers,
  reviewedDay: maybe(days(0, 400)),
  feedbackDay: maybe(days(0, 400)),
});

/** One of `anybody`. */
export type Anybody = typeof anybody extends fc.Arbitrary<infer T> ? T : never;

/** The pulse of one of `anybody`. */
export function pulseFor({ person, history, numbers, reviewedDay, feedbackDay }: Anybody): Pulse {
  const own = person.playbook === undefined ? undefined : numbers;
  return pulseOf(person as Person, { touchpoints: history, numbers: own, reviewedDay, feedbackDay });
}

/** What decides about one of `anybody`, without open items. */
export function subjectFor(one: Anybody): Subject {
  const { history, person } = one;
  return {
    person: {
      ...person,
      touchpointCount: history.length,
      ...(history.length > 0 && { lastTouchpointId: `touch-${history.length}` }),
      pulse: pulseFor(one),
    } as Subject['person'],
  };
}

/** Open items of all kinds, due or not. */
export const items = fc.record({
  followUps: fc.array(
    fc.record({
      id: fc.uuid(),
      text: fc.constant('the deck'),
      by: fc.constantFrom<'me' | 'them'>('me', 'them'),
      dueDay: days(-20, 20),
    }),
    { maxLength: 3 },
  ),
  goals: fc.array(fc.record({ id: fc.uuid(), text: fc.constant('a pilot'), dueDay: days(-20, 20) }), {
    maxLength: 2,
  }),
  feedback: fc.array(fc.record({ id: fc.uuid(), text: fc.constant('too late'), day: days(0, 20) }), {
    maxLength: 2,
  }),
  support: fc.array(fc.record({ id: fc.uuid(), text: fc.constant('a name'), day: days(0, 20) }), {
    maxLength: 2,
  }),
});
