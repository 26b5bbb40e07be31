import { addDays, dayOf } from '../domain/days.ts';
import type { Day, Instant } from '../domain/types.ts';
import { mondayOf } from '../domain/week.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';
import { contactsIn } from './overview.ts';

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

/** The week before the one of `now`. */
export async function lastWeek(db: KithDb, now: Instant): Promise<Week> {
  const today = dayOf(now);
  const from = addDays(mondayOf(today), -7);
  const to = addDays(from, 6);
  const [[contacts], done, open] = await Promise.all([
    contactsIn(db, [{ from, to }]),
    db.followUps.where('[state+dueDay]').between(['done', ''], ['done', '\uffff']).toArray(),
    db.followUps.where('[state+dueDay]').between(['open', ''], ['open', today]).toArray(),
  ]);
  return {
    from,
    touchpoints: contacts?.touchpoints ?? 0,
    people: contacts?.people ?? 0,
    kept: done.filter((row) => {
      const day = row.closedAt === undefined ? '' : dayOf(row.closedAt);
      return isLive(row) && row.by === 'me' && day >= from && day <= to;
    }).length,
    late: open.filter((row) => isLive(row) && row.by === 'me').length,
  };
}
