import { browser } from 'wxt/browser';
import type { SentMessage } from '../messaging/protocol.ts';
import { keptUnder } from '../messaging/session.ts';
import type { FromPage } from '../messaging/validate.ts';

/** What a page said that it sent, until it is logged: no page says it a second time. */
export interface KeptSent {
  readonly message: SentMessage;
  readonly tabId: number;
}

const PREFIX = 'sent:';

/** Keeps what a page said that it sent, for the next worker should this one end; nothing for other messages. */
export async function keepSent({ message, tabId }: FromPage): Promise<void> {
  if (message.type !== 'sent') return;
  const kept: KeptSent = { message, tabId };
  await browser.storage.session.set({ [keyOf(message)]: kept });
}

/** What was sent and is not logged yet. */
export async function keptSent(): Promise<KeptSent[]> {
  return [...(await keptUnder<KeptSent>(PREFIX)).values()];
}

/** Forgets what is logged. */
export async function forgetSent(message: SentMessage): Promise<void> {
  await browser.storage.session.remove(keyOf(message));
}

// The same each time it is said.
function keyOf({ documentKey, sightings }: SentMessage): string {
  return `${PREFIX}${documentKey}:${sightings[0]?.touchpoints[0]?.sourceKey ?? ''}`;
}
