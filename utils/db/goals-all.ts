import { Dexie } from 'dexie';
import type { Goal, GoalSide, Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';

/** An open goal and whose person it belongs to. */
export interface PersonGoal {
  readonly goal: Goal;
  readonly person: Person;
}

/** The open goals of everybody: those with a day first, by it, then those without, newest first. */
export interface OpenGoals {
  readonly goals: readonly PersonGoal[];
  /** Whether there are more than were asked for. */
  readonly more: boolean;
}

/** Reads the first `limit` open goals, of one side or of all. */
export function openGoals(db: KithDb, side: GoalSide | undefined, limit: number): Promise<OpenGoals> {
  return db.transaction('r', [db.goals, db.people], async () => {
    const wanted = (goal: Goal) => isLive(goal) && (side === undefined || goal.side === side);
    const dated = await db.goals
      .where('[state+dueDay]')
      .between(['open', Dexie.minKey], ['open', Dexie.maxKey])
      .filter(wanted)
      .limit(limit + 1)
      .toArray();
    // Goals without a day are in no index. They are looked for only when those with one do not fill the list.
    const undated =
      dated.length > limit
        ? []
        : (await db.goals.toArray())
            .filter((goal) => goal.state === 'open' && goal.dueDay === undefined && wanted(goal))
            .sort((a, b) => b.createdAt - a.createdAt)
            .slice(0, limit + 1 - dated.length);
    const rows = [...dated, ...undated];
    const shown = rows.slice(0, limit);
    const people = new Map(
      (await db.people.bulkGet([...new Set(shown.map(({ personId }) => personId))])).flatMap((person) =>
        person && isLive(person) ? [[person.id, person]] : [],
      ),
    );
    return {
      goals: shown.flatMap((goal) => {
        const person = people.get(goal.personId);
        return person ? [{ goal, person }] : [];
      }),
      more: rows.length > limit,
    };
  });
}
