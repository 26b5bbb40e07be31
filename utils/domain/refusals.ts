/** More recipients than this are a crowd, not a conversation (product.md, "What counts as a touchpoint"). */
export const MOST_RECIPIENTS = 20;

/** Why a message is no touchpoint by itself. The user may still log it by hand. */
export type Refusal = 'copied' | 'crowd' | 'automated';

/** What of a message decides whether it counts. */
export interface Countable {
  readonly recipients?: number | undefined;
  readonly copied?: true | undefined;
}

/** Why this message with this sender does not count, the plainest reason first; nothing when it counts. */
export function refusalOf(message: Countable, automated = false): Refusal | undefined {
  if (automated) return 'automated';
  if ((message.recipients ?? 0) > MOST_RECIPIENTS) return 'crowd';
  return message.copied ? 'copied' : undefined;
}
