import type { FollowUp, Goal, Note } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';

/** A person's goals: open ones first, each group oldest first. */
export async function goalsOf(db: KithDb, personId: string): Promise<Goal[]> {
  const rows = (await db.goals.where('personId').equals(personId).sortBy('createdAt')).filter(isLive);
  return [...rows.filter(({ state }) => state === 'open'), ...rows.filter(({ state }) => state !== 'open')];
}

/** A person's notes, newest first. */
export async function notesOf(db: KithDb, personId: string): Promise<Note[]> {
  const rows = await db.notes.where('personId').equals(personId).sortBy('createdAt');
  return rows.filter(isLive).reverse();
}

/** A person's open follow-ups, the first due first. */
export async function openFollowUpsOf(db: KithDb, personId: string): Promise<FollowUp[]> {
  const rows = await db.followUps.where('personId').equals(personId).sortBy('dueDay');
  return rows.filter((row) => isLive(row) && row.state === 'open');
}
