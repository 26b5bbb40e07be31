import type { BoardPerson } from '../../utils/db/board.ts';
import { type Span, weeksFrom } from '../../utils/db/overview.ts';
import type { Day } from '../../utils/domain/types.ts';

/** Who is due in a stretch of days, and by what; ids, the first due first. */
export interface DueIn {
  /** Absent for what was due before the first week. */
  readonly week?: Span;
  readonly rhythm: readonly string[];
  readonly promises: readonly string[];
}

/** Who was due before today's week, and who falls due in each of the next `count` weeks, this one included. Pure. */
export function dueWeeks(people: Iterable<BoardPerson>, today: Day, count: number): DueIn[] {
  const everybody = [...people];
  const weeks = weeksFrom(today, count);
  const first = weeks[0]?.from ?? today;
  const within = (of: (person: BoardPerson) => Day | undefined, from: Day, to: Day) =>
    everybody
      .flatMap((person) => {
        const day = of(person);
        return day !== undefined && day >= from && day <= to ? [{ id: person.id, day }] : [];
      })
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .map(({ id }) => id);
  const dueIn = (from: Day, to: Day) => ({
    rhythm: within(({ dueDay }) => dueDay, from, to),
    promises: within(({ promise }) => promise?.dueDay, from, to),
  });
  const before = dueIn('0000-01-01', dayBefore(first));
  return [before, ...weeks.map((week) => ({ week, ...dueIn(week.from, week.to) }))];
}

// Days are texts: this is the largest that is less.
function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
