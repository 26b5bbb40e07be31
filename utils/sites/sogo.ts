import { readConversation } from './reading/conversation.ts';
import { fieldText, first } from './reading/dom.ts';
import { personIn } from './reading/person.ts';
import { webmail } from './reading/webmail.ts';
import type { Page, SiteAdapter } from './types.ts';

const APP = '[ng-app^="SOGo."]';
const RECIPIENTS = '.msg-recipients';

// 5.8, seen on a real one in 2026-11: To and Cc show names only; the page's address names the account, or its login. 3.0 to 5.12 in
// its public source: before 4.1 recipients are repeated elements with their addresses.
const messages = webmail({
  id: 'sogo',
  name: 'SOGo',
  self: 'md-sidenav .sg-md-title,md-sidenav .md-caption',
  script: /\bUserEmail = '([^']+)'/,
  root: 'md-card-content:has(.msg-recipients)',
  from: 'sg-avatar-image+div',
  address: '.md-caption',
  to: '.msg-recipients>div:nth-of-type(1) :is(md-chip,[ng-repeat])',
  cc: '.msg-recipients>div:nth-of-type(2) :is(md-chip,[ng-repeat])',
  bcc: '.msg-recipients>div:nth-of-type(3) md-chip',
  subject: 'h5.sg-md-headline',
  date: 'time.msg-date',
  where: /\/Mail\/0\/(.+)\/(\d+)$/,
  names: true,
});

/** SOGo, on whatever host. */
export const sogo: SiteAdapter = {
  ...messages,
  sign: `${APP}, ${RECIPIENTS}`,
  // Of the body alone where an attribute tells: looking for one takes a large page long.
  recognize: ({ document }) =>
    document.body?.matches(APP) ? document.body : first(document, `md-card:has(${RECIPIENTS})`),
  sending: {
    compose: '#mailEditor',
    send: '#mailEditor [ng-click="editor.send()"]',
    // Shown in the window for a second, before it closes.
    sent: '#mailEditor [ng-switch-when=sent]',
    failed: '#mailEditor [ng-switch-when=error]',
    stays: true,
    read: (compose, page) => ({
      people: readFields(compose, page),
      subject: fieldText(compose, '[name=subject]'),
    }),
  },
};

// Chips are what was typed, or `Name <address>`.
function readFields(compose: Element, page: Page) {
  const [to = [], cc = [], bcc = []] = ['to', 'cc', 'bcc'].map((field) =>
    [...compose.querySelectorAll(`md-chips[ng-model$=".${field}"] md-chip`)].flatMap(
      (chip) => personIn(chip) ?? [],
    ),
  );
  return readConversation([{ to, cc, bcc }], messages.self?.(page) ?? []);
}
