import { Dexie } from 'dexie';
import type { Day, FollowUp, Person, Stage } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { peopleOf } from './derive.ts';
import type { JournalEntry } from './journal.ts';
import { isLive } from './lookup.ts';

/** What the board knows of somebody: what stands in their row, and what was promised next. */
export interface BoardPerson {
  readonly id: string;
  readonly name: string;
  readonly organization?: string | undefined;
  readonly stage: Stage;
  readonly tags: readonly string[];
  readonly playbook?: string | undefined;
  /** The day of the last touchpoint. */
  readonly lastDay?: Day | undefined;
  /** Days that may pass between touchpoints: theirs, else their playbook's. */
  readonly cadence?: number | undefined;
  /** The pair's own rhythm, in days; absent while it is not known. */
  readonly rhythmDays?: number | undefined;
  /** The day the cadence falls due. */
  readonly dueDay?: Day | undefined;
  /** The open follow-up that is due first. */
  readonly promise?: Pick<FollowUp, 'text' | 'by' | 'dueDay' | 'first'> | undefined;
}

/** Everybody who is not deleted, as of a place in the journal. */
export interface Board {
  /** The clock of the last change that is in it. */
  readonly clock: string;
  readonly people: ReadonlyMap<string, BoardPerson>;
}

/** More changed people than this are read as everybody is: one long read is quicker than many short ones. */
const MANY = 500;

/**
 * Reads the board. What it says of somebody's standing (last, due, rhythm) was derived in the transaction that changed
 * it, so that 10,000 people cost one read of the people and none of the touchpoints.
 */
export function boardOf(db: KithDb): Promise<Board> {
  return db.transaction('r', [db.people, db.followUps, db.journal], async () => {
    const [last, people, promises] = await Promise.all([
      db.journal.orderBy('clock').last(),
      db.people.toArray(),
      db.followUps.where('[state+dueDay]').between(['open', Dexie.minKey], ['open', Dexie.maxKey]).toArray(),
    ]);
    const firsts = firstByPerson(promises);
    const live = people.filter(isLive);
    return {
      clock: last?.clock ?? '',
      people: new Map(live.map((person) => [person.id, boardPerson(person, firsts.get(person.id))])),
    };
  });
}

/** The board after what was journaled since: reads those whom it touched, and answers `board` itself when nothing was. */
export function boardSince(db: KithDb, board: Board): Promise<Board> {
  const tables = [db.people, db.touchpoints, db.reviews, db.feedback, db.playbooks, db.followUps, db.journal];
  return db.transaction('r', tables, async () => {
    const entries = await db.journal.where('clock').above(board.clock).sortBy('clock');
    const clock = entries.at(-1)?.clock;
    if (clock === undefined) return board;
    const touched = [...(await touchedBy(db, entries))];
    if (touched.length > MANY) return boardOf(db);
    const [rows, promises] = await Promise.all([
      db.people.bulkGet(touched),
      db.followUps.where('personId').anyOf(touched).toArray(),
    ]);
    const firsts = firstByPerson(promises);
    const people = new Map(board.people);
    for (const [index, id] of touched.entries()) {
      const person = rows[index];
      if (person && isLive(person)) people.set(id, boardPerson(person, firsts.get(id)));
      else people.delete(id);
    }
    return { clock, people };
  });
}

async function touchedBy(db: KithDb, entries: readonly JournalEntry[]): Promise<ReadonlySet<string>> {
  const changes = entries.map(({ table, key, before }) => ({ table, key, before: before ?? undefined }));
  const { people } = await peopleOf(db, changes);
  const touched = new Set(people);
  for (const { table, key, before } of entries) {
    if (table !== 'followUps') continue;
    for (const id of [before?.['personId'], (await db.followUps.get(key))?.personId])
      if (typeof id === 'string') touched.add(id);
  }
  // Follow-ups about nobody, and rows that are gone.
  touched.delete('undefined');
  return touched;
}

function boardPerson(person: Person, promise: FollowUp | undefined): BoardPerson {
  const { id, name, organization, stage, tags, playbook, pulse, dueDay } = person;
  return {
    id,
    name,
    organization,
    stage,
    tags,
    playbook,
    lastDay: pulse?.lastDay,
    cadence: pulse?.cadence,
    rhythmDays: pulse?.rhythmDays,
    dueDay,
    promise,
  };
}

function firstByPerson(rows: readonly FollowUp[]): ReadonlyMap<string, FollowUp> {
  const firsts = new Map<string, FollowUp>();
  for (const row of rows) {
    if (row.personId === undefined || row.state !== 'open' || !isLive(row)) continue;
    const known = firsts.get(row.personId);
    if (!known || row.dueDay < known.dueDay) firsts.set(row.personId, row);
  }
  return firsts;
}
