import { webmail } from './webmail.ts';

// As public code reads it (2025); only what is written is known, so the generic reader serves for messages. Not tried on
// the live site.
/** QQ 邮箱 (mail.qq.com, wx.mail.qq.com): a message that is written. */
export const qq = webmail({
  id: 'qq',
  name: 'QQ 邮箱',
  sign: '.mail-compose-receivers',
  self: '.profile-user-info .user-email,#useraddr',
  root: '.mail-compose-receivers',
  to: '[data-email]',
});
