import { instantOf, isAutomatic, verdictOn } from '../domain/capture.ts';
import { sameHandle } from '../domain/handles.ts';
import { neverLogSet } from '../domain/never-log.ts';
import type { Refusal } from '../domain/refusals.ts';
import { isProvisional } from '../domain/same-message.ts';
import type { Handle, Instant } from '../domain/types.ts';
import type { SeenTouchpoint, Sighting } from '../sites/types.ts';
import type { KithDb } from './database.ts';
import { logOne, type NewTouchpoint } from './log-one.ts';
import { neverLogRows } from './never-log.ts';
import { preference } from './preferences.ts';
import { type Recognised, recognise } from './recognise.ts';
import { anyProvisional, rowOf, takenOver } from './sent.ts';
import { write } from './write.ts';

/** What a page showed: who, with what, and which accounts are the user's. */
export interface Shown {
  readonly url: string;
  readonly site: string;
  readonly sightings: readonly Sighting[];
  readonly self: readonly Handle[];
}

/** A message that was not logged by itself, and why: for each person the first reason. */
export interface RefusedMessage {
  readonly seen: SeenTouchpoint;
  readonly site: string;
  readonly people: readonly { readonly id: string; readonly why: Refusal }[];
}

/** What became of what a page showed. */
export interface Captured {
  /** For undo; absent when nothing was logged. */
  readonly batch?: string;
  readonly refused: readonly RefusedMessage[];
}

const NOTHING: Captured = { refused: [] };

/**
 * Logs what a page shows with known people, where the user turned that on for its site; and in any case lets messages that are only
 * known as sent become what is seen. Doing it again changes nothing, whoever does it and however often.
 */
export async function captureSeen(db: KithDb, shown: Shown, now: Instant = Date.now()): Promise<Captured> {
  const { automatic } = await preference(db, 'capture');
  if (isAutomatic(automatic, shown.url)) return capture(db, shown, 'capture', now);
  if (await anyProvisional(db)) await adopt(db, shown, now);
  return NOTHING;
}

/** Logs what the user has just sent to known people, unless that is turned off. */
export async function captureSent(db: KithDb, shown: Shown, now: Instant = Date.now()): Promise<Captured> {
  const { onSend } = await preference(db, 'capture');
  return onSend ? capture(db, shown, 'sent', now) : NOTHING;
}

async function capture(db: KithDb, shown: Shown, label: 'capture' | 'sent', now: Instant): Promise<Captured> {
  // Most readings hold nothing new; only the others need a transaction that writes, and so shuts everybody else out.
  const first = await look(db, shown, now);
  const news = await Promise.all(first.wanted.map((seen) => isNews(db, seen, now)));
  if (!news.includes(true)) return { refused: first.refused };
  const about = first.wanted.filter((_, place) => news[place]).find(({ subject }) => subject)?.subject;
  const { batch, result } = await write(db, { label, about, now }, async (writer) => {
    // Somebody may have been merged, or put on the list, since.
    const { wanted, refused } = await look(db, shown, now);
    let logged = 0;
    for (const seen of wanted) if ((await logOne(db, writer, seen, 'itself')).outcome !== 'known') logged++;
    return { logged, refused };
  });
  return { refused: result.refused, ...(result.logged > 0 && { batch }) };
}

// What of it is to be logged, one for each message, and what is not.
async function look(
  db: KithDb,
  shown: Shown,
  now: Instant,
): Promise<{ wanted: readonly NewTouchpoint[]; refused: readonly RefusedMessage[] }> {
  const list = neverLogSet(await neverLogRows(db));
  const wanted = new Map<string, NewTouchpoint>();
  const refused = new Map<string, RefusedMessage>();
  for (const { sighting, person } of await known(db, shown)) {
    for (const seen of sighting.touchpoints) {
      const { sourceKey } = seen;
      const verdict = verdictOn(sighting, seen, person, list, now);
      if (!person || verdict.does === 'ignore') continue;
      if (verdict.does === 'refuse') {
        const people = [...(refused.get(sourceKey)?.people ?? []), { id: person.id, why: verdict.why }];
        refused.set(sourceKey, { seen, site: shown.site, people });
      } else {
        const others = wanted.get(sourceKey)?.personIds ?? [];
        wanted.set(sourceKey, { ...seen, site: shown.site, personIds: [...new Set([...others, person.id])] });
      }
    }
  }
  return { wanted: newestFirst([...wanted.values()]), refused: [...refused.values()] };
}

async function known(db: KithDb, { sightings, self }: Shown): Promise<Recognised[]> {
  const others = sightings.filter(
    ({ handles, touchpoints }) =>
      touchpoints.length > 0 && !handles.some((handle) => self.some((own) => sameHandle(own, handle))),
  );
  return others.length > 0 ? recognise(db, others) : [];
}

// Whether logging it by itself may change anything.
async function isNews(db: KithDb, seen: NewTouchpoint, now: Instant): Promise<boolean> {
  const row = await rowOf(db, seen, now);
  if (!row || takenOver(row, seen)) return true;
  return row.deletedAt === undefined && seen.personIds.some((id) => !row.personIds.includes(id));
}

async function adopt(db: KithDb, shown: Shown, now: Instant): Promise<void> {
  const sight = async (seen: NewTouchpoint) => {
    const row = await rowOf(db, seen, now);
    const more = row && isProvisional(row) ? takenOver(row, seen) : undefined;
    return row && more && { id: row.id, more };
  };
  const sent = outbound(shown.site, await known(db, shown));
  if (!(await Promise.all(sent.map(sight))).some(Boolean)) return;
  await write(db, { label: 'sent', now }, async (writer) => {
    // One after the other: what one message has taken is no other's.
    for (const seen of sent) {
      const found = await sight(seen);
      if (found) await writer.amend('touchpoints', found.id, found.more);
    }
  });
}

function outbound(site: string, people: readonly Recognised[]): NewTouchpoint[] {
  const sent = people.flatMap(({ sighting, person }) =>
    person
      ? sighting.touchpoints
          .filter(({ direction }) => direction === 'out')
          .map((seen) => ({ ...seen, site, personIds: [person.id] }))
      : [],
  );
  return newestFirst(sent);
}

// Of two messages alike, the later one is the one that was just sent.
function newestFirst(messages: readonly NewTouchpoint[]): NewTouchpoint[] {
  return [...messages].sort((a, b) => instantOf(b, 0) - instantOf(a, 0));
}
