import { dayNumber } from './day-number.ts';
import type { Day, Instant } from './types.ts';

const DAY_MS = 86_400_000;

/** The user's calendar day at an instant, in their zone (default: this machine's). */
export function dayOf(at: Instant, timeZone?: string): Day {
  const date = new Date(at);
  if (timeZone === undefined) return format(date.getFullYear(), date.getMonth() + 1, date.getDate());
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(date);
}

/** `day` moved by whole calendar days; daylight saving plays no part. */
export function addDays(day: Day, days: number): Day {
  return new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Local noon of a day: the instant stored for what is known only by its day. */
export function noonOf(day: Day): Instant {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12).getTime();
}

/** Whether the text is a day that exists: `2026-02-30` does not. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text)) && addDays(text, 0) === text;
}

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function format(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
