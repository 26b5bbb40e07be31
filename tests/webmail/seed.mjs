// The mailbox that the webmail tests read: invented people, fixed dates and message ids, and beside each message what
// a reader should find. `from: null` is a message of the user's own.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ANA = 'Ana Ferreira <ana@inbox.example>';
const ruth = 'Ruth Okafor <ruth.okafor@harbour.example>';
const person = (email, name) => ({ email, ...(name !== undefined && { name }) });
const team = Array.from({ length: 15 }, (_, index) => `t${index + 1}@crew.example`);
const watchers = Array.from({ length: 5 }, (_, index) => `w${index + 1}@crew.example`);

/** RFC 2047 words: `=?UTF-8?B?...?=` or, with another charset's bytes given in hex, that charset. */
function word(text, charset = 'UTF-8', hex = undefined) {
  const bytes = hex === undefined ? Buffer.from(text) : Buffer.from(hex, 'hex');
  return `=?${charset}?B?${bytes.toString('base64')}?=`;
}

const MESSAGES = [
  {
    key: 'plain',
    from: ruth,
    date: '2026-11-02T09:12:00Z',
    subject: 'Lunch near the harbour?',
    text: 'Hi Ana,\n\nAre you free on Thursday at noon?\n\nRuth\n-- \nRuth Okafor\nHarbour Ltd, ruth@private.example',
    expect: { sender: person('ruth.okafor@harbour.example', 'Ruth Okafor') },
  },
  {
    key: 'answer',
    folder: 'Sent',
    from: ANA,
    to: ruth,
    date: '2026-11-02T10:40:00Z',
    subject: 'Re: Lunch near the harbour?',
    headers: ['In-Reply-To: <plain@seed.example>', 'References: <plain@seed.example>'],
    text: 'Noon works.\n\nOn 2 Nov 2026, Ruth Okafor <ruth.okafor@harbour.example> wrote:\n> Are you free?',
    expect: { sender: null, to: [person('ruth.okafor@harbour.example', 'Ruth Okafor')] },
  },
  {
    key: 'thread',
    from: ruth,
    date: '2026-11-02T11:05:00Z',
    subject: 'Re: Lunch near the harbour?',
    headers: [
      'Cc: "Lindqvist, Per-Erik" <per.lindqvist@nordbo.example>',
      'In-Reply-To: <answer@seed.example>',
      'References: <plain@seed.example> <answer@seed.example>',
    ],
    text: 'Good, I bring Per-Erik.\n\nOn 2 Nov 2026, Ana Ferreira <ana@inbox.example> wrote:\n> Noon works.',
    expect: {
      sender: person('ruth.okafor@harbour.example', 'Ruth Okafor'),
      cc: [person('per.lindqvist@nordbo.example', 'Lindqvist, Per-Erik')],
    },
  },
  {
    key: 'chinese',
    from: `${word('陈思远')} <chen.siyuan@donghai.example>`,
    to: `${word('安娜·费雷拉')} <ana@inbox.example>`,
    date: '2026-11-03T02:30:00Z',
    subject: '下周的会议',
    // The same word 林 in two Chinese charsets: GB2312 and Big5.
    headers: [
      `Cc: ${word('', 'GB2312', 'c1d6')} <lin@donghai.example>,\r\n ${word('', 'Big5', 'aa4c')} <lin2@donghai.example>`,
    ],
    text: '安娜，你好：\n\n下周三下午三点可以开会吗？\n\n陈思远',
    expect: {
      sender: person('chen.siyuan@donghai.example', '陈思远'),
      cc: [person('lin@donghai.example', '林'), person('lin2@donghai.example', '林')],
    },
  },
  {
    key: 'comma',
    from: '"Lindqvist, Per-Erik" <per.lindqvist@nordbo.example>',
    to: '"Ferreira, Ana" <ana@inbox.example>, "Moss, Kay (Legal)" <kay.moss@nordbo.example>',
    date: '2026-11-03T08:15:00Z',
    subject: 'Contract, draft two',
    headers: ['Cc: "O\'Neill, \\"Shiv\\" Siobhan" <s.oneill@nordbo.example>, legal@nordbo.example'],
    text: 'Dear Ana,\n\nthe second draft is in the shared folder.\n\nPer-Erik',
    expect: {
      sender: person('per.lindqvist@nordbo.example', 'Lindqvist, Per-Erik'),
      to: [person('kay.moss@nordbo.example', 'Moss, Kay (Legal)')],
      cc: [person('s.oneill@nordbo.example', 'O\'Neill, "Shiv" Siobhan'), person('legal@nordbo.example')],
    },
  },
  {
    key: 'list',
    from: 'Ida Brandt via tools-list <tools-list@lists.example>',
    to: 'tools-list@lists.example',
    date: '2026-11-03T12:00:00Z',
    subject: '[tools-list] Release plan',
    headers: [
      'Reply-To: Ida Brandt <ida@brandt.example>, tools-list@lists.example',
      'Sender: tools-list-bounces@lists.example',
      'List-Id: Tools <tools-list.lists.example>',
      'List-Post: <mailto:tools-list@lists.example>',
      'Precedence: list',
    ],
    text: 'Hello all, here is the plan.',
    expect: {
      sender: person('tools-list@lists.example', 'Ida Brandt via tools-list'),
      copied: true,
      answer: 'ida@brandt.example',
    },
  },
  {
    key: 'reply-to',
    from: 'Job Mailer <noreply@mailer.example>',
    date: '2026-11-03T14:20:00Z',
    subject: 'A role for you',
    headers: ['Reply-To: Meera Iyer <meera@talent.example>'],
    text: 'Hi Ana, an answer to this mail reaches me. Meera',
    expect: {
      sender: person('noreply@mailer.example', 'Job Mailer'),
      not: ['meera@talent.example'],
      answer: 'meera@talent.example',
    },
  },
  {
    key: 'html',
    from: 'Paolo Conti <paolo@conti-foto.example>',
    date: '2026-11-04T07:45:00Z',
    subject: 'Pictures from the workshop',
    text: 'Hi Ana, the pictures are there. Paolo',
    html:
      '<p>Hi <b>Ana</b>, the pictures are there: <a href="https://conti-foto.example/1">album</a>.</p>' +
      '<div class="header-summary"><a class="rcmContactAddress" href="mailto:body@conti-foto.example"' +
      ' title="body@conti-foto.example">Not the sender</a></div>' +
      '<p>-- <br>Paolo Conti | <a href="mailto:studio@conti-foto.example">studio@conti-foto.example</a></p>',
    expect: {
      sender: person('paolo@conti-foto.example', 'Paolo Conti'),
      not: ['studio@conti-foto.example', 'body@conti-foto.example'],
    },
  },
  {
    key: 'hostile',
    from: '"<img src=x onerror=alert(1)>" <mallory@evil.example>',
    date: '2026-11-04T09:00:00Z',
    subject: '<script>alert(2)</script> "><img src=x onerror=alert(3)>',
    headers: ['Cc: "\\"><svg onload=alert(4)>" <trudy@evil.example>'],
    text: 'javascript:alert(1)\n<b>not bold</b>',
    expect: { sender: person('mallory@evil.example'), cc: [person('trudy@evil.example')] },
  },
  {
    key: 'spoof',
    from: '"ruth.okafor@harbour.example" <attacker@evil.example>',
    date: '2026-11-04T09:30:00Z',
    subject: 'Urgent invoice',
    text: 'Please pay today.',
    unread: true,
    expect: {
      sender: person('attacker@evil.example'),
      claims: 'ruth.okafor@harbour.example',
      not: ['ruth.okafor@harbour.example'],
    },
  },
  {
    key: 'bare',
    from: 'no.name@plain.example',
    date: '2026-11-04T10:00:00Z',
    subject: 'No display name',
    text: 'This sender has no display name.',
    unread: true,
    expect: { sender: person('no.name@plain.example') },
  },
  {
    key: 'many',
    from: 'Nadia Haddad <nadia@crew.example>',
    to: [ANA, ...team.map((address, index) => `Crew Member${index + 1} <${address}>`)].join(',\r\n '),
    date: '2026-11-04T16:00:00Z',
    subject: 'Offsite',
    headers: [`Cc: ${watchers.join(', ')}`],
    text: 'Everyone: trains leave at nine.',
    expect: {
      sender: person('nadia@crew.example', 'Nadia Haddad'),
      to: team.map((address, index) => person(address, `Crew Member${index + 1}`)),
      cc: watchers.map((address) => person(address)),
    },
  },
  {
    key: 'forward',
    from: 'Tomas Vesely <tomas@vesely.example>',
    date: '2026-11-05T08:00:00Z',
    subject: 'Fwd: Introduction',
    text:
      'Ana, meet Clara. Tomas\n\n---------- Forwarded message ---------\nFrom: Clara Roth <clara.roth@initiative.example>\n' +
      'Subject: Introduction\nTo: Tomas Vesely <tomas@vesely.example>\n\nWrite to clara.roth@initiative.example',
    expect: {
      sender: person('tomas@vesely.example', 'Tomas Vesely'),
      not: ['clara.roth@initiative.example'],
    },
  },
  {
    key: 'undisclosed',
    from: '=?utf-8?Q?J=C3=BCrgen_Gr=C3=A4f?= <juergen@xn--grf-rla.example>',
    to: 'undisclosed-recipients:;',
    date: '2026-11-05T10:30:00Z',
    subject: 'Newsletter',
    text: 'Blind copies only.',
    unread: true,
    expect: { sender: person('juergen@xn--grf-rla.example', 'Jürgen Gräf') },
  },
  {
    key: 'plus',
    from: '=?utf-8?Q?Si=C3=A2n_O=27Hara?= <Sian.OHara+crm@Example.COM>',
    date: '2026-11-05T12:00:00Z',
    subject: 'Plus address and mixed case',
    text: 'Mixed case.',
    unread: true,
    expect: { sender: person('sian.ohara+crm@example.com', "Siân O'Hara") },
  },
  {
    key: 'copied',
    from: 'Yusuf Kaya <yusuf@kaya.example>',
    to: 'Lena Maurer <lena@maurer.example>',
    date: '2026-11-05T13:00:00Z',
    subject: 'Ana only copied',
    headers: [`Cc: ${ANA}`],
    text: 'Lena, Ana knows.',
    expect: {
      sender: person('yusuf@kaya.example', 'Yusuf Kaya'),
      to: [person('lena@maurer.example', 'Lena Maurer')],
      copied: true,
    },
  },
];

/**
 * Each message: `key`, `folder`, `subject`, `at` and what to expect: `sender`, `to` and `cc` without the user, `not`
 * (who must not be found), and where they apply `claims`, `copied` and `answer`, to whom a reply goes.
 */
export const SEED = MESSAGES.map(({ key, folder = 'INBOX', subject, date, expect }) => ({
  key,
  folder,
  subject,
  at: Date.parse(date),
  expect: {
    sender: expect.sender,
    to: expect.to ?? [],
    cc: expect.cc ?? [],
    not: expect.not ?? [],
    ...expect,
  },
}));

/** Writes the messages into a new Maildir, in the order of their arrival. */
export function writeMaildir(maildir) {
  for (const folder of ['', '.Sent', '.Drafts', '.Trash', '.Junk']) {
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(maildir, folder, part), { recursive: true });
  }
  MESSAGES.forEach((message, index) => {
    const seconds = Date.parse(message.date) / 1000;
    const raw = rawMessage(message);
    const name = `${seconds}.M${index}P1.seed,S=${Buffer.byteLength(raw)}:2,${message.unread ? '' : 'S'}`;
    const file = join(maildir, message.folder ? `.${message.folder}` : '', 'cur', name);
    writeFileSync(file, raw);
    utimesSync(file, seconds, seconds);
  });
}

function rawMessage({ key, from, to = ANA, date, subject, headers = [], text, html }) {
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    ...headers,
    `Subject: ${/^[ -~]*$/.test(subject) ? subject : word(subject)}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${key}@seed.example>`,
    'MIME-Version: 1.0',
  ];
  const part = (type, body) =>
    `Content-Type: text/${type}; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`;
  const body =
    html === undefined
      ? part('plain', text)
      : `Content-Type: multipart/alternative; boundary="=_seed"\r\n\r\n--=_seed\r\n${part('plain', text)}` +
        `--=_seed\r\n${part('html', html)}--=_seed--\r\n`;
  return `${head.join('\r\n')}\r\n${body}`;
}
