import { dayNumber } from '../day-number.ts';
import type { Direction, Instant, Touchpoint } from '../types.ts';
import { readSubject, threadOf } from './thread.ts';

/**
 * Days of silence after which somebody begins anew. The same 14 days within which product.md lets no nudge ask for the
 * next touchpoint: until then the last one still counts as going on.
 */
export const CONVERSATION_GAP = 14;

/** A reply later than this many days is a new message rather than an answer. */
export const REPLY_WITHIN = 30;

const DAY_MS = 86_400_000;

/** The touchpoint with which a conversation began, and who began it. */
export interface Beginning {
  readonly id: string;
  readonly by: Direction;
}

/**
 * Where conversations begin, in touchpoints that are in order: after more than `CONVERSATION_GAP` days without any,
 * or with a mail whose subject was not heard of for as long (a new subject is how writers and mail programs part
 * threads). A mail that says it is a reply, in a thread whose beginning was never seen, begins nothing: who wrote
 * first is not known.
 */
export function beginningsOf(ordered: readonly Touchpoint[]): Beginning[] {
  const beginnings: Beginning[] = [];
  const heard = new Map<string, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const touchpoint of ordered) {
    const day = dayNumber(touchpoint.day);
    const thread = threadOf(touchpoint);
    const bySubject = thread !== undefined && touchpoint.channel !== 'message';
    const before = thread === undefined ? undefined : heard.get(thread);
    const silence = day - last > CONVERSATION_GAP;
    const newSubject = bySubject && (before === undefined || day - before > CONVERSATION_GAP);
    const unseen = bySubject && before === undefined && readSubject(touchpoint.subject).reply;
    if ((silence || newSubject) && !unseen) beginnings.push({ id: touchpoint.id, by: touchpoint.direction });
    if (thread !== undefined) heard.set(thread, day);
    last = day;
  }
  return beginnings;
}

/** How long an answer took. */
export interface Reply {
  /** The answer's touchpoint. */
  readonly id: string;
  /** Who answered. */
  readonly by: 'in' | 'out';
  readonly ms: number;
}

/**
 * The replies among touchpoints that are in order: the next one of the same thread the other way, within
 * `REPLY_WITHIN` days. Of several messages in a row the first counts, because that is how long its writer waited.
 * What is known only by its day is not measured, and neither is what was mutual.
 */
export function repliesOf(ordered: readonly Touchpoint[]): Reply[] {
  const replies: Reply[] = [];
  const waiting = new Map<
    string,
    { readonly at: Instant; readonly by: Direction; readonly exact: boolean }
  >();
  for (const { id, at, direction, dayOnly, channel, subject } of ordered) {
    const thread = threadOf({ channel, subject: subject ?? '' });
    if (thread === undefined || direction === 'both') continue;
    const first = waiting.get(thread);
    const exact = dayOnly !== true;
    const inTime = first !== undefined && at - first.at <= REPLY_WITHIN * DAY_MS;
    if (inTime && first.by === direction) continue;
    if (inTime && exact && first.exact) replies.push({ id, by: direction, ms: at - first.at });
    waiting.set(thread, { at, by: direction, exact });
  }
  return replies;
}

/**
 * Turns: the first of one or more touchpoints in a row from the same side on the same day. Four short mails within an
 * hour are one turn.
 */
export function turnsOf(ordered: readonly Touchpoint[]): Touchpoint[] {
  return ordered.filter((touchpoint, index) => {
    const before = ordered[index - 1];
    return before?.direction !== touchpoint.direction || before.day !== touchpoint.day;
  });
}
