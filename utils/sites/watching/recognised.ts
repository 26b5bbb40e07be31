import { isInBody, isLetter } from '../reading/body.ts';
import { isBefore } from '../reading/dom.ts';
import { FROM } from '../reading/from.ts';
import { DATE } from '../reading/near.ts';
import type { Page, SiteAdapter } from '../types.ts';

/**
 * Which adapter recognises this page, whatever its address: the one whose sign stands first, as what a letter imitates stands below
 * the page's own, and in what a page marks as a body, or shows in a frame without scripts, is no sign. Each look through the page is a
 * part of its own.
 */
export function* recognised(
  page: Page,
  sites: readonly SiteAdapter[],
): Generator<undefined, SiteAdapter | undefined> {
  if (isLetter(page.document)) return undefined;
  let reader: SiteAdapter | undefined;
  let sign: Element | undefined;
  for (const site of sites) {
    const place = site.recognize?.(page);
    // Nothing stands before it.
    if (place && place === page.document.body) return site;
    if (place && !(sign && isBefore(sign, place)) && !isInBody(place.parentElement ?? place))
      [reader, sign] = [site, place];
    yield;
  }
  return sign && isBelowHeader(sign) ? undefined : reader;
}

const HEADER = /* @__PURE__ */ new RegExp(
  `(?:${FROM})\\s*[:：][^:：@]{0,80}\\S@[^]{0,400}(?:${DATE.source})`,
  'u',
);

// "From: Jo <jo@example.com>" and a date stand before it: a letter is read there, and the sign is in it. A browser writes a page's text
// much faster than a script visits it.
function isBelowHeader(sign: Element): boolean {
  const range = new Range();
  range.setStart(sign.ownerDocument.body, 0);
  range.setEndBefore(sign);
  return HEADER.test(`${range}`);
}
