import fc from 'fast-check';
import type { KithDb, TableName, Tables } from '../../utils/db/database.ts';
import { HandleTakenError } from '../../utils/db/handle-taken.ts';
import { mergePeople, splitHandle } from '../../utils/db/merge.ts';
import {
  addHandle,
  addPerson,
  deletePerson,
  editPerson,
  moveStage,
  removeHandle,
} from '../../utils/db/people.ts';
import {
  addFollowUp,
  addGoal,
  closeFollowUp,
  closeGoal,
  deleteGoal,
  deleteNote,
  editGoal,
  saveNote,
} from '../../utils/db/practice.ts';
import { deleteTouchpoint, editTouchpoint, logTouchpoint } from '../../utils/db/touchpoints.ts';
import { undo } from '../../utils/db/undo.ts';
import { CHANNELS, GOAL_SIDES, STAGES } from '../../utils/domain/types.ts';

/** Something a user may do. `pick` numbers choose among what is there, so that a shrunk sequence still means something. */
export interface RandomAction {
  readonly kind: keyof typeof ACTIONS;
  readonly pick: number;
  readonly other: number;
  readonly word: string;
}

const START = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

// Few names, keys and instants: what is random must meet itself again, and often at the same millisecond.
const instantOf = (n: number) => START + (n % 7) * DAY * 11;
const dayOf = (n: number) => new Date(instantOf(n)).toISOString().slice(0, 10);
const handleOf = (n: number) => ({ kind: 'email', value: `p${n % 5}@example.com` }) as const;

/** Does it; returns the batch, or nothing when there was nothing to do it to. */
export async function act(
  db: KithDb,
  action: RandomAction,
  batches: readonly string[],
): Promise<string | undefined> {
  try {
    return await ACTIONS[action.kind](db, action, batches);
  } catch (error) {
    if (error instanceof HandleTakenError) return undefined;
    throw error;
  }
}

const ACTIONS = {
  mergePeople: async (db, { pick, other }) => {
    const [keep, gone] = await some(db, pick, other);
    return keep !== undefined && gone !== undefined ? mergePeople(db, keep, gone) : undefined;
  },
  splitHandle: (db, { pick, word }) =>
    on(db, 'handles', pick, async (row) => (await splitHandle(db, row, word)).batch),
  addPerson: async (db, { pick, other, word }) =>
    (await addPerson(db, { name: word, headline: other % 2 ? word : undefined, handles: [handleOf(pick)] }))
      .batch,
  editPerson: (db, { pick, other, word }) =>
    on(db, 'people', pick, ({ id }) =>
      editPerson(db, id, other % 2 ? { name: word } : { organization: other % 4 ? word : undefined }),
    ),
  setCadence: (db, { pick, other }) =>
    on(db, 'people', pick, ({ id }) =>
      editPerson(db, id, { cadenceDays: other % 3 ? 7 * (other % 3) : undefined }, 'setCadence'),
    ),
  moveStage: (db, { pick, other }) =>
    on(db, 'people', pick, ({ id }) => moveStage(db, id, STAGES[other % 4] ?? 'maintain')),
  deletePerson: (db, { pick }) => on(db, 'people', pick, ({ id }) => deletePerson(db, id)),
  addHandle: (db, { pick, other }) => on(db, 'people', pick, ({ id }) => addHandle(db, id, handleOf(other))),
  removeHandle: (db, { pick }) => on(db, 'handles', pick, (row) => removeHandle(db, row)),
  log: async (db, { pick, other, word }) => {
    const personIds = await some(db, pick, other);
    if (personIds.length === 0) return undefined;
    const when = other % 5 === 0 ? { day: dayOf(pick) } : { at: instantOf(pick) };
    const sourceKey = other % 3 === 0 ? undefined : `mail:${pick % 4}`;
    const channel = CHANNELS[other % CHANNELS.length] ?? 'email';
    const seen = { personIds, channel, direction: 'in' as const, subject: word, sourceKey, ...when };
    return (await logTouchpoint(db, seen)).batch;
  },
  moveTouchpoint: (db, { pick, other }) =>
    on(db, 'touchpoints', pick, ({ id }) =>
      editTouchpoint(db, id, { at: instantOf(other), day: dayOf(other) }),
    ),
  regroupTouchpoint: async (db, { pick, other }) => {
    const personIds = await some(db, other, pick);
    return on(db, 'touchpoints', pick, ({ id }) => editTouchpoint(db, id, { personIds }));
  },
  deleteTouchpoint: (db, { pick }) => on(db, 'touchpoints', pick, ({ id }) => deleteTouchpoint(db, id)),
  addGoal: (db, { pick, other, word }) =>
    on(db, 'people', pick, ({ id }) => addGoal(db, id, GOAL_SIDES[other % 3] ?? 'mine', word, dayOf(other))),
  editGoal: (db, { pick, other, word }) =>
    on(db, 'goals', pick, (goal) =>
      editGoal(db, goal, { text: word, dueDay: other % 2 ? dayOf(other) : undefined }),
    ),
  closeGoal: (db, { pick, other }) =>
    on(db, 'goals', pick, (goal) =>
      closeGoal(db, goal, (['open', 'met', 'dropped'] as const)[other % 3] ?? 'met'),
    ),
  deleteGoal: (db, { pick }) => on(db, 'goals', pick, (goal) => deleteGoal(db, goal)),
  writeNote: (db, { pick, other, word }) =>
    on(db, 'people', pick, async ({ id: personId }) => {
      const batch = crypto.randomUUID();
      const id = (other % 2 ? (await db.notes.toCollection().first())?.id : undefined) ?? crypto.randomUUID();
      for (let end = 1; end <= word.length; end += 2)
        await saveNote(db, { id, personId, body: word.slice(0, end) }, batch);
      return batch;
    }),
  deleteNote: (db, { pick }) => on(db, 'notes', pick, (note) => deleteNote(db, note)),
  addFollowUp: (db, { pick, other, word }) =>
    on(db, 'people', pick, ({ id }) =>
      addFollowUp(db, { personId: id, text: word, by: 'me', dueDay: dayOf(other) }),
    ),
  closeFollowUp: (db, { pick }) => on(db, 'followUps', pick, (row) => closeFollowUp(db, row)),
  undo: async (db, { pick }, batches) => {
    const batch = batches[pick % Math.max(1, batches.length)];
    return batch && undo(db, batch);
  },
} satisfies Record<
  string,
  (db: KithDb, action: RandomAction, batches: readonly string[]) => Promise<string | undefined>
>;

async function on<T extends TableName>(
  db: KithDb,
  table: T,
  pick: number,
  work: (row: Tables[T]) => Promise<string>,
): Promise<string | undefined> {
  const rows: Tables[T][] = await db.table(table).toArray();
  const live = rows.filter(({ deletedAt }) => deletedAt === undefined);
  live.sort((a, b) => a.createdAt - b.createdAt);
  const row = live[pick % Math.max(1, live.length)];
  return row && work(row);
}

async function some(db: KithDb, pick: number, other: number): Promise<string[]> {
  const people = (await db.people.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
  return people
    .filter((_, index) => index === pick % people.length || (other >> index) % 3 === 1)
    .map(({ id }) => id);
}

const kinds = Object.keys(ACTIONS) as RandomAction['kind'][];
const frequent = [
  'addPerson',
  'log',
  'log',
  'log',
  'moveTouchpoint',
  'regroupTouchpoint',
  'setCadence',
  'setCadence',
  'deletePerson',
  'undo',
  'undo',
] as const;

/** An action of any kind; logging and undoing come often. */
export const randomAction = (...without: readonly RandomAction['kind'][]) =>
  fc.record({
    kind: fc.constantFrom(...[...kinds, ...frequent].filter((kind) => !without.includes(kind))),
    pick: fc.nat(99),
    other: fc.nat(99),
    word: fc.constantFrom('Ana Pérez', 'perez ana', '王小明', 'Bob'),
  });

/** Actions that begin with two people. */
export const randomActions = (maxLength: number) =>
  fc
    .array(randomAction(), { maxLength })
    .map((rest): RandomAction[] => [
      { kind: 'addPerson', pick: 0, other: 1, word: 'Ana Pérez' },
      { kind: 'addPerson', pick: 1, other: 0, word: 'Bob' },
      ...rest,
    ]);
