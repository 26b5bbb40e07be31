import type { Day, FollowUp, Instant, Person } from '../domain/types.ts';

/** What goes into a calendar: something for a whole day, once or again and again. */
export interface CalendarItem {
  /** The same for the same row, whenever it is exported: a calendar that has it updates it. */
  readonly uid: string;
  readonly title: string;
  readonly details?: string;
  readonly day: Day;
  /** Comes back after so many days, from `day` on. */
  readonly everyDays?: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** What the user reads of an item; in their language, so from the caller. */
export interface ItemWords {
  readonly title: string;
  readonly details?: string;
}

/** A follow-up as an item of a calendar, on the day it is due. */
export function followUpItem(
  row: Pick<FollowUp, 'id' | 'dueDay' | 'repeatDays' | 'createdAt' | 'updatedAt'>,
  words: ItemWords,
): CalendarItem {
  const { id, dueDay, repeatDays, createdAt, updatedAt } = row;
  const every = repeatDays !== undefined && { everyDays: repeatDays };
  return { ...words, uid: `follow-up-${id}@kith`, day: dueDay, ...every, createdAt, updatedAt };
}

/** A person's rhythm as an item of a calendar, from the day they are next due; nothing where no rhythm is set. */
export function cadenceItem(
  person: Pick<Person, 'id' | 'dueDay' | 'cadenceDays' | 'createdAt' | 'updatedAt'>,
  words: ItemWords,
): CalendarItem | undefined {
  const { id, dueDay, cadenceDays, createdAt, updatedAt } = person;
  if (dueDay === undefined) return undefined;
  const every = cadenceDays !== undefined && { everyDays: cadenceDays };
  return { ...words, uid: `rhythm-${id}@kith`, day: dueDay, ...every, createdAt, updatedAt };
}
