import type { Page } from '../types.ts';
import type { SeenMessage } from './conversation.ts';
import { saidDate } from './said.ts';

/** Of how many dates near the sender one may be the message's: a short one and the whole stand together. */
const NEAREST = 2;

/**
 * What tells a message from others where nothing names it: `who` wrote it when, in the page's words, the likeliest first. Nothing
 * where there are none.
 */
export function toldByTime(page: Page, who: string, texts: readonly string[]): Partial<SeenMessage> {
  const { origin, href } = page.url;
  // What is farther is of something else: the last sign-in, a clock.
  const date = saidDate(page, texts.slice(0, NEAREST), { needed: 'instant' });
  if (!date.said) return {};
  // The address of a whole program leads to no message.
  const link = /\d\d|id=\d/.test(href.slice(origin.length)) ? href : undefined;
  return { sourceKey: `${origin}:${who}`, link, ...date };
}
