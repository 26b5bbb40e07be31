import { dayOf } from '../domain/days.ts';
import { REVIEW_EVERY_DAYS } from '../domain/pulse.ts';
import { inOrder, type Standing, standingOf } from '../domain/standing.ts';
import { type Suggestion, suggestStage } from '../domain/suggestions.ts';
import type {
  Day,
  Fact,
  Feedback,
  FollowUp,
  Goal,
  Person,
  Review,
  StageMove,
  Support,
  Touchpoint,
} from '../domain/types.ts';
import { type ApproachChange, approachHistory, contactChanges } from './approach.ts';
import type { KithDb } from './database.ts';
import { numbersOf } from './derive.ts';
import { entriesOf } from './entries.ts';
import { type LessonFor, lessonsFor } from './lessons.ts';
import { isLive } from './lookup.ts';
import { timelineIn } from './timeline.ts';
import { write } from './write.ts';

/** The method's side of a person: what was noted by practice, and what follows from it. */
export interface PersonMethod {
  readonly facts: readonly Fact[];
  readonly support: readonly Support[];
  readonly feedback: readonly Feedback[];
  readonly goals: readonly Goal[];
  readonly followUps: readonly FollowUp[];
  readonly reviews: readonly Review[];
  /** Newest first. */
  readonly moves: readonly StageMove[];
  /** Newest first. */
  readonly approach: readonly ApproachChange[];
  readonly standing: Standing;
  readonly suggestion: Suggestion | undefined;
  /** What was learned with people like this one. */
  readonly lessons: readonly LessonFor[];
  /** Every touchpoint by id: what numbers lead to. */
  readonly touchpoints: ReadonlyMap<string, Touchpoint>;
}

const STAGE = 'stage';

/** Reads the method's side of a person in one transaction and computes what follows. */
export function methodOf(db: KithDb, known: Person, today: Day): Promise<PersonMethod> {
  const { id } = known;
  const tables = [
    db.people,
    db.touchpoints,
    db.facts,
    db.support,
    db.feedback,
    db.goals,
    db.followUps,
    db.reviews,
    db.stageMoves,
    db.snoozes,
    db.playbooks,
    db.journal,
    db.lessons,
  ];
  return db.transaction('r', tables, async () => {
    // Whoever asked may know less: a live query asks again with the person of its first question.
    const person = (await db.people.get(id)) ?? known;
    const [
      rows,
      facts,
      support,
      feedback,
      goals,
      followUps,
      reviews,
      moves,
      answers,
      approach,
      contacts,
      numbers,
    ] = await Promise.all([
      timelineIn(db, id).toArray(),
      entriesOf(db, 'facts', id),
      entriesOf(db, 'support', id),
      entriesOf(db, 'feedback', id),
      db.goals.where({ personId: id }).toArray(),
      db.followUps.where({ personId: id }).toArray(),
      db.reviews.where({ personId: id }).toArray(),
      db.stageMoves.where({ personId: id }).sortBy('at'),
      db.snoozes.where({ personId: id, nudge: STAGE }).toArray(),
      approachHistory(db, id),
      contactChanges(db, id),
      numbersOf(db, person.playbook),
    ]);
    const live = {
      goals: goals.filter(isLive),
      followUps: followUps.filter(isLive),
      reviews: reviews.filter(isLive),
    };
    const stageFacts = {
      stage: person.stage,
      since: dayOf(person.stageSince),
      today,
      reviewEveryDays: numbers?.reviewEveryDays ?? REVIEW_EVERY_DAYS,
      touchpoints: inOrder(rows.filter(({ day }) => day <= today)),
      adjustments: approach.map(({ id, day }) => ({ id, day })),
      contactChanges: contacts,
      ...live,
    };
    const turnedDown = answers.filter(isLive).flatMap(({ evidence }) => evidence ?? []);
    return {
      facts,
      support,
      feedback,
      goals: live.goals,
      followUps: live.followUps,
      reviews: live.reviews,
      moves: moves.filter(isLive).reverse(),
      approach,
      standing: standingOf(rows, { support, followUps: live.followUps, reviews: live.reviews, today }),
      suggestion: suggestStage(stageFacts, turnedDown),
      lessons: await lessonsFor(db, person),
      touchpoints: new Map(rows.map((row) => [row.id, row])),
    };
  });
}

/** Turns a suggested stage down: it stays quiet until its evidence changes. Returns the batch for undo. */
export async function turnDown(db: KithDb, person: Person, { fingerprint }: Suggestion): Promise<string> {
  const { batch } = await write(db, { label: 'turnDown', about: person.name }, (writer) =>
    writer.insert('snoozes', { personId: person.id, nudge: STAGE, evidence: fingerprint }),
  );
  return batch;
}
