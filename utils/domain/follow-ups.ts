import { addDays, dayOf, daysBetween } from './days.ts';
import type { Day, FollowUp, Touchpoint } from './types.ts';

/** When the first follow-ups of a new relationship fall due, in days after it began (product.md). */
export const FIRST_FOLLOW_UPS = [2, 14, 42] as const;

/** What to do so many days after a relationship began. */
export interface FirstFollowUp {
  readonly afterDays: number;
  readonly text: string;
}

/** The next day of a follow-up that repeats: its own rhythm goes on, and days that were missed are not made up for. */
export function nextDay(
  { dueDay, repeatDays = 1 }: Pick<FollowUp, 'dueDay' | 'repeatDays'>,
  today: Day,
): Day {
  const every = Math.max(1, Math.round(repeatDays));
  const missed = Math.max(0, daysBetween(dueDay, today));
  return addDays(dueDay, every * (Math.floor(missed / every) + 1));
}

/**
 * Which open follow-ups a touchpoint closes: those that wait for a reply, when they wrote after it was made; and the next of
 * the first follow-ups, when the touchpoint is of a later day than the one it was made on.
 */
export function closedBy<F extends Pick<FollowUp, 'createdAt' | 'dueDay' | 'untilReply' | 'first'>>(
  open: readonly F[],
  touchpoint: Pick<Touchpoint, 'at' | 'day' | 'direction' | 'dayOnly'>,
): F[] {
  // Of a message whose time is not known, a later day is certain to be after.
  const after = (at: number) => (touchpoint.dayOnly ? touchpoint.day > dayOf(at) : touchpoint.at > at);
  const replied = open.filter(
    ({ untilReply, createdAt }) => untilReply && touchpoint.direction !== 'out' && after(createdAt),
  );
  const firsts = open
    .filter(({ first, createdAt }) => first && touchpoint.day > dayOf(createdAt))
    .sort((a, b) => (a.dueDay < b.dueDay ? -1 : 1))
    .slice(0, 1);
  return [...new Set([...replied, ...firsts])];
}
