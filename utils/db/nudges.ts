import { Dexie, type Table } from 'dexie';
import { addDays } from '../domain/days.ts';
import { dateKeysFrom } from '../domain/nudges/dates.ts';
import { type Nudge, nudgeOf } from '../domain/nudges/nudge.ts';
import { dateKey } from '../domain/nudges/reasons.ts';
import type { Day, Feedback, FollowUp, Goal, Person, Row, Snooze, Support } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';

/** A nudge and whom it is about. */
export interface PersonNudge extends Nudge {
  readonly person: Person;
}

/** The open items and the answers that decide about nudges. */
interface Owed {
  readonly followUps: readonly FollowUp[];
  readonly goals: readonly Goal[];
  readonly feedback: readonly Feedback[];
  readonly support: readonly Support[];
  readonly snoozes: readonly Snooze[];
}

/** Everybody who comes up on a day, unordered, found by indexes: it costs what is due, not what is stored. */
export function nudgesOn(db: KithDb, today: Day): Promise<PersonNudge[]> {
  return reading(db, async () => {
    const dates = dateKeysFrom(today);
    const [people, dated, followUps, goals, feedback, support, putOff, stopped] = await Promise.all([
      dueBy(db, today),
      ofEach([...dates.keys()], (key) => db.people.where('dateKeys').equals(key).toArray()),
      openUntil(db.followUps, 'dueDay', today),
      openUntil(db.goals, 'dueDay', today),
      openUntil(db.feedback, 'day', today),
      openUntil(db.support, 'day', today),
      // Those that are over, most of them, stay where they are.
      db.snoozes.where('untilDay').above(today).toArray(),
      db.snoozes.orderBy('evidence').toArray(),
    ]);
    const known = new Map([...people, ...dated].map((person) => [person.id, person]));
    const owed = [...followUps, ...goals, ...feedback, ...support].flatMap(({ personId }) =>
      personId === undefined || known.has(personId) ? [] : [personId],
    );
    for (const person of await db.people.bulkGet([...new Set(owed)]))
      if (person) known.set(person.id, person);
    const snoozes = [...putOff, ...stopped];
    return nudged([...known.values()], { followUps, goals, feedback, support, snoozes }, dates, today);
  });
}

/** The nudges about some people on a day: of those who come up. */
export function nudgesAbout(db: KithDb, ids: readonly string[], today: Day): Promise<PersonNudge[]> {
  return reading(db, async () => {
    const [people, followUps, goals, feedback, support, snoozes] = await Promise.all([
      db.people.bulkGet([...ids]),
      ofEach(ids, (personId) => db.followUps.where({ personId }).toArray()),
      ofEach(ids, (personId) => db.goals.where({ personId }).toArray()),
      ofEach(ids, (personId) => db.feedback.where({ personId }).toArray()),
      ofEach(ids, (personId) => db.support.where({ personId }).toArray()),
      ofEach(ids, (id) =>
        db.snoozes.where('[personId+nudge]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray(),
      ),
    ]);
    const known = people.filter((person) => person !== undefined);
    const owed = {
      followUps: followUps.filter(isOpen),
      goals: goals.filter(isOpen),
      feedback: feedback.filter(isOpen),
      support: support.filter(isOpen),
      snoozes,
    };
    return nudged(known, owed, dateKeysFrom(today), today);
  });
}

/** The nudge about one person on a day, when there is one. */
export async function nudgeFor(db: KithDb, personId: string, today: Day): Promise<PersonNudge | undefined> {
  const [nudge] = await nudgesAbout(db, [personId], today);
  return nudge;
}

/** Follow-ups of the user's own that are about nobody and due by a day, the first due first. */
export async function freeFollowUps(db: KithDb, today: Day): Promise<FollowUp[]> {
  const rows = await openUntil(db.followUps, 'dueDay', today);
  return rows.filter(({ personId }) => personId === undefined);
}

function reading<R>(db: KithDb, body: () => Promise<R>): Promise<R> {
  return db.transaction('r', [db.people, db.followUps, db.goals, db.feedback, db.support, db.snoozes], body);
}

// Whoever is due is read in parts, by how long they are: after an import they are thousands, and each answer of the database
// is a task that nothing interrupts.
const LONG_DUE_DAYS = [365, 150, 50];

async function dueBy(db: KithDb, today: Day): Promise<Person[]> {
  const days = LONG_DUE_DAYS.map((ago) => addDays(today, -ago));
  const parts = [...days, today].map((until, place) => {
    const after = days[place - 1];
    const due = db.people.where('nudgeDay');
    return (after === undefined ? due.belowOrEqual(until) : due.between(after, until, false, true)).toArray();
  });
  return (await Promise.all(parts)).flat();
}

// Asking for each is quicker than one cursor over all of them.
async function ofEach<T>(keys: readonly string[], read: (key: string) => PromiseLike<T[]>): Promise<T[]> {
  return (await Promise.all(keys.map(read))).flat();
}

function nudged(
  people: readonly Person[],
  owed: Owed,
  dates: ReadonlyMap<string, Day>,
  today: Day,
): PersonNudge[] {
  const followUps = byPerson(owed.followUps);
  const goals = byPerson(owed.goals);
  // The user's own feedback to them is nothing to act on.
  const feedback = byPerson(owed.feedback.filter(({ from }) => from === 'them'));
  // What they offered, gave or received is no debt of the user's.
  const support = byPerson(owed.support.filter(({ kind }) => kind === 'asked'));
  const snoozes = byPerson(owed.snoozes.filter(isLive));
  return people.filter(isLive).flatMap((person) => {
    const { id } = person;
    const nudge = nudgeOf(
      {
        person,
        followUps: followUps.get(id) ?? [],
        goals: goals.get(id) ?? [],
        feedback: feedback.get(id) ?? [],
        support: support.get(id) ?? [],
        snoozes: snoozes.get(id) ?? [],
        dates: (person.dates ?? []).flatMap((date) => {
          const day = dates.get(dateKey(date));
          return day === undefined ? [] : [{ date, day }];
        }),
      },
      today,
    );
    return nudge ? [{ ...nudge, person }] : [];
  });
}

async function openUntil<T extends Row>(
  table: Table<T, string>,
  index: 'dueDay' | 'day',
  today: Day,
): Promise<T[]> {
  const rows = await table
    .where(`[state+${index}]`)
    .between(['open', Dexie.minKey], ['open', today], true, true)
    .toArray();
  return rows.filter(isLive);
}

function isOpen(row: Row & { readonly state: string }): boolean {
  return row.state === 'open' && isLive(row);
}

function byPerson<T extends { readonly personId?: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    if (row.personId === undefined) continue;
    const group = groups.get(row.personId);
    if (group) group.push(row);
    else groups.set(row.personId, [row]);
  }
  return groups;
}
