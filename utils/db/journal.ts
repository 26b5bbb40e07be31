import type { Instant } from '../domain/types.ts';
import type { TableName } from './database.ts';

/** Some fields of a row; a field that was absent is `undefined`. */
export type Fields = Readonly<Record<string, unknown>>;

/** What the user did: the words of an undo. Each has a string in the locales. */
export type ActionLabel =
  | 'addPerson'
  | 'editPerson'
  | 'deletePerson'
  | 'moveStage'
  | 'setCadence'
  | 'addHandle'
  | 'removeHandle'
  | 'mergePeople'
  | 'splitPerson'
  | 'samePerson'
  | 'notSame'
  | 'log'
  | 'editTouchpoint'
  | 'deleteTouchpoint'
  | 'addGoal'
  | 'editGoal'
  | 'closeGoal'
  | 'deleteGoal'
  | 'editNote'
  | 'deleteNote'
  | 'addFollowUp'
  | 'closeFollowUp'
  | 'deleteFollowUp'
  | 'editFollowUp'
  | 'capture'
  | 'sent'
  | 'snooze'
  | 'stopNudge'
  | 'markDone'
  | 'keepDate'
  | 'askFeedback'
  | 'pause'
  | 'neverLog'
  | 'allowLog'
  | 'bulkEdit'
  | 'setPlaybook'
  | 'addPlaybook'
  | 'editPlaybook'
  | 'deletePlaybook'
  | 'addFact'
  | 'editFact'
  | 'deleteFact'
  | 'addSupport'
  | 'editSupport'
  | 'deleteSupport'
  | 'addFeedback'
  | 'editFeedback'
  | 'deleteFeedback'
  | 'addLesson'
  | 'editLesson'
  | 'deleteLesson'
  | 'setApproach'
  | 'editReview'
  | 'finishReview'
  | 'deleteReview'
  | 'turnDown'
  | 'setting'
  | 'undo';

/** One changed row. Undo, histories and sync are readers of these. */
export interface JournalEntry {
  /** Position in this device's journal; given by the database. */
  readonly seq: number;
  /** Entries of one action of the user share a batch. */
  readonly batch: string;
  readonly label: ActionLabel;
  /** Whom or what it was about, for the list of changes. */
  readonly about?: string;
  readonly at: Instant;
  /** Hybrid logical clock, see domain/clock. */
  readonly clock: string;
  readonly device: string;
  readonly table: TableName;
  readonly key: string;
  /** The changed fields as they were; null when the row is new. */
  readonly before: Fields | null;
  /** The changed fields as they are now. */
  readonly after: Fields;
  /** The batch that this one takes back. */
  readonly undoes?: string;
}

// What says nothing about the user's data: stamps, and fields that derive from others.
const DERIVED = new Set([
  'updatedAt',
  'lastAt',
  'lastTouchpointId',
  'dueDay',
  'nudgeDay',
  'pulse',
  'dateKeys',
  'touchpointCount',
  'nameKey',
  'timeline',
]);

/** Whether a field of a table is computed from others and so is neither journaled nor restored. */
export function isDerived(table: TableName, field: string): boolean {
  // A goal's and a follow-up's due day is the user's own.
  return DERIVED.has(field) && (field !== 'dueDay' || table === 'people');
}

/** The fields in which two versions of a row differ, before and after; nothing when they are equal. */
export function difference(
  table: TableName,
  before: Fields,
  after: Fields,
): { before: Fields; after: Fields } | undefined {
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isDerived(table, field) || equal(before[field], after[field])) continue;
    was[field] = before[field];
    is[field] = after[field];
  }
  return Object.keys(is).length === 0 ? undefined : { before: was, after: is };
}

/** Deep equality of plain stored values. */
export function equal(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A row as it was when the transaction began, and where it is. */
export interface Change {
  readonly table: TableName;
  readonly key: string;
  readonly before: Fields | undefined;
}

/** A copy of `row` with `fields` set; fields that are `undefined` are taken away. */
export function withFields(row: Fields, fields: Fields): Fields {
  return Object.fromEntries(Object.entries({ ...row, ...fields }).filter(([, value]) => value !== undefined));
}
