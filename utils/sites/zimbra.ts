import { webmail } from './webmail.ts';

// Views of other tabs stay in the page, below and beside it.
const IN_FRONT = ':not([style*="z-index: 100;"],[style*="z-index: 100;"] *,[style*="display: none"] *)';

// From the web client's public source and its maker's tests, 2014 to 2024. People are shown by name alone, unless the user
// chose otherwise; so is the account. Not tried on a running one.
/** Zimbra's own client, on whatever host; its plain HTML client is read by the generic reader. */
export const zimbra = webmail({
  id: 'zimbra',
  name: 'Zimbra',
  sign: '.ZmMailMsgView,.ZmMailMsgCapsuleView,.ZmComposeView',
  self: '#skin_container_username',
  root: `:is(.ZmMailMsgView,.ZmConvView2)${IN_FRONT}:has(.addrBubble)`,
  subject: '.SubjectCol,.subject',
  message: '.ZmMailMsgCapsuleView',
  compose: `.ZmComposeView${IN_FRONT}`,
  // Who sent it for somebody stands before them.
  from: 'td[id$=_from] .addrBubble,.Conv2MsgHeader tr:first-child .addrBubble',
  to: '[id$=_to_cell] .addrBubble,tr[id$=_to] .addrBubble',
  cc: '[id$=_cc_cell] .addrBubble,tr[id$=_cc] .addrBubble',
  bcc: '[id$=_bcc_cell] .addrBubble',
  names: true,
});
