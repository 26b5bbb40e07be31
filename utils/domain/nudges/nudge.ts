import { daysBetween } from '../days.ts';
import type { Day, Feedback, FollowUp, Goal, Person, Snooze, Support, YearlyDate } from '../types.ts';
import { driftsAfter, isFresh, isSilent, isStopped, needsRhythm, pressure, quietAfter } from './gates.ts';
import { byPressure, keepOf, type Reason, stopOf } from './reasons.ts';

/** Below this many touchpoints Kith says "not enough history" and colours nothing. */
export const ENOUGH_TOUCHPOINTS = 4;

/** They wrote last and asked: after more than this many days it is a reason. */
export const ANSWER_WITHIN_DAYS = 3;

/** Dates come up within so many days. */
export const DATES_AHEAD_DAYS = 7;

/** Everything about a person that decides whether they come up. */
export interface Subject {
  readonly person: Pick<
    Person,
    | 'id'
    | 'since'
    | 'playbook'
    | 'importance'
    | 'muted'
    | 'pausedUntil'
    | 'touchpointCount'
    | 'lastTouchpointId'
    | 'pulse'
  >;
  /** Open ones; those not due are ignored. */
  readonly followUps?: readonly Pick<FollowUp, 'id' | 'text' | 'by' | 'dueDay' | 'first'>[];
  readonly goals?: readonly Pick<Goal, 'id' | 'text' | 'dueDay'>[];
  readonly feedback?: readonly Pick<Feedback, 'id' | 'text' | 'day'>[];
  readonly support?: readonly Pick<Support, 'id' | 'text' | 'day'>[];
  /** Those that come within `DATES_AHEAD_DAYS`, with their day. */
  readonly dates?: readonly { readonly date: YearlyDate; readonly day: Day }[];
  readonly snoozes?: readonly Pick<Snooze, 'nudge' | 'untilDay' | 'evidence'>[];
}

/** Somebody to think of today, and why. */
export interface Nudge {
  readonly personId: string;
  /** At least one, the most pressing first. */
  readonly reasons: readonly [Reason, ...Reason[]];
  /** Only for the order; never shown. */
  readonly rank: number;
  /** From how many touchpoints this was computed, and whether that is enough to colour it. */
  readonly coverage: { readonly touchpoints: number; readonly enough: boolean };
}

/** Whether and why a person comes up today (product.md, "Nudges"). Pure: the same facts, the same nudge. */
export function nudgeOf(subject: Subject, today: Day): Nudge | undefined {
  const { person, snoozes = [] } = subject;
  if (isSilent(person, snoozes, today)) return undefined;
  const cadence = person.pulse?.cadence;
  const wanted = cadence !== undefined || person.playbook !== undefined;
  const about = { cadence, lastTouchpointId: person.lastTouchpointId };
  const reasons = [
    ...rhythmReasons(subject, today),
    ...datedReasons(subject, today),
    ...itemReasons(subject, today),
  ]
    .filter((reason) => wanted || !needsRhythm(reason))
    .filter((reason) => !isStopped(stopOf(reason, about), snoozes, today))
    .sort(byPressure);
  const [first, ...more] = reasons;
  if (!first) return undefined;
  return {
    personId: person.id,
    reasons: [first, ...more],
    rank: rankOf(subject, reasons, today),
    coverage: {
      touchpoints: person.touchpointCount,
      enough: person.touchpointCount >= ENOUGH_TOUCHPOINTS,
    },
  };
}

/** Days since the last touchpoint, or since the person was added. */
export function silenceOf({ pulse, since }: Pick<Person, 'pulse' | 'since'>, today: Day): number {
  return daysBetween(pulse?.lastDay ?? since, today);
}

function rhythmReasons({ person, snoozes = [] }: Subject, today: Day): Reason[] {
  const { cadence, lastDay, rhythmDays: rhythm, unanswered } = person.pulse ?? {};
  if (cadence === undefined) return [];
  const days = silenceOf(person, today);
  if ((lastDay !== undefined && isFresh(days, cadence)) || pressure(unanswered).stopped) return [];
  // One question, and then nothing more about the rhythm until something happens.
  if (rhythm !== undefined && days > quietAfter(rhythm))
    return isStopped(keepOf(person.lastTouchpointId), snoozes, today)
      ? []
      : [{ kind: 'quiet', days, rhythm }];
  const reasons: Reason[] = [];
  if (days >= 1.5 * cadence) reasons.push({ kind: 'overdue', days, cadence });
  else if (days >= cadence) reasons.push({ kind: 'due', days, cadence });
  if (rhythm !== undefined && days > driftsAfter(rhythm)) reasons.push({ kind: 'drifting', days, rhythm });
  return reasons;
}

function datedReasons({ person, dates = [] }: Subject, today: Day): Reason[] {
  const { askedDay, reviewDay, feedbackDay, businessDay } = person.pulse ?? {};
  const reasons: Reason[] = [];
  if (askedDay !== undefined && person.lastTouchpointId !== undefined) {
    const days = daysBetween(askedDay, today);
    if (days > ANSWER_WITHIN_DAYS)
      reasons.push({ kind: 'unanswered', days, touchpointId: person.lastTouchpointId });
  }
  const intervals = [
    ['review', reviewDay],
    ['askFeedback', feedbackDay],
    ['business', businessDay],
  ] as const;
  for (const [kind, day] of intervals)
    if (day !== undefined && day <= today) reasons.push({ kind, day, late: daysBetween(day, today) });
  for (const { date, day } of dates) {
    const inDays = daysBetween(today, day);
    if (inDays >= 0 && inDays <= DATES_AHEAD_DAYS) reasons.push({ kind: 'date', date, day, inDays });
  }
  return reasons;
}

function itemReasons(
  { followUps = [], goals = [], feedback = [], support = [] }: Subject,
  today: Day,
): Reason[] {
  return [
    ...followUps
      .filter(({ dueDay }) => dueDay <= today)
      .map(({ id, text, by, dueDay, first }) => ({
        kind: 'promise' as const,
        id,
        text,
        by,
        late: daysBetween(dueDay, today),
        ...(first && { first }),
      })),
    ...goals.flatMap(({ id, text, dueDay }) =>
      // Past its day: on the day itself there is still time.
      dueDay !== undefined && dueDay < today
        ? [{ kind: 'goal', id, text, late: daysBetween(dueDay, today) } as const]
        : [],
    ),
    // What was noted today needs no reminder today.
    ...feedback
      .filter(({ day }) => day < today)
      .map(({ id, text, day }) => ({ kind: 'feedback', id, text, days: daysBetween(day, today) }) as const),
    ...support
      .filter(({ day }) => day < today)
      .map(({ id, text, day }) => ({ kind: 'support', id, text, days: daysBetween(day, today) }) as const),
  ];
}

// min(d / C, 3), plus 0.5 for every further reason, times the importance; halved after two unanswered messages. A reason is
// further when it is not the cadence itself.
function rankOf({ person }: Subject, reasons: readonly Reason[], today: Day): number {
  const { cadence, unanswered } = person.pulse ?? {};
  const { halved, stopped } = pressure(unanswered);
  const base = cadence === undefined || stopped ? 0 : Math.min(silenceOf(person, today) / cadence, 3);
  const further = reasons.filter(({ kind }) => kind !== 'due' && kind !== 'overdue').length;
  const rank = (Math.max(0, base) + 0.5 * further) * (person.importance ?? 1);
  return halved ? rank / 2 : rank;
}
