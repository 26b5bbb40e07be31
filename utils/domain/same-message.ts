import { daysBetween } from './days.ts';
import type { Direction, Touchpoint } from './types.ts';

/** What the source key of a message begins with whose page showed that it was sent, but not yet as what. */
export const PROVISIONAL = 'sent:';

/** How far apart two sights of one message may put it (ms): the click, the server's clock, a page that shows minutes. */
export const SAME_MESSAGE_MS = 10 * 60_000;

/** What of a touchpoint tells whether it is the same message as another. */
export interface Comparable {
  readonly sourceKey: string;
  readonly direction: Direction;
  readonly at: number;
  readonly day: string;
  readonly dayOnly?: true | undefined;
  readonly subject?: string | undefined;
  readonly site?: string | undefined;
}

/**
 * Whether two touchpoints with one person are one message of the user's: one is only known as sent, and site, subject and time
 * agree. Two messages that a page shows under ids of their own are two.
 */
export function isSameMessage(a: Comparable, b: Comparable): boolean {
  if (a.sourceKey === b.sourceKey) return true;
  if (isProvisional(a) === isProvisional(b)) return false;
  if (a.direction !== 'out' || b.direction !== 'out' || a.site !== b.site) return false;
  if (subjectKey(a.subject) !== subjectKey(b.subject)) return false;
  if (a.dayOnly || b.dayOnly) return daysBetween(a.day, b.day) === 0;
  return Math.abs(a.at - b.at) <= SAME_MESSAGE_MS;
}

/** Whether a touchpoint stands for a message that was sent, and whose id no page has shown yet. */
export function isProvisional({ sourceKey }: Pick<Touchpoint, 'sourceKey'>): boolean {
  return sourceKey.startsWith(PROVISIONAL);
}

// What mail programs put before the subject of a reply or a forward, in the languages of their users.
const PREFIX =
  /^\s*((re|aw|sv|vs|odp|ynt|rif|ref|antw|wg|fw|fwd|tr|rv|enc|i|回复|答复|转发|回覆|轉寄)\s*(\[\d+\])?\s*[:：]\s*)+/iu;

/** A subject for comparing: without reply and forward prefixes, case and spaces. */
export function subjectKey(subject = ''): string {
  return subject.replace(PREFIX, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
