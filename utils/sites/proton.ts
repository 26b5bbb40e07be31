import { webmail } from './reading/webmail.ts';

// recipients:* in the client's public source, 2023 to 2026; message-header:from, 2022 and 2023, is on recipients too; the
// composer's classes, 2020 to 2026. To and Cc are apart only in a message's details. Not tried on the live site.
const FROM =
  '[data-testid="recipients:sender"],[data-testid="message-header:from"]:not(#message-recipients *)';
/** Proton Mail: the bodies are in frames of their own, the editor's too. */
export const proton = webmail({
  id: 'proton',
  name: 'Proton Mail',
  sign: '[data-testid="recipients:sender"],[data-testid="message-header:from"],.composer-editor-to',
  self: '.user-dropdown-email,[data-testid="composer:from"]',
  root: 'body:has([data-testid="recipients:sender"]),body:has([data-testid="message-header:from"])',
  // What is closed shows nobody; to look into each for a list with `:has` takes half a millisecond on a large page.
  message: '[data-testid^=message-view-]',
  subject: '[data-testid="conversation-header:subject"]',
  compose: '.composer:has(.composer-editor-to)',
  sent: '.is-outbound',
  from: FROM,
  to: '[data-testid="recipients:to-list"] [data-testid^="recipients:item-"],.composer-editor-to .composer-addresses-item',
  cc: '[data-testid="recipients:cc-list"] [data-testid^="recipients:item-"],.composer-editor-cc .composer-addresses-item',
  bcc: '[data-testid="recipients:bcc-list"] [data-testid^="recipients:item-"],.composer-editor-bcc .composer-addresses-item',
});
