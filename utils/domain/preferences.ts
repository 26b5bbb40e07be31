import type { Day } from './types.ts';

/** How and when Kith nudges. Times are `HH:MM` on the user's own clock; weekdays are 0 (Sunday) to 6. */
export interface NudgePreferences {
  readonly workingDays: readonly number[];
  /** When the morning digest comes. */
  readonly digestAt: string;
  /** Between these nothing is shown outside of the panel; may span midnight. */
  readonly quietFrom: string;
  readonly quietTo: string;
  /** Whether the digest, and nudges about important people, come as notifications. */
  readonly notify: boolean;
  /** Nobody is nudged before this day: a holiday. */
  readonly pausedUntil?: Day;
  /** Begins gently after an import: from this day on one more person a day, until all five are reached. */
  readonly gentleSince?: Day;
}

/** What is logged without a click. */
export interface CapturePreferences {
  /** Log what the user sends from a compose window, once the page shows that it went out. */
  readonly onSend: boolean;
  /** Sites (the host of a page) on which every message with somebody known is logged. */
  readonly automatic: readonly string[];
}

/** Every preference of the user, by its name in the settings table. */
export interface Preferences {
  readonly nudges: NudgePreferences;
  readonly capture: CapturePreferences;
  /** What of the first two minutes was done or put away. */
  readonly start: { readonly done: readonly string[]; readonly closed: boolean };
}

/** What holds until the user says otherwise. */
export const DEFAULTS: Preferences = {
  nudges: {
    workingDays: [1, 2, 3, 4, 5],
    digestAt: '08:30',
    quietFrom: '19:00',
    quietTo: '08:00',
    notify: true,
  },
  capture: { onSend: true, automatic: [] },
  start: { done: [], closed: false },
};
