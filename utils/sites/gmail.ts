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
    // A conversation in a window of its own.
    { name: 'conversation', root: 'body:not(:has([role="main"])):has(.gD)', read: readThread },
    { name: 'compose', root: '.M9, .agh, .vR', read: readCompose },
  ],
};
