import { emailHandle } from '../../domain/handles.ts';
import type { Handle } from '../../domain/types.ts';
import { textOf } from '../dom.ts';
import { perPage } from '../per-page.ts';
import { wordsForUser } from '../user-words.ts';
import { outsideBodies } from './person.ts';

/** The signed-in account and the user's other addresses that the page shows. */
export const ownAddresses = perPage((page): readonly Handle[] => {
  const { document } = page;
  // Always in lower case. One by one: a list of selectors is slow on a large page.
  const named = wordsForUser(page).flatMap((word) => outsideBodies(document, `[email][name="${word}"]`));
  const addresses = [
    ...named.map((element) => element.getAttribute('email')),
    // What a compose window sends as.
    ...outsideBodies(document, 'input[name="from"]').map((input) => input.getAttribute('value')),
  ];
  const handles = [...accounts(page), ...addresses.flatMap((address) => emailHandle(address ?? '') ?? [])];
  return [...new Map(handles.map((handle) => [handle.value, handle])).values()];
});

// "Subject - ana@example.com - Gmail", or the name of a company's own mail; then the account button in Google's bar,
// whose label holds the address in any language; then the address bar.
const accounts = perPage(({ document, url }): readonly Handle[] => {
  // Asked apart: one long selector costs milliseconds on a large page.
  const bar = document.getElementById('gb')?.querySelectorAll('[aria-label*="@"]') ?? [];
  const links = outsideBodies(document, 'a[href^="https://accounts.google.com/"][aria-label*="@"]');
  const texts = [
    / - (\S+@\S+) - [^@]*$/.exec(document.title)?.[1],
    ...[...bar, ...links].map(
      (button) => /[^\s@<>()"',;:]+@[^\s@<>()"',;:]+/u.exec(button.getAttribute('aria-label') ?? '')?.[0],
    ),
    url.searchParams.get('authuser'),
    // Over a page for printing: "Ana Lee <ana@example.com>".
    /<([^<>]+)>/.exec(textOf(document.querySelector('.bodycontainer > table b')))?.[1],
  ];
  return texts.flatMap((text) => emailHandle(text ?? '') ?? []);
});
