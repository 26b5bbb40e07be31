import { webmail } from './webmail.ts';

// As three programs of others found it on the live page in 2026, parts of it others since 2021. Only a label that is translated
// tells To from Cc in a message. Not tried on the live site.
/** Zoho Mail, and what others call theirs: the address is an attribute of the name. */
export const zoho = webmail({
  id: 'zoho',
  name: 'Zoho Mail',
  sign: '.zmMHFrom,.zmCRow',
  self: '[data-testid=com_cur_from_address]',
  root: '.shw:has(.zmMHFrom)',
  compose: '#addressBar:has(.zmCB)',
  from: '.zmMHFrom [data-eid*="@"]',
  to: '.zmCRow:has([data-testid=com_To_field]) .zmCB',
  cc: '.zmCRow:has([data-testid=com_Cc_field]) .zmCB',
});
