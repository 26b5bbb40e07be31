import type { Handle } from '../../utils/domain/types.ts';

/** A handle as the user reads it: `in/ana-perez`, `“ana perez” (outlook)`, or the address itself. */
export function handleText({ kind, value }: Handle): string {
  if (kind === 'linkedin') return `in/${value}`;
  if (kind !== 'name') return value;
  const [site = '', ...name] = value.split(':');
  return `“${name.join(':')}” (${site})`;
}
