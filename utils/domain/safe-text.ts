import { isPlain } from './plain.ts';

/** A text without characters that show nothing and only make two equal addresses look different (or two different ones equal). */
export function visible(text: string): string {
  return isPlain(text) ? text : text.replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** What is percent-encoded in a text, decoded; the text itself where it is not encoded rightly. */
export function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
