import { canHaveHappened, ImpossibleTimeError } from '../domain/refusals.ts';
import type { KithDb } from './database.ts';
import { type Logged, logOne, type NewTouchpoint } from './log-one.ts';
import { type Changes, type Writer, write } from './write.ts';

/**
 * Logs interactions, all of them or none. A message that was logged before stays one touchpoint: people who are new to it
 * join, and one that the user had deleted comes back, as logging is the user's own wish. Returns the batch for undo. Throws
 * `MissingRowError` for somebody deleted (somebody merged is the survivor) and `ImpossibleTimeError`.
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

/** Logs one interaction inside a transaction that is open, as the user's own wish; see `logTouchpoints`. */
export function logIn(db: KithDb, writer: Writer, seen: NewTouchpoint): Promise<Logged> {
  return logOne(db, writer, seen, 'hand');
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

/** Changes a touchpoint; a changed `at` or `personIds` moves it in the timelines. Throws `ImpossibleTimeError`. */
export async function editTouchpoint(
  db: KithDb,
  id: string,
  changes: Changes<'touchpoints'>,
): Promise<string> {
  const { at } = changes;
  if (at !== undefined && !canHaveHappened(at, Date.now())) throw new ImpossibleTimeError(at);
  const about = await aboutOf(db, id);
  return (await write(db, { label: 'editTouchpoint', about }, (w) => w.update('touchpoints', id, changes)))
    .batch;
}

/** Deletes a touchpoint; seeing its message again does not bring it back, logging it by hand does. */
export async function deleteTouchpoint(db: KithDb, id: string): Promise<string> {
  const about = await aboutOf(db, id);
  return (await write(db, { label: 'deleteTouchpoint', about }, (w) => w.remove('touchpoints', id))).batch;
}

async function aboutOf(db: KithDb, id: string): Promise<string | undefined> {
  const row = await db.touchpoints.get(id);
  return row?.subject ?? row?.summary;
}
