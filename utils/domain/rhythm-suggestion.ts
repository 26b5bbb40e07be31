import { isCadence } from './cadence.ts';
import { CADENCE_PRESETS } from './types.ts';

/** Two rhythms that differ by no more than this share are the same to a person: 24 and 30 days are. */
const CLOSE = 0.3;

/**
 * The cadence that fits how a pair is in touch already: the nearest preset where one is close, else the rhythm in whole
 * days. Nothing without a rhythm, or where it is longer than a cadence can be.
 */
export function suggestCadence(rhythmDays: number | undefined): number | undefined {
  if (rhythmDays === undefined) return undefined;
  const days = Math.max(1, Math.round(rhythmDays));
  if (!isCadence(days)) return undefined;
  const nearest = CADENCE_PRESETS.reduce((best, preset) =>
    Math.abs(Math.log(preset / days)) < Math.abs(Math.log(best / days)) ? preset : best,
  );
  return isClose(nearest, days) ? nearest : days;
}

/** `suggestCadence`, where it would say something new: not when the cadence that holds is close to it. */
export function newCadence(rhythmDays: number | undefined, cadence: number | undefined): number | undefined {
  const days = suggestCadence(rhythmDays);
  if (days === undefined || rhythmDays === undefined) return undefined;
  const known = cadence !== undefined && (isClose(cadence, days) || isClose(cadence, rhythmDays));
  return known ? undefined : days;
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= CLOSE * Math.max(a, b);
}
