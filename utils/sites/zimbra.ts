import { webmail } from './reading/webmail.ts';

// Views of other tabs stay in the page, below and beside it.
const IN_FRONT = ':not([style*="z-index: 100;"],[style*="z-index: 100;"] *,[style*="display: none"] *)';

// A message's rows are known by what their labels say, in the user's language.
const TO =
  ':is([id$=_to],[id$=_an],[id$=_para],[id$=_à],[id$=_a],[id$=_aan],[id$=_til],[id$=_till],[id$=_do],[id$=_kime],[id$=_кому],[id$=_收件人],[id$=_收件者],[id$=_宛先],[id$=_수신])';
const CC =
  ':is([id$=_cc],[id$=_kopia],[id$=_kopi],[id$=_dw],[id$=_kk],[id$=_копия],[id$=_抄送],[id$=_副本],[id$=_참조])';

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
  to: `[id$=_to_cell] .addrBubble,${TO}>td .addrBubble`,
  cc: `[id$=_cc_cell] .addrBubble,${CC}>td .addrBubble`,
  bcc: '[id$=_bcc_cell] .addrBubble,[id$=_bcc]>td .addrBubble',
  names: true,
});
