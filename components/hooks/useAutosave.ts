import { useCallback, useEffect, useRef } from 'preact/hooks';

/** How long after the last keystroke a text is stored (ms). Well within the second that Kith promises. */
export const SAVE_AFTER_MS = 400;

/**
 * Stores a text soon after it was typed: at the latest after `SAVE_AFTER_MS`, and at once when the field is left, the
 * panel is hidden or the component goes. `save` resolves to whether it worked; what was not stored is kept and tried
 * again at the next change or flush. `flush` resolves to whether everything typed is stored.
 */
export function useAutosave(save: (text: string) => Promise<boolean>): {
  changed: (text: string) => void;
  flush: () => Promise<boolean>;
} {
  const latest = useRef(save);
  latest.current = save;
  const pending = useRef<string | undefined>(undefined);
  const saving = useRef(Promise.resolve(true));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (pending.current === undefined) return saving.current;
    const text = pending.current;
    // Pending until it is stored, so that an earlier text whose storing fails late can't take its place.
    saving.current = latest.current(text).then((stored) => {
      if (stored && pending.current === text) pending.current = undefined;
      return stored;
    });
    return saving.current;
  }, []);

  const changed = useCallback(
    (text: string) => {
      pending.current = text;
      timer.current ??= setTimeout(flush, SAVE_AFTER_MS);
    },
    [flush],
  );

  useEffect(() => {
    const now = () => void flush();
    const hidden = () => document.visibilityState === 'hidden' && now();
    document.addEventListener('visibilitychange', hidden);
    addEventListener('pagehide', now);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', now);
      now();
    };
  }, [flush]);

  return { changed, flush };
}
