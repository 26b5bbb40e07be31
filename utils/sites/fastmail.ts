import { webmail } from './reading/webmail.ts';

// As public code reads it (2019 to 2025): the sender's address is the title of its name. Not tried on the live site.
/** Fastmail: the sender of each open message. */
export const fastmail = webmail({
  id: 'fastmail',
  name: 'Fastmail',
  sign: '.v-MessageCard',
  self: '.v-MainNavToolbar-userName',
  root: '.v-Thread,body:has(>.v-MessageCard)',
  subject: '.v-Thread-title',
  message: '.v-MessageCard.is-expanded',
  from: '.v-MessageCard-from[title*="@"]',
});
