import { dayOf } from '../domain/days.ts';
import type { Dated } from '../domain/suggestions/needs.ts';
import type { Approach, Day, Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { type Changes, write } from './write.ts';

/** What belongs to how one works with a person. */
const FIELDS = ['approach', 'playbook', 'cadenceDays', 'timeZone', 'language'] as const;

/** One dated change of the approach: what it was and what it became, field by field. */
export interface ApproachChange {
  readonly id: string;
  readonly day: Day;
  readonly why?: string | undefined;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** The fields of an approach that change; `undefined` takes one away, what is not named stays as it is stored. */
export type ApproachEdit = { readonly [F in keyof Approach]?: Approach[F] | undefined };

/**
 * Changes how one works with a person: only the fields that are named, over whatever another window stored meanwhile. The
 * reason belongs to this change: it stands in the approach itself, and so in the journal, until the next one.
 */
export async function setApproach(
  db: KithDb,
  person: Pick<Person, 'id' | 'name'>,
  edit: ApproachEdit,
  others: Pick<Changes<'people'>, 'timeZone' | 'language'> = {},
): Promise<string> {
  const { batch } = await write(db, { label: 'setApproach', about: person.name }, async (writer) => {
    const { why: _, ...stored } = (await db.people.get(person.id))?.approach ?? {};
    const fields = Object.entries({ ...stored, ...edit }).filter(([, value]) => value !== undefined);
    const approach = Object.fromEntries(fields) as Approach; // the fields of one, without those that went
    await writer.update('people', person.id, {
      ...others,
      approach: fields.length > 0 ? approach : undefined,
    });
  });
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

/** One dated change of the organisation. */
export interface ContactChange extends Dated {
  readonly before: unknown;
  /** `undefined`: it was taken away. */
  readonly after: unknown;
}

/** The changes of organisation of a person: perhaps somebody changed places. */
export async function contactChanges(db: KithDb, personId: string): Promise<ContactChange[]> {
  const entries = await db.journal.where({ table: 'people', key: personId }).sortBy('seq');
  return entries
    .filter(({ before, after }) => before?.['organization'] !== undefined && 'organization' in after)
    .map(({ seq, at, before, after }) => ({
      id: String(seq),
      day: dayOf(at),
      before: before?.['organization'],
      after: after['organization'],
    }));
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
