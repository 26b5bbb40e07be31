import { emailHandle } from '../../domain/handles.ts';
import type { Handle } from '../../domain/types.ts';
import { textOf } from '../dom.ts';
import { perPage } from '../per-page.ts';
import { outsideBodies } from './person.ts';

// "me" as Gmail writes it for the user, always in lower case (seen in en and ru, 2014 to 2026; the others from its
// interface). Only the page's own language counts: "ben" is Turkish for "me".
const ME: Readonly<Record<string, string>> = {
  ar: 'أنا|إليّ',
  ca: 'jo|mi',
  cs: 'já|mně',
  da: 'mig|jeg',
  de: 'ich|mir|mich',
  el: 'εγώ|εμένα',
  es: 'yo|mí|mi',
  fi: 'minä|minulle',
  fr: 'moi',
  he: 'אני|אליי',
  hu: 'én|nekem',
  id: 'saya',
  it: 'io|me',
  iw: 'אני|אליי',
  ja: '自分',
  ko: '나',
  nl: 'ik|mij',
  no: 'meg|jeg',
  pl: 'ja|mnie',
  pt: 'eu|mim',
  ro: 'eu|mine',
  ru: 'я|мне',
  sv: 'jag|mig',
  th: 'ฉัน',
  tr: 'ben|bana',
  uk: 'я|мені',
  vi: 'tôi',
  zh: '我',
};

/** The signed-in account and the user's other addresses that the page shows. */
export const ownAddresses = perPage((page): readonly Handle[] => {
  const { document } = page;
  const words = `me|${ME[document.documentElement.lang.split('-')[0] ?? ''] ?? ''}`
    .split('|')
    .filter(Boolean);
  const named = outsideBodies(document, words.map((word) => `[email][name="${word}"]`).join());
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
