import { Dexie } from 'dexie';
import { addDays, dayOf, isDay } from '../domain/days.ts';
import type { FirstFollowUp } from '../domain/follow-ups.ts';
import {
  type Clash,
  fieldsOf,
  mergeReview,
  REVIEW_FIELDS,
  type ReviewFields,
} from '../domain/review/merge.ts';
import { isSatisfaction, type Period, type ReviewSources } from '../domain/review.ts';
import type { Day, FollowUp, Instant, Lesson, Person, Review } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { isLive, livePerson } from './lookup.ts';
import { MissingRowError } from './missing-row.ts';
import { moveIn } from './people.ts';
import { timelineIn } from './timeline.ts';
import { type Changes, type NewRow, type Writer, write } from './write.ts';

/** How many days a reply to the questions may take until Kith asks. */
export const REPLY_WITHIN_DAYS = 14;

/** How many days ahead reviews are listed as due. */
export const DUE_AHEAD_DAYS = 30;

/** What was stored of a review. */
export interface SavedReview {
  /** The row it is in: of two windows that begin a review of one person at once, the later one joins the first. */
  readonly id: string;
  readonly fields: ReviewFields;
  /** The row's `updatedAt`: orders what a window hears of it. */
  readonly at: Instant;
  readonly clashes: readonly Clash[];
}

/** A review as a window has it. */
export interface WrittenReview {
  readonly id: string;
  readonly personId: string;
  /** What the window last knew to be stored. */
  readonly base: ReviewFields;
  readonly mine: ReviewFields;
}

/**
 * Stores what a window has written, over whatever else was stored meanwhile (domain/review/merge). An empty new review is not
 * stored. All saves of one `batch` are one undo. Throws `RangeError` for a satisfaction outside 1 to 5, `MissingRowError` when
 * the review was deleted.
 */
export async function saveReview(
  db: KithDb,
  written: WrittenReview,
  batch: string,
): Promise<SavedReview | undefined> {
  const { personId, base, mine } = written;
  for (const value of [mine.mine, mine.theirs])
    if (value !== undefined && !isSatisfaction(value))
      throw new RangeError(`A satisfaction is 1, 2, 3, 4 or 5, not ${value}.`);
  const about = (await db.people.get(personId))?.name;
  const { result } = await write(db, { label: 'editReview', about, batch }, async (writer) => {
    const row = (await db.reviews.get(written.id)) ?? (await draftOf(db, personId));
    if (row && !isLive(row)) throw new MissingRowError('reviews', row.id);
    const { merged, clashes } = mergeReview(base, mine, fieldsOf(row));
    if (row) {
      const changes = Object.fromEntries(REVIEW_FIELDS.map((field) => [field, merged[field]]));
      const changed = await writer.update('reviews', row.id, changes);
      return { id: row.id, fields: merged, at: changed ? writer.now : row.updatedAt, clashes };
    }
    if (Object.keys(merged).length === 0) return undefined;
    await writer.insert('reviews', {
      id: written.id,
      personId,
      day: dayOf(writer.now),
      state: 'draft',
      ...merged,
    });
    return { id: written.id, fields: merged, at: writer.now, clashes };
  });
  return result;
}

/**
 * Finishes a draft, all in one: the review is done, its lessons are stored, its actions become follow-ups, and the person moves
 * to the next stage where the user wants that. What is done stays as it is. Returns the batch for undo.
 */
export async function finishReview(
  db: KithDb,
  id: string,
  firsts: readonly FirstFollowUp[] = [],
): Promise<string> {
  const person = await db.people.get((await db.reviews.get(id))?.personId ?? '');
  const { batch } = await write(db, { label: 'finishReview', about: person?.name }, async (writer) => {
    const review = await db.reviews.get(id);
    if (!review || !isLive(review)) throw new MissingRowError('reviews', id);
    if (review.state === 'done') return;
    const { personId } = review;
    const lessons = (review.lessons ?? []).filter(({ text }) => text.trim() !== '');
    const actions = (review.actions ?? []).filter(({ text, dueDay }) => text.trim() !== '' && isDay(dueDay));
    await writer.update('reviews', id, {
      state: 'done',
      day: dayOf(writer.now),
      doneAt: writer.now,
      lessons: lessons.length > 0 ? lessons : undefined,
      actions: actions.length > 0 ? actions : undefined,
    });
    for (const { id: lessonId, text, tags } of lessons)
      await put(db, writer, 'lessons', lessonId, { personId, reviewId: id, text: text.trim(), tags });
    for (const { id: actionId, text, by, dueDay } of actions)
      await put(db, writer, 'followUps', actionId, {
        personId,
        text: text.trim(),
        by,
        dueDay,
        state: 'open',
      });
    if (review.move && review.nextStage)
      await moveIn(db, writer, personId, review.nextStage, {
        why: review.nextWhy,
        suggestedBy: 'plan',
        reviewId: id,
        firsts,
      });
  });
  return batch;
}

// A review that was finished, undone and finished again finds its own rows as tombstones.
async function put<T extends 'lessons' | 'followUps'>(
  db: KithDb,
  writer: Writer,
  table: T,
  id: string,
  row: NewRow<T>,
): Promise<void> {
  if (await db[table].get(id))
    await writer.update(table, id, { ...row, deletedAt: undefined } as Changes<T>); // a row has these fields, too
  else await writer.insert(table, { ...row, id });
}

/** Deletes a review, done or not; the lessons and follow-ups that came of it stay. */
export async function deleteReview(db: KithDb, review: Pick<Review, 'id' | 'personId'>): Promise<string> {
  const about = (await db.people.get(review.personId))?.name;
  return (await write(db, { label: 'deleteReview', about }, (writer) => writer.remove('reviews', review.id)))
    .batch;
}

/**
 * Notes that questions were sent: a follow-up for two weeks from now, which closes itself when they write. Sent again, its day
 * moves.
 */
export async function awaitAnswers(db: KithDb, personId: string, text: string): Promise<string> {
  const { batch } = await write(db, { label: 'addFollowUp', about: text }, async (writer) => {
    const dueDay = addDays(dayOf(writer.now), REPLY_WITHIN_DAYS);
    const waiting = (await db.followUps.where({ personId }).toArray()).find(
      (row) => isLive(row) && row.state === 'open' && row.untilReply && row.text === text,
    );
    if (waiting) await writer.update('followUps', waiting.id, { dueDay });
    else
      await writer.insert('followUps', {
        personId,
        text,
        by: 'me',
        dueDay,
        state: 'open',
        untilReply: true,
      });
  });
  return batch;
}

/** Everything that the form of a review shows. */
export interface ReviewPage {
  /** Absent when the person is gone. */
  readonly person: Person | undefined;
  /** Absent while nothing of it is stored. */
  readonly review: Review | undefined;
  /** Other drafts about the person: two that were merged had one each. */
  readonly otherDrafts: readonly Review[];
  /** The finished ones, oldest first, with this one where it is. */
  readonly done: readonly Review[];
  readonly period: Period;
  readonly sources: ReviewSources;
  /** What came of a finished review. */
  readonly lessons: readonly Lesson[];
  readonly actions: readonly FollowUp[];
  /** Where to write to, and the site of the last mail. */
  readonly address: string | undefined;
  readonly site: string | undefined;
}

/** Reads a review, or what is needed to begin one: without an id, or with a new one, the draft that waits. */
export function reviewPage(
  db: KithDb,
  personId: string,
  reviewId: string | undefined,
  today: Day,
): Promise<ReviewPage> {
  const tables = [
    db.people,
    db.reviews,
    db.handles,
    db.goals,
    db.followUps,
    db.support,
    db.feedback,
    db.lessons,
    db.touchpoints,
  ];
  return db.transaction('r', tables, async () => {
    const own = <T extends { readonly deletedAt?: number }>(table: { where: KithDb['reviews']['where'] }) =>
      table
        .where({ personId })
        .toArray()
        .then((rows) => (rows as unknown as T[]).filter(isLive)); // each table is asked for its own rows
    const [person, reviews, handles] = await Promise.all([
      livePerson(db, personId),
      own<Review>(db.reviews),
      db.handles.where({ personId }).sortBy('createdAt'),
    ]);
    const byDay = reviews.sort(inOrder);
    const drafts = byDay.filter(({ state }) => state === 'draft');
    // An id that is in no row yet is that of a review being begun: the draft that waits goes before it.
    const begun = reviewId === undefined || (await db.reviews.get(reviewId)) === undefined;
    const review = byDay.find(({ id }) => id === reviewId) ?? (begun ? drafts[0] : undefined);
    const done = byDay.filter(({ state }) => state === 'done');
    const finished = review?.state === 'done' ? review : undefined;
    const after = finished ? done[done.indexOf(finished) - 1] : done.at(-1);
    const [goals, followUps, support, feedback, touchpoints, site, lessons] = await Promise.all([
      own<ReviewSources['goals'][number]>(db.goals as never),
      own<FollowUp>(db.followUps as never),
      own<ReviewSources['support'][number]>(db.support as never),
      own<ReviewSources['feedback'][number]>(db.feedback as never),
      // `within` decides about the days at both ends.
      timelineIn(db, personId, after?.day).reverse().toArray(),
      timelineIn(db, personId)
        .reverse()
        .filter((row) => row.site !== undefined && row.channel === 'email')
        .limit(1)
        .first(),
      finished ? db.lessons.where({ reviewId: finished.id }).toArray() : [],
    ]);
    const planned = new Set(finished?.actions?.map(({ id }) => id));
    return {
      person,
      review,
      otherDrafts: drafts.filter(({ id }) => id !== review?.id),
      done,
      period: { after, until: finished?.day ?? today, untilAt: finished?.doneAt },
      sources: { touchpoints, goals, followUps, support, feedback },
      lessons: lessons.filter(isLive),
      actions: followUps.filter(({ id }) => planned.has(id)),
      address: handles.find((row) => row.kind === 'email' && isLive(row))?.value,
      site: site?.site,
    };
  });
}

/** A review and whom it is about. */
export interface PersonReview {
  readonly review: Review;
  readonly person: Person;
}

/** Reviews of everybody: drafts, who is due, and the past ones, newest first, as many as asked for. */
export interface ReviewBoard {
  readonly drafts: readonly PersonReview[];
  /** Who has no draft and is due by `DUE_AHEAD_DAYS`, the first due first. */
  readonly due: readonly { readonly person: Person; readonly day: Day }[];
  readonly past: readonly PersonReview[];
  /** Whether there are more past ones. */
  readonly more: boolean;
}

/** Reads the reviews of everybody, by indexes. */
export function reviewBoard(db: KithDb, today: Day, limit: number): Promise<ReviewBoard> {
  return db.transaction('r', [db.people, db.reviews], async () => {
    const until = addDays(today, DUE_AHEAD_DAYS);
    const inState = (state: Review['state']) =>
      db.reviews.where('[state+day]').between([state, Dexie.minKey], [state, Dexie.maxKey]);
    const [drafts, past, nudged, evaluating, reviewed] = await Promise.all([
      inState('draft').reverse().filter(isLive).toArray(),
      inState('done')
        .reverse()
        .filter(isLive)
        .limit(limit + 1)
        .toArray(),
      // The day of a review is no earlier than the first day on which anything comes up about the person; who has
      // neither rhythm nor playbook has no such day.
      db.people.where('nudgeDay').belowOrEqual(until).toArray(),
      db.people.where({ stage: 'evaluate' }).toArray(),
      inState('done')
        .toArray()
        .then((rows) => db.people.bulkGet([...new Set(rows.map(({ personId }) => personId))])),
    ]);
    const people = new Map(
      [...nudged, ...evaluating, ...reviewed].flatMap((person) =>
        person && isLive(person) ? [[person.id, person]] : [],
      ),
    );
    const missing = [...drafts, ...past].flatMap(({ personId }) => (people.has(personId) ? [] : [personId]));
    for (const person of await db.people.bulkGet([...new Set(missing)]))
      if (person && isLive(person)) people.set(person.id, person);
    const withPerson = (review: Review): PersonReview[] => {
      const person = people.get(review.personId);
      return person ? [{ review, person }] : [];
    };
    const begun = new Set(drafts.map(({ personId }) => personId));
    const due = [...people.values()].flatMap((person) => {
      const day = person.pulse?.reviewDay;
      return day !== undefined && day <= until && !begun.has(person.id) ? [{ person, day }] : [];
    });
    return {
      drafts: drafts.flatMap(withPerson),
      due: due.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.person.id < b.person.id ? -1 : 1)),
      past: past.slice(0, limit).flatMap(withPerson),
      more: past.length > limit,
    };
  });
}

async function draftOf(db: KithDb, personId: string): Promise<Review | undefined> {
  const rows = await db.reviews.where({ personId }).toArray();
  return rows.filter((row) => row.state === 'draft' && isLive(row)).sort(inOrder)[0];
}

function inOrder(a: Review, b: Review): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.createdAt - b.createdAt;
}
