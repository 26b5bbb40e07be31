import { addDays, dayOf } from '../domain/days.ts';
import type { FirstFollowUp } from '../domain/follow-ups.ts';
import type { Handle, HandleRow, Instant, Person, Stage } from '../domain/types.ts';
import type { KithDb, TableName } from './database.ts';
import { HandleTakenError } from './handle-taken.ts';
import { isLive } from './lookup.ts';
import { type Action, type Changes, type NewRow, type Writer, write } from './write.ts';

/** What is known of someone when they are added. */
export interface NewPerson {
  readonly name: string;
  readonly headline?: string | undefined;
  readonly organization?: string | undefined;
  readonly location?: string | undefined;
  readonly handles: readonly Handle[];
}

/**
 * Stores a new person, in the stage *establish*, with its first follow-ups. Throws `HandleTakenError`. Returns the id and the
 * batch for undo.
 */
export async function addPerson(
  db: KithDb,
  person: NewPerson,
  firsts: readonly FirstFollowUp[] = [],
): Promise<{ id: string; batch: string }> {
  const { batch, result } = await write(db, { label: 'addPerson', about: person.name }, async (writer) => {
    const { handles, ...fields } = person;
    const id = await writer.insert('people', newPersonRow(fields, writer.now));
    for (const handle of handles) await giveHandle(db, writer, handle, id);
    await writer.insert('stageMoves', { personId: id, to: 'establish', at: writer.now });
    await addFirsts(writer, id, firsts);
    return id;
  });
  return { id: result, batch };
}

/** The row of a new person, in the stage *establish*; empty fields are left out. */
export function newPersonRow(fields: Omit<NewPerson, 'handles'>, now: Instant): NewRow<'people'> {
  return {
    ...(Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as { name: string }), // a name is never empty
    stage: 'establish',
    stageSince: now,
    since: dayOf(now),
    tags: [],
  };
}

/** Changes what is known of a person; `undefined` takes a field away. Returns the batch for undo. */
export async function editPerson(
  db: KithDb,
  id: string,
  changes: Changes<'people'>,
  label: 'editPerson' | 'setCadence' = 'editPerson',
): Promise<string> {
  const about = (await db.people.get(id))?.name;
  return (await write(db, { label, about }, (writer) => writer.update('people', id, changes))).batch;
}

/** Why a person moves to a stage, and what that brings. */
export interface Move {
  readonly why?: string | undefined;
  /** The rule that suggested it (domain/suggestions). */
  readonly suggestedBy?: string | undefined;
  /** The review whose plan it is. */
  readonly reviewId?: string | undefined;
  /** The follow-ups that a new beginning brings, where the stage is *establish*. */
  readonly firsts?: readonly FirstFollowUp[] | undefined;
}

/**
 * Moves a person to a stage and remembers when and why. Leaving *establish* drops what is left of its first follow-ups.
 * Moving to the stage they are in changes nothing.
 */
export async function moveStage(db: KithDb, id: string, to: Stage, move: Move = {}): Promise<string> {
  const about = (await db.people.get(id))?.name;
  const { batch } = await write(db, { label: 'moveStage', about }, (writer) =>
    moveIn(db, writer, id, to, move),
  );
  return batch;
}

/** `moveStage` inside of a transaction that is open. Returns whether they moved. */
export async function moveIn(
  db: KithDb,
  writer: Writer,
  id: string,
  to: Stage,
  { why, suggestedBy, reviewId, firsts = [] }: Move = {},
): Promise<boolean> {
  const from = (await db.people.get(id))?.stage;
  if (from === to) return false;
  await writer.update('people', id, { stage: to, stageSince: writer.now });
  await writer.insert('stageMoves', {
    personId: id,
    ...(from && { from }),
    to,
    at: writer.now,
    ...(why !== undefined && { why }),
    ...(suggestedBy !== undefined && { suggestedBy }),
    ...(reviewId !== undefined && { reviewId }),
  });
  for (const row of await db.followUps.where({ personId: id }).toArray())
    if (row.first && row.state === 'open' && isLive(row))
      await writer.update('followUps', row.id, { state: 'dropped', closedAt: writer.now });
  if (to === 'establish') await addFirsts(writer, id, firsts);
  return true;
}

async function addFirsts(writer: Writer, personId: string, firsts: readonly FirstFollowUp[]): Promise<void> {
  const today = dayOf(writer.now);
  for (const { afterDays, text } of firsts)
    await writer.insert('followUps', {
      personId,
      text,
      by: 'me',
      dueDay: addDays(today, afterDays),
      state: 'open',
      first: true,
    });
}

/** Gives a person one more handle. Throws `HandleTakenError`. */
export async function addHandle(db: KithDb, personId: string, handle: Handle): Promise<string> {
  const action = { label: 'addHandle', about: handle.value } as const;
  return (await write(db, action, (writer) => giveHandle(db, writer, handle, personId))).batch;
}

/** "It is them": gives a person all handles that a page shows. Throws `HandleTakenError`. Returns the batch for undo. */
export async function samePerson(
  db: KithDb,
  { id, name }: Pick<Person, 'id' | 'name'>,
  handles: readonly Handle[],
): Promise<string> {
  const { batch } = await write(db, { label: 'samePerson', about: name }, async (writer) => {
    for (const handle of handles) await giveHandle(db, writer, handle, id);
  });
  return batch;
}

/** Gives somebody's handle to another person. Returns the batch for undo. */
export async function moveHandle(db: KithDb, row: HandleRow, personId: string): Promise<string> {
  const action = { label: 'addHandle', about: row.value } as const;
  return (await write(db, action, (writer) => writer.update('handles', row.id, { personId }))).batch;
}

/** Takes a handle away: pages that show it no longer show this person. */
export async function removeHandle(
  db: KithDb,
  row: HandleRow,
  action: Pick<Action, 'label' | 'about'> = { label: 'removeHandle', about: row.value },
): Promise<string> {
  return (await write(db, action, (writer) => writer.remove('handles', row.id))).batch;
}

/** The tables whose rows belong to one person. */
export const OWNED = [
  'handles',
  'goals',
  'notes',
  'facts',
  'support',
  'feedback',
  'reviews',
  'followUps',
  'snoozes',
  'stageMoves',
] as const satisfies readonly TableName[];

/** Deletes a person with everything that is only theirs. A touchpoint shared with others stays with the others. */
export async function deletePerson(db: KithDb, id: string): Promise<string> {
  const about = (await db.people.get(id))?.name;
  const { batch } = await write(db, { label: 'deletePerson', about }, async (writer) => {
    for (const table of OWNED) {
      const rows = await db.table(table).where('personId').equals(id).toArray();
      for (const row of rows) if (row.deletedAt === undefined) await writer.remove(table, row.id);
    }
    for (const touchpoint of await db.touchpoints.where('personIds').equals(id).toArray()) {
      if (touchpoint.deletedAt !== undefined) continue;
      const others = touchpoint.personIds.filter((other) => other !== id);
      if (others.length === 0) await writer.remove('touchpoints', touchpoint.id);
      else await writer.update('touchpoints', touchpoint.id, { personIds: others });
    }
    await writer.remove('people', id);
  });
  return batch;
}

async function giveHandle(db: KithDb, writer: Writer, handle: Handle, personId: string): Promise<void> {
  const row = await db.handles.get({ kind: handle.kind, value: handle.value });
  if (!row) {
    await writer.insert('handles', { personId, kind: handle.kind, value: handle.value });
  } else if (row.deletedAt !== undefined) {
    await writer.update('handles', row.id, { personId, deletedAt: undefined });
  } else if (row.personId !== personId) {
    throw new HandleTakenError(handle, row.personId);
  }
}
