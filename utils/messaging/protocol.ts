import type { Handle } from '../domain/types.ts';
import type { Reading, Sighting } from '../sites/types.ts';

/** What a content script says about its frame: once per settled change of what it read. */
export interface SeenMessage {
  readonly type: 'seen';
  /** Random, one per document: tells a frame's new page from its old one. */
  readonly documentKey: string;
  readonly url: string;
  readonly title: string;
  /** Absent when the page is no view that Kith reads. */
  readonly reading?: Reading;
}

/** The document is going away. */
export interface GoneMessage {
  readonly type: 'gone';
  readonly documentKey: string;
}

/** The page showed that a message went out. */
export interface SentMessage {
  readonly type: 'sent';
  readonly documentKey: string;
  readonly url: string;
  readonly site: string;
  readonly self: readonly Handle[];
  /**
   * Its recipients as they stood at sending, each with one outbound touchpoint. Where the page shows no message id yet, its
   * `sourceKey` is `PROVISIONAL` (domain/same-message) and something random.
   */
  readonly sightings: readonly Sighting[];
}

/** From the page's content script to the background, which answers `true` once it has done with it, and to an open panel. */
export type PageMessage = SeenMessage | GoneMessage | SentMessage;

/** From the panel or the background to the content scripts of a tab: say again what you see, or stop where a pattern fits. */
export type TabMessage =
  | { readonly type: 'say-again' }
  | { readonly type: 'stop'; readonly patterns: readonly string[] };

/** What `storage.session` keeps of one frame of a tab, under `frameKey`. */
export interface SeenFrame {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentKey: string;
  readonly url: string;
  readonly title: string;
  readonly reading?: Reading;
}

/** What the keys of all frames begin with. */
export const EVERY_TAB = 'seen:';

/** The key of a frame in `storage.session`: `seen:<tab>:<frame>`. One key per frame, so that frames never race. */
export function frameKey(tabId: number, frameId: number): string {
  return `${tabPrefix(tabId)}${frameId}`;
}

/** What all keys of a tab begin with. */
export function tabPrefix(tabId: number): string {
  return `${EVERY_TAB}${tabId}:`;
}
