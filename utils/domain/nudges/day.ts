import { daysBetween } from '../days.ts';
import type { Day } from '../types.ts';
import type { Nudge } from './nudge.ts';

/** At most so many people a day. */
export const MOST_A_DAY = 5;

/** Whom the user was shown on a day: those who were answered do not make room for others. */
export interface DayPlan {
  readonly day: Day;
  readonly personIds: readonly string[];
}

/** What is shown today. */
export interface Today<N extends Nudge = Nudge> {
  /** In order, at most as many as the day allows, the ones that were answered left out. */
  readonly nudges: readonly N[];
  /** The rest, in order; for whoever asks to see more. */
  readonly waiting: readonly N[];
  readonly plan: DayPlan;
}

/** How many people a day allows: five; after a gentle start one on its first day, two on the next, up to five. */
export function allowanceOf(today: Day, gentleSince?: Day): number {
  if (gentleSince === undefined) return MOST_A_DAY;
  return Math.min(MOST_A_DAY, Math.max(1, daysBetween(gentleSince, today) + 1));
}

/** Chooses the day's people: those chosen earlier today stay chosen, and free places go by rank. */
export function planDay<N extends Nudge>(
  nudges: readonly N[],
  plan: DayPlan | undefined,
  today: Day,
  allowance = MOST_A_DAY,
): Today<N> {
  const ordered = [...nudges].sort(byRank);
  const chosen = new Set(plan?.day === today ? plan.personIds : []);
  for (const { personId } of ordered) if (chosen.size < allowance) chosen.add(personId);
  return {
    nudges: ordered.filter(({ personId }) => chosen.has(personId)),
    waiting: ordered.filter(({ personId }) => !chosen.has(personId)),
    plan: { day: today, personIds: [...chosen] },
  };
}

/** The highest rank first; equal ranks in an order that does not change from one look to the next. */
export function byRank(a: Nudge, b: Nudge): number {
  return b.rank - a.rank || (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0);
}
