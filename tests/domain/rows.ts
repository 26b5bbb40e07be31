import { noonOf } from '../../utils/domain/days.ts';
import type {
  Channel,
  Day,
  Direction,
  FollowUp,
  Goal,
  Review,
  Support,
  Touchpoint,
} from '../../utils/domain/types.ts';

const row = { createdAt: 0, updatedAt: 0 };

/** A touchpoint of tests: at noon unless `hour` says otherwise. */
export function touchpoint(
  id: string,
  day: Day,
  direction: Direction = 'out',
  more: Partial<Touchpoint> & { readonly hour?: number; readonly channel?: Channel } = {},
): Touchpoint {
  const { hour = 12, ...rest } = more;
  const at = noonOf(day) + (hour - 12) * 3_600_000;
  const base = { id, personIds: ['p'], channel: 'email' as const, direction, at, day };
  return { ...row, ...base, sourceKey: id, timeline: [['p', at]], ...rest };
}

/** A row of support. */
export function support(
  id: string,
  day: Day,
  kind: Support['kind'],
  state: Support['state'] = 'done',
): Support {
  return { ...row, id, personId: 'p', kind, state, day, text: id };
}

/** A follow-up of the user's, unless `by` says otherwise. */
export function followUp(
  id: string,
  dueDay: Day,
  state: FollowUp['state'],
  more: Partial<FollowUp> = {},
): FollowUp {
  return { ...row, id, personId: 'p', text: id, by: 'me', dueDay, state, ...more };
}

/** A review. */
export function review(id: string, day: Day, more: Partial<Review> = {}): Review {
  return { ...row, id, personId: 'p', day, state: 'done', ...more };
}

/** A goal. */
export function goal(
  id: string,
  side: Goal['side'],
  state: Goal['state'] = 'open',
  more: Partial<Goal> = {},
): Goal {
  return { ...row, id, personId: 'p', side, text: id, state, ...more };
}
