import { dayNumber, numberedDay } from '../day-number.ts';
import { type Rhythm, rhythmOf } from '../rhythm.ts';
import type { Day, Instant, Person } from '../types.ts';

const DAY_MS = 86_400_000;

/** What a card on the board says of somebody. */
export interface BoardStanding {
  readonly id: string;
  /** Absent when it is not known yet. */
  readonly rhythm?: Rhythm;
  /** The day of the last touchpoint, and how many days ago that was. */
  readonly lastDay?: Day;
  readonly days?: number;
  /** The day the cadence falls due; `inDays` is negative once it is past. */
  readonly dueDay?: Day;
  readonly inDays?: number;
}

/**
 * The standings of many people at once, in their order: rhythm, last and next. `timeline` holds `[person id,
 * instant]` in any order, as the keys of the database's `timeline` index do. Days are those of this machine's zone
 * today. Linear in both; to refresh one person pass that person and their keys.
 */
export function boardStanding(
  people: readonly Pick<Person, 'id' | 'dueDay'>[],
  timeline: Iterable<readonly [string, Instant]>,
  today: Day,
): BoardStanding[] {
  const now = dayNumber(today);
  const days = daysByPerson(people, timeline, now);
  return people.map(({ id, dueDay }, index) => {
    const numbers = Int32Array.from(days[index] as number[]);
    const rhythm = rhythmOf(numbers);
    const last = numbers.reduce((latest, day) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
    return {
      id,
      ...(rhythm && { rhythm }),
      ...(Number.isFinite(last) && { lastDay: numberedDay(last), days: now - last }),
      ...(dueDay !== undefined && { dueDay, inDays: dayNumber(dueDay) - now }),
    };
  });
}

function daysByPerson(
  people: readonly { readonly id: string }[],
  timeline: Iterable<readonly [string, Instant]>,
  now: number,
): number[][] {
  const days: number[][] = people.map(() => []);
  const places = new Map(people.map(({ id }, index) => [id, index]));
  for (const [id, at] of timeline) {
    const place = places.get(id);
    if (place === undefined) continue;
    const day = localDay(at);
    // What is dated after today has not happened yet.
    if (day <= now) days[place]?.push(day);
  }
  return days;
}

// The number of the day that an instant falls on here.
function localDay(at: Instant): number {
  return Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / DAY_MS);
}
