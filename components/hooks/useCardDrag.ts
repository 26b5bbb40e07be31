import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** How far a pointer moves before it drags and no longer clicks (CSS pixels). */
const SLACK = 6;

interface Drag {
  readonly card: HTMLElement;
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  moving: boolean;
  over: HTMLElement | undefined;
}

/**
 * Lets elements with `data-card` inside of the returned element be dragged, by mouse, pen or finger, onto elements with
 * `data-drop`, wherever those are. `onDrop` gets the two names. Escape lets go without dropping. A drag is no click.
 */
export function useCardDrag(onDrop: (card: string, place: string) => void): RefObject<HTMLDivElement | null> {
  const inside = useRef<HTMLDivElement>(null);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const element = inside.current;
    if (!element) return;
    let drag: Drag | undefined;

    const end = () => {
      if (!drag) return;
      drag.card.classList.remove('dragged');
      drag.card.style.translate = '';
      drag.over?.classList.remove('over');
      drag = undefined;
    };
    const down = (event: PointerEvent) => {
      const card = event.target instanceof Element && event.target.closest('[data-card]');
      if (event.button !== 0 || !event.isPrimary || !(card instanceof HTMLElement)) return;
      const { pointerId, clientX: x, clientY: y } = event;
      drag = { card, pointerId, x, y, moving: false, over: undefined };
    };
    const move = (event: PointerEvent) => {
      if (!drag || event.pointerId !== drag.pointerId) return;
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.moving) {
        if (Math.hypot(dx, dy) < SLACK) return;
        // A finger that moves up or down scrolls.
        if (event.pointerType === 'touch' && Math.abs(dy) > Math.abs(dx)) return end();
        drag.moving = true;
        drag.card.setPointerCapture(drag.pointerId);
        drag.card.classList.add('dragged');
      }
      drag.card.style.translate = `${dx}px ${dy}px`;
      const over = placeUnder(event, drag.card);
      if (over === drag.over) return;
      drag.over?.classList.remove('over');
      over?.classList.add('over');
      drag.over = over;
    };
    const up = (event: PointerEvent) => {
      if (!drag || event.pointerId !== drag.pointerId) return;
      const { moving, card, over } = drag;
      end();
      if (!moving) return;
      const stop = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      element.addEventListener('click', stop, { capture: true, once: true });
      // Where the drag ended over something else no click follows.
      setTimeout(() => element.removeEventListener('click', stop, { capture: true }), 0);
      const [from, to] = [card.dataset['card'], over?.dataset['drop']];
      if (from !== undefined && to !== undefined) latest.current(from, to);
    };
    const key = (event: KeyboardEvent) => event.key === 'Escape' && end();

    element.addEventListener('pointerdown', down);
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', end);
    addEventListener('keydown', key);
    return () => {
      end();
      element.removeEventListener('pointerdown', down);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', key);
    };
  }, []);
  return inside;
}

// The dragged card lies on top, and in the place that it came from.
function placeUnder(event: PointerEvent, card: HTMLElement): HTMLElement | undefined {
  for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
    const place = card.contains(element) ? undefined : element.closest('[data-drop]');
    if (place instanceof HTMLElement) return place;
  }
  return undefined;
}
