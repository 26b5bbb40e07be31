import { addDays } from '../days.ts';
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
    const tomorrow = addDays(day, 1);
    note(day.slice(5), day);
    if (day.endsWith('-02-28') && tomorrow.endsWith('-03-01')) note('02-29', day);
    const lunar = lunarOf(day);
    if (lunar === undefined) continue;
    note(dateKey({ kind: 'custom', calendar: 'lunar', ...lunar }), day);
    if (lunar.day === 29 && lunarOf(tomorrow)?.day !== 30)
      note(dateKey({ kind: 'custom', calendar: 'lunar', month: lunar.month, day: 30 }), day);
  }
  return days;
}

const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

// Nothing within a leap month, which the browser calls "6bis".
function lunarOf(day: Day): { month: number; day: number } | undefined {
  const parts = CHINESE.formatToParts(new Date(`${day}T00:00:00Z`));
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const [month, date] = [value('month'), value('day')];
  return Number.isNaN(month) || Number.isNaN(date) ? undefined : { month, day: date };
}
