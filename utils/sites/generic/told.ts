import type { SeenMessage } from '../conversation.ts';
import { saidDate } from '../said.ts';
import type { Page } from '../types.ts';
import { datesNear, type Near } from './places.ts';

/** Of how many dates near the sender one may be the message's: a short one and the whole stand together. */
const NEAREST = 2;

/**
 * What tells a message from others where nothing names it: who wrote it when. `element` shows the sender, `who` tells them from
 * others; a date near it counts where it is of the same message. Nothing where there is none.
 */
export function toldByTime(
  page: Page,
  element: Element,
  who: string,
  isOfSame: (near: Near) => boolean,
): Partial<SeenMessage> {
  const { origin, href } = page.url;
  // What is farther is of something else: the last sign-in, a clock.
  const dates = datesNear(element).filter(isOfSame).slice(0, NEAREST);
  const texts = dates.map(({ text }) => text);
  const date = saidDate(page, texts, { needed: 'instant' });
  if (!date.said) return {};
  // The address of a whole program leads to no message.
  const link = /\d\d|id=\d/.test(href.slice(origin.length)) ? href : undefined;
  return { sourceKey: `${origin}:${who}`, link, ...date };
}
