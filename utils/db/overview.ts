import { addDays, noonOf } from '../domain/days.ts';
import { isGiven } from '../domain/standing.ts';
import type { Day, Review, Support, Touchpoint } from '../domain/types.ts';
import { mondayOf } from '../domain/week.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';

const DAY_MS = 86_400_000;

/** A stretch of days, both ends in it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** `count` weeks from Monday on, in order; the one of `today` is the last. */
export function weeksUntil(today: Day, count: number): Span[] {
  return weeksFrom(addDays(mondayOf(today), -7 * (count - 1)), count);
}

/** `count` weeks from Monday on, in order; the one of `day` is the first. */
export function weeksFrom(day: Day, count: number): Span[] {
  const monday = mondayOf(day);
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(monday, 7 * index);
    return { from, to: addDays(from, 6) };
  });
}

/** `count` calendar months in order; the one of `today` is the last. */
export function monthsUntil(today: Day, count: number): Span[] {
  const [year = 1970, month = 1] = today.split('-').map(Number);
  const first = (back: number) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index;
    return { from: first(back), to: addDays(first(back - 1), -1) };
  });
}

/** How many touchpoints a stretch holds, and with how many people. */
export interface Contacts {
  readonly touchpoints: number;
  readonly people: number;
}

/** The touchpoints of stretches that follow each other, counted. */
export async function contactsIn(db: KithDb, spans: readonly Span[]): Promise<Contacts[]> {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [];
  const counts = spans.map(() => ({ touchpoints: 0, people: new Set<string>() }));
  for (const { day, personIds } of await touchpointsBetween(db, { from: first.from, to: last.to })) {
    const count = counts[spans.findLastIndex(({ from }) => from <= day)];
    if (!count) continue;
    count.touchpoints += 1;
    for (const id of personIds) count.people.add(id);
  }
  return counts.map(({ touchpoints, people }) => ({ touchpoints, people: people.size }));
}

/** The touchpoints of a stretch, newest first. */
export async function touchpointsBetween(db: KithDb, { from, to }: Span): Promise<Touchpoint[]> {
  // A day is the user's when it was stored; another zone moves it by less than a day.
  const rows = await db.touchpoints
    .where('at')
    .between(noonOf(from) - 2 * DAY_MS, noonOf(to) + 2 * DAY_MS)
    .reverse()
    .toArray();
  return rows.filter((row) => isLive(row) && row.day >= from && row.day <= to);
}

/** Help that went each way in a stretch: the rows that are counted, oldest first. */
export interface Balance {
  readonly given: readonly Support[];
  readonly received: readonly Support[];
}

/** The balance of support in each stretch. What was offered, or asked of the user, counts as given once it is done. */
export async function balanceIn(db: KithDb, spans: readonly Span[]): Promise<Balance[]> {
  const rows = inOrder((await db.support.toArray()).filter(isLive));
  return spans.map((span) => {
    const those = rows.filter(({ day }) => day >= span.from && day <= span.to);
    return { given: those.filter(isGiven), received: those.filter(({ kind }) => kind === 'received') };
  });
}

/** What the finished reviews of a stretch say of one side: the mean of 1 to 5, and the reviews. */
export interface Satisfied {
  readonly mean?: number;
  readonly reviews: readonly Review[];
}

/** Satisfaction of both sides in each stretch. Reviews without an answer, or with one outside 1 to 5, do not count. */
export async function satisfactionIn(
  db: KithDb,
  spans: readonly Span[],
): Promise<{ readonly mine: Satisfied; readonly theirs: Satisfied }[]> {
  const rows = inOrder((await db.reviews.toArray()).filter((row) => isLive(row) && row.state === 'done'));
  const side = (reviews: readonly Review[], of: 'mine' | 'theirs'): Satisfied => {
    const answered = reviews.filter(({ [of]: value = 0 }) => value >= 1 && value <= 5);
    if (answered.length === 0) return { reviews: [] };
    const sum = answered.reduce((total, { [of]: value = 0 }) => total + value, 0);
    return { mean: sum / answered.length, reviews: answered };
  };
  return spans.map((span) => {
    const those = rows.filter(({ day }) => day >= span.from && day <= span.to);
    return { mine: side(those, 'mine'), theirs: side(those, 'theirs') };
  });
}

function inOrder<T extends { readonly day: Day; readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
}
