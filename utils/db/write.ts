import type { Instant, Row } from '../domain/types.ts';
import type { KithDb, TableName, Tables } from './database.ts';
import type { ActionLabel } from './journal.ts';

/** What the user is doing, for the journal. Writes with the same `batch` are undone as one. */
export interface Action {
  readonly label: ActionLabel;
  readonly about?: string | undefined;
  readonly batch?: string | undefined;
  readonly undoes?: string;
  readonly now?: Instant;
}

/** A row as a caller gives it: without stamps, and with an id only where the caller chose one. */
export type NewRow<T extends TableName> = Omit<
  Tables[T],
  | keyof Row
  | 'lastAt'
  | 'lastTouchpointId'
  | 'touchpointCount'
  | 'nameKey'
  | 'timeline'
  | 'nudgeDay'
  | 'pulse'
  | 'dateKeys'
> & {
  readonly id?: string;
};

/** Changes of a row; `undefined` takes a field away. */
export type Changes<T extends TableName> = { readonly [F in keyof Tables[T]]?: Tables[T][F] | undefined };

/** What may be done inside `write`. */
export interface Writer {
  readonly now: Instant;
  readonly batch: string;
  insert<T extends TableName>(table: T, row: NewRow<T>): Promise<string>;
  /** Throws `MissingRowError` when there is no such row. Returns whether anything changed. */
  update<T extends TableName>(table: T, id: string, changes: Changes<T>): Promise<boolean>;
  /**
   * Changes a row as if it had been so from the beginning: in the batch that made it, so that it is still undone in one, and
   * there is nothing new to undo.
   */
  amend<T extends TableName>(table: T, id: string, changes: Changes<T>): Promise<void>;
  /** Leaves a tombstone. */
  remove(table: TableName, id: string): Promise<void>;
}

const door = () => import('./door.ts');

/** Loads what writing needs, so that the first write is as quick as the others. */
export async function warm(): Promise<void> {
  await door();
}

/**
 * The one door for writes. Runs `body` in a transaction that also derives what follows from the change and appends it to
 * the journal: all of it happens, or nothing.
 */
export async function write<R>(
  db: KithDb,
  action: Action,
  body: (writer: Writer) => R | Promise<R>,
): Promise<{ readonly batch: string; readonly result: R }> {
  const { writeNow } = await door();
  return writeNow(db, action, body);
}
