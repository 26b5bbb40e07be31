import { browser } from 'wxt/browser';
import { EVERY_TAB, frameKey, type SeenFrame, tabPrefix } from './protocol.ts';
import { keptUnder } from './session.ts';
import type { FromPage } from './validate.ts';

/** Keeps what a frame showed, or forgets it when its document went. */
export async function keepFrame({ message, tabId, frameId }: FromPage): Promise<void> {
  if (message.type === 'sent') return;
  const key = frameKey(tabId, frameId);
  if (message.type === 'seen') {
    const { type: _, ...seen } = message;
    const frame: SeenFrame = { tabId, frameId, ...seen };
    await browser.storage.session.set({ [key]: frame });
    return;
  }
  const kept = (await browser.storage.session.get(key))[key] as SeenFrame | undefined;
  // The frame's next document may have spoken before the last word of this one arrived.
  if (kept?.documentKey === message.documentKey) await browser.storage.session.remove(key);
}

/** How many pages of a site in a row may be unreadable before the site has probably changed. */
export const OFTEN = 3;

/** Counts the pages of a site that could not be read in a row; one that was read begins anew. */
export async function countUnread({ message }: FromPage): Promise<void> {
  if (message.type !== 'seen' || !message.reading) return;
  const { site, unread, sightings } = message.reading;
  const key = unreadKey(site);
  if (sightings.length > 0) return browser.storage.session.remove(key);
  if (!unread) return;
  const pages = await unreadPages(site);
  // Some sites never change their address; how many are unread, in a title, is no other page.
  const page = `${message.url} ${message.title.slice(0, 200).replace(/\d+/g, '')}`;
  if (!pages.includes(page)) await browser.storage.session.set({ [key]: [...pages, page].slice(-OFTEN) });
}

/** The last pages of a site, at most `OFTEN`, that could not be read in a row. */
export async function unreadPages(site: string): Promise<readonly string[]> {
  const key = unreadKey(site);
  return ((await browser.storage.session.get(key))[key] as string[] | undefined) ?? [];
}

function unreadKey(site: string): string {
  return `unread:${site}`;
}

/** Everything kept of a tab, the top frame first. */
export async function framesOf(tabId: number): Promise<SeenFrame[]> {
  const frames = [...(await keptUnder<SeenFrame>(tabPrefix(tabId))).values()];
  return frames.sort((a, b) => a.frameId - b.frameId);
}

/** Everything kept of every tab. */
export async function allFrames(): Promise<SeenFrame[]> {
  return [...(await keptUnder<SeenFrame>(EVERY_TAB)).values()];
}

/** Forgets a tab. */
export async function forgetTab(tabId: number): Promise<void> {
  const frames = await framesOf(tabId);
  await browser.storage.session.remove(frames.map(({ frameId }) => frameKey(tabId, frameId)));
}
