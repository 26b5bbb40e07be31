import { describe, expect, test } from 'vitest';
import { likelyMatches, refuseMatch } from '../../utils/db/likely.ts';
import { goalsOf, notesOf, openFollowUpsOf } from '../../utils/db/listed.ts';
import { handlesOf, livePerson, personByHandle } from '../../utils/db/lookup.ts';
import { mergePeople, splitHandle } from '../../utils/db/merge.ts';
import { MissingRowError } from '../../utils/db/missing-row.ts';
import { addHandle, addPerson, editPerson, moveHandle } from '../../utils/db/people.ts';
import { addFollowUp, addGoal, saveNote } from '../../utils/db/practice.ts';
import { recognise } from '../../utils/db/recognise.ts';
import { timeline } from '../../utils/db/timeline.ts';
import { toldApart } from '../../utils/db/told-apart.ts';
import { logTouchpoint } from '../../utils/db/touchpoints.ts';
import { undo } from '../../utils/db/undo.ts';
import { nameHandle } from '../../utils/domain/handles.ts';
import type { Handle } from '../../utils/domain/types.ts';
import type { Sighting } from '../../utils/sites/types.ts';
import { freshDb, visible } from './setup.ts';

const MAIL: Handle = { kind: 'email', value: 'alice.nguyen@acme.com' };
const PROFILE: Handle = { kind: 'linkedin', value: 'alice-nguyen' };
const sighting = (fields: Partial<Sighting>): Sighting => ({
  role: 'sender',
  handles: [MAIL],
  touchpoints: [],
  ...fields,
});

describe('merging two people', () => {
  test('keeps the one, and all that either had', async () => {
    const db = freshDb();
    const { id: keep } = await addPerson(db, { name: 'Alice Nguyen', handles: [MAIL] });
    const { id: gone } = await addPerson(db, { name: 'A. Nguyen', organization: 'Acme', handles: [PROFILE] });
    await editPerson(db, keep, { cadenceDays: 14, tags: ['client'] });
    await editPerson(db, gone, { cadenceDays: 90, tags: ['berlin'] });
    await addGoal(db, gone, 'theirs', 'a pilot');
    await saveNote(db, { id: 'n', personId: gone, body: 'likes calls' }, 'b');
    await logTouchpoint(db, { personIds: [gone], channel: 'call', direction: 'both', at: 1_790_000_000_000 });
    await logTouchpoint(db, {
      personIds: [keep, gone],
      channel: 'email',
      direction: 'in',
      at: 1_780_000_000_000,
      sourceKey: 'm',
    });
    const before = await visible(db);
    const batch = await mergePeople(db, keep, gone);

    const person = await livePerson(db, keep);
    expect(person).toMatchObject({
      name: 'Alice Nguyen',
      organization: 'Acme',
      cadenceDays: 14,
      tags: ['client', 'berlin'],
    });
    expect(person?.touchpointCount).toBe(2);
    expect(person?.lastAt).toBe(1_790_000_000_000);
    expect((await handlesOf(db, keep)).map(({ value }) => value).sort()).toEqual([PROFILE.value, MAIL.value]);
    expect(await goalsOf(db, keep)).toHaveLength(1);
    expect(await notesOf(db, keep)).toHaveLength(1);
    expect(await timeline(db, keep)).toHaveLength(2);
    expect(await livePerson(db, gone)).toBeUndefined();
    expect((await db.people.get(gone))?.mergedInto).toBe(keep);

    await undo(db, batch);
    expect(await visible(db)).toEqual(before);
  });

  test('refuses someone who is gone, and oneself', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    await expect(mergePeople(db, id, 'nobody')).rejects.toThrow(MissingRowError);
    await expect(mergePeople(db, id, id)).rejects.toThrow(MissingRowError);
  });
});

test('splitting gives a handle to a person of its own, and undo gives it back', async () => {
  const db = freshDb();
  const { id } = await addPerson(db, { name: 'Alice Nguyen', handles: [MAIL, PROFILE] });
  const row = (await handlesOf(db, id)).find(({ kind }) => kind === 'linkedin');
  if (!row) throw new Error('There is no second handle.');
  const { id: other, batch } = await splitHandle(db, row, 'Alice Nguyen');
  expect((await personByHandle(db, PROFILE))?.id).toBe(other);
  expect((await personByHandle(db, MAIL))?.id).toBe(id);
  await undo(db, batch);
  expect((await personByHandle(db, PROFILE))?.id).toBe(id);
  expect(await livePerson(db, other)).toBeUndefined();
});

describe('whom a stranger may be', () => {
  test('is asked with all the evidence, and never again when turned down', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Alice Nguyen', organization: 'Acme', handles: [PROFILE] });
    await addPerson(db, { name: 'Alice Nguyen', handles: [] });
    const seen = sighting({ name: 'Alice Nguyen' });
    const likely = await likelyMatches(db, seen);
    expect(likely.map(({ evidence }) => evidence)).toEqual([
      ['sameName', 'nameInAddress', 'sameOrganization'],
      ['sameName', 'nameInAddress'],
    ]);
    expect(likely[0]?.person.id).toBe(id);
    const person = likely[0]?.person;
    if (!person) throw new Error('Nobody is likely.');
    const batch = await refuseMatch(db, MAIL, person);
    expect((await likelyMatches(db, seen)).map(({ person: { id } }) => id)).not.toContain(id);
    await undo(db, batch);
    expect(await likelyMatches(db, seen)).toHaveLength(2);
  });

  test('is found by the address alone, but not by one word of it', async () => {
    const db = freshDb();
    await addPerson(db, { name: 'Alice Nguyen', handles: [] });
    await addPerson(db, { name: 'alice', handles: [] });
    expect(await likelyMatches(db, sighting({}))).toHaveLength(1);
    expect(
      await likelyMatches(db, sighting({ handles: [{ kind: 'email', value: 'alice@acme.com' }] })),
    ).toEqual([]);
  });

  test('is remembered for a name on a site where only names are shown', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Alice Nguyen', handles: [MAIL] });
    const outlook = nameHandle('outlook', 'Nguyen, Alice');
    if (!outlook) throw new Error('That is a name.');
    const seen = sighting({ handles: [outlook], name: 'Nguyen, Alice' });
    // Never by itself.
    expect((await recognise(db, [seen]))[0]?.person).toBeUndefined();
    expect(await likelyMatches(db, seen)).toHaveLength(1);
    await addHandle(db, id, outlook);
    expect((await recognise(db, [seen]))[0]?.person?.id).toBe(id);
    const elsewhere = nameHandle('sogo', 'Alice Nguyen');
    if (!elsewhere) throw new Error('That is a name.');
    expect((await recognise(db, [sighting({ handles: [elsewhere] })]))[0]?.person).toBeUndefined();
  });
});

test('a name that was confirmed does not stand against an address that is not theirs', async () => {
  const db = freshDb();
  const outlook = nameHandle('outlook', 'Alice Nguyen');
  if (!outlook) throw new Error('That is a name.');
  const { id } = await addPerson(db, { name: 'Alice Nguyen', handles: [outlook] });
  const other: Handle = { kind: 'email', value: 'alice@elsewhere.org' };
  const seen = sighting({ handles: [other, outlook], name: 'Alice Nguyen' });
  // Nothing speaks against it while no address of hers is known.
  expect((await recognise(db, [seen]))[0]?.person?.id).toBe(id);
  await addHandle(db, id, MAIL);
  expect((await recognise(db, [seen]))[0]?.person).toBeUndefined();
  expect((await recognise(db, [sighting({ handles: [MAIL, outlook] })]))[0]?.person?.id).toBe(id);
});

test('handles of two people on one sighting are a choice, not a guess', async () => {
  const db = freshDb();
  const { id: a } = await addPerson(db, { name: 'Alice', handles: [MAIL] });
  const { id: b } = await addPerson(db, { name: 'A. Nguyen', handles: [PROFILE] });
  const [found] = await recognise(db, [sighting({ handles: [MAIL, PROFILE] })]);
  expect(found?.person).toBeUndefined();
  expect(found?.several?.map(({ id }) => id)).toEqual([a, b]);
});

describe('what was merged', () => {
  const day = { month: 5, day: 1 } as const;

  test('keeps the dates, the approach and the reserve of both, each once', async () => {
    const db = freshDb();
    const { id: keep } = await addPerson(db, { name: 'Alice', handles: [] });
    const { id: gone } = await addPerson(db, { name: 'Al', handles: [] });
    await editPerson(db, keep, {
      dates: [{ kind: 'birthday', ...day }],
      approach: { tone: 'warm', avoid: 'mornings' },
    });
    await editPerson(db, gone, {
      dates: [
        { kind: 'birthday', ...day },
        { kind: 'anniversary', month: 9, day: 2 },
      ],
      approach: { tone: 'brief', channel: 'call' },
      captureOff: true,
    });
    const before = await visible(db);
    const batch = await mergePeople(db, keep, gone);
    expect(await livePerson(db, keep)).toMatchObject({
      dates: [
        { kind: 'birthday', ...day },
        { kind: 'anniversary', month: 9, day: 2 },
      ],
      approach: { tone: 'warm', avoid: 'mornings', channel: 'call' },
      captureOff: true,
    });
    await undo(db, batch);
    expect(await visible(db)).toEqual(before);
  });

  test('begins once: the first follow-ups of who goes are dropped, their promises are not', async () => {
    const db = freshDb();
    const firsts = [{ afterDays: 2, text: 'hello' }];
    const { id: keep } = await addPerson(db, { name: 'Alice', handles: [] }, firsts);
    const { id: gone } = await addPerson(db, { name: 'Al', handles: [] }, firsts);
    await addFollowUp(db, { personId: gone, text: 'the deck', by: 'me', dueDay: '2027-01-01' });
    const batch = await mergePeople(db, keep, gone);
    expect((await openFollowUpsOf(db, keep)).map(({ text }) => text)).toEqual(['hello', 'the deck']);
    await undo(db, batch);
    expect((await openFollowUpsOf(db, gone)).map(({ text }) => text)).toEqual(['hello', 'the deck']);
  });

  test('and was merged again goes back to whom it was of, also the earlier merge first', async () => {
    const db = freshDb();
    const { id: a } = await addPerson(db, { name: 'A', handles: [] });
    const { id: b } = await addPerson(db, { name: 'B', handles: [MAIL] });
    const { id: c } = await addPerson(db, { name: 'C', handles: [] });
    await saveNote(db, { id: 'n', personId: b, body: 'of B' }, 'note');
    const before = await visible(db);
    const first = await mergePeople(db, a, b);
    const second = await mergePeople(db, c, a);
    // Edited since: the text stays, and goes along.
    await saveNote(db, { id: 'n', personId: c, body: 'of B, edited' }, 'again');
    await undo(db, first);
    expect((await notesOf(db, b)).map(({ body }) => body)).toEqual(['of B, edited']);
    expect((await personByHandle(db, MAIL))?.id).toBe(b);
    await undo(db, second);
    await undo(db, 'again');
    expect(await visible(db)).toEqual(before);
  });

  test('can still be undone where it was made before: a goal that moved along', async () => {
    const db = freshDb();
    const { id: keep } = await addPerson(db, { name: 'Alice', handles: [] });
    const { id: gone } = await addPerson(db, { name: 'Al', handles: [] });
    const goal = await addGoal(db, gone, 'mine', 'a pilot');
    await mergePeople(db, keep, gone);
    await undo(db, goal);
    expect(await goalsOf(db, keep)).toEqual([]);
  });
});

describe('a handle', () => {
  test('of somebody else moves on, and undo moves it back', async () => {
    const db = freshDb();
    const { id: alice } = await addPerson(db, { name: 'Alice', handles: [MAIL] });
    const { id: bob } = await addPerson(db, { name: 'Bob', handles: [] });
    const [row] = await handlesOf(db, alice);
    if (!row) throw new Error('There is no handle.');
    const batch = await moveHandle(db, row, bob);
    expect((await personByHandle(db, MAIL))?.id).toBe(bob);
    await undo(db, batch);
    expect((await personByHandle(db, MAIL))?.id).toBe(alice);
  });

  test('tells namesakes apart, what a site calls them only where there is nothing else', async () => {
    const db = freshDb();
    const called = nameHandle('outlook', 'Alice Nguyen');
    if (!called) throw new Error('That is a name.');
    await addPerson(db, { name: 'Alice Nguyen', handles: [called, MAIL] });
    await addPerson(db, { name: 'Nguyen Alice', handles: [PROFILE] });
    await addPerson(db, { name: 'Bob', handles: [] });
    const told = await toldApart(db, await db.people.toArray());
    expect([...told.values()].map(({ value }) => value).sort()).toEqual([PROFILE.value, MAIL.value]);
  });
});

test('several namesakes are turned down at once', async () => {
  const db = freshDb();
  for (const value of ['a@example.com', 'b@example.com'])
    await addPerson(db, { name: 'Alice Nguyen', handles: [{ kind: 'email', value }] });
  const seen = sighting({ name: 'Alice Nguyen', handles: [{ kind: 'email', value: 'c@example.com' }] });
  const likely = await likelyMatches(db, seen);
  expect(likely.map(({ handle }) => handle?.value).sort()).toEqual(['a@example.com', 'b@example.com']);
  const batch = await refuseMatch(db, seen.handles[0], ...likely.map(({ person }) => person));
  expect(await likelyMatches(db, seen)).toEqual([]);
  await undo(db, batch);
  expect(await likelyMatches(db, seen)).toHaveLength(2);
});
