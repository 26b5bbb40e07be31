import { addDays, dayOf } from '../domain/days.ts';
import type { FirstFollowUp } from '../domain/follow-ups.ts';
import { BUILT_IN_NUMBERS } from '../domain/playbook-numbers.ts';
import type { Day, FollowUp, Person } from '../domain/types.ts';
import type { Playbook } from '../playbooks/types.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';
import { type NewRow, type Writer, write } from './write.ts';

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
  const { batch } = await write(db, { label: 'setPlaybook', about: person.name }, (writer) =>
    chooseIn(db, writer, person.id, playbook, firsts, why),
  );
  return batch;
}

/** `choosePlaybook` inside of a transaction that is open. Returns whether anything changed. */
export async function chooseIn(
  db: KithDb,
  writer: Writer,
  id: string,
  playbook: string | undefined,
  firsts: readonly FirstFollowUp[],
  why = '',
): Promise<boolean> {
  const stored = await db.people.get(id);
  const changed = await writer.update('people', id, {
    playbook,
    ...(why.trim() !== '' && { approach: { ...stored?.approach, why: why.trim() } }),
  });
  if (stored && changed) {
    const { replaced, made } = await firstsOfChoice(db, stored, firsts, dayOf(writer.now));
    for (const { id: gone } of replaced) await writer.remove('followUps', gone);
    for (const row of made) await writer.insert('followUps', row);
  }
  return changed;
}

/**
 * What choosing a playbook does to the first follow-ups of somebody who is still at the beginning: those that are open go, and
 * the playbook's of days that are still to come take their place. Whoever has none left, or is past the beginning, gets none.
 */
async function firstsOfChoice(
  db: KithDb,
  { id, stage, stageSince }: Pick<Person, 'id' | 'stage' | 'stageSince'>,
  firsts: readonly FirstFollowUp[],
  today: Day,
): Promise<{ replaced: readonly FollowUp[]; made: readonly NewRow<'followUps'>[] }> {
  const none = { replaced: [], made: [] };
  if (stage !== 'establish' || firsts.length === 0) return none;
  const rows = await db.followUps.where({ personId: id }).toArray();
  const replaced = rows.filter((row) => row.first && row.state === 'open' && isLive(row));
  if (replaced.length === 0) return none;
  const made = firsts.flatMap(({ afterDays, text }) => {
    const dueDay = addDays(dayOf(stageSince), afterDays);
    if (dueDay < today) return [];
    return [{ personId: id, text, by: 'me', dueDay, state: 'open', first: true } as const];
  });
  return { replaced, made };
}

/** How many first follow-ups a playbook would bring several people, and how many open ones would go, before it is chosen. */
export async function countFirsts(
  db: KithDb,
  ids: readonly string[],
  playbook: string | undefined,
  firsts: readonly FirstFollowUp[],
  today: Day,
): Promise<{ readonly made: number; readonly replaced: number }> {
  const people = (await db.people.bulkGet([...ids])).filter(
    (person): person is Person => person !== undefined && isLive(person) && person.playbook !== playbook,
  );
  const choices = await Promise.all(people.map((person) => firstsOfChoice(db, person, firsts, today)));
  return {
    made: choices.reduce((sum, { made }) => sum + made.length, 0),
    replaced: choices.reduce((sum, { replaced }) => sum + replaced.length, 0),
  };
}

/** How many people use each playbook, by id. */
export async function playbookUse(db: KithDb): Promise<ReadonlyMap<string, number>> {
  const use = new Map<string, number>();
  for (const { playbook, deletedAt } of await db.people.toArray())
    if (playbook !== undefined && deletedAt === undefined) use.set(playbook, (use.get(playbook) ?? 0) + 1);
  return use;
}

function usersOf(db: KithDb, id: string): Promise<string[]> {
  return db.people.filter(({ playbook }) => playbook === id).primaryKeys();
}

// Chance rather than a count: copies made on two machines must not become one.
function newId(id: string): string {
  const stem = id.replace(/(?:-[a-z\d]{8})+$/, '').slice(0, MAX_STEM);
  return `${stem.split('-').slice(0, 9).join('-').replace(/-+$/, '')}-${crypto.randomUUID().slice(0, 8)}`;
}
