import { dayOf, daysBetween } from '../domain/days.ts';
import type { Day } from '../domain/types.ts';

/** How far a day is from today: `today`, `yesterday`, `3 days ago`, `in 2 weeks`. */
export function distance(day: Day, language: string, today: Day = dayOf(Date.now())): string {
  const days = daysBetween(today, day);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return Math.abs(days) < 14 ? relative.format(days, 'day') : relative.format(Math.round(days / 7), 'week');
}
