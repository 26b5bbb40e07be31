import type { Touchpoint } from '../types.ts';

// How mail programs mark a reply and a forward, in the languages they are commonly set to; RFC 5322 3.6.5 knows only
// Re:.
const REPLY =
  /^(?:re|aw|antw|sv|vs|odp|r|rif|res|ynt|vá|回复|答复|回覆|答覆|返信)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*/iu;
const FORWARD = /^(?:fwd?|wg|tr|rv|vb|enc|i|pd|továbbítás|转发|轉寄|轉發|転送)\s*(?:\[\d+\])?\s*[:：]\s*/iu;

/** A subject without what mail programs put before it. */
export interface ReadSubject {
  /** The subject as it was first written, folded for comparison; empty when there is none. */
  readonly key: string;
  /** Whether it says of itself that it answers something. */
  readonly reply: boolean;
}

/** Reads a subject: `RE: AW: Plans` and `回复：Plans` are replies in the thread `plans`. A forward begins something. */
export function readSubject(subject: string | undefined): ReadSubject {
  let text = (subject ?? '').slice(0, 500).normalize('NFKC').trim();
  let reply: boolean | undefined;
  // A dozen prefixes are enough for any honest subject.
  for (let round = 0; round < 12; round++) {
    const replied = text.replace(REPLY, '');
    const forwarded = text.replace(FORWARD, '');
    if (replied !== text) {
      reply ??= true;
      text = replied;
    } else if (forwarded !== text) {
      reply ??= false;
      text = forwarded;
    } else break;
  }
  return { key: text.replace(/\s+/gu, ' ').trim().toLowerCase(), reply: reply ?? false };
}

/**
 * What a touchpoint is a part of: mails and letters of one subject, or all messages of a channel that has no
 * subjects. Nothing for what nobody answers in writing (calls, meetings), and for mail without a subject, which could
 * be anything.
 */
export function threadOf({ channel, subject }: Pick<Touchpoint, 'channel' | 'subject'>): string | undefined {
  if (channel === 'message') return 'message';
  if (channel !== 'email' && channel !== 'letter') return undefined;
  const { key } = readSubject(subject);
  return key === '' ? undefined : `subject:${key}`;
}
