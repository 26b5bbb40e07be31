import { ImpossibleTimeError } from '../domain/refusals.ts';
import { HandleTakenError } from './handle-taken.ts';
import { MissingRowError } from './missing-row.ts';

/** Why storing failed, in terms of what the user can do. Each has a string in the locales: `problem_<kind>`. */
export type Problem = 'full' | 'blocked' | 'newer' | 'missing' | 'taken' | 'time' | 'unknown';

/** Names the problem behind an error from the database. */
export function problemOf(error: unknown): Problem {
  if (error instanceof MissingRowError) return 'missing';
  if (error instanceof HandleTakenError) return 'taken';
  if (error instanceof ImpossibleTimeError) return 'time';
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return 'full';
  if (names.includes('VersionError')) return 'newer';
  const blocked = [
    'OpenFailedError',
    'MissingAPIError',
    'InvalidStateError',
    'SecurityError',
    'UnknownError',
    'DatabaseClosedError',
  ];
  return names.some((name) => blocked.includes(name)) ? 'blocked' : 'unknown';
}

// Dexie wraps the browser's error in `inner`; an aborted transaction names its cause only there.
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let at = error; at instanceof Object && names.length < 5; at = (at as { inner?: unknown }).inner) {
    names.push(String((at as { name?: unknown }).name));
  }
  return names;
}
