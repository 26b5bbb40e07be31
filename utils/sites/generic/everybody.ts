import { handleKey } from '../../domain/handles.ts';
import { linkedinHandle } from '../../domain/linkedin-handle.ts';
import { type Correspondent, readListed } from '../reading/conversation.ts';
import { firstText, isShown } from '../reading/dom.ts';
import type { Page, Reading, SiteAdapter } from '../types.ts';
import { findAllClues } from './clues.ts';
import { isBody } from './places.ts';

/** How many people a choice may hold. */
const FEW = 12;
/** How many links to profiles are looked at. */
const MAX_LINKS = 60;

/**
 * Everybody whom a page seems to show, for the user to choose from when it could not be read: whom `adapter` reads first, then
 * whom the page's headers show, then the texts of messages; never the account. Nothing here says what they are to the page.
 */
export function everybody(page: Page, adapter: SiteAdapter): Reading {
  const { body } = page.document;
  const self = adapter.self?.(page) ?? [];
  const read = body ? adapter.views.flatMap((view) => view.read(body, page)) : [];
  const clues = body ? findAllClues(page).filter(({ element }) => isShown(element)) : [];
  const inBody = (element: Element) => Number(isBody(element));
  clues.sort((a, b) => inBody(a.element) - inBody(b.element));
  const found = [
    ...read.map(({ handles: [handle], name }): Correspondent => ({ handle, name })),
    ...profiles(page),
    ...clues,
  ];
  const named = new Map<string, Correspondent>();
  for (const person of found) {
    const known = named.get(handleKey(person.handle));
    if (!known?.name) named.set(handleKey(person.handle), { ...person, name: person.name ?? known?.name });
  }
  const sightings = readListed([...named.values()], self);
  return {
    site: adapter.id,
    view: 'everybody',
    sightings: sightings.slice(0, FEW),
    self,
    omitted: Math.max(0, sightings.length - FEW),
  };
}

// The profile that the page's own address names, and those that it links to by their names.
function profiles({ document, url }: Page): Correspondent[] {
  const own = linkedinHandle(url.href);
  const links = [...document.querySelectorAll('a[href*="/in/"]')].slice(0, MAX_LINKS);
  const linked = links.flatMap((link) => {
    const handle = linkedinHandle((link as HTMLAnchorElement).href); // only <a> is asked for
    const name = firstText(link);
    return handle && name && isShown(link) ? [{ handle, name }] : [];
  });
  const title = /^(?:\(\d+\+?\) )?([^|]+) \| LinkedIn$/.exec(document.title)?.[1];
  return own ? [{ handle: own, name: title }, ...linked] : linked;
}
