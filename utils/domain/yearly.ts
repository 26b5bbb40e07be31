import { daysBetween, isDay } from './days.ts';
import { lunarDay, lunarYearOf } from './lunar.ts';
import type { Day, YearlyDate } from './types.ts';

/** When a yearly date comes next. */
export interface Occurrence {
  readonly day: Day;
  /** Days from the day that was asked about; 0 on the day itself. */
  readonly inDays: number;
  /** How many years it will be, where the year is known and at least one has passed. Lunar dates count lunar years. */
  readonly years?: number;
}

/**
 * The next time a yearly date comes round, from `from` on (that day included), and never before its own year. 29
 * February is 28 February in years without it. A lunar date is kept in the ordinary month where the year has a leap
 * month of the same name (also by those born in a leap month, as is the custom), and a 30th on the 29th of a short
 * month; its `year` is the lunar year. Nothing for a date that does not exist, and for lunar dates outside the years
 * of domain/lunar.
 */
export function nextOccurrence(date: YearlyDate, from: Day): Occurrence | undefined {
  if (!exists(date)) return undefined;
  const lunar = date.calendar === 'lunar';
  const present = lunar ? lunarYearOf(from) : Number(from.slice(0, 4));
  if (present === undefined) return undefined;
  const inYear = lunar ? lunarDay : gregorianDay;
  let year = Math.max(present, date.year ?? present);
  let day = inYear(year, date.month, date.day);
  if (day !== undefined && day < from) day = inYear(++year, date.month, date.day);
  if (day === undefined) return undefined;
  const years = date.year === undefined ? 0 : year - date.year;
  return { day, inDays: daysBetween(from, day), ...(years > 0 && { years }) };
}

/** Whether there is such a date: 29 February and a lunar 30th are, 30 February is not. */
export function exists({ month, day, calendar }: Pick<YearlyDate, 'month' | 'day' | 'calendar'>): boolean {
  if (!Number.isInteger(month) || !Number.isInteger(day) || month < 1 || month > 12 || day < 1) return false;
  return calendar === 'lunar' ? day <= 30 : isDay(iso(2000, month, day));
}

function gregorianDay(year: number, month: number, day: number): Day {
  const wanted = iso(year, month, day);
  return isDay(wanted) ? wanted : iso(year, 2, 28);
}

function iso(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
