import { addDays } from './days.ts';
import type { Day } from './types.ts';

/** The Monday on or before a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The weekdays (0 Sunday to 6) in the order in which a locale's week goes; from Monday where the browser does not know. */
export function weekOf(locale: string): readonly number[] {
  const first = firstDayOf(locale);
  return [0, 1, 2, 3, 4, 5, 6].map((day) => (first + day) % 7);
}

function firstDayOf(locale: string): number {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & {
      getWeekInfo?: () => { readonly firstDay: number };
      weekInfo?: { readonly firstDay: number };
    }; // newer than the types
    // 1 is Monday, 7 is Sunday.
    return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1) % 7;
  } catch {
    return 1;
  }
}

/** The short name of a weekday (0 Sunday to 6). */
export function weekdayName(day: number, language: string): string {
  // 4 January 1970 was a Sunday.
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    (3 + day) * 86_400_000,
  );
}

/** Whether a text is a time of day: `HH:MM`, 00:00 to 23:59. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether a time of day lies in hours that may span midnight; the first minute does, the last does not. */
export function isWithin(time: string, from: string, to: string): boolean {
  return from <= to ? time >= from && time < to : time >= from || time < to;
}
