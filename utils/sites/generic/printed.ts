import { each, isBefore } from '../reading/dom.ts';
import type { Page } from '../types.ts';

/**
 * Whether a page shows the message of a sender as it is printed: nothing can be pressed there, and nothing leads elsewhere from above
 * it. In a frame the program may be in others.
 */
export function isPrinted({ document, url }: Page, sender: Element): boolean {
  const { body, defaultView: window, scripts } = document;
  const prints = () =>
    /print/i.test(url.pathname + url.search + body.getAttribute('onload')) ||
    [...scripts].some(({ text }) => /\bprint\(\)/.test(text));
  if (window !== window?.top && !prints()) return false;
  const controls = each(
    document,
    'button,input,select,[role=button],[onclick],a[href]:not([href^="mailto:"])',
  ).filter((control) => control.localName !== 'a' || !isBefore(sender, control));
  return controls.length < 3;
}
