import { beforeEach, describe, expect, test } from 'vitest';
import { captureSeen, captureSent, type Shown } from '../../utils/db/capture.ts';
import { type KithDb, openDatabase } from '../../utils/db/database.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { mergePeople } from '../../utils/db/merge.ts';
import { addNeverLog, neverLogRows, removeNeverLog } from '../../utils/db/never-log.ts';
import { addHandle, addPerson, deletePerson, editPerson } from '../../utils/db/people.ts';
import { setPreference } from '../../utils/db/preferences.ts';
import { timeline } from '../../utils/db/timeline.ts';
import { deleteTouchpoint, editTouchpoint, logTouchpoint } from '../../utils/db/touchpoints.ts';
import { lastActions, undo } from '../../utils/db/undo.ts';
import type { SeenTouchpoint, Sighting } from '../../utils/sites/types.ts';
import { freshDb } from './setup.ts';

const AT = Date.UTC(2026, 8, 1, 9);
const URL = 'https://mail.example.com/inbox';

const message = (changes: Partial<SeenTouchpoint> = {}): SeenTouchpoint => ({
  sourceKey: 'mail:1',
  channel: 'email',
  direction: 'in',
  at: AT,
  subject: 'The deck',
  link: 'https://mail.example.com/1',
  recipients: 1,
  ...changes,
});
const sight = (
  local: string,
  touchpoints: readonly SeenTouchpoint[],
  more: Partial<Sighting> = {},
): Sighting => ({
  role: 'sender',
  handles: [{ kind: 'email', value: `${local}@example.com` }],
  touchpoints,
  ...more,
});
const page = (...sightings: Sighting[]): Shown => ({ url: URL, site: 'mail', sightings, self: [] });

let db: KithDb;
let alice: string;
let bob: string;

const known = async (name: string) =>
  (
    await addPerson(db, {
      name,
      handles: [{ kind: 'email', value: `${name.toLowerCase()}@example.com` }],
    })
  ).id;
const alive = async () => (await db.touchpoints.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
const automatic = (on = true) => setPreference(db, 'capture', { automatic: on ? ['mail.example.com'] : [] });

beforeEach(async () => {
  db = freshDb();
  alice = await known('Alice');
  bob = await known('Bob');
  await automatic();
});

describe('what a page shows', () => {
  test('is left alone until its site is turned on', async () => {
    await automatic(false);
    const journal = await db.journal.count();
    expect(await captureSeen(db, page(sight('alice', [message()])))).toEqual({ refused: [] });
    expect(await alive()).toEqual([]);
    expect(await db.journal.count()).toBe(journal);
  });

  test('with somebody known becomes a touchpoint, in one batch a reading, with its undo', async () => {
    const both = [message(), message({ sourceKey: 'mail:2', at: AT + 1, direction: 'out' })];
    const { batch = '', refused } = await captureSeen(db, page(sight('alice', both)));
    expect(refused).toEqual([]);
    expect(await timeline(db, alice)).toMatchObject([
      { sourceKey: 'mail:2', direction: 'out', site: 'mail' },
      { sourceKey: 'mail:1', direction: 'in', subject: 'The deck', link: 'https://mail.example.com/1' },
    ]);
    expect((await lastActions(db, 1))[0]).toMatchObject({ label: 'capture', about: 'The deck', batch });
    await undo(db, batch);
    expect(await alive()).toEqual([]);
  });

  test('seen again writes nothing, and does not even ask to write', async () => {
    await captureSeen(db, page(sight('alice', [message()])));
    const journal = await db.journal.toArray();
    expect(await captureSeen(db, page(sight('alice', [message()])))).toEqual({ refused: [] });
    expect(await db.journal.toArray()).toEqual(journal);
  });

  test('of strangers leaves nothing behind, not even a refusal', async () => {
    const before = await db.journal.count();
    const crowd = message({ sourceKey: 'mail:2', recipients: 500 });
    expect(await captureSeen(db, page(sight('nobody', [message(), crowd])))).toEqual({ refused: [] });
    expect(await db.journal.count()).toBe(before);
  });

  test('to a group is one touchpoint, which those known later join', async () => {
    const out = message({ direction: 'out', recipients: 3 });
    const shown = page(sight('alice', [out]), sight('bob', [out]), sight('carol', [out]));
    await captureSeen(db, shown);
    expect(await alive()).toMatchObject([{ personIds: [alice, bob] }]);
    const carol = await known('Carol');
    await captureSeen(db, shown);
    expect(await alive()).toMatchObject([{ personIds: [alice, bob, carol] }]);
  });

  test('is not the user: neither an account of the page nor a confirmed address', async () => {
    const self = [{ kind: 'email', value: 'alice@example.com' }] as const;
    expect(await captureSeen(db, { ...page(sight('alice', [message()])), self })).toEqual({ refused: [] });
    await addNeverLog(db, { kind: 'self', value: 'bob@example.com' });
    expect(await captureSeen(db, page(sight('bob', [message()])))).toEqual({ refused: [] });
    expect(await alive()).toEqual([]);
  });

  test('of two people behind one sighting is nobody’s: never the wrong person', async () => {
    const both = sight('alice', [message()], {
      handles: [
        { kind: 'email', value: 'alice@example.com' },
        { kind: 'email', value: 'bob@example.com' },
      ],
    });
    await captureSeen(db, page(both));
    expect(await alive()).toEqual([]);
  });

  test('is refused with its reason, for whom it is refused, and can be logged all the same', async () => {
    const copied = message({ direction: 'out', copied: true });
    const shown = page(sight('alice', [message({ direction: 'out' })]), sight('bob', [copied]));
    const { refused } = await captureSeen(db, shown);
    expect(await alive()).toMatchObject([{ personIds: [alice] }]);
    expect(refused).toEqual([{ seen: copied, site: 'mail', people: [{ id: bob, why: 'copied' }] }]);
    await logTouchpoint(db, { ...copied, personIds: [bob] });
    expect(await alive()).toMatchObject([{ personIds: [alice, bob] }]);
  });

  test('follows the never-log list and what is off for a person, also when they change', async () => {
    const shown = page(sight('alice', [message()]), sight('bob', [message({ sourceKey: 'mail:2' })]));
    await addNeverLog(db, { kind: 'domain', value: 'example.com' });
    expect((await captureSeen(db, shown)).refused.map(({ people }) => people[0]?.why)).toEqual([
      'never',
      'never',
    ]);
    const [row] = await neverLogRows(db);
    if (row) await removeNeverLog(db, row);
    await editPerson(db, bob, { captureOff: true });
    expect((await captureSeen(db, shown)).refused).toMatchObject([
      { people: [{ id: bob, why: 'captureOff' }] },
    ]);
    expect(await alive()).toMatchObject([{ personIds: [alice] }]);
  });

  test.each([Number.MAX_SAFE_INTEGER, -1])('at the impossible time %s is refused', async (at) => {
    const { refused } = await captureSeen(
      db,
      page(sight('alice', [message({ at }), message({ sourceKey: 'ok' })])),
    );
    expect(refused).toMatchObject([{ people: [{ why: 'impossible' }] }]);
    expect(await alive()).toHaveLength(1);
  });

  test('asks the user something only where they wrote it: not in the subject of an answer', async () => {
    const subjects = ['Lunch?', 'Re: Lunch?', 'Lunch'];
    const messages = subjects.map((subject, n) => message({ sourceKey: `q:${n}`, subject, at: AT + n }));
    const out = message({ sourceKey: 'q:9', subject: 'Dinner?', direction: 'out' });
    await captureSeen(db, page(sight('alice', [...messages, out])));
    expect((await alive()).filter(({ question }) => question).map(({ subject }) => subject)).toEqual([
      'Lunch?',
    ]);
  });
});

describe('what the user took away stays away', () => {
  const shown = () => page(sight('alice', [message()]));

  test('after deleting it', async () => {
    await captureSeen(db, shown());
    const [row] = await alive();
    await deleteTouchpoint(db, row?.id ?? '');
    await captureSeen(db, shown());
    expect(await alive()).toEqual([]);
  });

  test('with nobody joining it, whatever else is new on the page', async () => {
    await captureSeen(db, shown());
    const [row] = await alive();
    await deleteTouchpoint(db, row?.id ?? '');
    const other = message({ sourceKey: 'mail:2' });
    await captureSeen(db, page(sight('alice', [message()]), sight('bob', [message(), other])));
    expect(await alive()).toMatchObject([{ sourceKey: 'mail:2', personIds: [bob] }]);
    expect(await db.touchpoints.get(row?.id ?? '')).toMatchObject({ personIds: [alice] });
  });

  test('after undoing it; logged by hand it is back, and undo of that takes it away again', async () => {
    const { batch = '' } = await captureSeen(db, shown());
    await undo(db, batch);
    await captureSeen(db, shown());
    expect(await alive()).toEqual([]);
    const logged = await logTouchpoint(db, { ...message(), personIds: [alice] });
    expect(await alive()).toHaveLength(1);
    await undo(db, logged.batch);
    await captureSeen(db, shown());
    expect(await alive()).toEqual([]);
  });

  test('for a person who was taken off it, by editing or by undo, but not for others', async () => {
    const group = page(sight('alice', [message()]), sight('bob', [message()]));
    await captureSeen(db, group);
    const [row] = await alive();
    await editTouchpoint(db, row?.id ?? '', { personIds: [alice] });
    await captureSeen(db, group);
    expect(await alive()).toMatchObject([{ personIds: [alice] }]);
    const carol = await known('Carol');
    const { batch = '' } = await captureSeen(db, page(sight('carol', [message()])));
    expect(await alive()).toMatchObject([{ personIds: [alice, carol] }]);
    await undo(db, batch);
    await captureSeen(db, page(sight('carol', [message()])));
    expect(await alive()).toMatchObject([{ personIds: [alice] }]);
  });
});

describe('two at once', () => {
  test('tabs, list, preview and page make one touchpoint, also from two workers', async () => {
    const other = openDatabase(db.name);
    const shown = page(sight('alice', [message()]));
    const by = [db, other, db, other, db, other].map((one) => captureSeen(one, shown));
    by.push(logTouchpoint(other, { ...message(), personIds: [alice] }).then(() => ({ refused: [] })));
    const done = await Promise.all(by);
    expect(await db.touchpoints.toArray()).toHaveLength(1);
    expect(done.filter(({ batch }) => batch).length).toBeLessThanOrEqual(1);
    expect(await livePerson(db, alice)).toMatchObject({ touchpointCount: 1 });
    other.close();
  });

  test('a send sign and the message itself make one touchpoint', async () => {
    const other = openDatabase(db.name);
    const out = message({ direction: 'out' });
    const sent = page(sight('alice', [{ ...out, sourceKey: 'sent:x', at: AT - 2000 }]));
    await Promise.all([captureSent(other, sent), captureSeen(db, page(sight('alice', [out])))]);
    expect(await db.touchpoints.toArray()).toMatchObject([{ sourceKey: 'mail:1', sentKey: 'sent:x' }]);
    other.close();
  });
});

describe('somebody who changed in another window', () => {
  test('and was merged: the survivor gets it, over any number of merges', async () => {
    const carol = await known('Carol');
    await mergePeople(db, bob, alice);
    await mergePeople(db, carol, bob);
    await logTouchpoint(db, { ...message(), personIds: [alice, carol] });
    expect(await alive()).toMatchObject([{ personIds: [carol] }]);
    await captureSeen(db, page(sight('alice', [message({ sourceKey: 'mail:2' })])));
    expect(await timeline(db, carol)).toHaveLength(2);
  });

  test('and was deleted: nothing is stored, and it says so', async () => {
    await deletePerson(db, alice);
    await expect(logTouchpoint(db, { ...message(), personIds: [alice, bob] })).rejects.toMatchObject({
      name: 'MissingRowError',
      key: alice,
    });
    await captureSeen(db, page(sight('alice', [message()])));
    expect(await alive()).toEqual([]);
  });

  test('and was merged into somebody deleted is nobody, either', async () => {
    await mergePeople(db, bob, alice);
    await deletePerson(db, bob);
    await expect(logTouchpoint(db, { ...message(), personIds: [alice] })).rejects.toThrow(alice);
  });
});

test.each([Number.NaN, -1, Date.UTC(2999, 0, 1)])('nothing can be logged or moved to %s', async (at) => {
  const call = { channel: 'call', direction: 'out', personIds: [alice] } as const;
  await expect(logTouchpoint(db, { ...call, at })).rejects.toMatchObject({ name: 'ImpossibleTimeError' });
  const { id } = await logTouchpoint(db, call);
  await expect(editTouchpoint(db, id, { at })).rejects.toMatchObject({ name: 'ImpossibleTimeError' });
  expect(await alive()).toHaveLength(1);
});

describe('a follow-up until they reply', () => {
  const await_ = async (changes: object = {}) =>
    db.followUps.add({
      id: 'f',
      personId: alice,
      text: 'Ask again',
      by: 'me',
      dueDay: '2026-09-05',
      state: 'open',
      untilReply: true,
      createdAt: AT - 1000,
      updatedAt: AT,
      ...changes,
    });
  const state = async () => (await db.followUps.get('f'))?.state;

  test('closes when they write, and opens again when that is undone', async () => {
    await await_();
    const { batch = '' } = await captureSeen(db, page(sight('alice', [message()])));
    expect(await db.followUps.get('f')).toMatchObject({ state: 'done', closedAt: expect.any(Number) });
    await undo(db, batch);
    expect(await state()).toBe('open');
  });

  test('closes for somebody who joins, and when it is logged by hand', async () => {
    await await_();
    await captureSeen(db, page(sight('bob', [message()])));
    expect(await state()).toBe('open');
    await logTouchpoint(db, { ...message(), personIds: [alice] });
    expect(await state()).toBe('done');
  });

  test.each<[string, object, Partial<SeenTouchpoint>]>([
    ['when the user writes', {}, { direction: 'out' }],
    ['by what they wrote before', { createdAt: AT + 1 }, {}],
    ['by what they wrote some time that day', {}, { at: undefined, day: '2026-09-01' } as never],
    ['when it waits for no reply', { untilReply: undefined }, {}],
    ['when it is another’s', { personId: 'bob' }, {}],
    ['when it was dropped', { state: 'dropped' }, {}],
  ])('stays as it is %s', async (_, row, seen) => {
    await await_(row);
    const before = await state();
    await captureSeen(db, page(sight('alice', [message(seen)])));
    expect(await alive()).toHaveLength(1);
    expect(await state()).toBe(before);
  });
});

test('a handle that moves to another person leaves what was logged where it is', async () => {
  await captureSeen(db, page(sight('alice', [message()])));
  await addHandle(db, bob, { kind: 'email', value: 'b2@example.com' });
  await captureSeen(db, page(sight('b2', [message({ sourceKey: 'mail:3' })])));
  expect(await timeline(db, alice)).toHaveLength(1);
  expect(await timeline(db, bob)).toHaveLength(1);
});
