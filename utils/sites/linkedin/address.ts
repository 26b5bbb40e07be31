import { linkedinHandle } from '../../domain/linkedin-handle.ts';
import type { Handle } from '../../domain/types.ts';

const OLD = /\/pub\/([^/?#]+)\/([\da-f]{1,3})\/([\da-f]{1,3})\/([\da-f]{1,3})(?![^/?#])/i;

/**
 * The profile that an address leads to. Until 2015 most had none of their own choice: `/pub/ana-perez/4/5a/6` is sent on to
 * `/in/ana-perez-00605a4`, each number with three digits but the last, which is left out where it is 0.
 */
export function profileHandle(address: string): Handle | undefined {
  const present = (_: string, name: string, a: string, b: string, c: string) =>
    `/in/${name}-${c.padStart(3, '0')}${b.padStart(3, '0')}${a === '0' ? '' : a}`;
  // What an expression is made into takes memory from its first use on, and hardly any page has such links.
  return linkedinHandle(address.includes('/pub/') ? address.replace(OLD, present) : address);
}
