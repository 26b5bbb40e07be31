import { dayOf } from '../domain/days.ts';
import type { Dated } from '../domain/suggestions/needs.ts';
import type { Approach, Day, Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { type Changes, write } from './write.ts';

/** What belongs to how one works with a person. */
const FIELDS = ['approach', 'cadenceDays', 'timeZone', 'language'] as const;

/** One dated change of the approach: what it was and what it became, field by field. */
export interface ApproachChange {
  readonly id: string;
  readonly day: Day;
  readonly why?: string | undefined;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** Changes how one works with a person; the reason stands in the approach itself, and so in the journal. */
export async function setApproach(
  db: KithDb,
  person: Person,
  approach: Approach,
  others: Pick<Changes<'people'>, 'timeZone' | 'language'>,
): Promise<string> {
  const { batch } = await write(db, { label: 'setApproach', about: person.name }, (writer) =>
    writer.update('people', person.id, { ...others, approach }),
  );
  return batch;
}

/** How the approach to a person changed, newest first: read from the journal. Undone changes cancel out by what undid them. */
export async function approachHistory(db: KithDb, personId: string): Promise<ApproachChange[]> {
  const entries = await db.journal.where({ table: 'people', key: personId }).sortBy('seq');
  return entries
    .flatMap(({ seq, at, before, after }) => {
      if (before === null) return [];
      const changes = FIELDS.filter((field) => field in after).flatMap((field) =>
        field === 'approach'
          ? within(before[field], after[field])
          : [{ field, before: before[field], after: after[field] }],
      );
      const why = (after['approach'] as Approach | undefined)?.why;
      return changes.length === 0
        ? []
        : [{ id: String(seq), day: dayOf(at), changes, ...(why !== undefined && { why }) }];
    })
    .reverse();
}

/** The changes of organisation or headline of a person: perhaps somebody changed places. */
export async function contactChanges(db: KithDb, personId: string): Promise<Dated[]> {
  const entries = await db.journal.where({ table: 'people', key: personId }).sortBy('seq');
  return entries
    .filter(({ before, after }) => before?.['organization'] !== undefined && 'organization' in after)
    .map(({ seq, at }) => ({ id: String(seq), day: dayOf(at) }));
}

function within(before: unknown, after: unknown) {
  const [was, is] = [before, after].map((value) => (value ?? {}) as Record<string, unknown>) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  return ['channel', 'tone', 'avoid', 'strengths', 'weaknesses']
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ field, before: was[field], after: is[field] }));
}
