import type { Day, FollowUp } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import type { NewTouchpoint } from './log-one.ts';
import { newPersonRow } from './people.ts';
import { logIn } from './touchpoints.ts';
import { type Writer, write } from './write.ts';

/** Somebody who took part: a person in Kith, or the name of one to be added. */
export interface Participant {
  readonly id?: string | undefined;
  readonly name: string;
}

/** What the user tells of an interaction that no page shows. */
export interface ByHand extends Omit<NewTouchpoint, 'personIds' | 'sourceKey' | 'link' | 'site'> {
  /** At least one; promises belong to the first. */
  readonly people: readonly Participant[];
  readonly followUps: readonly {
    readonly text: string;
    readonly by: FollowUp['by'];
    readonly dueDay: Day;
  }[];
}

/**
 * Logs an interaction by hand, adds whoever is new and the follow-ups that were promised: all of it or nothing, and one
 * undo. Throws when nobody took part. Returns the batch.
 */
export async function logByHand(db: KithDb, { people, followUps, ...touchpoint }: ByHand): Promise<string> {
  // What the list of changes calls it: how the summary begins, else with whom it was.
  const about = (touchpoint.summary?.split('\n')[0] || people.map(({ name }) => name).join(', ')).slice(
    0,
    60,
  );
  const { batch } = await write(db, { label: 'log', about }, async (writer) => {
    const personIds: string[] = [];
    for (const { id, name } of people) personIds.push(id ?? (await addNamed(writer, name)));
    if (personIds.length === 0) throw new Error('An interaction is with somebody.');
    const { id: touchpointId } = await logIn(db, writer, {
      ...touchpoint,
      personIds: [...new Set(personIds)],
    });
    // Somebody merged in another window is by now somebody else.
    const [personId = ''] = (await db.touchpoints.get(touchpointId))?.personIds ?? [];
    for (const followUp of followUps)
      await writer.insert('followUps', { ...followUp, personId, touchpointId, state: 'open' });
  });
  return batch;
}

async function addNamed(writer: Writer, name: string): Promise<string> {
  const id = await writer.insert('people', newPersonRow({ name }, writer.now));
  await writer.insert('stageMoves', { personId: id, to: 'establish', at: writer.now });
  return id;
}
