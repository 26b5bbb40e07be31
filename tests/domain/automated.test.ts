import { expect, test } from 'vitest';
import { isAutomated } from '../../utils/domain/automated.ts';

test.each([
  ['noreply@example.com', ''],
  ['No-Reply@example.com', ''],
  ['messages-noreply@example.com', ''],
  ['do_not_reply@example.com', ''],
  ['job-alerts@example.com', ''],
  ['noreply+a1b2@example.com', ''],
  ['mailer-daemon@example.com', ''],
  ['postmaster@example.com', ''],
  ['notifications@example.com', 'Ana Lee'],
  ['email-updates@example.com', ''],
  ['bounces+12@mail.example.com', ''],
  ['news@example.com', 'Example Press'],
  ['board@lists.example.com', ''],
  ['board@list.example.org', ''],
  ['board@googlegroups.com', 'Board'],
  ['board@example.com', "'Ana Lee' via Board"],
  ['board@example.com', 'Ana Lee über Vorstand'],
])('%s %s is not a person', (address, name) => {
  expect(isAutomated(address, name)).toBe(true);
});

test.each([
  ['ana@example.com', 'Ana Lee'],
  ['info@example.com', ''],
  ['support@example.com', ''],
  ['nora.eply@example.com', ''],
  ['newton@example.com', 'Ada Newton'],
  ['alertina@example.com', ''],
  ['ana@enlist.example.com', ''],
  ['ana@example.com', 'Maria Via'],
  ['ana@example.com', 'Via Lee'],
  ['not an address', ''],
  ['', ''],
])('%s %s may be one', (address, name) => {
  expect(isAutomated(address, name)).toBe(false);
});
