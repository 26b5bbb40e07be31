import { dayOf } from '../domain/days.ts';
import { nextDay } from '../domain/follow-ups.ts';
import type { Day, FollowUp, Goal, GoalSide, Note } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { type Changes, type Writer, write } from './write.ts';

/** Adds an open goal. Returns the batch for undo. */
export async function addGoal(
  db: KithDb,
  personId: string,
  side: GoalSide,
  text: string,
  dueDay?: Day,
): Promise<string> {
  const row = { personId, side, text, state: 'open' as const, ...(dueDay !== undefined && { dueDay }) };
  return (await write(db, { label: 'addGoal', about: text }, (writer) => writer.insert('goals', row))).batch;
}

/** Changes a goal's words, side or day. */
export async function editGoal(db: KithDb, goal: Goal, changes: Changes<'goals'>): Promise<string> {
  const action = { label: 'editGoal', about: goal.text } as const;
  return (await write(db, action, (writer) => writer.update('goals', goal.id, changes))).batch;
}

/** Marks a goal as met or dropped, or opens it again. */
export async function closeGoal(db: KithDb, goal: Goal, state: Goal['state']): Promise<string> {
  const { batch } = await write(db, { label: 'closeGoal', about: goal.text }, (writer) =>
    writer.update('goals', goal.id, { state, closedAt: state === 'open' ? undefined : writer.now }),
  );
  return batch;
}

/** Deletes a goal. */
export async function deleteGoal(db: KithDb, goal: Goal): Promise<string> {
  return (
    await write(db, { label: 'deleteGoal', about: goal.text }, (writer) => writer.remove('goals', goal.id))
  ).batch;
}

/** A note as it is being typed. */
export interface NoteDraft {
  readonly id: string;
  readonly personId: string;
  readonly body: string;
  readonly sourceTitle?: string | undefined;
  readonly sourceLink?: string | undefined;
}

/**
 * Stores a note as it stands, new or not. All saves of one `batch` (one stay in the editor) are one entry in the journal
 * and one undo. An empty new note is not stored.
 */
export async function saveNote(db: KithDb, note: NoteDraft, batch: string): Promise<void> {
  const about = note.body.slice(0, 60);
  await write(db, { label: 'editNote', about, batch }, async (writer) => {
    const { id, personId, body, sourceTitle, sourceLink } = note;
    if (await db.notes.get(id)) {
      await writer.update('notes', id, { body, deletedAt: undefined });
    } else if (body.trim() !== '') {
      await writer.insert('notes', {
        id,
        personId,
        body,
        ...(sourceLink && { sourceLink }),
        ...(sourceTitle && { sourceTitle }),
      });
    }
  });
}

/** Deletes a note. */
export async function deleteNote(db: KithDb, note: Pick<Note, 'id' | 'body'>): Promise<string> {
  const action = { label: 'deleteNote', about: note.body.slice(0, 60) } as const;
  return (await write(db, action, (writer) => writer.remove('notes', note.id))).batch;
}

/** A follow-up to add. Without a person it is a task of the user's own. */
export interface NewFollowUp {
  readonly personId?: string;
  readonly text: string;
  readonly by: FollowUp['by'];
  readonly dueDay: Day;
  readonly untilReply?: boolean;
  readonly repeatDays?: number;
}

/** Adds a follow-up: a promise of the user's or of theirs, with its day. */
export async function addFollowUp(db: KithDb, followUp: NewFollowUp): Promise<string> {
  const row = { ...followUp, state: 'open' as const };
  return (
    await write(db, { label: 'addFollowUp', about: row.text }, (writer) => writer.insert('followUps', row))
  ).batch;
}

/** Marks a follow-up as done or dropped. One that repeats and was done comes back on its next day after today. */
export async function closeFollowUp(
  db: KithDb,
  row: FollowUp,
  state: 'done' | 'dropped' = 'done',
): Promise<string> {
  const { batch } = await write(db, { label: 'closeFollowUp', about: row.text }, (writer) =>
    closeIn(writer, row, state),
  );
  return batch;
}

/** `closeFollowUp` inside of a transaction that is open. */
export async function closeIn(
  writer: Writer,
  row: FollowUp,
  state: 'done' | 'dropped' = 'done',
): Promise<void> {
  // Done twice, in two windows, it comes back once.
  if (!(await writer.update('followUps', row.id, { state }))) return;
  await writer.update('followUps', row.id, { closedAt: writer.now });
  if (state === 'dropped' || row.repeatDays === undefined) return;
  const { id: _, createdAt: __, updatedAt: ___, closedAt: ____, ...again } = row;
  await writer.insert('followUps', { ...again, state: 'open', dueDay: nextDay(row, dayOf(writer.now)) });
}

/** Changes a follow-up's words, side, day or repetition. */
export async function editFollowUp(
  db: KithDb,
  row: FollowUp,
  changes: Changes<'followUps'>,
): Promise<string> {
  const action = { label: 'editFollowUp', about: row.text } as const;
  return (await write(db, action, (writer) => writer.update('followUps', row.id, changes))).batch;
}
