import { expect, test } from 'vitest';
import { approachHistory } from '../../utils/db/approach.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { addPerson, editPerson, moveStage } from '../../utils/db/people.ts';
import {
  addPlaybook,
  choosePlaybook,
  deletePlaybook,
  editPlaybook,
  ownPlaybooks,
  playbookUse,
} from '../../utils/db/playbooks.ts';
import { closeFollowUp } from '../../utils/db/practice.ts';
import { undo } from '../../utils/db/undo.ts';
import { addDays, dayOf } from '../../utils/domain/days.ts';
import { checkPlaybook } from '../../utils/playbooks/check.ts';
import { loadPlaybook, PLAYBOOKS } from '../../utils/playbooks/index.ts';
import type { Playbook } from '../../utils/playbooks/types.ts';
import { freshDb } from './setup.ts';

const TODAY = dayOf(Date.now());

async function builtIn(id = 'client'): Promise<Playbook> {
  const found = PLAYBOOKS.find((playbook) => playbook.id === id);
  if (!found) throw new Error(id);
  return loadPlaybook(found);
}

async function ana(db = freshDb()) {
  const { id } = await addPerson(db, { name: 'Ana', handles: [] });
  return { db, id, person: { id, name: 'Ana' } };
}

test('a playbook gives its rhythm to whoever has none of their own', async () => {
  const { db, id, person } = await ana();
  expect(await livePerson(db, id)).not.toHaveProperty('dueDay');
  const batch = await choosePlaybook(db, person, 'client', 'a new account');
  expect(await livePerson(db, id)).toMatchObject({
    playbook: 'client',
    dueDay: addDays(TODAY, 14),
    pulse: { cadence: 14 },
    approach: { why: 'a new account' },
  });
  await editPerson(db, id, { cadenceDays: 5 });
  expect((await livePerson(db, id))?.dueDay).toBe(addDays(TODAY, 5));
  await undo(db, batch);
  expect(await livePerson(db, id)).not.toHaveProperty('playbook');
});

test('choosing one stands in the history of the approach, with its reason when there was one', async () => {
  const { db, id, person } = await ana();
  await choosePlaybook(db, person, 'client', 'a new account');
  await choosePlaybook(db, person, 'friend');
  expect(await approachHistory(db, id)).toMatchObject([
    { changes: [{ field: 'playbook', before: 'client', after: 'friend' }] },
    { changes: [{ field: 'playbook', before: undefined, after: 'client' }], why: 'a new account' },
  ]);
  expect((await approachHistory(db, id))[0]).not.toHaveProperty('why');
});

test('choosing one keeps the rest of the approach', async () => {
  const { db, id, person } = await ana();
  await editPerson(db, id, { approach: { tone: 'brief' } });
  await choosePlaybook(db, person, 'friend', ' we met at school ');
  expect((await livePerson(db, id))?.approach).toEqual({ tone: 'brief', why: 'we met at school' });
  await choosePlaybook(db, person, undefined);
  expect((await livePerson(db, id))?.approach).toEqual({ tone: 'brief', why: 'we met at school' });
});

test('what is left of the first follow-ups becomes the playbook’s, and one undo brings them back', async () => {
  const db = freshDb();
  const { id } = await addPerson(db, { name: 'Ana', handles: [] }, [
    { afterDays: 2, text: 'done' },
    { afterDays: 14, text: 'left' },
  ]);
  const open = async () => {
    const rows = (await db.followUps.toArray()).filter((row) => !row.deletedAt && row.state === 'open');
    return rows.map(({ text, dueDay, first }) => [text, dueDay, first]);
  };
  const [done] = (await db.followUps.toArray()).filter(({ text }) => text === 'done');
  if (done) await closeFollowUp(db, done);
  const firsts = [{ afterDays: 10, text: 'call' }];
  const batch = await choosePlaybook(db, { id, name: 'Ana' }, 'client', '', firsts);
  expect(await open()).toEqual([['call', addDays(TODAY, 10), true]]);
  await undo(db, batch);
  expect(await open()).toEqual([['left', addDays(TODAY, 14), true]]);
  // Whoever is past the beginning gets none.
  await moveStage(db, id, 'maintain');
  await choosePlaybook(db, { id, name: 'Ana' }, 'client', '', firsts);
  expect(await open()).toEqual([]);
});

test('a copy gets an id of its own that a playbook may have, time and again', async () => {
  const db = freshDb();
  const client = await builtIn();
  const first = await addPlaybook(db, client);
  const second = await addPlaybook(db, { ...client, id: first.id });
  expect(new Set(['client', first.id, second.id]).size).toBe(3);
  for (const playbook of await ownPlaybooks(db)) expect(checkPlaybook(playbook)).toHaveProperty('playbook');
  const long = { ...client, id: `a-${'b'.repeat(50)}-c` };
  await addPlaybook(db, long);
  const again = await addPlaybook(db, long);
  expect(checkPlaybook({ ...client, id: again.id })).toHaveProperty('playbook');
});

test('one from elsewhere keeps its id where nobody has it', async () => {
  const db = freshDb();
  const { id } = await addPlaybook(db, { ...(await builtIn()), id: 'donor' });
  expect(id).toBe('donor');
  // A deleted one is not overwritten: undo may bring it back.
  await deletePlaybook(db, { id, name: (await builtIn()).name });
  expect((await addPlaybook(db, { ...(await builtIn()), id: 'donor' })).id).not.toBe('donor');
});

test('editing the numbers derives the people anew who use it, and undo takes them back', async () => {
  const { db, id, person } = await ana();
  const added = await addPlaybook(db, await builtIn());
  const own = { ...(await builtIn()), id: added.id };
  await choosePlaybook(db, person, added.id);
  expect((await livePerson(db, id))?.dueDay).toBe(addDays(TODAY, 14));
  const batch = await editPlaybook(db, { ...own, cadence: { ...own.cadence, establish: 3 } });
  expect((await livePerson(db, id))?.dueDay).toBe(addDays(TODAY, 3));
  await undo(db, batch);
  expect((await livePerson(db, id))?.dueDay).toBe(addDays(TODAY, 14));
});

test('deleting one leaves the people who used it without any; undo gives it back to them', async () => {
  const { db, id, person } = await ana();
  const added = await addPlaybook(db, await builtIn());
  await choosePlaybook(db, person, added.id);
  expect(await playbookUse(db)).toEqual(new Map([[added.id, 1]]));
  const batch = await deletePlaybook(db, { id: added.id, name: { en: 'Client', zh_CN: '客户' } });
  expect(await ownPlaybooks(db)).toEqual([]);
  expect(await livePerson(db, id)).not.toHaveProperty('playbook');
  expect(await livePerson(db, id)).not.toHaveProperty('dueDay');
  await undo(db, batch);
  expect(await livePerson(db, id)).toMatchObject({ playbook: added.id, dueDay: addDays(TODAY, 14) });
  expect(await ownPlaybooks(db)).toHaveLength(1);
});
