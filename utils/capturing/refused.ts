import { browser } from 'wxt/browser';
import type { RefusedMessage } from '../db/capture.ts';
import type { Instant } from '../domain/types.ts';
import { keptUnder } from '../messaging/session.ts';

/** What was not logged of what a tab showed, as `storage.session` keeps it; `hidden` once the user put it away. */
export interface KeptRefusal extends RefusedMessage {
  readonly keptAt: Instant;
  readonly hidden?: true;
}

/** The most that are kept of one tab: a page may show a whole mailing list. */
export const MOST_KEPT = 100;

/** What all refusals of a tab are kept under: one key for each message, so that nothing races and seeing it again changes nothing. */
export function refusedPrefix(tabId: number): string {
  return `refused:${tabId}:`;
}

/** Keeps what was refused, for the panel; what the user put away stays so. */
export async function keepRefused(
  tabId: number,
  refused: readonly RefusedMessage[],
  now: Instant = Date.now(),
): Promise<void> {
  if (refused.length === 0) return;
  const kept = await entriesOf(tabId);
  const room = Math.max(0, MOST_KEPT - kept.size);
  const news = refused
    .map((one) => [refusedPrefix(tabId) + one.seen.sourceKey, { ...one, keptAt: now }] as const)
    .filter(([key]) => !kept.has(key))
    .slice(0, room);
  if (news.length > 0) await browser.storage.session.set(Object.fromEntries(news));
}

/** What was not logged in a tab and not put away: what was seen last first, and the newest of what was seen at once. */
export async function refusedIn(tabId: number): Promise<KeptRefusal[]> {
  const kept = [...(await entriesOf(tabId)).values()].filter(({ hidden }) => !hidden);
  return kept.sort((a, b) => b.keptAt - a.keptAt || (b.seen.at ?? 0) - (a.seen.at ?? 0));
}

/** Puts refusals away: they are not shown again in this tab. */
export async function hideRefused(tabId: number, refused: readonly KeptRefusal[]): Promise<void> {
  const entries = refused.map((one) => [
    refusedPrefix(tabId) + one.seen.sourceKey,
    { ...one, hidden: true as const },
  ]);
  await browser.storage.session.set(Object.fromEntries(entries));
}

/** Forgets a tab that was closed. */
export async function forgetRefused(tabId: number): Promise<void> {
  await browser.storage.session.remove([...(await entriesOf(tabId)).keys()]);
}

function entriesOf(tabId: number): Promise<Map<string, KeptRefusal>> {
  return keptUnder(refusedPrefix(tabId));
}
