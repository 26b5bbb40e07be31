import { instantOf, type SeenMessage } from './capture.ts';
import { canHaveHappened, refusalOf } from './refusals.ts';
import type { Instant } from './types.ts';

/** Whether a message that a page shows counts by itself, and can have happened. */
export function counts(message: SeenMessage, automated: boolean | undefined, now: Instant): boolean {
  return !refusalOf(message, automated) && canHaveHappened(instantOf(message, now), now);
}

/**
 * Which messages of a page to offer, in their order: those not logged yet that count. What does not count by itself can still
 * be logged by hand when there is nothing else.
 */
export function worthLogging<M extends SeenMessage & { readonly sourceKey: string }>(
  seen: readonly M[],
  logged: ReadonlySet<string>,
  automated: boolean | undefined,
  now: Instant,
): readonly M[] {
  const left = seen.filter(({ sourceKey }) => !logged.has(sourceKey));
  const counted = left.filter((message) => counts(message, automated, now));
  return counted.length > 0 ? counted : left;
}
