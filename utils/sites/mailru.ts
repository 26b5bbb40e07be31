import { webmail } from './reading/webmail.ts';

// As public code reads it, 2019 to 2026: the title of each name is its address. Not tried on the live site.
/** Mail.ru and the domains of the same make: who each open message is from. */
export const mailru = webmail({
  id: 'mailru',
  name: 'Mail.ru',
  sign: '.letter__author',
  self: '.ph-auth,[data-testid=whiteline-account]',
  root: 'body:has(.letter__author)',
  subject: '.thread-subject',
  message: '.letter',
  from: '.letter__author [title*="@"]',
  to: '.letter__recipients [title*="@"]',
});
