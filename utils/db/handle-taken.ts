import { handleKey } from '../domain/handles.ts';
import type { Handle } from '../domain/types.ts';

/** The handle belongs to somebody else already. */
export class HandleTakenError extends Error {
  constructor(
    readonly handle: Handle,
    readonly personId: string,
  ) {
    super(`${handleKey(handle)} belongs to another person.`);
    this.name = 'HandleTakenError';
  }
}
