import { describe, expect, test } from 'vitest';
import type { KithDb } from '../../utils/db/database.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { MissingRowError } from '../../utils/db/missing-row.ts';
import { addPerson, deletePerson, editPerson, moveStage } from '../../utils/db/people.ts';
import { closeFollowUp } from '../../utils/db/practice.ts';
import {
  awaitAnswers,
  deleteReview,
  finishReview,
  reviewBoard,
  reviewPage,
  saveReview,
} from '../../utils/db/reviews.ts';
import { logTouchpoints } from '../../utils/db/touchpoints.ts';
import { lastActions, undo } from '../../utils/db/undo.ts';
import { write } from '../../utils/db/write.ts';
import { addDays, dayOf, noonOf } from '../../utils/domain/days.ts';
import type { ReviewFields } from '../../utils/domain/review/merge.ts';
import { freshDb, visible } from './setup.ts';

const today = dayOf(Date.now());
const ana = async (db: KithDb, name = 'Ana') => (await addPerson(db, { name, handles: [] })).id;
/** A window that begins or goes on with a review. */
const save = (
  db: KithDb,
  personId: string,
  mine: ReviewFields,
  base: ReviewFields = {},
  id = crypto.randomUUID() as string,
  batch = crypto.randomUUID() as string,
) => saveReview(db, { id, personId, base, mine }, batch);
const live = async (db: KithDb) => (await db.reviews.toArray()).filter(({ deletedAt }) => !deletedAt);

const WHOLE: ReviewFields = {
  mine: 4,
  theirs: 3,
  theirsFrom: 'said',
  well: 'The pilot',
  lessons: [
    { id: 'l1', text: ' Name the price early ', tags: ['pricing'] },
    { id: 'l2', text: '  ', tags: [] },
  ],
  actions: [
    { id: 'a1', text: 'Send the plan', by: 'me', dueDay: addDays(today, 7) },
    { id: 'a2', text: '', by: 'them', dueDay: today },
  ],
  nextStage: 'maintain',
  nextWhy: 'It goes well',
  move: true,
};

describe('a draft', () => {
  test('is stored as it is typed and found again, and one stay in the form is one undo', async () => {
    const db = freshDb();
    const personId = await ana(db);
    const batch = 'stay';
    await save(db, personId, { well: 'a' }, {}, 'r', batch);
    await save(db, personId, { well: 'ab', mine: 4 }, { well: 'a' }, 'r', batch);
    expect((await reviewPage(db, personId, undefined, today)).review).toMatchObject({
      id: 'r',
      state: 'draft',
      day: today,
      well: 'ab',
      mine: 4,
    });
    await undo(db, batch);
    expect(await live(db)).toEqual([]);
  });

  test('is not stored while nothing is written', async () => {
    const db = freshDb();
    expect(await save(db, await ana(db), {})).toBeUndefined();
    expect(await db.reviews.count()).toBe(0);
  });

  test.each([0, 6, -1, 2.5, Number.NaN])(
    'refuses a satisfaction of %s and stores nothing of it',
    async (value) => {
      const db = freshDb();
      const personId = await ana(db);
      for (const side of ['mine', 'theirs'])
        await expect(save(db, personId, { [side]: value, well: 'a' })).rejects.toThrow(RangeError);
      expect(await db.reviews.count()).toBe(0);
    },
  );

  test('that two windows begin at once is one, with what both wrote', async () => {
    const db = freshDb();
    const personId = await ana(db);
    const [one, two] = await Promise.all([
      save(db, personId, { well: 'a', mine: 4 }),
      save(db, personId, { badly: 'b', mine: 2 }),
    ]);
    const [draft, ...more] = await live(db);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ well: 'a', badly: 'b', mine: 2 });
    expect([one?.id, two?.id]).toEqual([draft?.id, draft?.id]);
    expect(two?.clashes).toEqual([{ field: 'mine', theirs: 4 }]);
  });

  test('changed in another window keeps what stands there, field by field', async () => {
    const db = freshDb();
    const personId = await ana(db);
    const base = { well: 'x', badly: 'y' };
    await save(db, personId, base, {}, 'r');
    await save(db, personId, { well: 'x there', badly: 'y' }, base, 'r');
    const saved = await save(db, personId, { well: 'x here', badly: 'y here' }, base, 'r');
    expect(saved?.fields).toEqual({ well: 'x there\n\nx here', badly: 'y here' });
    expect(saved?.clashes).toEqual([{ field: 'well' }]);
  });

  test('that was deleted elsewhere is not written into', async () => {
    const db = freshDb();
    const personId = await ana(db);
    await save(db, personId, { well: 'a' }, {}, 'r');
    await deleteReview(db, { id: 'r', personId });
    await expect(save(db, personId, { well: 'ab' }, { well: 'a' }, 'r')).rejects.toThrow(MissingRowError);
    expect((await reviewPage(db, personId, 'r', today)).review).toBeUndefined();
  });

  test('after a merge of people there may be two: both are found', async () => {
    const db = freshDb();
    const personId = await ana(db);
    await save(db, personId, { well: 'a' }, {}, 'r1');
    await write(db, { label: 'mergePeople' }, (writer) =>
      writer.insert('reviews', { id: 'r2', personId, day: today, state: 'draft', well: 'b' }),
    );
    const page = await reviewPage(db, personId, 'r2', today);
    expect([page.review?.id, page.otherDrafts.map(({ id }) => id)]).toEqual(['r2', ['r1']]);
    // A save goes where its window is.
    expect((await save(db, personId, { well: 'bc' }, { well: 'b' }, 'r2'))?.id).toBe('r2');
  });
});

describe('finishing', () => {
  const finished = async (db: KithDb, fields = WHOLE) => {
    const personId = await ana(db);
    await moveStage(db, personId, 'evaluate');
    await save(db, personId, fields, {}, 'r');
    const before = await visible(db);
    return { personId, before, batch: await finishReview(db, 'r') };
  };

  test('stores lessons and follow-ups, moves the stage, and closes the review', async () => {
    const db = freshDb();
    const { personId } = await finished(db);
    expect(await db.reviews.get('r')).toMatchObject({
      state: 'done',
      day: today,
      doneAt: expect.any(Number),
    });
    expect(await db.lessons.toArray()).toMatchObject([
      { id: 'l1', personId, reviewId: 'r', text: 'Name the price early', tags: ['pricing'] },
    ]);
    expect(await db.followUps.toArray()).toMatchObject([
      { id: 'a1', personId, text: 'Send the plan', by: 'me', dueDay: addDays(today, 7), state: 'open' },
    ]);
    expect((await livePerson(db, personId))?.stage).toBe('maintain');
    expect(
      (await db.stageMoves.where({ personId }).toArray()).find(({ to }) => to === 'maintain'),
    ).toMatchObject({
      from: 'evaluate',
      why: 'It goes well',
      suggestedBy: 'plan',
    });
    const page = await reviewPage(db, personId, 'r', today);
    expect(page.lessons.map(({ id }) => id)).toEqual(['l1']);
    expect(page.actions.map(({ id }) => id)).toEqual(['a1']);
  });

  test('is one action, and its undo leaves the draft as it was', async () => {
    const db = freshDb();
    const { batch, before } = await finished(db);
    expect((await lastActions(db, 1))[0]).toMatchObject({ batch, label: 'finishReview', about: 'Ana' });
    await undo(db, batch);
    expect(await visible(db)).toEqual(before);
  });

  test('again after an undo brings the same lessons and follow-ups back, once', async () => {
    const db = freshDb();
    const { batch } = await finished(db);
    await undo(db, batch);
    await finishReview(db, 'r');
    const after = await visible(db);
    expect(after['lessons']).toHaveLength(1);
    expect(after['followUps']).toHaveLength(1);
  });

  test('twice, from two windows, happens once', async () => {
    const db = freshDb();
    await finished(db);
    const [promised] = await db.followUps.toArray();
    if (promised) await closeFollowUp(db, promised);
    const before = await visible(db);
    await finishReview(db, 'r');
    // What was done since is not opened again.
    expect(await visible(db)).toEqual(before);
    expect(await db.lessons.count()).toBe(1);
    expect(await db.followUps.count()).toBe(1);
    expect((await db.stageMoves.toArray()).filter(({ to }) => to === 'maintain')).toHaveLength(1);
  });

  test('moves nobody unless that was ticked, and proposes the stage all the same', async () => {
    const db = freshDb();
    const { personId } = await finished(db, { ...WHOLE, move: false });
    expect((await livePerson(db, personId))?.stage).toBe('evaluate');
    expect((await db.reviews.get('r'))?.nextStage).toBe('maintain');
  });

  test('a move to establish brings its first follow-ups', async () => {
    const db = freshDb();
    const personId = await ana(db);
    await moveStage(db, personId, 'optimize');
    await save(db, personId, { nextStage: 'establish', move: true }, {}, 'r');
    await finishReview(db, 'r', [{ afterDays: 2, text: 'Hello again' }]);
    expect(await db.followUps.toArray()).toMatchObject([{ text: 'Hello again', first: true }]);
  });

  test('what is done can be changed, and deleted while its lessons stay', async () => {
    const db = freshDb();
    const { personId } = await finished(db);
    await save(db, personId, { ...WHOLE, well: 'Better words' }, WHOLE, 'r');
    expect(await db.reviews.get('r')).toMatchObject({ state: 'done', well: 'Better words' });
    const batch = await deleteReview(db, { id: 'r', personId });
    expect(await live(db)).toEqual([]);
    expect((await visible(db))['lessons']).toHaveLength(1);
    await undo(db, batch);
    expect(await live(db)).toHaveLength(1);
  });

  test('the next review begins where this one ended', async () => {
    const db = freshDb();
    const personId = await ana(db);
    const at = (back: number) => ({
      personIds: [personId],
      channel: 'email' as const,
      direction: 'in' as const,
      at: noonOf(addDays(today, -back)),
      site: 'gmail',
    });
    await logTouchpoints(db, [at(40), at(20), at(10)]);
    await write(db, { label: 'finishReview' }, (writer) =>
      writer.insert('reviews', { id: 'old', personId, day: addDays(today, -30), state: 'done', mine: 3 }),
    );
    const page = await reviewPage(db, personId, undefined, today);
    expect(page.review).toBeUndefined();
    expect(page.period).toMatchObject({ after: { id: 'old' }, until: today });
    expect(page.sources.touchpoints).toHaveLength(2);
    expect(page.site).toBe('gmail');
    // The old one still shows its own time.
    expect((await reviewPage(db, personId, 'old', today)).period).toMatchObject({
      until: addDays(today, -30),
    });
  });
});

test('questions that were sent wait two weeks for a reply, and sent again wait anew', async () => {
  const db = freshDb();
  const personId = await ana(db);
  await awaitAnswers(db, personId, 'ask again');
  const [row] = await db.followUps.toArray();
  expect(row).toMatchObject({ untilReply: true, dueDay: addDays(today, 14), by: 'me', state: 'open' });
  await db.followUps.update(row?.id ?? '', { dueDay: addDays(today, 3) });
  await awaitAnswers(db, personId, 'ask again');
  expect(await db.followUps.toArray()).toMatchObject([{ dueDay: addDays(today, 14) }]);
  await logTouchpoints(db, [
    { personIds: [personId], channel: 'email', direction: 'in', at: Date.now() + 60_000 },
  ]);
  expect(await db.followUps.toArray()).toMatchObject([{ state: 'done' }]);
});

describe('the reviews of everybody', () => {
  test('are drafts, then who is due by the day, then the past ones, newest first', async () => {
    const db = freshDb();
    const [drafted, dueSoon, dueLong, far, gone] = await Promise.all(
      ['Drafted', 'Due soon', 'Due long', 'Far', 'Gone'].map((name) => ana(db, name)),
    );
    const ids = [drafted, dueSoon, dueLong, far, gone] as [string, string, string, string, string]; // five in, five out
    const past = (personId: string, id: string, back: number) =>
      write(db, { label: 'finishReview' }, (writer) =>
        writer.insert('reviews', { id, personId, day: addDays(today, -back), state: 'done' }),
      );
    await past(ids[0], 'p0', 100);
    await past(ids[1], 'p1', 80);
    await past(ids[2], 'p2', 95);
    await past(ids[3], 'p3', 5);
    await past(ids[4], 'p4', 120);
    await save(db, ids[0], { well: 'a' }, {}, 'draft');
    await deletePerson(db, ids[4]);
    const board = await reviewBoard(db, today, 2);
    expect(board.drafts.map(({ person }) => person.name)).toEqual(['Drafted']);
    expect(board.due.map(({ person, day }) => [person.name, day])).toEqual([
      ['Due long', addDays(today, -5)],
      ['Due soon', addDays(today, 10)],
    ]);
    expect(board.past.map(({ review }) => review.id)).toEqual(['p3', 'p1']);
    expect(board.more).toBe(true);
    expect((await reviewBoard(db, today, 10)).past.map(({ review }) => review.id)).toEqual([
      'p3',
      'p1',
      'p2',
      'p0',
    ]);
  });

  test('hold whoever was moved to evaluate, and whose playbook says so', async () => {
    const db = freshDb();
    const moved = await ana(db, 'Moved');
    await moveStage(db, moved, 'evaluate');
    const client = await ana(db, 'Client');
    await editPerson(db, client, { playbook: 'client', since: addDays(today, -85) });
    const { due } = await reviewBoard(db, today, 10);
    expect(due.map(({ person }) => person.name)).toEqual(['Moved', 'Client']);
  });
});
