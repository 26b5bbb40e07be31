import type { FirstFollowUp } from '../domain/follow-ups.ts';
import type { Person, Stage } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';
import { moveIn } from './people.ts';
import { chooseIn } from './playbooks.ts';
import { type Changes, type Writer, write } from './write.ts';

/** What is done to several people at once. */
export type BulkChange =
  | { readonly kind: 'cadence'; readonly days: number | undefined }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'addTag' | 'removeTag'; readonly tag: string }
  | {
      readonly kind: 'playbook';
      readonly playbook: string | undefined;
      /** What is left of somebody's first follow-ups becomes these, as when it is chosen for them alone. */
      readonly firsts?: readonly FirstFollowUp[];
    }
  | { readonly kind: 'importance'; readonly importance: 1 | 1.3 | 2 };

/** What became of it. People who are deleted by now are in neither number. */
export interface BulkResult {
  /** For undo; nothing when nobody changed. */
  readonly batch: string | undefined;
  readonly changed: number;
  /** They were so already. */
  readonly same: number;
}

/** So many people are written in one transaction: few enough that the panel paints and the disk is not held for long. */
export const CHUNK = 200;

/**
 * Changes several people, in chunks of one batch that is undone as one. `about` stands in the list of changes; `onProgress`
 * hears how many are done. What was stored before an error stays, and can be undone. A new beginning (*establish*) brings
 * no first follow-ups here: thousands of promises at once would be nobody's intention.
 */
export async function bulkEdit(
  db: KithDb,
  ids: readonly string[],
  change: BulkChange,
  { about, onProgress }: { about: string; onProgress?: (done: number) => void },
): Promise<BulkResult> {
  const batch = crypto.randomUUID();
  let [changed, same] = [0, 0];
  for (let from = 0; from < ids.length; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK);
    const { result } = await write(db, { label: 'bulkEdit', about, batch }, async (writer) => {
      let count = 0;
      const people = (await db.people.bulkGet([...chunk])).filter((person) => person && isLive(person));
      for (const person of people as Person[]) if (await applyTo(db, writer, person, change)) count++; // narrowed by the filter
      return { count, all: people.length };
    });
    changed += result.count;
    same += result.all - result.count;
    onProgress?.(Math.min(ids.length, from + CHUNK));
  }
  return { batch: changed > 0 ? batch : undefined, changed, same };
}

function applyTo(db: KithDb, writer: Writer, person: Person, change: BulkChange): Promise<boolean> {
  if (change.kind === 'stage') return moveIn(db, writer, person.id, change.stage);
  if (change.kind === 'playbook')
    return chooseIn(db, writer, person.id, change.playbook, change.firsts ?? []);
  return writer.update('people', person.id, fieldsOf(person, change));
}

function fieldsOf(
  person: Person,
  change: Exclude<BulkChange, { kind: 'stage' | 'playbook' }>,
): Changes<'people'> {
  switch (change.kind) {
    case 'cadence':
      return { cadenceDays: change.days };
    case 'addTag':
      return { tags: person.tags.includes(change.tag) ? person.tags : [...person.tags, change.tag] };
    case 'removeTag':
      return { tags: person.tags.filter((tag) => tag !== change.tag) };
    case 'importance':
      // Normal is what holds where nothing is stored.
      return { importance: change.importance === 1 ? undefined : change.importance };
  }
}
