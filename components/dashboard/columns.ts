import type { BoardPerson } from '../../utils/db/board.ts';
import { fold } from '../../utils/domain/fold.ts';
import { type Day, STAGES, type Stage } from '../../utils/domain/types.ts';

/** Who is to be shown; what is absent or empty leaves everybody. */
export interface Filter {
  /** Words of the name or the organisation, in any order, without regard to case and accents. */
  readonly text?: string;
  readonly tag?: string;
  /** A playbook's id; `none` for people without one. */
  readonly playbook?: string;
}

/** Stands for "without a playbook" in a filter; no id of a playbook can be it. */
export const NO_PLAYBOOK = '(none)';

/** The day on which something is next due with somebody: their cadence, or what was promised. */
export function nextDay({ dueDay, promise }: BoardPerson): Day | undefined {
  if (dueDay === undefined || (promise && promise.dueDay < dueDay)) return promise?.dueDay;
  return dueDay;
}

/** Whether somebody is what a filter asks for. */
export function fits(filter: Filter): (person: BoardPerson) => boolean {
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const { tag, playbook } = filter;
  return (person) => {
    if (tag && !person.tags.includes(tag)) return false;
    if (playbook && (person.playbook ?? NO_PLAYBOOK) !== playbook) return false;
    if (words.length === 0) return true;
    const text = fold(`${person.name} ${person.organization ?? ''}`);
    return words.every((word) => text.includes(word));
  };
}

/**
 * People by stage: whoever is due first stands first; of those with nothing due, whoever was met last. Pure; linear but
 * for the sorting.
 */
export function columnsOf(
  people: Iterable<BoardPerson>,
  filter: Filter,
): Readonly<Record<Stage, readonly BoardPerson[]>> {
  const columns = Object.fromEntries(STAGES.map((stage) => [stage, [] as Placed[]])) as Record<
    Stage,
    Placed[]
  >;
  const wanted = fits(filter);
  for (const person of people)
    if (wanted(person)) columns[person.stage].push({ person, next: nextDay(person) ?? NEVER });
  const sorted = STAGES.map((stage) => [stage, columns[stage].sort(inOrder).map(({ person }) => person)]);
  return Object.fromEntries(sorted);
}

interface Placed {
  readonly person: BoardPerson;
  readonly next: Day;
}

const NEVER = '9999-99-99';

function inOrder(a: Placed, b: Placed): number {
  return (
    compare(a.next, b.next) ||
    compare(b.person.lastDay ?? '', a.person.lastDay ?? '') ||
    compare(a.person.id, b.person.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
