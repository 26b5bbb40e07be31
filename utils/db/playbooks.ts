import { addDays, dayOf } from '../domain/days.ts';
import type { FirstFollowUp } from '../domain/follow-ups.ts';
import { BUILT_IN_NUMBERS } from '../domain/playbook-numbers.ts';
import type { Day, Person } from '../domain/types.ts';
import type { Playbook } from '../playbooks/types.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';
import { type Writer, write } from './write.ts';

const MAX_STEM = 40;

/** The user's own playbooks, by their English names. What is stored was checked (utils/playbooks/check). */
export async function ownPlaybooks(db: KithDb): Promise<Playbook[]> {
  const rows = (await db.playbooks.toArray()).filter(isLive);
  const playbooks = rows.map(({ data }) => data as Playbook);
  return playbooks.sort((a, b) => a.name.en.localeCompare(b.name.en) || (a.id < b.id ? -1 : 1));
}

/**
 * Stores a playbook as one of the user's own: a copy, or one from a file. Its id is changed when Kith or the user has one
 * of that id already, so that nothing in use changes. Returns the id it has now and the batch for undo.
 */
export async function addPlaybook(db: KithDb, playbook: Playbook): Promise<{ id: string; batch: string }> {
  const action = { label: 'addPlaybook', about: playbook.name.en } as const;
  const { batch, result } = await write(db, action, async (writer) => {
    // Deleted ones too: undo may bring them back.
    const taken = Object.hasOwn(BUILT_IN_NUMBERS, playbook.id) || (await db.playbooks.get(playbook.id));
    const id = taken ? newId(playbook.id) : playbook.id;
    return writer.insert('playbooks', { id, data: { ...playbook, id } });
  });
  return { id: result, batch };
}

/** Changes one of the user's own. What is computed of the people who use it follows. Returns the batch for undo. */
export async function editPlaybook(db: KithDb, playbook: Playbook): Promise<string> {
  const action = { label: 'editPlaybook', about: playbook.name.en } as const;
  const { batch } = await write(db, action, (writer) =>
    writer.update('playbooks', playbook.id, { data: playbook }),
  );
  return batch;
}

/** Deletes one of the user's own. Whoever uses it has none from then on; undo gives it back to them. */
export async function deletePlaybook(db: KithDb, playbook: Pick<Playbook, 'id' | 'name'>): Promise<string> {
  const action = { label: 'deletePlaybook', about: playbook.name.en } as const;
  const { batch } = await write(db, action, async (writer) => {
    for (const id of await usersOf(db, playbook.id))
      await writer.update('people', id, { playbook: undefined });
    await writer.remove('playbooks', playbook.id);
  });
  return batch;
}

/**
 * Gives a person a playbook, or none. Where they have no rhythm of their own, the playbook's is theirs from now on. Why, when
 * it is said, becomes part of the approach, whose history the journal keeps. What is left of the first follow-ups becomes the
 * playbook's (`firsts`), those of days that are still to come.
 */
export async function choosePlaybook(
  db: KithDb,
  person: Pick<Person, 'id' | 'name' | 'approach'>,
  playbook: string | undefined,
  why = '',
  firsts: readonly FirstFollowUp[] = [],
): Promise<string> {
  const { batch } = await write(db, { label: 'setPlaybook', about: person.name }, async (writer) => {
    const stored = await db.people.get(person.id);
    const approach = stored?.approach;
    await writer.update('people', person.id, {
      playbook,
      ...(why.trim() !== '' && { approach: { ...approach, why: why.trim() } }),
    });
    if (stored?.stage === 'establish' && firsts.length > 0)
      await replaceFirsts(db, writer, person.id, dayOf(stored.stageSince), firsts);
  });
  return batch;
}

/** How many people use each playbook, by id. */
export async function playbookUse(db: KithDb): Promise<ReadonlyMap<string, number>> {
  const use = new Map<string, number>();
  for (const { playbook, deletedAt } of await db.people.toArray())
    if (playbook !== undefined && deletedAt === undefined) use.set(playbook, (use.get(playbook) ?? 0) + 1);
  return use;
}

async function replaceFirsts(
  db: KithDb,
  writer: Writer,
  personId: string,
  begun: Day,
  firsts: readonly FirstFollowUp[],
): Promise<void> {
  const rows = await db.followUps.where({ personId }).toArray();
  const left = rows.filter((row) => row.first && row.state === 'open' && isLive(row));
  if (left.length === 0) return;
  for (const { id } of left) await writer.remove('followUps', id);
  for (const { afterDays, text } of firsts) {
    const dueDay = addDays(begun, afterDays);
    if (dueDay >= dayOf(writer.now))
      await writer.insert('followUps', { personId, text, by: 'me', dueDay, state: 'open', first: true });
  }
}

function usersOf(db: KithDb, id: string): Promise<string[]> {
  return db.people.filter(({ playbook }) => playbook === id).primaryKeys();
}

// Chance rather than a count: copies made on two machines must not become one.
function newId(id: string): string {
  const stem = id.replace(/(?:-[a-z\d]{8})+$/, '').slice(0, MAX_STEM);
  return `${stem.split('-').slice(0, 9).join('-').replace(/-+$/, '')}-${crypto.randomUUID().slice(0, 8)}`;
}
