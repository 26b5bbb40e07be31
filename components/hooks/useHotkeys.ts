import { useLayoutEffect, useRef } from 'preact/hooks';

/** Keys and what they do: `mod+z` (Ctrl, or Cmd on a Mac), `/`. Ignored while the user types. */
export function useHotkeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  // Before the next key can arrive, which an effect after painting is not.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [contenteditable]')
      )
        return;
      const key = `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.key.toLowerCase()}`;
      const action = latest.current[key];
      if (!action || event.altKey) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
