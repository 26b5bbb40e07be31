import { describe, expect, test } from 'vitest';
import type { KithDb } from '../../utils/db/database.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { addPerson, deletePerson, editPerson } from '../../utils/db/people.ts';
import { timeline, touchpointOf } from '../../utils/db/timeline.ts';
import {
  deleteTouchpoint,
  editTouchpoint,
  logTouchpoint,
  logTouchpoints,
} from '../../utils/db/touchpoints.ts';
import { undo } from '../../utils/db/undo.ts';
import { noonOf } from '../../utils/domain/days.ts';
import { freshDb } from './setup.ts';

const MAIL = {
  channel: 'email',
  direction: 'in',
  at: Date.UTC(2026, 8, 1, 9),
  subject: 'The deck',
  sourceKey: 'gmail:noor@example.com:1',
} as const;

async function add(db: KithDb, name: string): Promise<string> {
  return (await addPerson(db, { name, handles: [] })).id;
}

describe('a message', () => {
  test('seen twice is one touchpoint, and nothing is written', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana');
    const first = await logTouchpoint(db, { ...MAIL, personIds: [ana] });
    const journal = await db.journal.count();
    const second = await logTouchpoint(db, { ...MAIL, personIds: [ana], subject: 'Re: The deck' });
    expect(first.outcome).toBe('new');
    expect(second).toMatchObject({ id: first.id, outcome: 'known' });
    expect(await db.touchpoints.toArray()).toMatchObject([{ subject: 'The deck', personIds: [ana] }]);
    expect(await db.journal.count()).toBe(journal);
  });

  test('to a group is one touchpoint that people join', async () => {
    const db = freshDb();
    const [ana, bob] = [await add(db, 'Ana'), await add(db, 'Bob')];
    await logTouchpoint(db, { ...MAIL, personIds: [ana] });
    const joined = await logTouchpoint(db, { ...MAIL, personIds: [bob] });
    expect(joined.outcome).toBe('joined');
    expect(await db.touchpoints.count()).toBe(1);
    for (const id of [ana, bob]) {
      expect((await timeline(db, id)).map(({ id }) => id)).toEqual([joined.id]);
      expect(await livePerson(db, id)).toMatchObject({ touchpointCount: 1, lastAt: MAIL.at });
    }
  });

  test('that was deleted comes back by logging it by hand, for those it is logged for', async () => {
    const db = freshDb();
    const [ana, bob] = [await add(db, 'Ana'), await add(db, 'Bob')];
    const { id } = await logTouchpoint(db, { ...MAIL, personIds: [ana, bob] });
    await deleteTouchpoint(db, id);
    expect(await touchpointOf(db, MAIL)).toBeUndefined();
    expect(await timeline(db, ana)).toEqual([]);
    const again = await logTouchpoint(db, { ...MAIL, personIds: [bob] });
    expect(again).toMatchObject({ id, outcome: 'joined' });
    expect((await touchpointOf(db, MAIL))?.personIds).toEqual([bob]);
    expect(await timeline(db, ana)).toEqual([]);
    expect(await timeline(db, bob)).toHaveLength(1);
  });

  test('row can’t be stored twice, not even behind the door', async () => {
    const db = freshDb();
    await logTouchpoint(db, { ...MAIL, personIds: [] });
    const [row] = await db.touchpoints.toArray();
    const copy = { ...row, id: 'copy' };
    await expect(db.table('touchpoints').add(copy)).rejects.toMatchObject({ name: 'ConstraintError' });
  });

  test('logged with another in one batch is undone with it', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana');
    const both = ['a', 'b'].map((sourceKey) => ({ ...MAIL, sourceKey, personIds: [ana] }));
    const { batch } = await logTouchpoints(db, both);
    expect(await timeline(db, ana)).toHaveLength(2);
    await undo(db, batch);
    expect(await timeline(db, ana)).toEqual([]);
  });
});

describe('what is logged by hand', () => {
  test('is never the same as another', async () => {
    const db = freshDb();
    const call = { channel: 'call', direction: 'out', at: MAIL.at, personIds: ['ana'] } as const;
    const [a, b] = [await logTouchpoint(db, call), await logTouchpoint(db, call)];
    expect([a.outcome, b.outcome]).toEqual(['new', 'new']);
    expect((await db.touchpoints.get(a.id))?.sourceKey).toBe(`hand:${a.id}`);
  });

  test('without a time happened now', async () => {
    const db = freshDb();
    const before = Date.now();
    const { id } = await logTouchpoint(db, { channel: 'call', direction: 'out', personIds: ['ana'] });
    const row = await db.touchpoints.get(id);
    expect(row?.at).toBeGreaterThanOrEqual(before);
    expect(row?.at).toBeLessThanOrEqual(Date.now());
    expect(row).not.toHaveProperty('dayOnly');
  });

  test('with only a day happened at its noon, and says that the time is not known', async () => {
    const db = freshDb();
    const day = '2026-03-08';
    const { id } = await logTouchpoint(db, { channel: 'call', direction: 'out', day, personIds: ['ana'] });
    expect(await db.touchpoints.get(id)).toMatchObject({ day, at: noonOf(day), dayOnly: true });
  });

  test('with a time and a day goes by the time', async () => {
    const db = freshDb();
    const { id } = await logTouchpoint(db, { ...MAIL, day: '2020-01-01', personIds: ['ana'] });
    const row = await db.touchpoints.get(id);
    expect(row).toMatchObject({ at: MAIL.at, day: '2026-09-01' });
    expect(row).not.toHaveProperty('dayOnly');
  });
});

describe('a timeline', () => {
  test('is newest first, whatever the order of logging, and only that person’s', async () => {
    const db = freshDb();
    const instants = [5, 1, 9, 3, 7, 11, 0.5, 100, 20];
    for (const at of instants) {
      await logTouchpoint(db, {
        channel: 'call',
        direction: 'out',
        at,
        personIds: at > 4 ? ['b', 'a'] : ['a'],
      });
      await logTouchpoint(db, { channel: 'call', direction: 'out', at, personIds: ['aa', 'c'] });
    }
    const sorted = [...instants].sort((x, y) => y - x);
    expect((await timeline(db, 'a')).map(({ at }) => at)).toEqual(sorted);
    expect((await timeline(db, 'b')).map(({ at }) => at)).toEqual(sorted.filter((at) => at > 4));
    expect((await timeline(db, 'a', 3)).map(({ at }) => at)).toEqual(sorted.slice(0, 3));
    expect(await timeline(db, 'a', Number.POSITIVE_INFINITY)).toHaveLength(instants.length);
    expect(await timeline(db, 'nobody')).toEqual([]);
  });

  test('moves a touchpoint whose time or people change', async () => {
    const db = freshDb();
    const ids: string[] = [];
    for (const at of [1, 2, 3])
      ids.push((await logTouchpoint(db, { channel: 'call', direction: 'out', at, personIds: ['a'] })).id);
    const [first = '', second = ''] = ids;
    await editTouchpoint(db, first, { at: 4 });
    expect((await timeline(db, 'a')).map(({ at }) => at)).toEqual([4, 3, 2]);
    await editTouchpoint(db, second, { personIds: ['b'] });
    expect((await timeline(db, 'a')).map(({ at }) => at)).toEqual([4, 3]);
    expect((await timeline(db, 'b')).map(({ at }) => at)).toEqual([2]);
  });
});

describe('the day the cadence falls due', () => {
  test('follows the cadence, the last touchpoint and its deletion', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana');
    const due = async () => (await livePerson(db, ana))?.dueDay;
    await logTouchpoint(db, { ...MAIL, personIds: [ana] });
    expect(await due()).toBeUndefined();
    await editPerson(db, ana, { cadenceDays: 30 }, 'setCadence');
    expect(await due()).toBe('2026-10-01');
    const later = { ...MAIL, sourceKey: 'later', at: MAIL.at + 10 * 86_400_000, personIds: [ana] };
    const { id } = await logTouchpoint(db, later);
    expect(await due()).toBe('2026-10-11');
    const earlier = { ...MAIL, sourceKey: 'earlier', at: MAIL.at - 10 * 86_400_000, personIds: [ana] };
    await logTouchpoint(db, earlier);
    expect(await due()).toBe('2026-10-11');
    await deleteTouchpoint(db, id);
    expect(await due()).toBe('2026-10-01');
    await editPerson(db, ana, { cadenceDays: undefined }, 'setCadence');
    expect(await due()).toBeUndefined();
  });

  test('is none for a person who was deleted, and stands again when they are back', async () => {
    const db = freshDb();
    const ana = await add(db, 'Ana');
    await editPerson(db, ana, { cadenceDays: 30 }, 'setCadence');
    const due = (await db.people.get(ana))?.dueDay;
    const batch = await deletePerson(db, ana);
    expect(await db.people.get(ana)).not.toHaveProperty('dueDay');
    await undo(db, batch);
    expect(due).toBeDefined();
    expect((await db.people.get(ana))?.dueDay).toBe(due);
  });
});
