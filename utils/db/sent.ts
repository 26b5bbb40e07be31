import { instantOf } from '../domain/capture.ts';
import { dayOf } from '../domain/days.ts';
import { isProvisional, PROVISIONAL, twinOf } from '../domain/same-message.ts';
import type { Touchpoint } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import type { NewTouchpoint } from './log-one.ts';
import type { Changes } from './write.ts';

/** How far (ms) from a message the row may be that stands for it: one whose time is not known stands at the day's noon. */
const NEAR_MS = 13 * 3_600_000;

/**
 * The row of a message, dead or alive: by its key, else the one that stands for the same message of the user's with one of the same
 * people, seen as sent before it was seen as what, or the other way round.
 */
export async function rowOf(db: KithDb, seen: NewTouchpoint, now: number): Promise<Touchpoint | undefined> {
  if (seen.sourceKey === undefined) return undefined;
  const known = await db.touchpoints.get({ sourceKey: seen.sourceKey });
  if (known || seen.direction !== 'out') return known;
  const at = instantOf(seen, now);
  const near = await db.touchpoints
    .where('at')
    .between(at - NEAR_MS, at + NEAR_MS)
    .filter(({ personIds }) => personIds.some((id) => seen.personIds.includes(id)))
    .toArray();
  const { sourceKey, direction, subject, site } = seen;
  const dayOnly = seen.at === undefined && seen.day !== undefined ? true : undefined;
  return twinOf({ sourceKey, direction, subject, site, at, day: dayOf(at), dayOnly }, near);
}

/** What a row takes over from another sight of its message; nothing when it is the same sight. */
export function takenOver(row: Touchpoint, seen: NewTouchpoint): Changes<'touchpoints'> | undefined {
  const { sourceKey } = seen;
  if (sourceKey === undefined || sourceKey === row.sourceKey || row.sentKey === sourceKey) return undefined;
  // Known as itself, and now as sent, too.
  if (isProvisional({ sourceKey })) return { sentKey: sourceKey };
  return {
    sourceKey,
    sentKey: row.sourceKey,
    ...(seen.at !== undefined && { at: seen.at, day: dayOf(seen.at), dayOnly: undefined }),
    ...(seen.subject && { subject: seen.subject }),
    ...(seen.link && { link: seen.link }),
  };
}

/** Whether any message is only known as sent. */
export async function anyProvisional(db: KithDb): Promise<boolean> {
  return (await db.touchpoints.where('sourceKey').startsWith(PROVISIONAL).limit(1).count()) > 0;
}
