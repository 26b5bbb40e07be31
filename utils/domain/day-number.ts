import type { Day } from './types.ts';

/**
 * Days since 1970-01-01 of a day (negative before it); `dayNumber(b) - dayNumber(a)` is `daysBetween(a, b)`. Reads the
 * digits themselves, about ten times as fast as `Date.parse`: rhythms are computed from hundreds of thousands of days at
 * once. A text that is no day gives NaN. Formula: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
 * days_from_civil.
 */
export function dayNumber(day: Day): number {
  const month = digits(day, 5, 7);
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(day, 8, 10) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day of a number: the inverse of `dayNumber`. */
export function numberedDay(number: number): Day {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    // NaN fails the comparison too: a text that ends early.
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
