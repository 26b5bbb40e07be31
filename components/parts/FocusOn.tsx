import { useEffect } from 'preact/hooks';

// By then everything of the card is there.
const SETTLED_MS = 1500;

/** Shows a place once it is there, and gives the focus to what is done first in it. */
export function FocusOn({ id }: { id: string }) {
  useEffect(() => {
    const place = document.getElementById(id);
    if (!place) return;
    const first = place.matches('button') ? place : place.querySelector<HTMLElement>('button, a, summary');
    if (!first) place.tabIndex = -1;
    const shown = first ?? place;
    shown.focus({ preventScroll: true });
    const show = () => shown.scrollIntoView({ block: 'center' });
    show();
    // What is read a moment later (hints, a suggestion) moves it, until the user does something.
    const moved = new ResizeObserver(show);
    moved.observe(document.body);
    const stop = () => moved.disconnect();
    const timer = setTimeout(stop, SETTLED_MS);
    const events = ['wheel', 'pointerdown', 'keydown', 'touchstart'];
    for (const event of events) addEventListener(event, stop, { once: true, passive: true });
    return () => {
      stop();
      clearTimeout(timer);
      for (const event of events) removeEventListener(event, stop);
    };
  }, [id]);
  return null;
}
