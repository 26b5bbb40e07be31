import { dayNumber } from '../day-number.ts';
import { addDays, dayOf, daysBetween } from '../days.ts';
import { medianGap } from '../rhythm.ts';
import { beginningsOf } from '../standing/conversations.ts';
import type { Day, FollowUp, Goal, Instant, Review, Stage, Touchpoint } from '../types.ts';
import type { Evidence, EvidenceKind } from './evidence.ts';

/** Something that happened on a day: a change of the approach, another contact person. */
export interface Dated {
  readonly id: string;
  readonly day: Day;
}

/** What a suggestion is computed from: one person's live rows. */
export interface StageFacts {
  readonly stage: Stage;
  /** The day the present stage began. */
  readonly since: Day;
  readonly today: Day;
  /** The playbook's review interval in days. */
  readonly reviewEveryDays: number;
  /** In order of time, none after today (see `inOrder`). */
  readonly touchpoints: readonly Touchpoint[];
  readonly goals: readonly Goal[];
  readonly followUps: readonly FollowUp[];
  readonly reviews: readonly Review[];
  /** Changes of the approach or the cadence. */
  readonly adjustments: readonly Dated[];
  /** Times at which somebody else became the contact person, or the person changed place. */
  readonly contactChanges: readonly Dated[];
}

/** One condition of a rule: the evidence that it is met, or nothing. */
export type Need = (facts: StageFacts) => Evidence | undefined;

/** At least `count` touchpoints in the last `days`, some from each side (a mutual one is from both). */
export const bothWays =
  (count: number, days: number): Need =>
  ({ touchpoints, today }) => {
    const recent = within(touchpoints, today, days);
    const theirs = recent.some(({ direction }) => direction !== 'out');
    const mine = recent.some(({ direction }) => direction !== 'in');
    return theirs && mine ? atLeast(count, 'touchpoints', recent) : undefined;
  };

/**
 * At least `count` touchpoints in the last year that span `span` days or more, the last of them no longer ago than
 * that.
 */
export const steady =
  (count: number, span: number): Need =>
  ({ touchpoints, today }) => {
    const recent = within(touchpoints, today, 365);
    const [first, last] = [recent[0], recent.at(-1)];
    if (!first || !last || daysBetween(first.day, last.day) < span) return undefined;
    return daysBetween(last.day, today) > span ? undefined : atLeast(count, 'touchpoints', recent);
  };

/** One side began a conversation within the last year. A mutual beginning shows neither. */
export const began =
  (by: 'in' | 'out'): Need =>
  ({ touchpoints, today }) => {
    const from = addDays(today, -365);
    const days = new Map(touchpoints.map(({ id, day }) => [id, day]));
    const recent = beginningsOf(touchpoints).filter(
      (row) => row.by === by && (days.get(row.id) ?? '') > from,
    );
    return atLeast(1, by === 'in' ? 'they-began' : 'you-began', recent);
  };

/** A side has named a goal that was not dropped; a shared one is both sides'. */
export const hasGoal =
  (side: 'mine' | 'theirs'): Need =>
  ({ goals }) =>
    atLeast(
      1,
      side === 'mine' ? 'your-goals' : 'their-goals',
      goals.filter((goal) => goal.state !== 'dropped' && (goal.side === side || goal.side === 'shared')),
    );

/** No promise of the user's is past its day. The kept ones are the evidence, if only that there are none to keep. */
export const promisesKept: Need = ({ followUps, today }) => {
  const mine = followUps.filter(({ by }) => by === 'me');
  if (mine.some(({ state, dueDay }) => state === 'open' && dueDay < today)) return undefined;
  return atLeast(
    0,
    'promises-kept',
    mine.filter(({ state }) => state === 'done'),
  );
};

/**
 * At least `count` goals of any side are met since the last done review: what was met before was looked back on, and the plan
 * that came of it knew.
 */
export const goalsMet =
  (count: number): Need =>
  (facts) => {
    const review = lastReview(facts);
    const after = (closedAt: Instant | undefined) =>
      review === undefined || (closedAt !== undefined && dayOf(closedAt) > review.day);
    return atLeast(
      count,
      'goals-met',
      facts.goals.filter(({ state, closedAt }) => state === 'met' && after(closedAt)),
    );
  };

/** The stage has lasted `days`. */
export const inStage =
  (days: number): Need =>
  ({ since, today }) => {
    const number = daysBetween(since, today);
    return number >= days ? { kind: 'stage-days', number, ids: [] } : undefined;
  };

/** The review interval has passed since the last done review, or since the stage began where that is later. */
export const reviewDue: Need = (facts) => {
  const last = lastReview(facts);
  const from = lookedBackFrom(facts);
  const number = daysBetween(from, facts.today);
  if (number < facts.reviewEveryDays) return undefined;
  return { kind: 'review-days', number, ids: last && last.day === from ? [last.id] : [] };
};

/** Something happened that a review could look back on. */
export const sinceReview: Need = (facts) => {
  const from = lookedBackFrom(facts);
  return atLeast(
    1,
    'touchpoints',
    facts.touchpoints.filter(({ day }) => day > from),
  );
};

/** The approach was changed in this stage. */
export const adjusted: Need = ({ adjustments, since }) =>
  atLeast(
    1,
    'adjusted',
    adjustments.filter(({ day }) => day >= since),
  );

/** At least `count` touchpoints after the first change of the approach in this stage: enough to see what it did. */
export const sinceAdjusted =
  (count: number): Need =>
  ({ adjustments, since, touchpoints }) => {
    const days = adjustments.map(({ day }) => day).filter((day) => day >= since);
    const first = days.reduce((least, day) => (day < least ? day : least), '9999');
    return atLeast(
      count,
      'touchpoints',
      touchpoints.filter(({ day }) => day > first),
    );
  };

/** Somebody else became the contact person in this stage. */
export const contactChanged: Need = ({ contactChanges, since }) =>
  atLeast(
    1,
    'contact-changed',
    contactChanges.filter(({ day }) => day >= since),
  );

/**
 * Quiet for long: more than max(8 r, r + 90) days since the last touchpoint, r the median gap (product.md, "Drifting";
 * Navarro et al. 2017); more than `otherwise` days where no rhythm is known.
 */
export const quiet =
  (otherwise: number): Need =>
  ({ touchpoints, today }) => {
    const last = touchpoints.at(-1);
    if (!last) return undefined;
    const r = medianGap(touchpoints.map(({ day }) => day))?.days;
    const number = dayNumber(today) - dayNumber(last.day);
    const limit = r === undefined ? otherwise : Math.max(8 * r, r + 90);
    return number > limit ? { kind: 'quiet-days', number, ids: [last.id] } : undefined;
  };

/** A review that was done in this stage proposed another one. */
export const planned: Need = (facts) => {
  const review = plan(facts);
  return review && { kind: 'planned', number: 1, ids: [review.id] };
};

/** The stage that the last done review proposed, when it was done in the present stage. */
export function plannedStage(facts: StageFacts): Stage | undefined {
  return plan(facts)?.nextStage;
}

function plan(facts: StageFacts): Review | undefined {
  const review = lastReview(facts);
  return review?.nextStage !== undefined && review.day >= facts.since ? review : undefined;
}

function lastReview({ reviews, today }: StageFacts): Review | undefined {
  return reviews
    .filter(({ state, day }) => state === 'done' && day <= today)
    .reduce<Review | undefined>(
      (last, row) =>
        !last || row.day > last.day || (row.day === last.day && row.createdAt > last.createdAt) ? row : last,
      undefined,
    );
}

function lookedBackFrom(facts: StageFacts): Day {
  const last = lastReview(facts)?.day ?? '';
  return last > facts.since ? last : facts.since;
}

function within(touchpoints: readonly Touchpoint[], today: Day, days: number): Touchpoint[] {
  const from = addDays(today, -days);
  return touchpoints.filter(({ day }) => day > from);
}

function atLeast(
  count: number,
  kind: EvidenceKind,
  rows: readonly { readonly id: string }[],
): Evidence | undefined {
  return rows.length >= count ? { kind, number: rows.length, ids: rows.map(({ id }) => id) } : undefined;
}
