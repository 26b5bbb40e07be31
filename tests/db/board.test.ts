import { describe, expect, test } from 'vitest';
import { boardOf, boardSince } from '../../utils/db/board.ts';
import { openFollowUpsOf } from '../../utils/db/listed.ts';
import { addPerson, deletePerson, editPerson, moveStage } from '../../utils/db/people.ts';
import { choosePlaybook } from '../../utils/db/playbooks.ts';
import { addFollowUp, closeFollowUp } from '../../utils/db/practice.ts';
import { logTouchpoint } from '../../utils/db/touchpoints.ts';
import { undo } from '../../utils/db/undo.ts';
import { addDays, dayOf } from '../../utils/domain/days.ts';
import { boardStanding } from '../../utils/domain/standing/board.ts';
import { freshDb } from './setup.ts';

const TODAY = dayOf(Date.now());

async function someone(db = freshDb(), name = 'Ana') {
  const { id } = await addPerson(db, { name, handles: [] });
  return { db, id };
}

describe('the board', () => {
  test('says of everybody what boardStanding computes from the timeline: last, due and rhythm', async () => {
    const { db, id } = await someone();
    const bob = (await someone(db, 'Bob')).id;
    await editPerson(db, id, { cadenceDays: 30 });
    for (const back of [100, 80, 55, 40, 12])
      await logTouchpoint(db, {
        personIds: [id],
        channel: 'call',
        direction: 'out',
        day: addDays(TODAY, -back),
      });
    const people = await db.people.toArray();
    const keys = (await db.touchpoints.toArray()).flatMap(({ timeline }) => timeline);
    const { people: board } = await boardOf(db);
    for (const standing of boardStanding(people, keys, TODAY)) {
      const { lastDay, rhythmDays, dueDay } = board.get(standing.id) ?? {};
      expect({ lastDay, rhythmDays, dueDay }).toEqual({
        lastDay: standing.lastDay,
        rhythmDays: standing.rhythm?.days,
        dueDay: standing.dueDay,
      });
    }
    expect(board.get(id)).toMatchObject({ lastDay: addDays(TODAY, -12), cadence: 30 });
    expect(board.get(bob)?.lastDay).toBeUndefined();
  });

  test('has the promise that is due first, and none that is closed', async () => {
    const { db, id } = await someone();
    for (const [text, day] of [
      ['later', 9],
      ['sooner', 3],
    ] as const)
      await addFollowUp(db, { personId: id, text, by: 'me', dueDay: addDays(TODAY, day) });
    expect((await boardOf(db)).people.get(id)?.promise?.text).toBe('sooner');
    const [first] = await openFollowUpsOf(db, id);
    if (first) await closeFollowUp(db, first);
    expect((await boardOf(db)).people.get(id)?.promise?.text).toBe('later');
  });

  test('is the same object while nothing happens', async () => {
    const { db } = await someone();
    const board = await boardOf(db);
    expect(await boardSince(db, board)).toBe(board);
  });

  test('after one change reads one person, whatever changed, and is what a whole reading gives', async () => {
    const { db, id } = await someone();
    const bob = (await someone(db, 'Bob')).id;
    let board = await boardOf(db);
    const changes: readonly (() => Promise<unknown>)[] = [
      () => moveStage(db, id, 'optimize'),
      () => editPerson(db, id, { cadenceDays: 14 }),
      () => choosePlaybook(db, { id, name: 'Ana' }, 'client'),
      () => logTouchpoint(db, { personIds: [id], channel: 'call', direction: 'out', day: TODAY }),
      () => addFollowUp(db, { personId: id, text: 'call', by: 'me', dueDay: TODAY }),
      async () => {
        const [row] = await openFollowUpsOf(db, id);
        if (row) await closeFollowUp(db, row);
      },
      async () => undo(db, await moveStage(db, id, 'evaluate')),
      () => deletePerson(db, id),
    ];
    for (const change of changes) {
      await change();
      const next = await boardSince(db, board);
      expect(next.people).not.toBe(board.people);
      // Whoever was not touched was not read again.
      expect(next.people.get(bob)).toBe(board.people.get(bob));
      const whole = await boardOf(db);
      expect(Object.fromEntries(next.people)).toEqual(Object.fromEntries(whole.people));
      expect(next.clock).toBe(whole.clock);
      board = next;
    }
    expect(board.people.has(id)).toBe(false);
  });
});
