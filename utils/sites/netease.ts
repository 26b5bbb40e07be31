import { webmail } from './webmail.ts';

// Seen in public code, 2013 to 2024; ids begin with a number made at render time. Not tried on the live site.
/** 163, 126 and yeah.net: a message; the frame of its body is never read. */
export const netease = webmail({
  id: 'netease',
  name: '网易邮箱',
  hosts: ['https://mail.163.com/*', 'https://mail.126.com/*', 'https://mail.yeah.net/*'],
  self: '#spnUid',
  root: '[id$="_dvReadHeadInfo"]',
  from: '#ulFull>li:first-child .nui-addr',
  to: '[id$="_dvReadto"] .nui-addr',
  cc: '[id$="_dvReadcc"] .nui-addr',
  subject: 'h1',
  date: '#liTime .fU',
});
