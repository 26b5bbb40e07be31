import { describe, expect, test } from 'vitest';
import type { KithDb } from '../../utils/db/database.ts';
import { HandleTakenError } from '../../utils/db/handle-taken.ts';
import { likelyMatches } from '../../utils/db/likely.ts';
import { goalsOf, notesOf, openFollowUpsOf } from '../../utils/db/listed.ts';
import { handlesOf, livePerson, peopleNamed, personByHandle, recentPeople } from '../../utils/db/lookup.ts';
import {
  addHandle,
  addPerson,
  deletePerson,
  editPerson,
  moveStage,
  removeHandle,
} from '../../utils/db/people.ts';
import { addFollowUp, addGoal, saveNote } from '../../utils/db/practice.ts';
import { recognise } from '../../utils/db/recognise.ts';
import { timeline } from '../../utils/db/timeline.ts';
import { logTouchpoint } from '../../utils/db/touchpoints.ts';
import { undo } from '../../utils/db/undo.ts';
import type { Handle } from '../../utils/domain/types.ts';
import type { Sighting } from '../../utils/sites/types.ts';
import { everything, freshDb, visible } from './setup.ts';

const email = (value: string): Handle => ({ kind: 'email', value });
const ANA = email('ana@example.com');
const BOB = email('bob@example.com');

async function add(db: KithDb, name: string, ...handles: Handle[]): Promise<string> {
  return (await addPerson(db, { name, handles })).id;
}

describe('a new person', () => {
  test('begins in the stage establish, with the handles given and without a rhythm', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, {
      name: 'Ana',
      headline: '',
      organization: 'Example',
      handles: [ANA, BOB],
    });
    const person = await livePerson(db, id);
    expect(person).toMatchObject({
      name: 'Ana',
      organization: 'Example',
      stage: 'establish',
      touchpointCount: 0,
    });
    expect(person).not.toHaveProperty('headline');
    expect(person).not.toHaveProperty('dueDay');
    expect((await handlesOf(db, id)).map(({ value }) => value).sort()).toEqual([ANA.value, BOB.value]);
    expect(await db.stageMoves.toArray()).toMatchObject([{ personId: id, to: 'establish' }]);
  });

  test('is refused, with nothing stored, when a handle is somebody’s', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana', ANA);
    const before = await everything(db);
    const failing = addPerson(db, { name: 'Eve', handles: [BOB, ANA] });
    await expect(failing).rejects.toEqual(new HandleTakenError(ANA, ana));
    await expect(failing).rejects.toMatchObject({ personId: ana, handle: ANA });
    expect(await everything(db)).toEqual(before);
  });
});

describe('a handle', () => {
  test('belongs to at most one person', async () => {
    const db = freshDb();
    await add(db, 'Ana', ANA);
    const bob = await add(db, 'Bob', BOB);
    await expect(addHandle(db, bob, ANA)).rejects.toBeInstanceOf(HandleTakenError);
  });

  test('given twice to the same person is one', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana', ANA);
    await addHandle(db, ana, ANA);
    expect(await handlesOf(db, ana)).toHaveLength(1);
  });

  test('of the same value and another kind is another', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana', { kind: 'linkedin', value: 'ana' });
    const bob = await add(db, 'Bob', { kind: 'phone', value: 'ana' });
    expect((await personByHandle(db, { kind: 'linkedin', value: 'ana' }))?.id).toBe(ana);
    expect((await personByHandle(db, { kind: 'phone', value: 'ana' }))?.id).toBe(bob);
  });

  test('that was taken away names nobody, and can be given to somebody else in the same row', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana', ANA);
    const [row] = await handlesOf(db, ana);
    if (row) await removeHandle(db, row);
    expect(await personByHandle(db, ANA)).toBeUndefined();
    expect(await handlesOf(db, ana)).toEqual([]);
    const bob = await add(db, 'Bob', ANA);
    expect((await personByHandle(db, ANA))?.id).toBe(bob);
    expect(await db.handles.count()).toBe(1);
  });

  test('of a deleted person can be given to a new one', async () => {
    const db = freshDb();
    const gone = await add(db, 'Ana', ANA);
    const deletion = await deletePerson(db, gone);
    const ana = await add(db, 'Ana', ANA);
    expect((await personByHandle(db, ANA))?.id).toBe(ana);
    await undo(db, deletion);
    expect((await personByHandle(db, ANA))?.id).toBe(ana);
    expect(await handlesOf(db, gone)).toEqual([]);
  });

  test('row can’t be stored twice, not even behind the door', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana', ANA);
    const again = { ...ANA, id: 'x', personId: ana, createdAt: 0, updatedAt: 0 };
    await expect(db.handles.add(again)).rejects.toMatchObject({ name: 'ConstraintError' });
  });
});

describe('moving a person to a stage', () => {
  test('remembers from where, to where, when and why', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana');
    await moveStage(db, ana, 'optimize', { why: 'goals met' });
    const person = await livePerson(db, ana);
    expect(person?.stage).toBe('optimize');
    const moves = await db.stageMoves.where('personId').equals(ana).toArray();
    expect(moves.find(({ to }) => to === 'optimize')).toMatchObject({
      from: 'establish',
      at: person?.stageSince,
      why: 'goals met',
    });
  });

  test('they are in changes nothing', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana');
    const before = await everything(db);
    await moveStage(db, ana, 'establish');
    expect(await everything(db)).toEqual(before);
  });
});

describe('deleting a person', () => {
  test('takes what is only theirs along, leaves shared touchpoints to the others, and can be undone', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana', ANA);
    const bob = await add(db, 'Bob', BOB);
    for (const id of [ana, bob]) {
      await addGoal(db, id, 'mine', 'a talk');
      await saveNote(db, { id: `note of ${id}`, personId: id, body: 'Hello' }, `batch of ${id}`);
      await addFollowUp(db, { personId: id, text: 'the deck', by: 'me', dueDay: '2026-09-01' });
    }
    await logTouchpoint(db, { personIds: [ana], channel: 'call', direction: 'out' });
    const shared = await logTouchpoint(db, { personIds: [ana, bob], channel: 'meeting', direction: 'both' });
    const before = await visible(db);

    const batch = await deletePerson(db, ana);
    expect(await livePerson(db, ana)).toBeUndefined();
    expect(await personByHandle(db, ANA)).toBeUndefined();
    expect(await timeline(db, ana)).toEqual([]);
    expect([await goalsOf(db, ana), await notesOf(db, ana), await openFollowUpsOf(db, ana)]).toEqual([
      [],
      [],
      [],
    ]);
    expect((await timeline(db, bob)).map(({ id }) => id)).toEqual([shared.id]);
    expect((await db.touchpoints.get(shared.id))?.personIds).toEqual([bob]);
    expect(await goalsOf(db, bob)).toHaveLength(1);
    expect(await notesOf(db, bob)).toHaveLength(1);
    expect(await openFollowUpsOf(db, bob)).toHaveLength(1);

    await undo(db, batch);
    expect(await visible(db)).toEqual(before);
  });

  test('leaves a touchpoint that was already deleted as it is', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana');
    const { id, batch: logged } = await logTouchpoint(db, {
      personIds: [ana],
      channel: 'call',
      direction: 'out',
    });
    await undo(db, logged);
    const before = await db.touchpoints.get(id);
    await deletePerson(db, ana);
    expect(await db.touchpoints.get(id)).toEqual(before);
  });
});

describe('people who are found', () => {
  test('by name are those with the same words, not the deleted ones', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana Pérez');
    const other = await add(db, 'perez, ana');
    await add(db, 'Ana Peres');
    await deletePerson(db, await add(db, 'Pérez Ana'));
    expect((await peopleNamed(db, 'PÉREZ Ana')).map(({ id }) => id).sort()).toEqual([ana, other].sort());
    expect(await peopleNamed(db, 'PÉREZ Ana', 1)).toHaveLength(1);
    expect(await peopleNamed(db, ' ?! ')).toEqual([]);
  });

  test('lately are those changed or touched last, not the deleted ones', async () => {
    const db = freshDb();
    const now = { at: Date.now() };
    const ana = await add(db, 'Ana');
    await tick();
    const bob = await add(db, 'Bob');
    await tick();
    const gone = await add(db, 'Eve');
    await tick();
    await deletePerson(db, gone);
    expect((await recentPeople(db)).map(({ id }) => id)).toEqual([bob, ana]);
    await editPerson(db, ana, { headline: 'Editor' });
    expect((await recentPeople(db)).map(({ id }) => id)).toEqual([ana, bob]);
    await tick();
    await logTouchpoint(db, { personIds: [bob], channel: 'call', direction: 'out', ...now });
    expect((await recentPeople(db)).map(({ id }) => id)).toEqual([bob, ana]);
  });
});

const tick = () => new Promise((resolve) => setTimeout(resolve, 2));

describe('recognising who is on a page', () => {
  const sighting = (name: string, ...handles: Handle[]): Sighting => ({
    role: 'sender',
    handles: handles as [Handle, ...Handle[]],
    name,
    touchpoints: [],
  });

  test('goes by any of their handles, never by name, and keeps the page’s order', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana', ANA);
    const bob = await add(db, 'Bob', BOB);
    const seen = [
      sighting('Ana', email('ana@example.org')),
      sighting('Somebody', email('bob@example.org'), BOB),
      sighting('Ana', ANA),
    ];
    const found = await recognise(db, seen);
    expect(found.map(({ sighting }) => sighting)).toEqual(seen);
    expect(found.map(({ person }) => person?.id)).toEqual([undefined, bob, ana]);
    expect(found[0]).not.toHaveProperty('person');
  });

  test('knows no deleted person and no handle that was taken away', async () => {
    const db = freshDb();
    await deletePerson(db, await add(db, 'Ana', ANA));
    const bob = await add(db, 'Bob', BOB);
    for (const row of await handlesOf(db, bob)) await removeHandle(db, row);
    const found = await recognise(db, [sighting('Ana', ANA), sighting('Bob', BOB)]);
    expect(found.map(({ person }) => person)).toEqual([undefined, undefined]);
  });

  test('asks whether a stranger is somebody of the same name', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana Pérez', ANA);
    const likely = await likelyMatches(db, sighting('Perez Ana', BOB));
    expect(likely.map(({ person, evidence }) => [person.id, evidence])).toEqual([[ana, ['sameName']]]);
    expect(await likelyMatches(db, { role: 'sender', handles: [BOB], touchpoints: [] })).toEqual([]);
  });
});
