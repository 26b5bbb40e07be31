import type { Day, YearlyDate } from '../types.ts';

/** Why somebody comes up today: each a fact with its numbers, in days. Items carry the id of their row. */
export type Reason =
  | { readonly kind: 'due' | 'overdue'; readonly days: number; readonly cadence: number }
  | { readonly kind: 'drifting' | 'quiet'; readonly days: number; readonly rhythm: number }
  | { readonly kind: 'unanswered'; readonly days: number; readonly touchpointId: string }
  | {
      readonly kind: 'promise';
      readonly id: string;
      readonly text: string;
      readonly by: 'me' | 'them';
      readonly late: number;
      /** One of the first follow-ups of a new relationship. */
      readonly first?: true;
    }
  | {
      readonly kind: 'feedback' | 'support';
      readonly id: string;
      readonly text: string;
      readonly days: number;
    }
  | { readonly kind: 'goal'; readonly id: string; readonly text: string; readonly late: number }
  | { readonly kind: 'review' | 'askFeedback' | 'business'; readonly day: Day; readonly late: number }
  | { readonly kind: 'date'; readonly date: YearlyDate; readonly day: Day; readonly inDays: number };

/** The kind of a reason. Each has a string in the locales: `reason_<kind>`. */
export type ReasonKind = Reason['kind'];

/** The order in which reasons are said: what somebody waits for, then the rhythm, then what can wait. */
export const REASON_ORDER: readonly ReasonKind[] = [
  'promise',
  'unanswered',
  'quiet',
  'overdue',
  'due',
  'drifting',
  'support',
  'feedback',
  'goal',
  'review',
  'date',
  'askFeedback',
  'business',
];

/** Orders reasons: by kind, within a kind what waits the longest (or comes the soonest) first, whatever order they are read in. */
export function byPressure(a: Reason, b: Reason): number {
  return (
    REASON_ORDER.indexOf(a.kind) - REASON_ORDER.indexOf(b.kind) ||
    waited(b) - waited(a) ||
    ('id' in a && 'id' in b ? (a.id < b.id ? -1 : 1) : 0)
  );
}

function waited(reason: Reason): number {
  if ('late' in reason) return reason.late;
  return 'days' in reason ? reason.days : -reason.inDays;
}

/** Whether a reason comes from the rhythm of a relationship: any touchpoint clears it. */
export function isRhythm({ kind }: Pick<Reason, 'kind'>): boolean {
  return kind === 'due' || kind === 'overdue' || kind === 'drifting' || kind === 'quiet';
}

/** Under which name a reason is stopped, and the evidence until whose change it stays stopped. Items are closed instead. */
export interface Stop {
  readonly nudge: string;
  readonly evidence: string;
}

/** How to stop a reason; nothing for an item (a promise, a goal, feedback, support), which is dropped itself. */
export function stopOf(
  reason: Reason,
  {
    cadence,
    lastTouchpointId,
  }: { readonly cadence?: number | undefined; readonly lastTouchpointId?: string | undefined },
): Stop | undefined {
  switch (reason.kind) {
    case 'due':
    case 'overdue':
    case 'drifting':
    case 'quiet':
      // Whoever is not to be written to regularly is not drifting either. A new cadence is a new wish.
      return { nudge: 'cadence', evidence: `every ${cadence}` };
    case 'unanswered':
      return { nudge: 'unanswered', evidence: lastTouchpointId ?? '' };
    case 'date':
      return { nudge: `date:${dateKey(reason.date)}`, evidence: reason.day };
    case 'review':
    case 'askFeedback':
    case 'business':
      return { nudge: reason.kind, evidence: reason.day };
    default:
      return undefined;
  }
}

/** The answer "keep it so" to somebody who has been quiet for long: not asked again before the next touchpoint. */
export function keepOf(lastTouchpointId: string | undefined): Stop {
  return { nudge: 'quiet', evidence: lastTouchpointId ?? '' };
}

/** A yearly date as an index key: `03-14`, `02-29`, `L08-15` in the lunar calendar. */
export function dateKey({ month, day, calendar }: YearlyDate): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${calendar === 'lunar' ? 'L' : ''}${two(month)}-${two(day)}`;
}
