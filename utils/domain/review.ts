import { dayOf } from './days.ts';
import { inOrder, isGiven, type Traced } from './standing.ts';
import {
  CHANNELS,
  type Channel,
  type Day,
  type Direction,
  type Feedback,
  type FollowUp,
  type Goal,
  type Instant,
  type Review,
  type Row,
  type Support,
  type Touchpoint,
} from './types.ts';

/** Whether a number can say how satisfied somebody is: whole, 1 to 5. */
export function isSatisfaction(value: unknown): value is 1 | 2 | 3 | 4 | 5 {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5;
}

/** What a review looks back on: from the end of the review before it (`after`, absent for the first) until a day. */
export interface Period {
  readonly after?: Pick<Review, 'day' | 'doneAt'> | undefined;
  readonly until: Day;
  /** When the period was closed, where it was. */
  readonly untilAt?: Instant | undefined;
}

/** What happened in a period. Each number with the ids of the rows it counts. */
export interface SinceLast {
  readonly touchpoints: Traced;
  /** Channels that were used, in the order of `CHANNELS`, each by who began. */
  readonly channels: readonly {
    readonly channel: Channel;
    readonly by: Readonly<Record<Direction, Traced>>;
  }[];
  /** Met and dropped in the period; open at its end. */
  readonly goals: Readonly<Record<'met' | 'dropped' | 'open', Traced>>;
  /** Kept: done in the period. Late: not done at its end and past their day. First follow-ups are no promises. */
  readonly promises: Readonly<Record<'me' | 'them', Readonly<Record<'kept' | 'late' | 'open', Traced>>>>;
  readonly support: Readonly<Record<'given' | 'received' | 'asked', Traced>>;
  /** Theirs, not acted on yet. */
  readonly feedback: Traced;
}

/** One person's live rows, in any order. */
export interface ReviewSources {
  readonly touchpoints: readonly Touchpoint[];
  readonly goals: readonly Goal[];
  readonly followUps: readonly FollowUp[];
  readonly support: readonly Support[];
  readonly feedback: readonly Feedback[];
}

/**
 * Whether something of a day belongs to a period. The day on which a review was finished belongs to that review, but for
 * what was stored after it was finished: nothing is counted twice, and nothing is missed.
 */
export function within(row: Pick<Row, 'createdAt'>, day: Day, { after, until, untilAt }: Period): boolean {
  if (day > until) return false;
  if (day === until && untilAt !== undefined && row.createdAt > untilAt) return false;
  if (after === undefined || day > after.day) return true;
  return day === after.day && after.doneAt !== undefined && row.createdAt > after.doneAt;
}

/** Computes what happened in a period from one person's rows. Pure; says nothing about anybody. */
export function sinceLast(sources: ReviewSources, period: Period): SinceLast {
  const { until } = period;
  const touchpoints = inOrder(sources.touchpoints.filter((row) => within(row, row.day, period)));
  // A row that was closed counts on the day it was closed, and by then.
  const closed = (row: Row & { readonly closedAt?: Instant }) =>
    row.closedAt !== undefined && within({ createdAt: row.closedAt }, dayOf(row.closedAt), period);
  const openAtEnd = (row: Row & { readonly state: string; readonly closedAt?: Instant }) =>
    begun(row, period) &&
    (row.state === 'open' || (row.closedAt !== undefined && isAfter(row.closedAt, period)));
  const promises = sources.followUps.filter(({ first, untilReply }) => !first && !untilReply);
  const by = (side: FollowUp['by']) => {
    const those = promises.filter((row) => row.by === side);
    const left = those.filter(openAtEnd);
    return {
      kept: trace(those.filter((row) => row.state === 'done' && closed(row))),
      late: trace(left.filter(({ dueDay }) => dueDay < until)),
      open: trace(left.filter(({ dueDay }) => dueDay >= until)),
    };
  };
  const goals = (state: 'met' | 'dropped') =>
    trace(sources.goals.filter((row) => row.state === state && closed(row)));
  const support = sources.support.filter((row) => within(row, row.day, period));
  return {
    touchpoints: trace(touchpoints),
    channels: CHANNELS.flatMap((channel) => {
      const those = touchpoints.filter((row) => row.channel === channel);
      const of = (direction: Direction) => trace(those.filter((row) => row.direction === direction));
      return those.length === 0 ? [] : [{ channel, by: { in: of('in'), out: of('out'), both: of('both') } }];
    }),
    goals: { met: goals('met'), dropped: goals('dropped'), open: trace(sources.goals.filter(openAtEnd)) },
    promises: { me: by('me'), them: by('them') },
    support: {
      given: trace(support.filter(isGiven)),
      received: trace(support.filter(({ kind }) => kind === 'received')),
      asked: trace(support.filter(({ kind, state }) => kind === 'asked' && state === 'open')),
    },
    feedback: trace(
      sources.feedback.filter(({ from, state, day }) => from === 'them' && state === 'open' && day <= until),
    ),
  };
}

function begun(row: Row, { until, untilAt }: Period): boolean {
  return untilAt === undefined ? dayOf(row.createdAt) <= until : row.createdAt <= untilAt;
}

function isAfter(at: Instant, { until, untilAt }: Period): boolean {
  return untilAt === undefined ? dayOf(at) > until : at > untilAt;
}

function trace(rows: readonly { readonly id: string }[]): Traced {
  return { number: rows.length, ids: rows.map(({ id }) => id) };
}
