import type { Instant } from './types.ts';

/** More recipients than this are a crowd, not a conversation (product.md, "What counts as a touchpoint"). */
export const MOST_RECIPIENTS = 20;

/** Why a message is no touchpoint by itself, in the order in which the reasons are told. The user may still log it by hand. */
export const REFUSALS = [
  'self',
  'never',
  'captureOff',
  'automated',
  'crowd',
  'copied',
  'undated',
  'impossible',
] as const;
/**
 * `self` the user's own address, `never` on the never-log list, `captureOff` turned off for this person, `automated` written by no
 * person, `crowd` more than `MOST_RECIPIENTS`, `copied` one of the two was only copied, `undated` the page's words for its time were
 * not understood, `impossible` its time cannot be right.
 */
export type Refusal = (typeof REFUSALS)[number];

/** What of a message decides whether it counts. */
export interface Countable {
  readonly recipients?: number | undefined;
  readonly copied?: true | undefined;
}

/** Why this message with this sender does not count, the plainest reason first; nothing when it counts. */
export function refusalOf(message: Countable, automated = false): Refusal | undefined {
  if (automated) return 'automated';
  if ((message.recipients ?? 0) > MOST_RECIPIENTS) return 'crowd';
  return message.copied ? 'copied' : undefined;
}

/** How far ahead (ms) an instant may be and still have happened: clocks differ, and a day begins earlier elsewhere. */
export const AHEAD_MS = 86_400_000;

/** Whether something can have happened then: no broken date, none before 1970, none more than a day ahead. */
export function canHaveHappened(at: Instant, now: Instant): boolean {
  return at >= 0 && at <= now + AHEAD_MS;
}

/** What is to be stored cannot have happened then, see `canHaveHappened`. */
export class ImpossibleTimeError extends Error {
  constructor(readonly at: Instant) {
    super(`Nothing has happened at ${at}.`);
    this.name = 'ImpossibleTimeError';
  }
}
