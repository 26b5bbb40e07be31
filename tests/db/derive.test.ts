import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KithDb, openDatabase } from '../../utils/db/database.ts';
import { rebuildDerived } from '../../utils/db/derive.ts';
import { addDays } from '../../utils/domain/days.ts';
import { nameKey } from '../../utils/domain/name-key.ts';
import { nudgeDayOf, pulseOf } from '../../utils/domain/pulse.ts';
import { act, randomActions } from './actions.ts';

interface Derived {
  readonly people: Record<string, unknown>;
  readonly timelines: Record<string, unknown>;
}

/** The derived fields as they are stored. */
async function stored(db: KithDb): Promise<Derived> {
  const people = (await db.people.toArray()).map(
    ({ id, lastAt, lastTouchpointId, dueDay, nudgeDay, pulse, touchpointCount, nameKey }) =>
      [id, { lastAt, lastTouchpointId, dueDay, nudgeDay, pulse, touchpointCount, nameKey }] as const,
  );
  const timelines = (await db.touchpoints.toArray()).map(({ id, timeline }) => [id, timeline] as const);
  return { people: Object.fromEntries(people), timelines: Object.fromEntries(timelines) };
}

/** The derived fields by their definition, without an index. */
async function defined(db: KithDb): Promise<Derived> {
  const touchpoints = await db.touchpoints.toArray();
  const people = (await db.people.toArray()).map((person) => {
    const { id, name, since, cadenceDays, deletedAt } = person;
    const theirs = touchpoints.filter((row) => row.deletedAt === undefined && row.personIds.includes(id));
    const last = theirs.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).at(-1);
    const due = cadenceDays === undefined ? undefined : addDays(last?.day ?? since, cadenceDays);
    const pulse = pulseOf(person, { touchpoints: theirs.reverse() });
    const alive = deletedAt === undefined;
    const fields = {
      lastAt: last?.at,
      lastTouchpointId: last?.id,
      dueDay: alive ? due : undefined,
      nudgeDay: alive ? nudgeDayOf(person, pulse) : undefined,
      pulse: alive && Object.keys(pulse).length > 0 ? pulse : undefined,
      touchpointCount: theirs.length,
      nameKey: nameKey(name),
    };
    return [id, fields] as const;
  });
  const timelines = touchpoints.map(
    ({ id, personIds, at, deletedAt }) =>
      [id, deletedAt === undefined ? personIds.map((person) => [person, at]) : []] as const,
  );
  return { people: Object.fromEntries(people), timelines: Object.fromEntries(timelines) };
}

test('whatever the user does, derived fields are those of a rebuild, and those of their definition', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(randomActions(14), async (actions) => {
      const db = openDatabase(`derive-${runs++}`);
      const batches: string[] = [];
      for (const action of actions) {
        const batch = await act(db, action, batches);
        if (batch !== undefined) batches.push(batch);
      }
      const written = await stored(db);
      expect(written).toEqual(await defined(db));
      await rebuildDerived(db);
      expect(await stored(db)).toEqual(written);
      await db.delete();
    }),
    { numRuns: 100 },
  );
});
