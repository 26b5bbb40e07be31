import { emailHandle } from '../domain/handles.ts';
import type { Correspondent } from './conversation.ts';

/** The most addresses that are read of one field. */
const MAX_ADDRESSES = 500;

/**
 * The people of an address field as it is typed: `"Doe, Jo" <jo@example.com>, ann@example.com; ...`. Commas and
 * semicolons in quotes, comments and brackets do not separate; what holds no address is left out.
 */
export function addressList(raw: string): Correspondent[] {
  const parts =
    raw.slice(0, 100_000).match(/(?:"(?:\\.|[^"\\])*"|\([^()]*\)|<[^<>]*>|[^",;(<]|["(<])+/gsu) ?? [];
  return parts.slice(0, MAX_ADDRESSES).flatMap((part) => {
    const [, name, inBrackets] = /^(.*)<([^<>]*)>\s*$/s.exec(part) ?? [];
    const handle = emailHandle(inBrackets ?? part);
    return handle ? [{ handle, name: name === undefined ? undefined : unquote(name.trim()) }] : [];
  });
}

function unquote(name: string): string {
  return /^".*"$/s.test(name) ? name.slice(1, -1).replace(/\\(.)/gs, '$1') : name;
}
