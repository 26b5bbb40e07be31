import { describe, expect, test } from 'vitest';
import { confirmOwn, refuseOwn, unconfirmed } from '../../utils/db/confirm-own.ts';
import { addNeverLog, neverLogRows, removeNeverLog } from '../../utils/db/never-log.ts';
import { ownAddresses } from '../../utils/db/own.ts';
import { addPerson } from '../../utils/db/people.ts';
import { recognise } from '../../utils/db/recognise.ts';
import { undo } from '../../utils/db/undo.ts';
import type { Handle } from '../../utils/domain/types.ts';
import type { Sighting } from '../../utils/sites/types.ts';
import { freshDb } from './setup.ts';

const email = (value: string): Handle => ({ kind: 'email', value });
const ANA = email('ana@example.com');
const SHARED = email('office@example.com');
const sighting = (...handles: [Handle, ...Handle[]]): Sighting => ({
  role: 'sender',
  handles,
  touchpoints: [],
});

describe('an account that a page shows', () => {
  test('is asked about once, whatever the answer, and again when the answer is undone', async () => {
    const db = freshDb();
    const linkedin: Handle = { kind: 'linkedin', value: 'ana' };
    expect(await unconfirmed(db, [ANA, SHARED, ANA, linkedin])).toEqual([ANA, SHARED]);
    await confirmOwn(db, ANA);
    const no = await refuseOwn(db, SHARED);
    expect(await unconfirmed(db, [ANA, SHARED])).toEqual([]);
    expect(await ownAddresses(db)).toEqual(new Set(['ana@example.com']));
    await undo(db, no);
    expect(await unconfirmed(db, [ANA, SHARED])).toEqual([SHARED]);
  });

  test('that was confirmed and then removed is not asked about again', async () => {
    const db = freshDb();
    await confirmOwn(db, ANA);
    const [row] = await neverLogRows(db);
    if (row) await removeNeverLog(db, row);
    expect(await ownAddresses(db)).toEqual(new Set());
    expect(await unconfirmed(db, [ANA])).toEqual([]);
  });
});

describe('a confirmed address', () => {
  test('is nobody on any page, though a person has it; another address of its domain is somebody', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [ANA] });
    const bob = await addPerson(db, { name: 'Bob', handles: [email('bob@example.com')] });
    const page = [sighting(ANA), sighting(email('bob@example.com')), sighting(email('x@example.com'), ANA)];
    expect((await recognise(db, page)).map(({ person }) => person?.id)).toEqual([id, bob.id, id]);
    await confirmOwn(db, ANA);
    expect((await recognise(db, page)).map(({ person }) => person?.id)).toEqual([bob.id]);
  });

  test('on the never-log list only is still somebody', async () => {
    const db = freshDb();
    await addNeverLog(db, { kind: 'email', value: 'ana@example.com' });
    expect(await recognise(db, [sighting(ANA)])).toHaveLength(1);
  });
});

describe('the never-log list', () => {
  test('holds an entry once, and takes it back, with undo', async () => {
    const db = freshDb();
    const entry = { kind: 'domain', value: 'acme.example' } as const;
    const batch = (await addNeverLog(db, entry)) ?? '';
    expect(await addNeverLog(db, entry)).toBeUndefined();
    const [row, ...others] = await neverLogRows(db);
    expect(others).toEqual([]);
    if (row) await removeNeverLog(db, row);
    expect(await neverLogRows(db)).toEqual([]);
    await addNeverLog(db, entry);
    expect(await neverLogRows(db)).toMatchObject([entry]);
    await undo(db, batch);
    expect(await neverLogRows(db)).toEqual([]);
  });
});
