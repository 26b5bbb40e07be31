import { webmail } from './reading/webmail.ts';

// As public code reads it (to 2024); not tried on the live site.
/** Yahoo Mail: its pills hold the address as title or text. */
export const yahoo = webmail({
  id: 'yahoo',
  name: 'Yahoo Mail',
  sign: '[data-test-id=email-pill],[data-test-id=container-to]',
  root: 'body:has([data-test-id=email-pill])',
  message: '[data-test-id=message-view]:has([data-test-id=message-from])',
  subject: '[data-test-id=message-group-subject-text]',
  compose: 'body:has([data-test-id=container-to])',
  from: '[data-test-id=message-from] [data-test-id=email-pill]',
  to: '[data-test-id=message-to] [data-test-id=email-pill],[data-test-id=container-to] [data-test-id=pill]',
  cc: '[data-test-id=message-cc] [data-test-id=email-pill],[data-test-id=container-cc] [data-test-id=pill]',
  bcc: '[data-test-id=container-bcc] [data-test-id=pill]',
});
