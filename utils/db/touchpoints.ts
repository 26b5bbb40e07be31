import { dayOf, noonOf } from '../domain/days.ts';
import type { Channel, Day, Direction, Instant, Touchpoint } from '../domain/types.ts';
import type { SeenTouchpoint } from '../sites/types.ts';
import type { KithDb } from './database.ts';
import { timelineIn } from './timeline.ts';
import { type Changes, type Writer, write } from './write.ts';

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
 * Logs interactions, all of them or none. A message that was logged before stays one touchpoint: people who are new to it
 * join, and one that the user had deleted comes back, as logging is the user's own wish. Returns the batch for undo.
 */
export async function logTouchpoints(
  db: KithDb,
  seen: readonly NewTouchpoint[],
  about?: string,
): Promise<{ readonly logged: readonly Logged[]; readonly batch: string }> {
  const { batch, result } = await write(db, { label: 'log', about }, async (writer) => {
    const logged: Logged[] = [];
    for (const touchpoint of seen) logged.push(await logIn(db, writer, touchpoint));
    return logged;
  });
  return { logged: result, batch };
}

/** Logs one interaction, see `logTouchpoints`. */
export async function logTouchpoint(
  db: KithDb,
  seen: NewTouchpoint,
  about?: string,
): Promise<Logged & { readonly batch: string }> {
  const { logged, batch } = await logTouchpoints(db, [seen], about);
  return { ...(logged[0] as Logged), batch }; // one in, one out
}

/** `logTouchpoint` inside of a transaction that is open. */
export async function logIn(db: KithDb, writer: Writer, seen: NewTouchpoint): Promise<Logged> {
  const known = seen.sourceKey ? await db.touchpoints.get({ sourceKey: seen.sourceKey }) : undefined;
  if (known) {
    const alive = known.deletedAt === undefined;
    const personIds = [...new Set([...(alive ? known.personIds : []), ...seen.personIds])];
    const changed = await writer.update('touchpoints', known.id, { personIds, deletedAt: undefined });
    return { id: known.id, outcome: changed ? 'joined' : 'known' };
  }
  const id = crypto.randomUUID();
  const { sourceKey = `hand:${id}`, personIds, channel, direction } = seen;
  const dayOnly = seen.at === undefined && seen.day !== undefined;
  const at = seen.at ?? (seen.day === undefined ? writer.now : noonOf(seen.day));
  await writer.insert('touchpoints', {
    id,
    personIds,
    channel,
    direction,
    at,
    day: dayOnly ? (seen.day ?? dayOf(at)) : dayOf(at),
    ...(dayOnly && { dayOnly: true as const }),
    sourceKey,
    ...(seen.subject && { subject: seen.subject }),
    ...(seen.summary && { summary: seen.summary }),
    ...(seen.tone && { tone: seen.tone }),
    ...(seen.link && { link: seen.link }),
    ...(seen.site && { site: seen.site }),
  });
  return { id, outcome: 'new' };
}

/** Changes a touchpoint; a changed `at` or `personIds` moves it in the timelines. */
export async function editTouchpoint(
  db: KithDb,
  id: string,
  changes: Changes<'touchpoints'>,
): Promise<string> {
  const about = await aboutOf(db, id);
  return (await write(db, { label: 'editTouchpoint', about }, (w) => w.update('touchpoints', id, changes)))
    .batch;
}

/** Deletes a touchpoint; seeing its message again does not bring it back, logging it by hand does. */
export async function deleteTouchpoint(db: KithDb, id: string): Promise<string> {
  const about = await aboutOf(db, id);
  return (await write(db, { label: 'deleteTouchpoint', about }, (w) => w.remove('touchpoints', id))).batch;
}

/** A person's last `limit` touchpoints, newest first. */
export function timeline(db: KithDb, personId: string, limit = 20): Promise<Touchpoint[]> {
  return timelineIn(db, personId).reverse().limit(limit).toArray();
}

/** The touchpoint of a message that was logged, when it is not deleted. */
export async function touchpointOf(db: KithDb, seen: SeenTouchpoint): Promise<Touchpoint | undefined> {
  const row = await db.touchpoints.get({ sourceKey: seen.sourceKey });
  return row?.deletedAt === undefined ? row : undefined;
}

async function aboutOf(db: KithDb, id: string): Promise<string | undefined> {
  const row = await db.touchpoints.get(id);
  return row?.subject ?? row?.summary;
}
