import { addDays, daysBetween } from '../days.ts';
import { lunarDay, lunarYearOf } from '../lunar.ts';
import type { Day } from '../types.ts';
import { DATES_AHEAD_DAYS } from './nudge.ts';
import { dateKey } from './reasons.ts';

/**
 * Which yearly dates (see `dateKey`) fall on a day and the seven after it, and when: what domain/yearly says of each date,
 * turned around, so that those who have one can be found by an index.
 */
export function dateKeysFrom(today: Day, ahead = DATES_AHEAD_DAYS): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (let after = 0; after <= ahead; after++) {
    const day = addDays(today, after);
    days.set(day.slice(5), day);
    // 29 February is kept on the 28th in years without one.
    if (day.endsWith('-02-28') && addDays(day, 1).endsWith('-03-01')) days.set('02-29', day);
  }
  const year = lunarYearOf(today);
  if (year === undefined) return days;
  for (const lunarYear of [year, year + 1])
    for (let month = 1; month <= 12; month++) {
      const first = lunarDay(lunarYear, month, 1);
      const away = first === undefined ? Number.NaN : daysBetween(today, first);
      if (!(away >= -30 && away <= ahead)) continue;
      for (let day = 1; day <= 30; day++) {
        const falls = lunarDay(lunarYear, month, day) ?? '';
        if (falls >= today && falls <= addDays(today, ahead))
          days.set(dateKey({ kind: 'custom', calendar: 'lunar', month, day }), falls);
      }
    }
  return days;
}
