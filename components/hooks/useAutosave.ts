import { useCallback, useEffect, useRef } from 'preact/hooks';

/** How long after the last keystroke a text is stored (ms). Well within the second that Kith promises. */
export const SAVE_AFTER_MS = 400;

/**
 * Stores a text soon after it was typed: when the typing pauses, at the latest every `SAVE_AFTER_MS`, and at once when
 * the field is left, the panel is hidden or the component goes. `save` must not throw.
 */
export function useAutosave(save: (text: string) => void): {
  changed: (text: string) => void;
  flush: () => void;
} {
  const latest = useRef(save);
  latest.current = save;
  const pending = useRef<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (pending.current === undefined) return;
    const text = pending.current;
    pending.current = undefined;
    latest.current(text);
  }, []);

  const changed = useCallback(
    (text: string) => {
      pending.current = text;
      timer.current ??= setTimeout(flush, SAVE_AFTER_MS);
    },
    [flush],
  );

  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', hidden);
    addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  return { changed, flush };
}
