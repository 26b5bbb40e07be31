import { ownAddresses } from './gmail/account.ts';
import { readCompose } from './gmail/compose.ts';
import { readThread } from './gmail/thread.ts';
import type { SiteAdapter } from './types.ts';

/** Gmail on the web. A conversation wins over a compose window that floats above it. */
export const gmail: SiteAdapter = {
  id: 'gmail',
  name: 'Gmail',
  matches: ['https://mail.google.com/*'],
  context: ['#gb', 'a[href^="https://accounts.google.com/"]'],
  self: ownAddresses,
  views: [
    // Of the views that Gmail keeps in the page only the one shown has role=main (seen 2014 to 2026).
    { name: 'conversation', root: '[role="main"]:has(.gD)', read: readThread },
    // A window, then chips without one (single classes: a list of them is a hundred times slower to look for).
    { name: 'compose', root: '.M9', read: readCompose },
    { name: 'compose', root: '.agh', read: readCompose },
    { name: 'compose', root: '.vR', read: readCompose },
    // A conversation in a window of its own.
    { name: 'conversation', root: 'body:has(.gD):not(:has([role="main"]))', read: readThread },
  ],
};
