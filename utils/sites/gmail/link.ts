import type { Page } from '../types.ts';

/** The address of a place in this mailbox: a window of its own, `/popout`, can show nothing else. */
export function linkTo(place: string, { url: { origin, pathname } }: Page): string {
  return `${origin}${pathname.replace(/popout$/, '')}#${place}`;
}
