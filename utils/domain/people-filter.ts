import { dueState } from './cadence.ts';
import type { Day, Person, Stage } from './types.ts';

/** Which people a list shows; what is absent does not matter. */
export interface PeopleFilter {
  readonly stage?: Stage | undefined;
  /** `due` on or past their day, `overdue` past it by half a rhythm, `none` without a rhythm. */
  readonly due?: 'due' | 'overdue' | 'none' | undefined;
  readonly tag?: string | undefined;
  readonly organization?: string | undefined;
  /** A playbook's id. */
  readonly playbook?: string | undefined;
}

/** What a filter looks at. */
export type Filtered = Pick<Person, 'stage' | 'tags' | 'organization' | 'playbook' | 'dueDay' | 'pulse'>;

/** Whether a filter leaves everybody in. */
export function isOpen(filter: PeopleFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

/** Whether a person is among those that a filter asks for. */
export function passes(person: Filtered, filter: PeopleFilter, today: Day): boolean {
  const { stage, due, tag, organization, playbook } = filter;
  if (stage !== undefined && person.stage !== stage) return false;
  if (tag !== undefined && !person.tags.includes(tag)) return false;
  if (organization !== undefined && person.organization !== organization) return false;
  if (playbook !== undefined && person.playbook !== playbook) return false;
  if (due === undefined) return true;
  if (person.dueDay === undefined) return due === 'none';
  const { kind } = dueState(person.dueDay, person.pulse?.cadence, today);
  return due === 'overdue' ? kind === 'overdue' : due === 'due' && kind !== 'later';
}
