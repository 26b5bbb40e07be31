import { emailHandle } from '../../domain/handles.ts';
import type { Correspondent } from './conversation.ts';

/** The most characters and addresses that are read of one field; it may hold megabytes. */
const MAX_FIELD = 20_000;
const MAX_ADDRESSES = 500;

// Quoted text, comments and bracketed addresses are whole; a quote that never ends is a character like others.
// Every backslash goes with what follows: what was escaped once begins no quote that a long field would be searched for again.
const TOKEN = /"(?:\\.|[^"\\])*"|\([^()]*\)|<[^<>]*>|[,;，；、]|\\.|[^"(<\\,;，；、]+|["(<\\]/gs;

/**
 * The people of an address field as it is typed: `"Doe, Jo" <jo@example.com>, ann@example.com; ...`. Commas and
 * semicolons in quotes, comments and brackets do not separate; what holds no address is left out.
 */
export function addressList(raw: string): Correspondent[] {
  const parts = [''];
  for (const [token] of raw.slice(0, MAX_FIELD).matchAll(TOKEN)) {
    if (/^[,;，；、]$/.test(token)) parts.push('');
    else parts[parts.length - 1] += token;
    if (parts.length > MAX_ADDRESSES) break;
  }
  return parts.flatMap((part) => {
    const bracket = part.lastIndexOf('<');
    const address = part.slice(Math.max(0, bracket)).trim();
    const handle = address.length > 400 ? undefined : emailHandle(address);
    return handle ? [{ handle, name: bracket < 0 ? undefined : unquote(part.slice(0, bracket).trim()) }] : [];
  });
}

function unquote(name: string): string {
  // What programs write without quotes may still be escaped as in them.
  return (/^".*"$/s.test(name) ? name.slice(1, -1) : name).replace(/\\(.)/gs, '$1');
}
