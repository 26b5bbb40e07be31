import { addDays, dayOf, noonOf } from '../domain/days.ts';
import type { Day, Instant } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';

/** What happened in a week, from Monday on. */
export interface Week {
  /** Its Monday. */
  readonly from: Day;
  readonly touchpoints: number;
  readonly people: number;
  /** Follow-ups of the user's own that were done. */
  readonly kept: number;
  /** Follow-ups of the user's own that are past their day. */
  readonly late: number;
}

/** The Monday on or before a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The week before the one of `now`. */
export async function lastWeek(db: KithDb, now: Instant): Promise<Week> {
  const today = dayOf(now);
  const from = addDays(mondayOf(today), -7);
  const to = addDays(from, 6);
  const [touchpoints, done, open] = await Promise.all([
    db.touchpoints
      .where('at')
      .between(startOf(from), startOf(addDays(to, 1)))
      .toArray(),
    db.followUps.where('[state+dueDay]').between(['done', ''], ['done', '\uffff']).toArray(),
    db.followUps.where('[state+dueDay]').between(['open', ''], ['open', today]).toArray(),
  ]);
  const alive = touchpoints.filter(isLive);
  return {
    from,
    touchpoints: alive.length,
    people: new Set(alive.flatMap(({ personIds }) => personIds)).size,
    kept: done.filter((row) => {
      const day = row.closedAt === undefined ? '' : dayOf(row.closedAt);
      return isLive(row) && row.by === 'me' && day >= from && day <= to;
    }).length,
    late: open.filter((row) => isLive(row) && row.by === 'me').length,
  };
}

function startOf(day: Day): Instant {
  return new Date(noonOf(day)).setHours(0, 0, 0, 0);
}
