import { emailHandle } from './handles.ts';
import type { Handle, NeverLog } from './types.ts';

/** An address or a domain as the never-log list keeps it. */
export type NeverLogEntry = Pick<NeverLog, 'kind' | 'value'>;

/** The never-log list, to be asked. */
export interface NeverLogSet {
  readonly emails: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
  readonly self: ReadonlySet<string>;
}

/** A list as a set. */
export function neverLogSet(entries: readonly NeverLogEntry[]): NeverLogSet {
  const of = (wanted: NeverLog['kind']) =>
    new Set(entries.filter(({ kind }) => kind === wanted).map(({ value }) => value));
  return { emails: of('email'), domains: of('domain'), self: of('self') };
}

/**
 * What a user typed for the list: an address, or a domain as `acme.example`, `@acme.example`, `*.acme.example` or a link to it.
 * International domains become punycode. Nothing for what is neither: a word, a number, an address of a machine.
 */
export function neverLogEntry(raw: string): NeverLogEntry | undefined {
  const text = raw.trim();
  const email = /[^@\s]@/.test(text) ? emailHandle(text) : undefined;
  if (email) return { kind: 'email', value: email.value };
  const host = /^(?:https?:\/\/|@|\*\.)?([^\s/?#@:]+)(?:\/.*)?$/i.exec(text)?.[1];
  // An address is the one thing that knows how to write a domain.
  const value = host && emailHandle(`somebody@${host}`)?.value.split('@')[1];
  return value ? { kind: 'domain', value } : undefined;
}

/**
 * Whether the list names one of these handles: its address (also with a `+tag`, which most mailboxes ignore), or its domain or a
 * domain above that. A list that names too much only asks; one that names too little logs what must not be logged.
 */
export function neverLogged(handles: readonly Handle[], list: NeverLogSet): 'self' | 'never' | undefined {
  const addresses = handles.filter(({ kind }) => kind === 'email').map(({ value }) => value);
  const both = [...new Set(addresses.flatMap((address) => [address, withoutTag(address)]))];
  if (both.some((address) => list.self.has(address))) return 'self';
  if (both.some((address) => list.emails.has(address))) return 'never';
  return addresses.some((address) => domainsOf(address).some((domain) => list.domains.has(domain)))
    ? 'never'
    : undefined;
}

function withoutTag(address: string): string {
  return address.replace(/^([^+]+)\+[^@]*@/, '$1@');
}

// a.b.example of x@a.b.example: itself, b.example, example.
function domainsOf(address: string): string[] {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.map((_, place) => labels.slice(place).join('.'));
}
