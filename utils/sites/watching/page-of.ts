import type { Page } from '../types.ts';

// A page is read again and again, and an address takes longer to understand than many a page to look at.
let address = { href: '', url: new URL('about:blank') };

/** The page that a window shows now. */
export function pageOf(window: Window): Page {
  const href = addressOf(window);
  if (address.href !== href) address = { href, url: new URL(href) };
  return {
    document: window.document,
    url: address.url,
    now: Date.now(),
  };
}

/** A frame's address; an about:blank frame (an editor, a preview being written) has its parent's. */
export function addressOf(window: Window): string {
  const { href } = window.location;
  return href.startsWith('about:') ? window.document.baseURI : href;
}
