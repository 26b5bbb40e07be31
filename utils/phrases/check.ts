import { addDays, dayOf } from '../domain/days.ts';
import type { Day, Instant } from '../domain/types.ts';
import type { Toward } from './dates.ts';
import { isNoDate, readWhen, type When } from './when.ts';

/**
 * Why a time can't be taken: no calendar has it, it was not understood, it is before 1970, it is more than a day ahead
 * though it has happened, or it is past though it is to come. Each has a string in the locales: `when_<problem>`.
 */
export type WhenProblem = 'impossible' | 'unclear' | 'early' | 'future' | 'past';

/** What a field for a time comes to. */
export interface CheckedWhen {
  readonly when?: When;
  readonly problem?: WhenProblem;
}

/** Reads a time in words, see `readWhen`, and says what is wrong with it. An empty text is neither. */
export function checkWhen(text: string, now: Instant, language: string, toward: Toward): CheckedWhen {
  if (text.trim() === '') return {};
  const when = readWhen(text, now, language, toward);
  if (!when) return { problem: isNoDate(text, now, language) ? 'impossible' : 'unclear' };
  const problem = problemOfDay(when.day, when.at, now, toward);
  return problem ? { when, problem } : { when };
}

/** What is wrong with a day (and instant) for what has happened or is to come; nothing when it is fine. */
export function problemOfDay(
  day: Day,
  at: Instant | undefined,
  now: Instant,
  toward: Toward,
): Exclude<WhenProblem, 'impossible' | 'unclear'> | undefined {
  const today = dayOf(now);
  if (day < '1970-01-01') return 'early';
  if (toward === 'future') return day < today ? 'past' : undefined;
  // A day ahead may be a traveller's, or a meeting that is noted beforehand.
  const ahead = at === undefined ? day > addDays(today, 1) : at > now + 86_400_000;
  return ahead ? 'future' : undefined;
}
