import { describe, expect, test } from 'vitest';
import { goalsOf, notesOf } from '../../utils/db/listed.ts';
import { handlesOf, livePerson, personByHandle } from '../../utils/db/lookup.ts';
import { mergePeople, splitHandle } from '../../utils/db/merge.ts';
import { MissingRowError } from '../../utils/db/missing-row.ts';
import { addHandle, addPerson, editPerson } from '../../utils/db/people.ts';
import { addGoal, saveNote } from '../../utils/db/practice.ts';
import { likelyMatches, recognise, refuseMatch } from '../../utils/db/recognise.ts';
import { timeline } from '../../utils/db/timeline.ts';
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
