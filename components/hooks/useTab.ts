import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { mayRead } from '../../utils/access.ts';
import { forgetTab, framesOf } from '../../utils/messaging/frames.ts';
import { frameKey, type SeenFrame } from '../../utils/messaging/protocol.ts';
import type { FromPage, Sender } from '../../utils/messaging/validate.ts';

/** The tab beside the panel and what its frames show. */
export interface TabState {
  readonly tabId?: number;
  /** Known only for pages that Kith may read, or whose toolbar icon was just clicked. */
  readonly url?: string;
  readonly readable: boolean;
  readonly frames: readonly SeenFrame[];
  /** False until the first look at the tab. */
  readonly ready: boolean;
}

/** How long a frame has to speak again before it is asked whether it is there at all (ms). */
const SILENCE_MS = 1500;

// Not in the panel's first file, which shows what is kept; what a page says next is heard as soon as this is there.
const hearing = import('../../utils/messaging/hear.ts');

const NOTHING: TabState = { readable: false, frames: [], ready: false };

/**
 * Follows the active tab of this window. What its frames showed is read from `storage.session`, for the panel that opens
 * after the page; from then on the frames' own messages arrive here directly.
 */
export function useTab(): TabState {
  const [state, setState] = useState<TabState>(NOTHING);
  const current = useRef<{ tabId?: number; windowId?: number; look: number; heard: Set<number> }>({
    look: 0,
    heard: new Set(),
  });

  const shown = useRef(state.frames);
  shown.current = state.frames;

  const look = useCallback(async () => {
    const mine = ++current.current.look;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return;
    const [frames, readable] = await Promise.all([framesOf(tab.id), tab.url ? mayRead(tab.url) : false]);
    // The user may have moved on while this look was under way.
    if (mine !== current.current.look) return;
    const moved = current.current.tabId !== tab.id;
    current.current = {
      look: mine,
      heard: new Set(),
      tabId: tab.id,
      ...(tab.windowId !== undefined && { windowId: tab.windowId }),
    };
    setState((before) => ({
      tabId: tab.id as number, // checked above; narrowing does not reach into this function
      ...(tab.url !== undefined && { url: tab.url }),
      readable,
      frames: moved ? frames : merge(frames, before.frames),
      ready: true,
    }));
    // The page speaks for itself again: it may have changed unseen, or be gone although its last word was lost.
    const { id } = tab;
    const sayAgain = (options?: { frameId: number }) =>
      browser.tabs.sendMessage(id, { type: 'say-again' }, options);
    const drop = (isGone: (frameId: number) => boolean) => {
      const { look, heard } = current.current;
      if (look !== mine) return;
      setState((before) => ({
        ...before,
        frames: before.frames.filter(({ frameId }) => heard.has(frameId) || !isGone(frameId)),
      }));
    };
    setTimeout(() => {
      const { look, heard } = current.current;
      if (look !== mine) return;
      // One that has much to do answers late, or when it can; of one that is not there the browser says so at once.
      for (const { frameId } of shown.current)
        if (!heard.has(frameId)) sayAgain({ frameId }).catch(() => drop((other) => other === frameId));
    }, SILENCE_MS);
    sayAgain().catch(async () => {
      const { look, heard } = current.current;
      // A reader that came meanwhile, as the site was just turned on, has spoken by itself.
      if (mine !== look || heard.size > 0) return;
      await forgetTab(id);
      drop(() => true);
    });
  }, []);

  useEffect(() => {
    const listen = (message: unknown, sender: Sender) =>
      void hearing.then(({ hear }) => take(hear(message, sender, browser.runtime.id)));
    const take = (heard: ReturnType<Awaited<typeof hearing>['hear']>) => {
      // The background logs refusals.
      if (!heard || 'refused' in heard || heard.tabId !== current.current.tabId) return;
      current.current.heard.add(heard.frameId);
      setState((before) => ({ ...before, frames: withMessage(before.frames, heard) }));
    };
    const activated = ({ windowId }: { windowId: number }) => {
      if (current.current.windowId === undefined || windowId === current.current.windowId) void look();
    };
    const updated = (tabId: number, change: { status?: string | undefined; url?: string | undefined }) => {
      if (tabId === current.current.tabId && (change.status !== undefined || change.url !== undefined))
        void look();
    };
    const again = () => void look();
    const clicked = (changes: object, area: string) => {
      if (area === 'session' && 'clicked' in changes) void look();
    };
    // Each kind of event has listeners of its own type; what they are called with is the browser's business.
    const heard = [
      [browser.runtime.onMessage, listen],
      [browser.tabs.onActivated, activated],
      [browser.tabs.onUpdated, updated],
      [browser.tabs.onAttached, again],
      [browser.tabs.onDetached, again],
      [browser.tabs.onReplaced, again],
      [browser.storage.onChanged, clicked],
      [browser.permissions.onAdded, again],
      [browser.permissions.onRemoved, again],
    ] as unknown as readonly (readonly [Listened, () => void])[];
    for (const [event, listener] of heard) event.addListener(listener);
    void look();
    return () => {
      for (const [event, listener] of heard) event.removeListener(listener);
    };
  }, [look]);

  return state;
}

interface Listened {
  addListener(listener: () => void): void;
  removeListener(listener: () => void): void;
}

/** The frames after one of them spoke. */
export function withMessage(
  frames: readonly SeenFrame[],
  { message, tabId, frameId }: FromPage,
): readonly SeenFrame[] {
  if (message.type === 'sent') return frames;
  const others = frames.filter((frame) => frame.frameId !== frameId);
  if (message.type === 'gone') {
    const known = frames.find((frame) => frame.frameId === frameId);
    return known?.documentKey === message.documentKey ? others : frames;
  }
  const { type: _, ...seen } = message;
  return [...others, { tabId, frameId, ...seen }].sort((a, b) => a.frameId - b.frameId);
}

// What was heard directly is newer than what the background has stored so far.
function merge(stored: readonly SeenFrame[], heard: readonly SeenFrame[]): readonly SeenFrame[] {
  const frames = new Map(stored.map((frame) => [frameKey(frame.tabId, frame.frameId), frame]));
  for (const frame of heard) frames.set(frameKey(frame.tabId, frame.frameId), frame);
  return [...frames.values()].sort((a, b) => a.frameId - b.frameId);
}
