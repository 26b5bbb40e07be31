import type { FollowUp, HandleRow, Instant, Person, YearlyDate } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { MissingRowError } from './missing-row.ts';
import { newPersonRow, OWNED } from './people.ts';
import type { Changes } from './write.ts';
import { write } from './write.ts';

const FILLED = [
  'headline',
  'organization',
  'location',
  'cadenceDays',
  'playbook',
  'importance',
  'timeZone',
  'language',
  // Whoever asked for less to be logged gets that.
  'captureOff',
] as const satisfies readonly (keyof Person)[];

/**
 * Makes two people one: `keep` stays, with their own name, stage and fields; what `keep` lacks is taken from `gone`, their dates
 * are joined, and all that belongs to `gone` moves over; only its open first follow-ups, which `keep` had too, are dropped. Returns the batch for undo. Throws `MissingRowError` when one of them is not there.
 */
export async function mergePeople(db: KithDb, keepId: string, goneId: string): Promise<string> {
  const about = (await db.people.get(goneId))?.name;
  const { batch } = await write(db, { label: 'mergePeople', about }, async (writer) => {
    const [keep, gone] = await Promise.all([db.people.get(keepId), db.people.get(goneId)]);
    if (!keep || keep.deletedAt !== undefined) throw new MissingRowError('people', keepId);
    if (!gone || gone.deletedAt !== undefined || keepId === goneId)
      throw new MissingRowError('people', goneId);
    // A lesson outlives the person it came from when they are deleted, but here it has somewhere to go.
    for (const table of [...OWNED, 'lessons'] as const) {
      const rows = await db.table(table).where('personId').equals(goneId).toArray();
      for (const row of rows)
        await writer.update(table, row.id, { personId: keepId, ...dropped(row, writer.now) } as Changes<
          typeof table
        >); // each of these tables has it
    }
    for (const touchpoint of await db.touchpoints.where('personIds').equals(goneId).toArray()) {
      const personIds = [...new Set(touchpoint.personIds.map((id) => (id === goneId ? keepId : id)))];
      await writer.update('touchpoints', touchpoint.id, { personIds });
    }
    const missing = FILLED.filter((field) => keep[field] === undefined && gone[field] !== undefined);
    await writer.update('people', keepId, {
      ...Object.fromEntries(missing.map((field) => [field, gone[field]])),
      ...(gone.approach && { approach: { ...gone.approach, ...keep.approach } }),
      ...(gone.dates && { dates: joined(keep.dates ?? [], gone.dates) }),
      tags: [...new Set([...keep.tags, ...gone.tags])],
      since: keep.since < gone.since ? keep.since : gone.since,
    });
    await writer.update('people', goneId, { mergedInto: keepId });
    await writer.remove('people', goneId);
  });
  return batch;
}

// The beginning of a relationship is made once.
function dropped(row: Partial<FollowUp>, now: Instant): Partial<FollowUp> {
  return row.first && row.state === 'open' && row.deletedAt === undefined
    ? { state: 'dropped', closedAt: now }
    : {};
}

// Two birthdays of one person are one, unless they differ: then the user sees both.
function joined(own: readonly YearlyDate[], others: readonly YearlyDate[]): readonly YearlyDate[] {
  const same = (a: YearlyDate, b: YearlyDate) =>
    a.kind === b.kind &&
    a.month === b.month &&
    a.day === b.day &&
    a.calendar === b.calendar &&
    (a.label ?? '') === (b.label ?? '');
  return [...own, ...others.filter((other) => !own.some((one) => same(one, other)))];
}

/** Gives one of a person's handles to a new person: two namesakes told apart. Returns the new id and the batch for undo. */
export async function splitHandle(
  db: KithDb,
  row: HandleRow,
  name: string,
): Promise<{ id: string; batch: string }> {
  const { batch, result } = await write(db, { label: 'splitPerson', about: row.value }, async (writer) => {
    const id = await writer.insert('people', newPersonRow({ name }, writer.now));
    await writer.update('handles', row.id, { personId: id });
    await writer.insert('stageMoves', { personId: id, to: 'establish', at: writer.now });
    return id;
  });
  return { id: result, batch };
}
