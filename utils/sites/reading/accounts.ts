import { emailHandle } from '../../domain/handles.ts';
import type { Handle } from '../../domain/types.ts';
import type { Page } from '../types.ts';
import { isInBody } from './body.ts';
import { eachOn } from './dom.ts';
import { handlesIn } from './person.ts';

/** The accounts that a page names in its address, alone between the separators of its title, or where `selector` says. */
export function accounts(page: Page, selector = '#none'): Handle[] {
  const { document, url } = page;
  const path = url.pathname
    .replaceAll(/%40/gi, '@')
    .split('/')
    // An archive of a list has message ids in its paths, which look like addresses.
    .filter(
      (_, i, all) =>
        i < 2 || /^(?:u|user|login|account|mail)/.test(all[i - 1] ?? '') || /^\w{4}/.test(all[i + 1] ?? ''),
    );
  const texts = [...document.title.split(/\s[-–—|·:]+\s/u), ...path];
  const shown = eachOn(page, selector).flatMap((element) => (isInBody(element) ? [] : handlesIn(element)));
  return [...shown, ...texts.flatMap((text) => emailHandle(text) ?? [])];
}
