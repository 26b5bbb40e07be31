import { addDays, dayOf } from './days.ts';
import type { NudgePreferences } from './preferences.ts';
import { instantOf, timeOfDay } from './time-of-day.ts';
import type { Day, Instant } from './types.ts';

type Times = Pick<NudgePreferences, 'workingDays' | 'digestAt' | 'quietFrom' | 'quietTo'>;

/** Whether the user works on a day. */
export function isWorkingDay(day: Day, { workingDays }: Pick<Times, 'workingDays'>): boolean {
  return workingDays.includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** Whether nothing may be shown outside of the panel: a day off, or between `quietFrom` and `quietTo`, which may span midnight. */
export function isQuiet(now: Instant, times: Times): boolean {
  if (!isWorkingDay(dayOf(now), times)) return true;
  const time = timeOfDay(now);
  const { quietFrom, quietTo } = times;
  return quietFrom <= quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo;
}

/** When the next digest comes after `now`; nothing where no day is a working day. */
export function nextDigest(now: Instant, times: Times): Instant | undefined {
  let day = dayOf(now);
  for (let tries = 0; tries <= 7; tries++, day = addDays(day, 1)) {
    const at = instantOf(day, times.digestAt);
    if (isWorkingDay(day, times) && at > now) return at;
  }
  return undefined;
}

/** Whether today's digest is to be given now: its time has come, it is not quiet, and today's was not given yet. */
export function isDigestDue(now: Instant, times: Times, lastDigest: Day | undefined): boolean {
  const today = dayOf(now);
  return lastDigest !== today && now >= instantOf(today, times.digestAt) && !isQuiet(now, times);
}

/** At most so many notifications about single people at once; more of them are in the digest only. */
export const MOST_AT_ONCE = 3;

/** Nobody is notified about again within so many days. */
export const NOTIFY_AGAIN_DAYS = 7;

/** Of the people that come up, about whom to notify now: those marked as important, and not lately. */
export function toNotify(
  nudges: readonly { readonly personId: string; readonly person: { readonly importance?: number } }[],
  notified: Readonly<Record<string, Day>>,
  today: Day,
): readonly string[] {
  return nudges
    .filter(({ person }) => (person.importance ?? 1) >= 2)
    .map(({ personId }) => personId)
    .filter((id) => {
      const last = notified[id];
      return last === undefined || addDays(last, NOTIFY_AGAIN_DAYS) <= today;
    })
    .slice(0, MOST_AT_ONCE);
}
