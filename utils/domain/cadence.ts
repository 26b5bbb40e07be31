import { addDays, daysBetween } from './days.ts';
import type { Day, Person, Stage } from './types.ts';

/** What a playbook says of how often to be in touch: days, by stage. */
export type CadenceByStage = Readonly<Partial<Record<Stage, number>>>;

/** The longest cadence that is accepted, in days (ten years). */
export const MAX_CADENCE = 3650;

/** Whether a number of days can be a cadence: whole, 1 to `MAX_CADENCE`. */
export function isCadence(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= MAX_CADENCE;
}

/**
 * The days that may pass: the person's own, else the playbook's for their stage; nothing when neither is set. A number that
 * can be no cadence (0, 10,000: an import, an older Kith) counts as none.
 */
export function cadenceOf(
  person: Pick<Person, 'cadenceDays' | 'stage'>,
  playbook?: CadenceByStage,
): number | undefined {
  return [person.cadenceDays, playbook?.[person.stage]].find((days) => days !== undefined && isCadence(days));
}

/** The day the cadence falls due: counted from the last touchpoint's day, or from the day the person was added. */
export function dueDay(
  person: Pick<Person, 'cadenceDays' | 'stage' | 'since'>,
  lastDay: Day | undefined,
  playbook?: CadenceByStage,
): Day | undefined {
  const days = cadenceOf(person, playbook);
  return days === undefined ? undefined : addDays(lastDay ?? person.since, days);
}

/** Where a due day stands today; `late` counts the days past it. Overdue begins at one and a half cadences (product.md). */
export interface DueState {
  readonly kind: 'later' | 'today' | 'due' | 'overdue';
  readonly late: number;
}

/** Places a due day: not yet, today, past, or past by half a cadence and more. */
export function dueState(due: Day, cadenceDays: number | undefined, today: Day): DueState {
  const late = Math.max(0, daysBetween(due, today));
  if (today < due) return { kind: 'later', late };
  if (cadenceDays !== undefined && late >= cadenceDays * 0.5) return { kind: 'overdue', late };
  return { kind: late === 0 ? 'today' : 'due', late };
}
