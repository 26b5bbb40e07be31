import { all, each, first, waysOn } from '../reading/dom.ts';
import type { Page } from '../types.ts';
import { CONTACT_CARD } from './contact.ts';

/** The bubble that is being written in; the others are minimised or waiting. */
export const BUBBLE =
  '.msg-overlay-conversation-bubble--is-active:not([class*="is-minimized"],[data-msg-overlay-conversation-bubble-is-minimized="true"])';
/** In whose shadow root SDUI pages keep it. */
export const OUTLET = '#interop-outlet';

/**
 * Finds the bubble and, on the same way, the contact cards, for whoever asks for them later in this reading. All of them float over
 * the page, outside of its main part, which is nearly all of it: to look through that costs more than all else that is read of a
 * profile.
 */
export function findFloating(page: Page): Element | null | undefined {
  const { document, url } = page;
  // A contact card at an address of its own may be all of the page.
  if (!url.pathname.includes('/overlay/'))
    for (const card of CONTACT_CARD) waysOn(page).set(card, () => floating(document, card));
  const shadow = document.querySelector(OUTLET)?.shadowRoot;
  return shadow ? first(shadow, BUBBLE) : floating(document, BUBBLE)[0];
}

function floating(document: Document, selector: string): Element[] {
  let part: Element | null = document.querySelector('main');
  if (!part) return each(document, selector);
  const found: Element[] = [];
  while (part) {
    const around: Element | null = part.parentElement;
    for (const beside of around?.children ?? []) if (beside !== part) found.push(...all(beside, selector));
    part = around;
  }
  return found;
}
