import type { TableName } from './database.ts';

/** The row is not there: it was deleted or merged elsewhere. */
export class MissingRowError extends Error {
  constructor(
    readonly table: TableName,
    readonly key: string,
  ) {
    super(`There is no ${key} in ${table}.`);
    this.name = 'MissingRowError';
  }
}
