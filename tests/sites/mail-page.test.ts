import { expect, test } from 'vitest';
import { isMail } from '../../utils/sites/generic/mail-page.ts';

function shows(url: string, title: string): boolean {
  const document = new DOMParser().parseFromString(`<title>${title}</title>`, 'text/html');
  return isMail({ document, url: new URL(url), now: 0, own: [] });
}

test.each([
  ['https://mail.example.org/view/12', 'Lunch'],
  // Who is signed in, as SOGo's address has it: with the address goes the part that it is in, and no more.
  ['https://mail.example.org/so/ana@example.com/view/12', 'Lunch'],
  ['https://groupware.example.org/so/ana@example.com/?box=inbox', 'Lunch'],
  ['https://groupware.example.org/so/ana@example.com/#/message/12', 'Lunch'],
  ['https://groupware.example.org/view/12', 'Inbox - ana@example.com'],
  ['https://groupware.example.org/view/12', '收件箱'],
  ['https://groupware.example.org/compose.php?to=4', 'New'],
])('%s, "%s", shows mail', (url, title) => {
  expect(shows(url, title)).toBe(true);
});

test.each([
  ['https://groupware.example.org/view/12', 'Lunch'],
  // A word in an address says who, not what.
  ['https://groupware.example.org/people/mail@example.com', 'mail@example.com'],
  ['https://mail.example.org/contacts/view/7', 'Ana Lee'],
])('%s, "%s", does not', (url, title) => {
  expect(shows(url, title)).toBe(false);
});
