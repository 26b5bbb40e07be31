import { webmail } from './reading/webmail.ts';

// As three programs of others found it on the live page in 2026, parts of it others since 2021: the first row of recipients is for To,
// which a translated label says, too. Not tried on the live site.
const ROW = '.zmMHdrRow:has(.jsReciID)';

/** Zoho Mail, and what others call theirs: the address is an attribute of the name. */
export const zoho = webmail({
  id: 'zoho',
  name: 'Zoho Mail',
  sign: '.zmMHFrom,.zmCRow',
  self: '[data-testid=com_cur_from_address]',
  root: '.shw:has(.zmMHFrom)',
  compose: '#addressBar:has(.zmCB)',
  from: '.zmMHFrom [data-eid*="@"]',
  to: `.zmCRow:has([data-testid=com_To_field]) .zmCB,${ROW}:not(:has(.jsReciID)~*) .jsReciID`,
  cc: `.zmCRow:has([data-testid=com_Cc_field]) .zmCB,${ROW}~${ROW} .jsReciID`,
});
