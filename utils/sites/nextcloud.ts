import { webmail } from './webmail.ts';

// From the app's public source, 2024 to 2026.
/** Nextcloud Mail, on whatever host: the sender of each expanded message. */
export const nextcloud = webmail({
  id: 'nextcloud',
  name: 'Nextcloud Mail',
  sign: '#mail-message,.envelope--expanded',
  self: '.app-navigation-caption',
  root: '#mail-message:has(.envelope--expanded)',
  message: '.envelope--expanded',
  from: '.envelope__header__left__sender-subject-tags',
  subject: '#mail-thread-header-fields h2',
});
