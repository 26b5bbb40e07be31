import { dayNumber } from './day-number.ts';
import { addDays } from './days.ts';
import { medianGap, medianOf, type Rhythm } from './rhythm.ts';
import { beginningsOf, type Reply, repliesOf, turnsOf } from './standing/conversations.ts';
import type { Channel, Day, Direction, FollowUp, Review, Support, Touchpoint } from './types.ts';

/**
 * Under this many touchpoints nothing is said of rhythm, turns and replies: "not enough history" (product.md,
 * "Nudges").
 */
export const ENOUGH_TOUCHPOINTS = 4;

/** Balances look back this many days. */
export const BALANCE_DAYS = 365;

/**
 * A number and the rows it came from, in order of time. Where the number counts something, it is how many ids there
 * are.
 */
export interface Traced {
  readonly number: number;
  readonly ids: readonly string[];
}

/** The days between touchpoints, with the touchpoints themselves. */
export interface TracedRhythm extends Rhythm {
  readonly ids: readonly string[];
}

/** One answer in the line of satisfaction: a done review's. */
export interface Satisfaction {
  readonly day: Day;
  /** 1 to 5. */
  readonly value: number;
  readonly reviewId: string;
}

/** Time without a social touchpoint: since the last one, or since the first touchpoint where there never was one. */
export interface BusinessOnly {
  readonly since: Day;
  readonly days: number;
  /** The touchpoints since then: all of them business. */
  readonly ids: readonly string[];
}

/** The present state of one relationship. Facts with their sources; nothing in it rates anybody. */
export interface Standing {
  /** All touchpoints that were seen or logged: the coverage. */
  readonly touchpoints: Traced;
  /** Whether there are `ENOUGH_TOUCHPOINTS`; until then rhythm, begins, replies, turns and business are absent. */
  readonly enough: boolean;
  /** Days since the last touchpoint, and its id. */
  readonly last?: Traced;
  readonly rhythm?: TracedRhythm;
  /** Conversations by who began them; the share is `number` over the sum of the three. */
  readonly begins?: Readonly<Record<Direction, Traced>>;
  /** The median time to a reply in ms: `mine` from their message to my answer. Absent without any reply. */
  readonly replies?: { readonly mine?: Traced; readonly theirs?: Traced };
  /** Turns over `BALANCE_DAYS`, by direction. */
  readonly turns?: Readonly<Record<Direction, Traced>>;
  /** Absent also without any touchpoint. */
  readonly business?: BusinessOnly;
  /** Touchpoints by channel, the most used first. */
  readonly channels: readonly (Traced & { readonly channel: Channel })[];
  /** Support over `BALANCE_DAYS` (ids of support rows): what the user gave and what the user received. */
  readonly support: { readonly given: Traced; readonly received: Traced };
  /** Open follow-ups (their ids), by who promised. */
  readonly promises: { readonly mine: Traced; readonly theirs: Traced };
  /** Oldest first. */
  readonly satisfaction: { readonly mine: readonly Satisfaction[]; readonly theirs: readonly Satisfaction[] };
}

/** What a standing is computed from, beside the touchpoints: one person's live rows, in any order. */
export interface StandingSources {
  readonly support: readonly Support[];
  readonly followUps: readonly FollowUp[];
  readonly reviews: readonly Review[];
  readonly today: Day;
}

/**
 * Computes where a relationship stands from one person's live touchpoints, in any order. What is dated after `today`
 * has not happened yet and does not count.
 */
export function standingOf(
  touchpoints: readonly Touchpoint[],
  { support, followUps, reviews, today }: StandingSources,
): Standing {
  const ordered = inOrder(touchpoints.filter(({ day }) => day <= today));
  const last = ordered.at(-1);
  return {
    touchpoints: trace(ordered),
    enough: ordered.length >= ENOUGH_TOUCHPOINTS,
    ...(last && { last: { number: dayNumber(today) - dayNumber(last.day), ids: [last.id] } }),
    ...(ordered.length >= ENOUGH_TOUCHPOINTS && patterns(ordered, today)),
    channels: channelsOf(ordered),
    support: supportOf(support, today),
    promises: {
      mine: trace(followUps.filter(({ state, by }) => state === 'open' && by === 'me')),
      theirs: trace(followUps.filter(({ state, by }) => state === 'open' && by === 'them')),
    },
    satisfaction: { mine: satisfactionOf(reviews, 'mine'), theirs: satisfactionOf(reviews, 'theirs') },
  };
}

/** Touchpoints in order of time; those of one instant by id, so that the order never depends on the input's. */
export function inOrder(touchpoints: readonly Touchpoint[]): Touchpoint[] {
  return [...touchpoints].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/**
 * How long everything has been only business, in touchpoints that are in order. Nothing when none came after the last
 * social one: silence is not business.
 */
export function businessOnlyOf(ordered: readonly Touchpoint[], today: Day): BusinessOnly | undefined {
  const social = ordered.findLastIndex(({ channel }) => channel === 'social');
  const after = ordered.slice(social + 1);
  const since = ordered[Math.max(social, 0)]?.day;
  if (since === undefined || after.length === 0) return undefined;
  return { since, days: dayNumber(today) - dayNumber(since), ids: after.map(({ id }) => id) };
}

function patterns(ordered: readonly Touchpoint[], today: Day) {
  const rhythm = medianGap(ordered.map(({ day }) => day));
  const begins = beginningsOf(ordered);
  const replies = repliesOf(ordered);
  const mine = medianReply(replies, 'out');
  const theirs = medianReply(replies, 'in');
  const from = addDays(today, -BALANCE_DAYS);
  const turns = turnsOf(ordered.filter(({ day }) => day > from));
  const business = businessOnlyOf(ordered, today);
  return {
    ...(rhythm && { rhythm: { ...rhythm, ids: ordered.map(({ id }) => id) } }),
    begins: byDirection(begins, ({ by }) => by),
    replies: { ...(mine && { mine }), ...(theirs && { theirs }) },
    turns: byDirection(turns, ({ direction }) => direction),
    ...(business && { business }),
  };
}

function byDirection<T extends { readonly id: string }>(
  rows: readonly T[],
  direction: (row: T) => Direction,
): Record<Direction, Traced> {
  const of = (wanted: Direction) => trace(rows.filter((row) => direction(row) === wanted));
  return { in: of('in'), out: of('out'), both: of('both') };
}

function medianReply(replies: readonly Reply[], by: Reply['by']): Traced | undefined {
  const those = replies.filter((reply) => reply.by === by);
  if (those.length === 0) return undefined;
  return { number: medianOf(Float64Array.from(those, ({ ms }) => ms)), ids: those.map(({ id }) => id) };
}

function channelsOf(ordered: readonly Touchpoint[]): (Traced & { channel: Channel })[] {
  const channels = [...new Set(ordered.map(({ channel }) => channel))];
  return channels
    .map((channel) => ({ channel, ...trace(ordered.filter((row) => row.channel === channel)) }))
    .sort((a, b) => b.number - a.number || (a.channel < b.channel ? -1 : 1));
}

/** Whether support was given by the user: what was offered, or asked of them, counts once it is done. */
export function isGiven({ kind, state }: Pick<Support, 'kind' | 'state'>): boolean {
  return kind === 'given' || ((kind === 'offered' || kind === 'asked') && state === 'done');
}

function supportOf(support: readonly Support[], today: Day) {
  const from = addDays(today, -BALANCE_DAYS);
  const recent = support
    .filter(({ day }) => day > from && day <= today)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
  return {
    given: trace(recent.filter(isGiven)),
    received: trace(recent.filter(({ kind }) => kind === 'received')),
  };
}

/** One side’s satisfaction over the done reviews, oldest first. */
export function satisfactionOf(reviews: readonly Review[], side: 'mine' | 'theirs'): Satisfaction[] {
  return reviews
    .flatMap(({ id, day, state, [side]: value }) =>
      state === 'done' && value !== undefined && value >= 1 && value <= 5
        ? [{ day, value, reviewId: id }]
        : [],
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.reviewId < b.reviewId ? -1 : 1));
}

function trace(rows: readonly { readonly id: string }[]): Traced {
  return { number: rows.length, ids: rows.map(({ id }) => id) };
}
