import { dayNumber } from './day-number.ts';
import { addDays } from './days.ts';
import type { Day } from './types.ts';

// A year: the leap month (0: none) in the bits from 13 up; below them one bit a month in the year's order, the first
// month lowest and a leap month after its namesake: 30 days where set, 29 where not. 1900 to 2100. A table and not
// the browser's own `chinese` calendar: ICU 78 puts 14 new moons that fall near midnight a day off, among them the
// Spring Festival of 2027. Made with tyme4ts 1.5.2 and equal to lunar-javascript 1.7.7 on each of the days.
// biome-ignore format: ten years a line
const YEARS = [
  0x116d2, 0x00752, 0x00ea5, 0x0b64a, 0x0064b, 0x00a9b, 0x09556, 0x0056a, 0x00b59, 0x05752,
  0x00752, 0x0db25, 0x00b25, 0x00a4b, 0x0b4ab, 0x002ad, 0x0056b, 0x04b69, 0x00da9, 0x0fd92,
  0x00e92, 0x00d25, 0x0ba4d, 0x00a56, 0x002b6, 0x095b5, 0x006d4, 0x00ea9, 0x05e92, 0x00e92,
  0x0cd26, 0x0052b, 0x00a57, 0x0b2b6, 0x00b5a, 0x006d4, 0x06ec9, 0x00749, 0x0f693, 0x00a93,
  0x0052b, 0x0ca5b, 0x00aad, 0x0056a, 0x09b55, 0x00ba4, 0x00b49, 0x05a93, 0x00a95, 0x0f52d,
  0x00536, 0x00aad, 0x0b5aa, 0x005b2, 0x00da5, 0x07d4a, 0x00d4a, 0x10a95, 0x00a97, 0x00556,
  0x0cab5, 0x00ad5, 0x006d2, 0x08ea5, 0x00ea5, 0x0064a, 0x06c97, 0x00a9b, 0x0f55a, 0x0056a,
  0x00b69, 0x0b752, 0x00b52, 0x00b25, 0x0964b, 0x00a4b, 0x114ab, 0x002ad, 0x0056d, 0x0cb69,
  0x00da9, 0x00d92, 0x09d25, 0x00d25, 0x15a4d, 0x00a56, 0x002b6, 0x0c5b5, 0x006d5, 0x00ea9,
  0x0be92, 0x00e92, 0x00d26, 0x06a56, 0x00a57, 0x114d6, 0x0035a, 0x006d5, 0x0b6c9, 0x00749,
  0x00693, 0x0952b, 0x0052b, 0x00a5b, 0x0555a, 0x0056a, 0x0fb55, 0x00ba4, 0x00b49, 0x0ba93,
  0x00a95, 0x0052d, 0x08aad, 0x00ab5, 0x135aa, 0x005d2, 0x00da5, 0x0dd4a, 0x00d4a, 0x00c95,
  0x0952e, 0x00556, 0x00ab5, 0x055b2, 0x006d2, 0x0cea5, 0x00725, 0x0064b, 0x0ac97, 0x00cab,
  0x0055a, 0x06ad6, 0x00b69, 0x17752, 0x00b52, 0x00b25, 0x0da4b, 0x00a4b, 0x004ab, 0x0a55b,
  0x005ad, 0x00b6a, 0x05b52, 0x00d92, 0x0fd25, 0x00d25, 0x00a55, 0x0b4ad, 0x004b6, 0x005b5,
  0x06daa, 0x00ec9, 0x11e92, 0x00e92, 0x00d26, 0x0ca56, 0x00a57, 0x004d6, 0x086d5, 0x00755,
  0x00749, 0x06e93, 0x00693, 0x0f52b, 0x0052b, 0x00a5b, 0x0b55a, 0x0056a, 0x00b65, 0x0974a,
  0x00b4a, 0x11a95, 0x00a95, 0x0052d, 0x0caad, 0x00ab5, 0x005aa, 0x08ba5, 0x00da5, 0x00d4a,
  0x07c95, 0x00c96, 0x0f94e, 0x00556, 0x00ab5, 0x0b5b2, 0x006d2, 0x00ea5, 0x08e4a, 0x0068b,
  0x10c97, 0x004ab, 0x0055b, 0x0cad6, 0x00b6a, 0x00752, 0x09725, 0x00b45, 0x00a8b, 0x0549b,
  0x004ab,
] as const;

/** The first lunar year that is known here. */
export const FIRST_LUNAR_YEAR = 1900;
/** The last one. */
export const LAST_LUNAR_YEAR = FIRST_LUNAR_YEAR + YEARS.length - 1;

// The first day of 1900's first month.
const ORIGIN: Day = '1900-01-31';

// Days from ORIGIN to the first day of each year.
const STARTS: readonly number[] = startsOf(YEARS);

/** The lunar year a day lies in; nothing outside `FIRST_LUNAR_YEAR` to `LAST_LUNAR_YEAR`. */
export function lunarYearOf(day: Day): number | undefined {
  const year = Number(day.slice(0, 4));
  const start = newYear(year);
  if (start !== undefined && dayNumber(start) <= dayNumber(day)) return year;
  return newYear(year - 1) === undefined ? undefined : year - 1;
}

/** The first day of a lunar year (Spring Festival); nothing outside the years that are known. */
export function newYear(year: number): Day | undefined {
  if (!(year >= FIRST_LUNAR_YEAR && year <= LAST_LUNAR_YEAR)) return undefined;
  return addDays(ORIGIN, STARTS[year - FIRST_LUNAR_YEAR] as number);
}

/**
 * The day on which a lunar month's day falls in a lunar year; the ordinary month where the year has a leap month of
 * that name too, and the month's last day for a 30th in a month of 29 days. Nothing outside the years that are known.
 */
export function lunarDay(year: number, month: number, day: number): Day | undefined {
  const start = newYear(year);
  if (start === undefined) return undefined;
  const bits = YEARS[year - FIRST_LUNAR_YEAR] as number;
  const leap = bits >> 13;
  const lengths = monthLengths(bits);
  // The leap month stands after its namesake, so only later months move.
  const index = leap > 0 && month > leap ? month : month - 1;
  return addDays(start, total(lengths.slice(0, index)) + Math.min(day, lengths[index] as number) - 1);
}

function startsOf(years: readonly number[]): number[] {
  let days = 0;
  return years.map((bits) => {
    const start = days;
    days += total(monthLengths(bits));
    return start;
  });
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

function monthLengths(bits: number): number[] {
  return Array.from({ length: bits >> 13 ? 13 : 12 }, (_, index) => 29 + ((bits >> index) & 1));
}
