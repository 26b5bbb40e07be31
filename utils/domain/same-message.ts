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
  /** The provisional key of a message whose own key is known by now. */
  readonly sentKey?: string | undefined;
}

/**
 * Whether two touchpoints with one person are one message of the user's: one is only known as sent, and site, subject and time
 * agree. Two messages that a page shows under ids of their own are two, and a message is sent once: what has met its sending
 * is no other's.
 */
export function isSameMessage(a: Comparable, b: Comparable): boolean {
  if (a.sourceKey === b.sourceKey || a.sentKey === b.sourceKey || b.sentKey === a.sourceKey) return true;
  if (isProvisional(a) === isProvisional(b)) return false;
  if (a.sentKey !== undefined || b.sentKey !== undefined) return false;
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

// What mail programs show in place of a subject that was left empty.
const NONE =
  /^[([<（]?\s*(no subject|kein betreff|sans objet|aucun objet|sin asunto|nessun oggetto|sem assunto|geen onderwerp|无主题|無主旨|件名なし|제목 없음|без темы)\s*[)\]>）]?$/iu;

/** A subject for comparing: without reply and forward prefixes, case, widths and spaces; empty when there is none. */
export function subjectKey(subject = ''): string {
  const text = subject.normalize('NFKC').replace(PREFIX, '').replace(/\s+/g, ' ').trim().toLowerCase();
  return NONE.test(text) ? '' : text;
}

/** Whether a subject is that of a reply or a forward: its words are then those of whoever wrote first. */
export function isAnswer(subject = ''): boolean {
  return PREFIX.test(subject);
}

/** Of the messages that are the same as this one, the one nearest in time: of two alike, each meets its own. */
export function twinOf<T extends Comparable>(message: Comparable, others: readonly T[]): T | undefined {
  const apart = ({ at }: Comparable) => Math.abs(at - message.at);
  return others
    .filter((other) => isSameMessage(message, other))
    .reduce<T | undefined>((best, other) => (best && apart(best) <= apart(other) ? best : other), undefined);
}
