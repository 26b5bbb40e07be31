import { addDays, daysBetween } from '../days.ts';
import type { Day, Snooze } from '../types.ts';
import type { Reason, Stop } from './reasons.ts';

/** No nudge about the rhythm within so many days of a touchpoint, or within the cadence where that is shorter. */
export const REST_DAYS = 14;

/** A silence drifts from `max(2r, r + 14)` days on and is *quiet for long* beyond `max(8r, r + 90)` (product.md; Navarro et al. 2017). */
export function driftsAfter(rhythm: number): number {
  return Math.max(2 * rhythm, rhythm + 14);
}

/** See `driftsAfter`. */
export function quietAfter(rhythm: number): number {
  return Math.max(8 * rhythm, rhythm + 90);
}

/** Whether a touchpoint is so fresh that its rhythm is left alone. */
export function isFresh(days: number, cadence: number): boolean {
  return days < Math.min(REST_DAYS, cadence);
}

/** Three unanswered messages within this many days: Kith no longer suggests a fourth. */
const PRESSING_DAYS = 30;

/**
 * What unanswered messages of the user's do. `unanswered` are the days of the last ones, newest first: from two on the rank
 * is halved; when three fell within 30 days, nudges about the rhythm stop until something happens.
 */
export function pressure(unanswered: readonly Day[] = []): {
  readonly halved: boolean;
  readonly stopped: boolean;
} {
  const [newest, , third] = unanswered;
  return {
    halved: unanswered.length >= 2,
    stopped: newest !== undefined && third !== undefined && daysBetween(third, newest) <= PRESSING_DAYS,
  };
}

/** Whether everything about a person is put off: snoozed (until and without that day), muted or paused. */
export function isSilent(
  person: { readonly muted?: boolean | undefined; readonly pausedUntil?: Day | undefined },
  snoozes: readonly Pick<Snooze, 'nudge' | 'untilDay'>[],
  today: Day,
): boolean {
  return (
    person.muted === true ||
    (person.pausedUntil !== undefined && today < person.pausedUntil) ||
    snoozes.some(({ nudge, untilDay }) => nudge === 'all' && untilDay !== undefined && today < untilDay)
  );
}

/** Whether the user stopped this: until a day, or until its evidence changes. */
export function isStopped(
  stop: Stop | undefined,
  snoozes: readonly Pick<Snooze, 'nudge' | 'untilDay' | 'evidence'>[],
  today: Day,
): boolean {
  return (
    stop !== undefined &&
    snoozes.some(
      ({ nudge, untilDay, evidence }) =>
        nudge === stop.nudge && (untilDay === undefined ? evidence === stop.evidence : today < untilDay),
    )
  );
}

/** The ways to put a nudge off, in days; `later_<name>` in the locales. A month is the same date of the next one. */
export const LATER = ['tomorrow', 'week', 'fortnight', 'month'] as const;

/** The day until which a nudge is put off. */
export function laterDay(choice: (typeof LATER)[number], today: Day): Day {
  if (choice !== 'month') return addDays(today, { tomorrow: 1, week: 7, fortnight: 14 }[choice]);
  const next = new Date(`${today}T00:00:00Z`);
  const date = next.getUTCDate();
  next.setUTCMonth(next.getUTCMonth() + 1);
  // 31 January and a month is the last of February, not 3 March.
  if (next.getUTCDate() !== date) next.setUTCDate(0);
  return next.toISOString().slice(0, 10);
}

/** The kinds of reason that need a cadence or a playbook; what the user gave a day of its own comes up without. */
export function needsRhythm(reason: Reason): boolean {
  if (reason.kind === 'promise') return reason.first === true;
  return !['goal', 'feedback', 'support', 'date'].includes(reason.kind);
}
