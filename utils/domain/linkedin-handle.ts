import { fitting } from './plain.ts';
import { safeDecode, visible } from './safe-text.ts';
import type { Handle } from './types.ts';

/**
 * `https://de.linkedin.com/in/J%C3%B6rg-M/en?trk=x` becomes `jörg-m`: the slug, percent-decoded and lower-cased, without
 * language and tracking parts. Nothing for opaque ids (`ACoAA...`, `ACwAA...`), which name a member only for the signed-in viewer.
 */
export function linkedinHandle(raw: string): Handle | undefined {
  // From the beginning only: another site's link may carry a profile's address inside.
  const match =
    /^(?:(?:https?:)?(?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com)?(?:\/mwlite)?(?:\/profile)?\/in\/([^/?#]+)/i.exec(
      raw.trim(),
    );
  if (!match?.[1]) return undefined;
  const slug = visible(safeDecode(match[1])).normalize('NFC');
  if (/^AC[ow]A[A-Za-z0-9_-]{20,}$/.test(slug) || !isSlug(slug)) return undefined;
  return { kind: 'linkedin', value: slug.toLowerCase() };
}

function isSlug(text: string): boolean {
  const any = () => /^[\p{L}\p{M}\p{N}\p{So}\p{Emoji_Modifier}\p{Pd}_.'’]{1,200}$/u;
  return fitting(text, /^[\w.'-]{1,200}$/, any).test(text);
}
