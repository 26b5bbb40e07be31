import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a form that the user opened: gives its first field the focus, and when the form goes, gives the focus back to what
 * `returnTo` (a selector) finds by then, or to what opened it.
 */
export function useFormFocus<E extends HTMLElement>(returnTo?: string): RefObject<E | null> {
  const field = useRef<E>(null);
  // Before the next key can arrive, which an effect after painting is not.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    field.current?.focus();
    return () => {
      if (document.activeElement !== document.body) return;
      // What opened it may be gone, and the focus have been somewhere else when the form was there.
      const back =
        (returnTo && document.querySelector(returnTo)) || (opener?.isConnected ? opener : undefined);
      if (back instanceof HTMLElement) back.focus();
    };
  }, [returnTo]);
  return field;
}

/** Keeps the focus inside an element when what had it disappears: otherwise a keyboard would start at the top again. */
export function useKeepFocus(): RefObject<HTMLElement | null> {
  const inside = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = inside.current;
    if (!element) return;
    let last: EventTarget | null = null;
    const focused = (event: FocusEvent) => {
      last = event.target;
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || !(last instanceof Node) || last.isConnected) return;
      last = null;
      element.focus({ preventScroll: true });
    });
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener('focusin', focused);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', focused);
    };
  }, []);
  return inside;
}
