import { describe, expect, test } from 'vitest';
import { outlook } from '../../utils/sites/outlook.ts';
import { BY_THE_CLOCK } from '../by-the-clock.ts';
import { readPage } from './all.ts';

const LONG = 'Ruth Okafor '.repeat(5000 / 12).trim();

/** Who is on the page that is open in Outlook, and the address or name by which they are known. */
function people(html: string, lang = 'en', title = ''): string[] {
  const document = Document.parseHTMLUnsafe(
    `<html lang="${lang}"><title>${title}</title><body>${html}</body></html>`,
  );
  const url = new URL('https://outlook.office.com/mail/inbox/id/AAQkA1');
  return (readPage({ document, url, now: 0 }, undefined, [outlook])?.sightings ?? []).map(
    ({ role, handles: [{ value }], claims }) => [role, value, claims].filter(Boolean).join(' '),
  );
}

const pane = (header: string) =>
  `<div data-app-section="ConversationContainer">${header}<div role="document"></div></div>`;
const from = (label: string, shown: string) =>
  pane(`<span role="button" aria-label="From: ${label}"><span>${shown}</span></span>`);

describe('the sender', () => {
  test.each([
    ['ruth@example.com &lt;jo@example.net&gt;', 'ruth@example.com', 'jo@example.net ruth@example.com'],
    ['ruth@example.com', 'ruth@example.com&lt;jo@example.net&gt;', 'jo@example.net ruth@example.com'],
    [
      'Ruth (ruth@example.com) &lt;jo@example.net&gt;',
      'Ruth (ruth@example.com)',
      'jo@example.net ruth@example.com',
    ],
    ['Ruth Okafor', 'Ruth Okafor<!-- --> &lt;ruth@example.com&gt;', 'ruth@example.com'],
    ['Ruth Okafor', '<b>Ruth</b> Okafor', 'outlook:okafor ruth'],
  ])('whose label is %s and text %s is %s', (label, shown, who) => {
    expect(people(from(label, shown))).toEqual([`sender ${who}`]);
  });

  test.each([
    ['Ruth &lt;ruth@example.com&gt;', 'Ruth &lt;jo@example.net&gt;'],
    ['ruth@example.com', 'jo@example.net'],
    ['Ana Ferreira', '[Draft] Ana Ferreira'],
    ['[Draft]', '[Draft]'],
    ['', '<mark>Ruth</mark> Okafor'],
    ['', '<mark>ruth</mark>@example.com'],
  ])('whose label is %s and text %s is nobody', (label, shown) => {
    expect(people(from(label, shown))).toEqual([]);
  });

  test.each([
    ['lt', 'Nuo: '],
    ['et', 'Saatja: '],
    ['lv', 'No: '],
    ['hi', 'प्रेषक: '],
    ['fa', 'از: '],
    ['th', 'จาก: '],
    ['fr', 'De : '],
    ['zh-TW', '寄件者：'],
  ])('is found by the label in %s', (lang, label) => {
    const header = `<span role="button" aria-label="${label}Ruth Okafor">Ruth Okafor</span>`;
    expect(people(pane(header), lang)).toEqual(['sender outlook:okafor ruth']);
  });
});

test.each([
  ['to others is the user', 'Ruth Okafor', ['recipient outlook:okafor ruth']],
  ['to the user may be a namesake', 'Ana Ferreira', ['sender ana@example.org']],
])('who has the name of the account and another address, and writes %s', (_, to, who) => {
  const account = '<button id="O365_MainLink_Me" aria-label="Account manager for Ana Ferreira"></button>';
  const root = '<div id="primaryMailboxRoot_1" data-folder-name="ana@example.com"></div>';
  const well = `<div data-testid="RecipientWell">To: <span role="button">${to}</span></div>`;
  const letter = from('Ana Ferreira &lt;ana@example.org&gt;', 'Ana Ferreira').replace(
    '</div>',
    `</div>${well}`,
  );
  expect(people(account + root + letter)).toEqual(who);
});

const well = (who: string) =>
  `<div data-testid="RecipientWell">To: <span role="button">${who}</span></div><div role="document"></div>`;
const sent = from('Ana Ferreira', 'Ana Ferreira').replace(
  '<div role="document"></div>',
  well('Ruth &lt;ruth@example.com&gt;'),
);

test.each([
  'Mail - Ana Ferreira - Outlook',
  'Inbox - Ana Ferreira - Outlook',
  'Sent Items - Ana Ferreira - Outlook',
  'E-Mail – Ana Ferreira – Outlook',
])('who is named by the title %s is the user', (title) => {
  expect(people(sent, 'en', title)).toEqual(['recipient ruth@example.com']);
});

describe('where the address of the account is not known', () => {
  const letter = from('Ruth Okafor', 'Ruth Okafor').replace(
    '<div role="document"></div>',
    well('Ana Ferreira &lt;ana@example.com&gt;'),
  );

  test('who has its name is the user', () => {
    const account = '<button id="O365_MainLink_Me" aria-label="Account manager for Ana Ferreira"></button>';
    expect(people(account + letter)).toEqual(['sender outlook:okafor ruth']);
    expect(people(letter, 'en', 'Mail - Ana Ferreira - Outlook')).toEqual(['sender outlook:okafor ruth']);
  });

  test.each([
    'Account manager for Ana Ferreira ana@example.com',
    'Account manager for Ana Ferreira (ana@example.com)',
  ])('the label %s of the account tells it', (label) => {
    const account = `<button id="O365_MainLink_Me" aria-label="${label}"></button>`;
    const namesake = letter.replace('ana@example.com', 'ana@example.org');
    expect(people(account + sent)).toEqual(['recipient ruth@example.com']);
    expect(people(account + letter)).toEqual(['sender outlook:okafor ruth']);
    expect(people(account + namesake)).toEqual(['sender outlook:okafor ruth', 'recipient ana@example.org']);
  });
});

test.each([
  ['김민수', '김민수의 계정 관리자'],
  ['田中 花子', '田中 花子のアカウント マネージャー'],
  ['王小明', '王小明的帳戶管理員'],
  ['นภา วงศ์สวัสดิ์', 'ตัวจัดการบัญชีสำหรับนภา วงศ์สวัสดิ์'],
  ['Ana Ferreira', "Ana Ferreira'nın hesap yöneticisi"],
])('%s, whom the label %s of the account names, is the user', (name, label) => {
  const account = `<button id="O365_MainLink_Me" aria-label="${label}"></button>`;
  expect(people(account + sent.replaceAll('Ana Ferreira', name))).toEqual(['recipient ruth@example.com']);
});

test.each(['Anastasia', 'MariAna'])('whose name is part of that of %s is somebody else', (name) => {
  const account = `<button id="O365_MainLink_Me" aria-label="Account manager for ${name}"></button>`;
  expect(people(account + from('Ana', 'Ana'))).toEqual(['sender outlook:ana']);
});

test('who has no name is not taken for the user where no name of the user is known', () => {
  const letter = from('ruth@example.com', 'ruth@example.com');
  const well = '<div data-testid="RecipientWell">To: per@example.com</div>';
  const header = letter.replace('<div role', `${well}<div role`);
  const account = '<div id="mectrl_currentAccount_secondary">ana@example.com</div>';
  expect(people(account + header)).toEqual(['sender ruth@example.com', 'recipient per@example.com']);
  // Nor is anybody told from the user whom the page does not name at all.
  expect(people(header)).toEqual(['sender ruth@example.com']);
});

test('a draft has no sender where the page says so right before the name', () => {
  const draft = (before: string) => pane(`${before}<span role="button" aria-label="From: Ruth">Ruth</span>`);
  expect(people(draft('<span>[Brouillon]</span>'))).toEqual([]);
  expect(people(draft('<span>RO</span>'))).toEqual(['sender outlook:ruth']);
});

test('a name of 5,000 characters keeps its address', () => {
  const who = `${LONG} &lt;ruth@example.com&gt;`;
  expect(people(from(who, who))).toEqual(['sender ruth@example.com']);
});

test('a conversation of 300 messages is read in time that grows with it', BY_THE_CLOCK, () => {
  const message = from('Ruth Okafor', 'Ruth Okafor').replace('ConversationContainer', '');
  const html = `<div data-app-section="ConversationContainer">${message.repeat(300)}</div>`;
  const before = performance.now();
  expect(people(html)).toEqual(['sender outlook:okafor ruth']);
  expect(performance.now() - before).toBeLessThan(500);
});

describe('a message whose id is of the folder "Sent items"', () => {
  const message = (id: string, who: string, to: string) =>
    `<div><div id="MSG_${id}_FROM">${who}</div>${well(to)}</div>`;
  const ids = (folder: string, end = '') => `A${'x'.repeat(60)}${folder}${'y'.repeat(40)}${end}`;
  const INBOX = ids('AAAAAAEMAAA');

  test.each(['AAAAAAEJAAA', 'AAAAAAEJAAB', 'AAAIBCQAAAN', 'AAAAgEJAAAA', 'AAACAQkAAAB'])(
    'as %s is, was written by the user, whoever that is',
    (folder) => {
      const sent = message(ids(folder), 'Ana Ferreira', 'Ruth &lt;ruth@example.com&gt;');
      const received = message(INBOX, 'Kay Moss', 'Ana Ferreira');
      expect(people(pane(sent))).toEqual(['recipient ruth@example.com']);
      expect(people(pane(sent + received))).toEqual([
        'sender outlook:kay moss',
        'recipient ruth@example.com',
      ]);
      expect(people(pane(received))).toEqual(['sender outlook:kay moss']);
    },
  );
});
