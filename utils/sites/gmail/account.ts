import { distinct, emailHandle } from '../../domain/handles.ts';
import { INSIDE } from '../../domain/names.ts';
import type { Handle } from '../../domain/types.ts';
import { attribute, each, textOf } from '../reading/dom.ts';
import { perPage } from '../reading/per-page.ts';
import { wordsForUser } from '../reading/user-words.ts';
import type { Page } from '../types.ts';
import { isInBody, outsideBodies } from './person.ts';

/** The signed-in account and the user's other addresses that the page shows. */
export const ownAddresses = perPage((page): readonly Handle[] => {
  const { document } = page;
  const panes = outsideBodies(document, '.M9');
  const people = each(document, '.g2,.gD');
  // The rows behind a conversation are hundreds, and none of them is read; a reply may be to somebody there.
  const some = panes.length === 0 && people.some((element) => element.closest('[role=main]'));
  // Always in lower case. A class of one element each, as browsers find those many times faster than attributes; the words are
  // looked for here: a selector of all of them takes longer than the rest of a reading.
  const words = wordsForUser(page);
  const named = [...people, ...(some ? [] : each(document, '.yP,.zF'))].filter(
    (element) => words.has(element.getAttribute('name') ?? '') && !isInBody(element),
  );
  const addresses = [
    ...named.map((element) => element.getAttribute('email')),
    // What a compose window sends as.
    ...panes.map((pane) => pane.querySelector('input[name=from]')?.getAttribute('value')),
  ];
  const handles = [...accounts(page), ...addresses.flatMap((address) => emailHandle(address ?? '') ?? [])];
  return distinct(handles);
});

/** What the account's button calls the user: "Google Account: Ana Lee (ana@example.com)", in any language. */
export function accountName({ document }: Page): string | undefined {
  const label = attribute(document.getElementById('gb')?.querySelector('[aria-label*="@"]'), 'aria-label');
  return /[:：]\s*(.+?)\s*[(（]\S+@/u.exec(label)?.[1];
}

// "Subject - ana@example.com - Gmail", or the name of a company's own mail; then the account button in Google's bar,
// whose label holds the address in any language; then the address bar.
const accounts = perPage(({ document, url }): readonly Handle[] => {
  // Asked apart: one long selector costs milliseconds on a large page.
  const bar = document.getElementById('gb')?.querySelectorAll('[aria-label*="@"]') ?? [];
  // Where there is no bar; looking through all links of a page takes long.
  const links =
    bar.length > 0 ? [] : outsideBodies(document, 'a[href^="https://accounts.google.com/"][aria-label*="@"]');
  const texts = [
    / - (\S+@\S+) - [^@]*$/.exec(document.title)?.[1],
    ...[...bar, ...links].map((button) => button.getAttribute('aria-label')),
    url.searchParams.get('authuser'),
    // Over a page for printing: "Ana Lee <ana@example.com>".
    textOf(document.querySelector('.bodycontainer')?.querySelector(':scope > table b')),
  ];
  return texts.flatMap((text) => emailHandle(INSIDE.exec(text ?? '')?.[0] ?? '') ?? []);
});
