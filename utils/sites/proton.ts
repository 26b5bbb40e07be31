import { webmail } from './webmail.ts';

// recipients:* in the client's public source, 2023 to 2026; message-header:from, 2022. To and Cc are apart only in a message's
// details. Not tried on the live site.
/** Proton Mail: the bodies are in frames of their own. */
export const proton = webmail({
  id: 'proton',
  name: 'Proton Mail',
  hosts: ['https://mail.proton.me/*', 'https://mail.protonmail.com/*'],
  self: '.user-dropdown-email',
  root: 'body:has([data-testid="recipients:sender"],[data-testid="message-header:from"])',
  message: '[data-testid^="message-view-"]:has([data-testid="recipients:sender"])',
  from: '[data-testid="recipients:sender"],[data-testid="message-header:from"]',
  to: '[data-testid="recipients:to-list"] [data-testid^="recipients:item-"]',
  cc: '[data-testid="recipients:cc-list"] [data-testid^="recipients:item-"]',
  bcc: '[data-testid="recipients:bcc-list"] [data-testid^="recipients:item-"]',
  subject: '[data-testid="conversation-header:subject"]',
});
