import { webmail } from './reading/webmail.ts';

// What is in other tabs stays in the page, and is hidden.
const IN_FRONT = ':not([style*="display: none"] *)';

// Seen in public code, 2013 to 2024; ids begin with a number made at render time. Not tried on the live site.
/** 163, 126 and yeah.net: a message, or one that is being written; the frame of a body is never read. */
export const netease = webmail({
  id: 'netease',
  name: '网易邮箱',
  sign: '.nui-addr-email,#divComposeMain',
  // The author of what is being written is the user.
  self: '#spnUid,#divComposeMain label+div>a',
  root: `[id$=_dvReadHeadInfo]${IN_FRONT}`,
  subject: 'h1',
  compose: `#divComposeMain${IN_FRONT}`,
  // Before it has come, whom it is to stands first.
  from: '#ulFull>:first-child .nui-addr:not([id$=_dvReadto] *)',
  address: '.nui-addr-email',
  to: '[id$=_dvReadto] .nui-addr,#divComposeto .nui-addr',
  cc: '[id$=_dvReadcc] .nui-addr,#divComposecc .nui-addr',
  bcc: '#divComposebcc .nui-addr',
});
