import type { FollowUp, Goal, HandleRow, Note, Person, Touchpoint } from '../domain/types.ts';
import type { SeenTouchpoint } from '../sites/types.ts';
import type { KithDb } from './database.ts';
import { goalsOf, notesOf, openFollowUpsOf } from './listed.ts';
import { handlesOf, livePerson } from './lookup.ts';
import { timeline, touchpointOf } from './timeline.ts';

/** Everything that a person's card shows. */
export interface Card {
  /** Absent when the person is gone. */
  readonly person: Person | undefined;
  readonly handles: readonly HandleRow[];
  readonly goals: readonly Goal[];
  readonly notes: readonly Note[];
  readonly followUps: readonly FollowUp[];
  /** The newest ones, newest first. */
  readonly touchpoints: readonly Touchpoint[];
  /** Which of the touchpoints seen are logged for this person, by source key. */
  readonly logged: ReadonlySet<string>;
}

/** Reads a person's card in one transaction, as each transaction of its own would cost a turn of the event loop. */
export function cardOf(
  db: KithDb,
  id: string,
  seen: readonly SeenTouchpoint[],
  touchpoints: number,
): Promise<Card> {
  const tables = [db.people, db.handles, db.goals, db.notes, db.followUps, db.touchpoints];
  return db.transaction('r', tables, async () => {
    const [person, handles, goals, notes, followUps, newest, rows] = await Promise.all([
      livePerson(db, id),
      handlesOf(db, id),
      goalsOf(db, id),
      notesOf(db, id),
      openFollowUpsOf(db, id),
      timeline(db, id, touchpoints),
      Promise.all(seen.map((touchpoint) => touchpointOf(db, touchpoint))),
    ]);
    const logged = rows.filter((row) => row?.personIds.includes(id));
    const keys = new Set(logged.flatMap((row) => row?.sourceKey ?? []));
    return { person, handles, goals, notes, followUps, touchpoints: newest, logged: keys };
  });
}
