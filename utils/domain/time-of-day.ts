import { clockOf } from './time-there.ts';
import type { Day, Instant } from './types.ts';

/** The instant of a time of day (`HH:MM`) on a day, on this machine's clock; a time that daylight saving skips is an hour later. */
export function instantOf(day: Day, time: string): Instant {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(year, month - 1, date, hours, minutes).getTime();
}

/** The time of day (`HH:MM`) at an instant, on this machine's clock. */
export function timeOfDay(at: Instant): string {
  const date = new Date(at);
  return clockOf({ hour: date.getHours(), minute: date.getMinutes() });
}
