import { dayNumber } from './day-number.ts';
import type { Day } from './types.ts';

/** A rhythm is known from this many gaps (product.md, "Drifting"). */
export const RHYTHM_GAPS = 3;
/** And when those gaps span this many days: three mails in one week are no rhythm yet. */
export const RHYTHM_SPAN = 21;

/** How far apart touchpoints usually are. */
export interface Rhythm {
  /** The median gap, in days; a half when it lies between two gaps. */
  readonly days: number;
  /** How many gaps it is the median of. */
  readonly gaps: number;
  /** Days from the first touchpoint to the last. */
  readonly span: number;
}

/**
 * The median gap between the days on which something happened, in any order. Several touchpoints of one day are one:
 * a thread of ten messages in an hour is not a rhythm of minutes. What is no day is passed over. Nothing with fewer
 * than `RHYTHM_GAPS` gaps, or when they span fewer than `RHYTHM_SPAN` days.
 */
export function medianGap(days: readonly Day[]): Rhythm | undefined {
  if (days.length <= RHYTHM_GAPS) return undefined;
  const numbers = new Int32Array(days.length);
  let count = 0;
  for (const day of days) {
    const number = dayNumber(day);
    if (!Number.isNaN(number)) numbers[count++] = number;
  }
  return rhythmOf(numbers.subarray(0, count));
}

/** `medianGap` of days that are numbers already (see `dayNumber`). Sorts them in place. */
export function rhythmOf(numbers: Int32Array): Rhythm | undefined {
  if (numbers.length <= RHYTHM_GAPS) return undefined;
  numbers.sort();
  const span = (numbers[numbers.length - 1] as number) - (numbers[0] as number);
  if (span < RHYTHM_SPAN) return undefined;
  const gaps = new Int32Array(numbers.length - 1);
  let count = 0;
  for (let index = 1; index < numbers.length; index++) {
    const gap = (numbers[index] as number) - (numbers[index - 1] as number);
    if (gap > 0) gaps[count++] = gap;
  }
  if (count < RHYTHM_GAPS) return undefined;
  return { days: medianOf(gaps.subarray(0, count)), gaps: count, span };
}

/** The median of at least one number: the middle one, or the mean of the two in the middle. Sorts them in place. */
export function medianOf(numbers: Int32Array | Float64Array): number {
  numbers.sort();
  const middle = numbers.length >> 1;
  const upper = numbers[middle] as number;
  return numbers.length % 2 === 1 ? upper : ((numbers[middle - 1] as number) + upper) / 2;
}
