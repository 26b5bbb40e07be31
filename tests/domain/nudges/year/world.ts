import { addDays } from '../../../../utils/domain/days.ts';
import type { Subject } from '../../../../utils/domain/nudges/nudge.ts';
import type { PlaybookNumbers } from '../../../../utils/domain/playbook-numbers.ts';
import { type PulseSources, pulseOf } from '../../../../utils/domain/pulse.ts';
import {
  CADENCE_PRESETS,
  type Day,
  type Feedback,
  type FollowUp,
  type Goal,
  type Person,
  type Pulse,
  type Snooze,
  STAGES,
  type Support,
  type YearlyDate,
} from '../../../../utils/domain/types.ts';

/** An invented person as the database would hold them, and how they live. */
export interface Somebody {
  person: Person;
  /** Newest first. */
  touchpoints: (PulseSources['touchpoints'][number] & { readonly id: string })[];
  reviewedDay?: Day | undefined;
  feedbackDay?: Day | undefined;
  followUps: FollowUp[];
  goals: Goal[];
  feedback: Feedback[];
  support: Support[];
  readonly snoozes: Map<string, Pick<Snooze, 'nudge' | 'untilDay' | 'evidence'>>;
  /** How likely they write on a day, and the user to them, of their own accord. */
  readonly writes: number;
  readonly written: number;
  /** How likely they answer what was written to them, on each day after. */
  readonly answers: number;
}

/** Chance with a fixed beginning: the same seed, the same year. */
export interface Dice {
  /** Below 1. */
  next(): number;
  happens(chance: number): boolean;
  /** A whole number from 0 on, below `below`. */
  upTo(below: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Makes dice (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number) => Math.floor(next() * below);
  return {
    next,
    happens: (chance) => next() < chance,
    upTo,
    pick: (list) => list[upTo(list.length)] as (typeof list)[number], // upTo stays below the length
  };
}

/** The playbook of whoever has one. */
export const NUMBERS: PlaybookNumbers = {
  cadence: { establish: 14, maintain: 45, optimize: 30, evaluate: 60 },
  reviewEveryDays: 90,
  feedbackEveryDays: 120,
  businessOnlyDays: 180,
};

let made = 0;
/** An id that sorts in the order of making. */
export const newId = (): string => `row-${String(made++).padStart(7, '0')}`;

/** Invents somebody with a past of up to two years before `today`. */
export function invent(index: number, today: Day, { next, happens, upTo, pick }: Dice): Somebody {
  const kind = next();
  const gap = 3 + 150 * next() ** 2;
  const dates: YearlyDate[] = happens(0.5)
    ? [
        {
          kind: 'birthday',
          month: 1 + upTo(12),
          day: 1 + upTo(28),
          ...(happens(0.1) && { calendar: 'lunar' as const }),
        },
      ]
    : happens(0.02)
      ? [{ kind: 'birthday', month: 2, day: 29 }]
      : [];
  const stage = pick(STAGES);
  const somebody: Somebody = {
    person: {
      id: `person-${String(index).padStart(3, '0')}`,
      name: `Somebody ${index}`,
      stage,
      stageSince: Date.parse(`${addDays(today, -upTo(300))}T12:00:00Z`),
      since: addDays(today, -upTo(700)),
      ...(kind < 0.3 && { cadenceDays: pick([...CADENCE_PRESETS, 90, 90, 180, 365]) }),
      ...(kind >= 0.27 && kind < 0.34 && { playbook: 'client' }),
      importance: pick([1, 1, 1, 1.3, 2] as const),
      tags: [],
      dates,
      ...(happens(0.03) && { muted: true }),
      touchpointCount: 0,
      nameKey: '',
      createdAt: 0,
      updatedAt: 0,
    },
    touchpoints: [],
    followUps: [],
    goals: [],
    feedback: [],
    support: [],
    snoozes: new Map(),
    writes: happens(0.15) ? 0 : 1 / (gap * (1 + next())),
    written: happens(0.3) ? 0 : 1 / (gap * 2),
    answers: pick([0, 0.02, 0.2, 0.5]),
  };
  // Some were close once.
  let silent = upTo(gap * 2) + (happens(0.3) ? 250 : 0);
  // And some were written to three times, in vain.
  for (let count = happens(0.15) ? 3 : 0; count > 0; count--) {
    somebody.touchpoints.push({
      id: newId(),
      day: addDays(today, -silent),
      channel: 'email',
      direction: 'out',
    });
    silent += 8;
  }
  for (let count = happens(0.1) ? 0 : upTo(25); count > 0 && silent < 700; count--) {
    somebody.touchpoints.push({
      id: newId(),
      day: addDays(today, -silent),
      channel: pick(['email', 'email', 'email', 'call', 'social'] as const),
      direction: pick(['in', 'out'] as const),
    });
    silent += 1 + upTo(gap * 2);
  }
  return somebody;
}

const RARE = 1 / 1500;
const row = () => ({ id: newId(), createdAt: 0, updatedAt: 0 });

/** What happens to somebody on a day without any nudge. Answers whether a touchpoint came of it. */
export function live(one: Somebody, today: Day, { happens, upTo, pick }: Dice): boolean {
  const personId = one.person.id;
  const last = one.touchpoints[0];
  const answered = last?.direction === 'out' && last.day < today && happens(one.answers);
  const wrote = answered || happens(one.writes);
  const written = !wrote && happens(one.written);
  if (wrote || written)
    touch(
      one,
      today,
      wrote ? 'in' : 'out',
      pick(['email', 'email', 'call', 'social']),
      wrote && happens(0.3),
    );
  const soon = () => addDays(today, upTo(30));
  if (happens(RARE))
    one.followUps.push({
      ...row(),
      personId,
      text: 'send the deck',
      by: pick(['me', 'them'] as const),
      dueDay: soon(),
      state: 'open',
      ...(happens(0.1) && { repeatDays: pick([14, 30, 90]) }),
    });
  if (happens(RARE / 2))
    one.goals.push({ ...row(), personId, side: 'shared', text: 'a pilot', state: 'open', dueDay: soon() });
  if (happens(RARE / 4)) {
    one.feedback.push({ ...row(), personId, from: 'them', text: 'too late', state: 'open', day: today });
    one.feedbackDay = today;
  }
  if (happens(RARE / 4))
    one.support.push({ ...row(), personId, kind: 'asked', text: 'a name', state: 'open', day: today });
  if (happens(RARE / 2)) one.person = { ...one.person, pausedUntil: addDays(today, 10 + upTo(40)) };
  return wrote || written;
}

/** Something happened with somebody. */
export function touch(
  one: Somebody,
  day: Day,
  direction: 'in' | 'out' | 'both',
  channel: 'email' | 'call' | 'social',
  asks = false,
): void {
  one.touchpoints.unshift({ id: newId(), day, direction, channel, ...(asks && { question: true }) });
  pulses.delete(one);
}

const pulses = new WeakMap<Somebody, { readonly key: string; readonly pulse: Pulse }>();

/** What decides about somebody; as in the database, the pulse is computed anew only when something changed. */
export function subjectOf(
  one: Somebody,
  dates: ReadonlyMap<string, Day>,
  keyOf: (date: YearlyDate) => string,
): Subject {
  const { person, touchpoints, reviewedDay, feedbackDay } = one;
  const numbers = person.playbook === undefined ? undefined : NUMBERS;
  const key = `${person.cadenceDays} ${person.stage} ${reviewedDay} ${feedbackDay}`;
  let known = pulses.get(one);
  if (known?.key !== key) {
    known = { key, pulse: pulseOf(person, { touchpoints, numbers, reviewedDay, feedbackDay }) };
    pulses.set(one, known);
  }
  const last = touchpoints[0];
  return {
    person: {
      ...person,
      touchpointCount: touchpoints.length,
      ...(last && { lastTouchpointId: last.id }),
      pulse: known.pulse,
    },
    followUps: one.followUps.filter(({ state }) => state === 'open'),
    goals: one.goals.filter(({ state }) => state === 'open'),
    feedback: one.feedback.filter(({ state }) => state === 'open'),
    support: one.support.filter(({ state }) => state === 'open'),
    dates: (person.dates ?? []).flatMap((date) => {
      const day = dates.get(keyOf(date));
      return day === undefined ? [] : [{ date, day }];
    }),
    snoozes: [...one.snoozes.values()],
  };
}
