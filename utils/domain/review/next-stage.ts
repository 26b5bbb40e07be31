import type { SinceLast } from '../review.ts';
import type { Review, Stage } from '../types.ts';

/** Where a plan may lead: `evaluate` is where it is made. */
export const NEXT_STAGES = ['maintain', 'optimize', 'establish'] as const satisfies readonly Stage[];

/** What a proposal rests on. The words for each are the interface's. */
export const NEXT_REASONS = [
  'silent',
  'mineLow',
  'theirsLow',
  'mineFell',
  'theirsFell',
  'late',
  'feedback',
  'noGoal',
  'steady',
] as const;

/** One reason: its kind, a number, and the rows it came from. */
export interface NextReason {
  readonly kind: (typeof NEXT_REASONS)[number];
  readonly number: number;
  readonly ids: readonly string[];
}

/** A stage for the time after a review, and why. */
export interface NextStage {
  readonly to: (typeof NEXT_STAGES)[number];
  readonly why: readonly [NextReason, ...NextReason[]];
}

/** Satisfaction up to here asks for another way: the middle of the scale is where somebody is not satisfied. */
const LOW = 3;

/**
 * The next stage to propose. Without a single touchpoint since the last review it begins anew; where somebody is less than
 * satisfied, something promised is late, feedback waits or every goal is closed, there is something to adjust; else it goes
 * on as it is. The user decides.
 */
export function nextStageOf(
  happened: SinceLast,
  review: Pick<Review, 'mine' | 'theirs'>,
  before?: Pick<Review, 'id' | 'mine' | 'theirs'>,
): NextStage {
  const { touchpoints, goals, promises, feedback } = happened;
  if (touchpoints.number === 0) return { to: 'establish', why: [{ kind: 'silent', number: 0, ids: [] }] };
  const reasons: NextReason[] = [];
  for (const side of ['mine', 'theirs'] as const) {
    const now = review[side];
    const then = before?.[side];
    if (now === undefined) continue;
    if (now <= LOW) reasons.push({ kind: `${side}Low`, number: now, ids: [] });
    else if (before && then !== undefined && now < then)
      reasons.push({ kind: `${side}Fell`, number: now, ids: [before.id] });
  }
  const late = [...promises.me.late.ids, ...promises.them.late.ids];
  if (late.length > 0) reasons.push({ kind: 'late', number: late.length, ids: late });
  if (feedback.number > 0) reasons.push({ kind: 'feedback', number: feedback.number, ids: feedback.ids });
  const closed = [...goals.met.ids, ...goals.dropped.ids];
  if (goals.open.number === 0 && closed.length > 0)
    reasons.push({ kind: 'noGoal', number: closed.length, ids: closed });
  const [first, ...others] = reasons;
  if (first) return { to: 'optimize', why: [first, ...others] };
  return { to: 'maintain', why: [{ kind: 'steady', number: touchpoints.number, ids: touchpoints.ids }] };
}
