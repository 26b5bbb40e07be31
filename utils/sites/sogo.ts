import { webmail } from './webmail.ts';

// 5.8, seen on a real one in 2026-11: To and Cc show names only; the page's address names the account.
/** SOGo, on whatever host. */
export const sogo = webmail({
  id: 'sogo',
  name: 'SOGo',
  sign: 'sg-avatar-image,md-card .msg-recipients',
  root: 'md-card-content:has(.msg-recipients)',
  from: 'sg-avatar-image+div',
  to: '.msg-recipients>div:nth-of-type(1) md-chip',
  cc: '.msg-recipients>div:nth-of-type(2) md-chip',
  bcc: '.msg-recipients>div:nth-of-type(3) md-chip',
  subject: 'h5.sg-md-headline',
  date: 'time.msg-date',
  where: /\/Mail\/0\/(.+)\/(\d+)$/,
  names: true,
});
