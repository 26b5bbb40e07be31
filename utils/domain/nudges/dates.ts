import { addDays, daysBetween } from '../days.ts';
import { lunarDay, lunarYearOf } from '../lunar.ts';
import type { Day } from '../types.ts';
import { DATES_AHEAD_DAYS } from './nudge.ts';
import { dateKey } from './reasons.ts';

/**
 * Which yearly dates (see `dateKey`) fall on a day and the seven after it, and when. 29 February is kept on the 28th in years
 * without one. Lunar dates follow the Chinese calendar: what belongs to a leap month is kept in the regular one, and the 30th
 * of a month that has 29 days on its last.
 */
export function dateKeysFrom(today: Day, ahead = DATES_AHEAD_DAYS): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  const note = (key: string, day: Day) => days.has(key) || days.set(key, day);
  for (let after = 0; after <= ahead; after++) {
    const day = addDays(today, after);
    note(day.slice(5), day);
    if (day.endsWith('-02-28') && addDays(day, 1).endsWith('-03-01')) note('02-29', day);
    for (const lunar of lunarOf(day)) note(dateKey({ kind: 'custom', calendar: 'lunar', ...lunar }), day);
  }
  return days;
}

// One date, two on the last day of a month of 29, none within a leap month.
function lunarOf(day: Day): { month: number; day: number }[] {
  const year = lunarYearOf(day);
  if (year === undefined) return [];
  for (let month = 1; month <= 12; month++) {
    const [first, last] = [lunarDay(year, month, 1), lunarDay(year, month, 30)];
    if (first === undefined || last === undefined || day < first || day > last) continue;
    const date = daysBetween(first, day) + 1;
    return [{ month, day: date }, ...(day === last && date === 29 ? [{ month, day: 30 }] : [])];
  }
  return [];
}
