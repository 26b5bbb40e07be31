import { describe, expect, test } from 'vitest';
import { type ByHand, logByHand } from '../../utils/db/by-hand.ts';
import { openFollowUpsOf } from '../../utils/db/listed.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { mergePeople } from '../../utils/db/merge.ts';
import { addPerson, editPerson } from '../../utils/db/people.ts';
import { addFollowUp } from '../../utils/db/practice.ts';
import { timeline } from '../../utils/db/timeline.ts';
import { undo } from '../../utils/db/undo.ts';
import { addDays, dayOf, noonOf } from '../../utils/domain/days.ts';
import { freshDb } from './setup.ts';

const TODAY = dayOf(Date.now());
const CALL = {
  channel: 'call',
  direction: 'both',
  day: TODAY,
  summary: 'The pilot\npromised: a deck',
} as const;

async function ana() {
  const db = freshDb();
  const { id } = await addPerson(db, { name: 'Ana', handles: [] });
  const log = (more: Partial<ByHand> = {}) =>
    logByHand(db, { ...CALL, people: [{ id, name: 'Ana' }, { name: 'Bo Chen' }], followUps: [], ...more });
  const everybody = async () => (await db.people.toArray()).filter((row) => row.deletedAt === undefined);
  return { db, id, log, everybody };
}

describe('logging by hand', () => {
  test('with somebody who was merged in another window is with the survivor, and so is what was promised', async () => {
    const { db, id, log } = await ana();
    const { id: survivor } = await addPerson(db, { name: 'Ana Lee', handles: [] });
    await mergePeople(db, survivor, id);
    await log({ people: [{ id, name: 'Ana' }], followUps: [{ text: 'a deck', by: 'me', dueDay: TODAY }] });
    expect(await timeline(db, survivor)).toHaveLength(1);
    expect(await openFollowUpsOf(db, survivor)).toMatchObject([{ text: 'a deck' }]);
  });

  test('is one touchpoint of everybody, and adds who is new in the stage establish', async () => {
    const { db, id, log, everybody } = await ana();
    await log({ tone: 'warm' });
    const bo = (await everybody()).find(({ name }) => name === 'Bo Chen');
    expect(bo).toMatchObject({ stage: 'establish', touchpointCount: 1 });
    const [of, ...others] = await timeline(db, id);
    expect(others).toEqual([]);
    expect(of).toMatchObject({
      channel: 'call',
      day: TODAY,
      dayOnly: true,
      at: noonOf(TODAY),
      tone: 'warm',
      personIds: [id, bo?.id],
    });
    expect(await timeline(db, bo?.id ?? '')).toEqual([of]);
  });

  test('stores what was promised with its touchpoint, once, for the first of them', async () => {
    const { db, id, log } = await ana();
    await log({ followUps: [{ text: 'a deck', by: 'me', dueDay: '2026-12-01' }] });
    const [touchpoint] = await timeline(db, id);
    expect(await openFollowUpsOf(db, id)).toMatchObject([
      { text: 'a deck', by: 'me', dueDay: '2026-12-01', touchpointId: touchpoint?.id },
    ]);
    expect(await db.followUps.count()).toBe(1);
  });

  test('starts the rhythm anew', async () => {
    const { db, id, log } = await ana();
    await editPerson(db, id, { cadenceDays: 30, since: '2020-01-01' });
    await log();
    expect((await livePerson(db, id))?.dueDay).toBe(addDays(TODAY, 30));
  });

  test('is taken back by one undo: the touchpoint, the promises and who was new', async () => {
    const { db, id, log, everybody } = await ana();
    const batch = await log({ followUps: [{ text: 'a deck', by: 'me', dueDay: '2026-12-01' }] });
    await undo(db, batch);
    expect((await everybody()).map((person) => person.name)).toEqual(['Ana']);
    expect(await timeline(db, id)).toEqual([]);
    expect(await openFollowUpsOf(db, id)).toEqual([]);
  });

  test('with nobody stores nothing', async () => {
    const { db, log } = await ana();
    await expect(log({ people: [] })).rejects.toThrow('with somebody');
    expect(await db.touchpoints.count()).toBe(0);
  });

  test('with the same person twice counts them once', async () => {
    const { db, id, log } = await ana();
    const person = { id, name: 'Ana' };
    await log({ people: [person, person] });
    expect((await timeline(db, id))[0]?.personIds).toEqual([id]);
  });

  test('is called by how its summary begins, or by who took part', async () => {
    const { db, log } = await ana();
    const about = async (batch: string) => (await db.journal.where('batch').equals(batch).first())?.about;
    expect(await about(await log())).toBe('The pilot');
    expect(await about(await log({ summary: '' }))).toBe('Ana, Bo Chen');
    expect(await about(await log({ summary: 'x'.repeat(500) }))).toHaveLength(60);
  });
});

test('a follow-up may be nobody’s, repeat, and wait for a reply', async () => {
  const { db } = await ana();
  await addFollowUp(db, { text: 'taxes', by: 'me', dueDay: '2026-12-01', repeatDays: 365, untilReply: true });
  const [row] = await db.followUps.toArray();
  expect(row).toMatchObject({ text: 'taxes', repeatDays: 365, untilReply: true, state: 'open' });
  expect(row).not.toHaveProperty('personId');
});
