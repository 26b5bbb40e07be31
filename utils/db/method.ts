import type { Table } from 'dexie';
import { addDays, dayOf } from '../domain/days.ts';
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
  Row,
  StageMove,
  Support,
  Touchpoint,
} from '../domain/types.ts';
import { type ApproachChange, approachHistory, type ContactChange, contactChanges } from './approach.ts';
import type { KithDb } from './database.ts';
import { numbersOf } from './derive.ts';
import { entriesOf } from './entries.ts';
import { isLive } from './lookup.ts';
import { timelineIn } from './timeline.ts';
import { write } from './write.ts';

/** The method's side of a person: what was noted by practice, and where it stands. */
export interface PersonMethod {
  readonly facts: readonly Fact[];
  readonly support: readonly Support[];
  readonly feedback: readonly Feedback[];
  readonly followUps: readonly FollowUp[];
  /** Newest first. */
  readonly moves: readonly StageMove[];
  /** The finished reviews by id: where a move may have come from. */
  readonly reviews: ReadonlyMap<string, Review>;
  /** Newest first. */
  readonly approach: readonly ApproachChange[];
  readonly standing: Standing;
  /** Every touchpoint by id: what numbers lead to. */
  readonly touchpoints: ReadonlyMap<string, Touchpoint>;
}

/** Reads the method's side of a person in one transaction and computes where it stands. */
export function methodOf(db: KithDb, id: string, today: Day): Promise<PersonMethod> {
  const tables = [
    db.touchpoints,
    db.facts,
    db.support,
    db.feedback,
    db.followUps,
    db.reviews,
    db.stageMoves,
    db.journal,
  ];
  return db.transaction('r', tables, async () => {
    const [rows, facts, support, feedback, followUps, reviews, moves, approach] = await Promise.all([
      timelineIn(db, id).toArray(),
      entriesOf(db, 'facts', id),
      entriesOf(db, 'support', id),
      entriesOf(db, 'feedback', id),
      liveRows(db.followUps, id),
      liveRows(db.reviews, id),
      liveRows(db.stageMoves, id),
      approachHistory(db, id),
    ]);
    return {
      facts,
      support,
      feedback,
      followUps,
      moves: moves.sort((one, other) => other.at - one.at).map((move) => withReview(move, reviews)),
      reviews: byId(reviews.filter(({ state }) => state === 'done')),
      approach,
      standing: standingOf(rows, { support, followUps, reviews, today }),
      touchpoints: byId(rows),
    };
  });
}

/** A suggested stage, and the rows that its evidence leads to. */
export interface SuggestedMove extends EvidenceRows {
  readonly suggestion: Suggestion;
}

/** What evidence is counted from: its ids are those of these rows. */
export interface EvidenceRows {
  readonly touchpoints: ReadonlyMap<string, Touchpoint>;
  readonly goals: readonly Goal[];
  readonly followUps: readonly FollowUp[];
  readonly reviews: readonly Review[];
  readonly approach: readonly ApproachChange[];
  readonly contacts: readonly ContactChange[];
  /** How the present stage began: days in a stage are counted from it. */
  readonly began: StageMove | undefined;
}

const STAGE = 'stage';
const RECENT_DAYS = 90;

/** The stage to suggest for a person; nothing when none is, or when it was turned down on the same evidence. */
export function suggestionFor(db: KithDb, id: string, today: Day): Promise<SuggestedMove | undefined> {
  const tables = [
    db.people,
    db.touchpoints,
    db.goals,
    db.followUps,
    db.reviews,
    db.snoozes,
    db.playbooks,
    db.stageMoves,
    db.journal,
  ];
  return db.transaction('r', tables, async () => {
    const person = await db.people.get(id);
    if (!person) return undefined;
    const [rows, goals, followUps, reviews, answers, approach, contacts, numbers, moves] = await Promise.all([
      telling(db, person, today),
      liveRows(db.goals, id),
      liveRows(db.followUps, id),
      liveRows(db.reviews, id),
      db.snoozes.where({ personId: id, nudge: STAGE }).toArray(),
      approachHistory(db, id),
      contactChanges(db, id),
      numbersOf(db, person.playbook),
      liveRows(db.stageMoves, id),
    ]);
    const suggestion = suggestStage(
      {
        stage: person.stage,
        since: dayOf(person.stageSince),
        today,
        reviewEveryDays: numbers?.reviewEveryDays ?? REVIEW_EVERY_DAYS,
        touchpoints: inOrder(rows.filter(({ day }) => day <= today)),
        // Another playbook is another frame; how the user works with somebody is what they change in it.
        adjustments: approach
          .filter(({ changes }) => changes.some(({ field }) => field !== 'playbook'))
          .map(({ id, day }) => ({ id, day })),
        contactChanges: contacts,
        goals,
        followUps,
        reviews,
      },
      answers.filter(isLive).flatMap(({ evidence }) => evidence ?? []),
    );
    if (!suggestion) return undefined;
    const began = moves.filter(({ to }) => to === person.stage).sort((a, b) => b.at - a.at)[0];
    return { suggestion, touchpoints: byId(rows), goals, followUps, reviews, approach, contacts, began };
  });
}

/**
 * The touchpoints on which a suggestion can rest. Conversations begin somewhere in all of them, and so does the rhythm of
 * somebody long silent; else it is those of the last 90 days and of the present stage (domain/suggestions).
 */
async function telling(db: KithDb, { id, stage, stageSince }: Person, today: Day): Promise<Touchpoint[]> {
  const all = () => timelineIn(db, id).toArray();
  if (stage === 'maintain') return all();
  const recent = addDays(today, -RECENT_DAYS);
  const began = dayOf(stageSince);
  const rows = await timelineIn(db, id, began < recent ? began : recent).toArray();
  return rows.some(({ day }) => day > recent && day <= today) ? rows : all();
}

/** Turns a suggested stage down: it stays quiet until its evidence changes. Returns the batch for undo. */
export async function turnDown(db: KithDb, person: Person, { fingerprint }: Suggestion): Promise<string> {
  const { batch } = await write(db, { label: 'turnDown', about: person.name }, (writer) =>
    writer.insert('snoozes', { personId: person.id, nudge: STAGE, evidence: fingerprint }),
  );
  return batch;
}

async function liveRows<T extends Row & { readonly personId?: string }>(
  table: Table<T, string>,
  personId: string,
): Promise<T[]> {
  return (await table.where('personId').equals(personId).toArray()).filter(isLive);
}

// Moves of before they named their review: it is the one that was finished last until then and planned that stage.
function withReview(move: StageMove, reviews: readonly Review[]): StageMove {
  if (move.suggestedBy !== 'plan' || move.reviewId !== undefined) return move;
  const [review] = reviews
    .filter(({ doneAt, nextStage }) => doneAt !== undefined && doneAt <= move.at && nextStage === move.to)
    .sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0));
  return review ? { ...move, reviewId: review.id } : move;
}

function byId<T extends Row>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
