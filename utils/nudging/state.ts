import { browser } from 'wxt/browser';
import type { Day } from '../domain/types.ts';

/** What was delivered when. Kith's bookkeeping, kept beside the database: nothing of the user's is in it. */
export interface Delivered {
  /** The day of the last digest. */
  readonly digestDay?: Day;
  /** The day somebody was last notified about, by person id. */
  readonly notified: Readonly<Record<string, Day>>;
}

const KEY = 'delivered';

/** What was delivered so far. */
export async function delivered(): Promise<Delivered> {
  const kept = (await browser.storage.local.get(KEY))[KEY] as Partial<Delivered> | undefined;
  return { notified: {}, ...kept };
}

/** Remembers a delivery. */
export async function keepDelivered(state: Delivered): Promise<void> {
  await browser.storage.local.set({ [KEY]: state });
}
