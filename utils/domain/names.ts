import { emailHandle, sameHandle } from './handles.ts';
import { isPlain } from './plain.ts';
import type { Handle } from './types.ts';

/** The longest name that is kept; more is cut. */
export const MAX_NAME = 200;

// What no address has, in whichever script its neighbours are written, and what separates it from them.
const APART =
  '\\s<>"\'(),:;[\\]\\\\\u060c\u061b\u00ab\u00bb\u2018-\u201f\u2039\u203a\u3000-\u303f\uff00-\uff20';
const PART = `[^@${APART}]`;
/**
 * An address inside of other text: no brackets, quotes or separators in it (but O'Neill's). Of two that are glued together
 * nobody can tell where the first ends: they are none.
 */
export const INSIDE = new RegExp(
  `(?<![^${APART}]['’]?)${PART}+(?:['’]${PART}+)*@${PART}+\\.[^@.${APART}]{2,}(?!\\.*[^.${APART}])`,
);
/** The same for all of them. */
export const ALL_INSIDE = new RegExp(INSIDE, 'g');

/** A page's text as one safe line: no controls or direction overrides, single spaces, at most `max` characters. */
export function cleanText(raw: string, max = MAX_NAME): string {
  // Bounded before the regular expressions run: a name can be megabytes long.
  const line = raw.slice(0, max * 8).replace(/[^\S\ufeff]+/g, ' ');
  const text = (isPlain(line) ? line : harmless(line)).trim();
  return text.length <= max ? text : [...text].slice(0, max).join('').trim();
}

// Without controls, bidirectional overrides and isolates, zero-width marks: they reorder or hide text. Joiners inside emoji and
// Indic or Arabic words (U+200C, U+200D) are kept.
function harmless(line: string): string {
  const hostile =
    /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
  return line.replace(hostile, '').replace(/ {2,}/g, ' ');
}

/** What a display name says beside the handle it came with. */
export interface ReadName {
  readonly name?: string;
  /** An address in the display name that is not the real one: a spoof, or somebody else's name. */
  readonly claims?: string;
}

/**
 * Reads a display name against the address it came with. A name that is just the address is no name; a name that
 * holds another address is a claim to warn of, never a name.
 */
export function readName(raw: string | null | undefined, handle?: Handle): ReadName {
  const text = cleanText(raw ?? '')
    // "=?UTF-8?B?QW5h?=", as mail writes it and a message's source is shown, is none.
    .replace(/^.?=\?.*\?=.?$|^(["'])(.*)\1$|^[“‘](.*)[”’]$/, '$2$3')
    .trim();
  // U+FFFD is what could not be decoded.
  if (!/[a-z\d]/i.test(text) && (isPlain(text) || !/[\p{L}\p{N}\p{So}]/u.test(text.replaceAll('\ufffd', ''))))
    return {};
  if (!text.includes('@')) return { name: text };
  for (const inside of text.match(ALL_INSIDE) ?? []) {
    const claimed = emailHandle(inside);
    if (claimed && handle?.kind === 'email' && !sameHandle(claimed, handle)) return { claims: claimed.value };
  }
  if (!INSIDE.test(text)) return { name: text };
  const rest = text
    .replace(ALL_INSIDE, ' ')
    .replace(/[<>()[\]"\s]+/g, ' ')
    .trim();
  return rest ? { name: rest } : {};
}

/** One or two letters for a face without a picture: `Alice Nguyen` is `AN`, `王小明` is `王`. */
export function initials(name: string): string {
  const words = name
    .replace(/@.*/, '')
    .split(/[\s,._-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = [...(words[0] ?? '?')].find((char) => /[\p{L}\p{N}]/u.test(char)) ?? '?';
  if (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(first)) return first;
  const last =
    words.length > 1 ? ([...(words.at(-1) ?? '')].find((char) => /[\p{L}\p{N}]/u.test(char)) ?? '') : '';
  return (first + last).toUpperCase();
}
