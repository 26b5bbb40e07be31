import { webmail } from './reading/webmail.ts';

// From the app's public source, 2022 (3.2) to 2026 (5.11), where the sender's address is shown; the composer's people since 2023.
/** Nextcloud Mail, on whatever host: the sender of each expanded message, and whom one is being written to. */
export const nextcloud = webmail({
  id: 'nextcloud',
  name: 'Nextcloud Mail',
  sign: '#mail-message,.envelope--expanded,.composer-fields__from',
  self: '.app-navigation-caption,.app-navigation-entry__title,.app-navigation-entry__name,.composer-fields__from .vs__selected',
  root: '#mail-message:has(.envelope--expanded)',
  subject: 'h2[title]',
  message: '.envelope--expanded',
  compose: '.message-composer:has(.composer-fields__from)',
  from: '.envelope__header__left__sender-subject-tags',
  address: '.sender__email',
  // A subject that changed, tags, and that a machine wrote it.
  apart: '.subline,.tagline,.ai-generated-label',
  to: '.composer-fields:has(.to-label) [class*=tag--recipient]',
  cc: '.composer-fields:has(.cc-label) [class*=tag--recipient]',
  bcc: '.composer-fields:has(.bcc-label) [class*=tag--recipient]',
});
