import { linkedinHandle } from './linkedin-handle.ts';
import { nameKey } from './name-key.ts';
import { safeDecode, visible } from './safe-text.ts';
import type { Handle } from './types.ts';

// Deliberately simple: one "@", no space or bracket around it, a dot in the domain. Unicode on both sides (RFC 6531).
const ADDRESS =
  /^[^\s@<>"(),:;[\]\\\u00ab\u00bb\u060c\u061b\u201c-\u201f\u3000-\u303f\uff00-\uff20]{1,64}@[^\s@<>"(),:;[\]\\/?#]{1,253}\.[^\s@<>"(),:;[\]\\/?#.]{2,63}$/;
// Most addresses, which need no other expression (each takes a page some memory) and not the slow URL parser.
const PLAIN_ADDRESS = /^[\w.+-]{1,64}@(?:[a-z\d_](?:[a-z\d_-]*[a-z\d_])?\.)+[a-z]{2,63}$/i;

/** Lower case, punycode domain; `+tag` is kept, as it may be another person's mailbox. Nothing when it is no address. */
export function emailHandle(raw: string): Handle | undefined {
  return plainHandle(raw) ?? handleOf(addressIn(raw));
}

function plainHandle(text: string): Handle | undefined {
  return text.length < 255 && PLAIN_ADDRESS.test(text)
    ? { kind: 'email', value: text.toLowerCase() }
    : undefined;
}

function handleOf(text: string): Handle | undefined {
  const plain = plainHandle(text);
  if (plain || !ADDRESS.test(text)) return plain;
  const at = text.lastIndexOf('@');
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === undefined) return undefined;
  return { kind: 'email', value: `${text.slice(0, at).normalize('NFC').toLowerCase()}@${domain}` };
}

function addressIn(raw: string): string {
  return visible(raw)
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^mailto:/i, '')
    .replace(/[.;,]+$/, '');
}

/** The address of a `mailto:` link, without its query; nothing for any other link. */
export function mailtoHandle(href: string): Handle | undefined {
  if (!/^mailto:/i.test(href)) return undefined;
  const address = href.slice('mailto:'.length).split('?')[0] ?? '';
  return emailHandle(safeDecode(address));
}

/**
 * What a site calls somebody whose address it does not show: `outlook:alice nguyen`. Nothing for a name without letters, or one
 * that says when.
 */
export function nameHandle(site: string, name: string): Handle | undefined {
  const key = nameKey(name);
  // What stands where a name did may be a date.
  return key === '' || /\d(:\d|月)/.test(name) ? undefined : { kind: 'name', value: `${site}:${key}` };
}

/** Any text a user may type for a handle: an address, a LinkedIn link, a phone number, or another link. */
export function parseHandle(raw: string): Handle | undefined {
  const text = raw.trim();
  return emailHandle(text) ?? linkedinHandle(text) ?? phoneHandle(text) ?? urlHandle(text);
}

/** Digits with an optional leading `+`; at least six digits. */
export function phoneHandle(raw: string): Handle | undefined {
  if (!/^\+?[\d\s().\-/]{6,30}$/.test(raw.trim())) return undefined;
  const digits = raw.replace(/\D/g, '');
  return digits.length < 6
    ? undefined
    : { kind: 'phone', value: raw.trim().startsWith('+') ? `+${digits}` : digits };
}

/** An http(s) link without its fragment. */
export function urlHandle(raw: string): Handle | undefined {
  const url = URL.parse(/^https?:/i.test(raw.trim()) ? raw.trim() : '');
  if (!url) return undefined;
  url.hash = '';
  return { kind: 'url', value: url.href };
}

/** One string for a handle: `email:ana@example.com`. */
export function handleKey(handle: Handle): string {
  return `${handle.kind}:${handle.value}`;
}

/** Whether two handles name the same thing. */
export function sameHandle(a: Handle, b: Handle): boolean {
  return a.kind === b.kind && a.value === b.value;
}

/** Each of the handles once. */
export function distinct(handles: readonly Handle[]): Handle[] {
  return [...new Map(handles.map((handle) => [handleKey(handle), handle])).values()];
}

/** Where the handle leads when clicked; nothing where no safe link exists. */
export function handleLink(handle: Handle): string | undefined {
  if (handle.kind === 'email') return `mailto:${encodeURIComponent(handle.value).replace('%40', '@')}`;
  if (handle.kind === 'linkedin') return `https://www.linkedin.com/in/${encodeURIComponent(handle.value)}/`;
  if (handle.kind === 'phone') return `tel:${handle.value}`;
  return handle.kind === 'url' && /^https?:/.test(handle.value) ? handle.value : undefined;
}

function asciiDomain(domain: string): string | undefined {
  // The URL parser is the punycode encoder that every browser has.
  const host = URL.parse(`http://${domain}`)?.hostname.replace(/\.$/, '');
  return host?.includes('.') && !host.includes('..') && !/^[\d.]+$/.test(host) ? host : undefined;
}
