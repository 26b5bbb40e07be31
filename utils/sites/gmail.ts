import { ownAddresses } from './gmail/account.ts';
import { readCompose, SENDING } from './gmail/compose.ts';
import { readRows } from './gmail/list.ts';
import { BODY } from './gmail/person.ts';
import { readPrint } from './gmail/print.ts';
import { readMessages, readThread } from './gmail/thread.ts';
import type { SiteAdapter } from './types.ts';

// In no body, and in no window that is found itself.
const WHOLE = `:not(:is(.M9,${BODY}) *)`;

/** Gmail on the web. */
export const gmail: SiteAdapter = {
  id: 'gmail',
  name: 'Gmail',
  matches: ['https://mail.google.com/*'],
  apart: BODY,
  context: ['#gb', 'a[href^="https://accounts.google.com/"]'],
  prepare: (page) => readMessages(page.document.querySelector('[role=main]') ?? page.document, page),
  self: ownAddresses,
  sending: SENDING,
  views: [
    // Of the views that Gmail keeps in the page only the one shown has role=main (seen 2014 to 2026). With a preview
    // pane the list and the conversation are in it together.
    { name: 'conversation', root: '[role=main]:has(.gD)', read: readThread },
    // Should its class change.
    { name: 'conversation', root: '[role=main]:has(h3 [email])', read: readThread },
    // A conversation in a window of its own.
    { name: 'conversation', root: 'body:has(.gD):not(:has([role=main]))', read: readThread },
    { name: 'print', root: '.maincontent', read: readPrint },
    // A window, or the reply inside of a conversation.
    { name: 'compose', root: `.M9${WHOLE}`, beside: true, mayBeEmpty: true, read: readCompose },
    { name: 'list', root: '[role=main]:has(.zA)', mayBeEmpty: true, read: readRows },
    { name: 'compose', root: ['.agh', '.vR', '.vN'].map((chip) => chip + WHOLE).join(), read: readCompose },
  ],
};
