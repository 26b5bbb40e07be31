import { webmail } from './reading/webmail.ts';

// The page in a frame as saved in 2015 and 2017 (.readmailinfo); the app since 2022 as public code reads it, what is
// written as three programs read it in 2026. Not tried on the live site.
/** QQ Mail, and companies' mail of the same make: who a message is from, and whom one is being written to. */
export const qq = webmail({
  id: 'qq',
  name: 'QQ邮箱',
  sign: '.readmailinfo,.mail-detail-basic,.mail-compose-receivers',
  self: '.profile-user-info .user-email',
  // An id that is nowhere is found missing at once; a class, after the whole page.
  root: '.readmailinfo:has(#subject),.mail-detail-basic',
  subject: '#subject,.mail-subject-text',
  compose: '.mail-compose-receivers',
  // Beside a label; the label of a recipient is in a block of its own.
  from: '.addrtitle+span:has(#tipFromAddr_readmail),.basic-body-item:first-child .xmail-cmp-account',
  address: '#tipFromAddr_readmail,[e]>.tcolor,.cmp-account-email',
  // The first field, or row, is for To; whatever is below it, for Cc.
  to: '.mail-compose-receivers .cmp-account-wrap[data-email],.receiver-editor-wrap:not(.receiver-editor-wrap~*) .xmail-cmp-account,:nth-child(2 of .basic-body-item:has(.xmail-cmp-account)) .xmail-cmp-account,:nth-child(1 of tr:has(.addrtitle+div)) [e]',
  cc: '.receiver-editor-wrap~.receiver-editor-wrap .xmail-cmp-account,:nth-child(n+3 of .basic-body-item:has(.xmail-cmp-account)) .xmail-cmp-account,:nth-child(n+2 of tr:has(.addrtitle+div)) [e]',
});
