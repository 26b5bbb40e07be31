import { instantOf } from '../domain/capture.ts';
import { dayOf } from '../domain/days.ts';
import { closedBy } from '../domain/follow-ups.ts';
import { asksSomething } from '../domain/question.ts';
import { canHaveHappened, ImpossibleTimeError } from '../domain/refusals.ts';
import { isAnswer } from '../domain/same-message.ts';
import type { Channel, Day, Direction, Instant, Touchpoint } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { MissingRowError } from './missing-row.ts';
import { closeIn } from './practice.ts';
import { rowOf, takenOver } from './sent.ts';
import type { Writer } from './write.ts';

/** An interaction to log. Give `at`, or only `day` when the time is not known. */
export interface NewTouchpoint {
  readonly personIds: readonly string[];
  readonly channel: Channel;
  readonly direction: Direction;
  readonly at?: Instant | undefined;
  readonly day?: Day | undefined;
  readonly subject?: string | undefined;
  readonly summary?: string | undefined;
  readonly tone?: string | undefined;
  readonly link?: string | undefined;
  readonly site?: string | undefined;
  /** Absent for what no page showed. */
  readonly sourceKey?: string | undefined;
}

/** What became of logging: `known` when that message had been logged for these people before. */
export interface Logged {
  readonly id: string;
  readonly outcome: 'new' | 'joined' | 'known';
}

/**
 * Logs one interaction inside a write: the one way by which touchpoints come to be. `hand`: the user asked for it, so that what
 * was deleted comes back. `itself`: nobody asked, so that what the user took away stays away. Throws `MissingRowError` and
 * `ImpossibleTimeError`.
 */
export async function logOne(
  db: KithDb,
  writer: Writer,
  given: NewTouchpoint,
  by: 'hand' | 'itself',
): Promise<Logged> {
  const at = instantOf(given, writer.now);
  if (!canHaveHappened(at, writer.now)) throw new ImpossibleTimeError(at);
  const seen = { ...given, personIds: await survivors(db, given.personIds) };
  const known = await rowOf(db, seen, writer.now);
  const logged = known
    ? await logAgain(db, writer, known, seen, by)
    : { id: await logNew(writer, seen, at), outcome: 'new' as const };
  if (logged.outcome !== 'known') await closeAwaited(db, writer, logged.id);
  return logged;
}

async function logNew(writer: Writer, seen: NewTouchpoint, at: Instant): Promise<string> {
  const id = crypto.randomUUID();
  const { sourceKey = `hand:${id}`, personIds, channel, direction, subject } = seen;
  const dayOnly = seen.at === undefined && seen.day !== undefined;
  return writer.insert('touchpoints', {
    id,
    personIds,
    channel,
    direction,
    at,
    day: dayOnly ? (seen.day ?? dayOf(at)) : dayOf(at),
    ...(dayOnly && { dayOnly: true as const }),
    sourceKey,
    // The question in the subject of an answer is that of whoever wrote first.
    ...(direction === 'in' && asksSomething(subject) && !isAnswer(subject) && { question: true as const }),
    ...(subject && { subject }),
    ...(seen.summary && { summary: seen.summary }),
    ...(seen.tone && { tone: seen.tone }),
    ...(seen.link && { link: seen.link }),
    ...(seen.site && { site: seen.site }),
  });
}

async function logAgain(
  db: KithDb,
  writer: Writer,
  known: Touchpoint,
  seen: NewTouchpoint,
  by: 'hand' | 'itself',
): Promise<Logged> {
  const { id } = known;
  const alive = known.deletedAt === undefined;
  const more = takenOver(known, seen);
  if (by === 'hand') {
    const personIds = [...new Set([...(alive ? known.personIds : []), ...seen.personIds])];
    const changed = await writer.update('touchpoints', id, { ...more, personIds, deletedAt: undefined });
    return { id, outcome: changed ? 'joined' : 'known' };
  }
  if (more) await writer.amend('touchpoints', id, more);
  const fresh = seen.personIds.filter((person) => !known.personIds.includes(person));
  if (!alive || fresh.length === 0) return { id, outcome: 'known' };
  const left = await leftBy(db, id);
  const personIds = [...known.personIds, ...fresh.filter((person) => !left.has(person))];
  const joined = await writer.update('touchpoints', id, { personIds });
  return { id, outcome: joined ? 'joined' : 'known' };
}

// Whom the user took off a touchpoint, by editing it or by undoing what had put them there.
async function leftBy(db: KithDb, id: string): Promise<ReadonlySet<string>> {
  const left = new Set<string>();
  for (const { before, after } of await db.journal
    .where('[table+key]')
    .equals(['touchpoints', id])
    .sortBy('seq')) {
    if (!('personIds' in after)) continue;
    for (const person of (before?.['personIds'] ?? []) as string[]) left.add(person);
    for (const person of (after['personIds'] ?? []) as string[]) left.delete(person);
  }
  return left;
}

// Somebody merged in another window is by now somebody else; somebody deleted there is nobody.
async function survivors(db: KithDb, personIds: readonly string[]): Promise<string[]> {
  const found = await Promise.all(personIds.map((id) => survivor(db, id)));
  return [...new Set(found)];
}

async function survivor(db: KithDb, id: string): Promise<string> {
  const passed = new Set<string>();
  let at = id;
  for (let row = await db.people.get(at); row?.deletedAt !== undefined; row = await db.people.get(at)) {
    passed.add(at);
    at = row.mergedInto ?? at;
    if (passed.has(at)) throw new MissingRowError('people', id);
  }
  return at;
}

// What waited for it: a promise "unless they write", the next of the first follow-ups.
async function closeAwaited(db: KithDb, writer: Writer, touchpointId: string): Promise<void> {
  const touchpoint = await db.touchpoints.get(touchpointId);
  if (!touchpoint || touchpoint.deletedAt !== undefined) return;
  for (const personId of touchpoint.personIds) {
    const rows = await db.followUps.where({ personId }).toArray();
    const open = rows.filter(({ state, deletedAt }) => state === 'open' && deletedAt === undefined);
    for (const row of closedBy(open, touchpoint)) await closeIn(writer, row);
  }
}
