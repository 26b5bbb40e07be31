import { browser } from 'wxt/browser';

/** What `storage.session` keeps under keys that begin with `prefix`, by key. The caller knows its shape, as only it writes there. */
export async function keptUnder<T>(prefix: string): Promise<Map<string, T>> {
  const everything = Object.entries(await browser.storage.session.get(null));
  return new Map(everything.filter(([key]) => key.startsWith(prefix)) as [string, T][]);
}
