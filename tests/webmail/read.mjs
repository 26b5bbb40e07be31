// Reads every seeded message in real Roundcube, in the list, the preview and on its own page, answers it, and compares
// with what the seed expects: `node tests/webmail/read.mjs [--skin NAME] [--language CODE]`. Each page is also given to the
// generic reader alone, as if there were no adapter: it must find each sender, and never the account (--generic: nothing
// else). --sogo reads real SOGo in the same ways, --cider real CiderWebmail, which has no reader of its own; where one can't be
// installed, it says why and is skipped.
// Exit 1 on anything wrong; the last line counts: "N passed, N failed".
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { logInTo } from './log-in.mjs';
import { up, whyNotCider, whyNotSogo } from './up.mjs';

// Each skin in another language: no reader may depend on words.
const ROUNDS = [
  { skin: 'elastic', language: 'en_US' },
  { skin: 'larry', language: 'de_DE' },
  { skin: 'classic', language: 'zh_CN' },
];
const SELF = 'ana@inbox.example';
const LOOKS = {
  roundcube: readEverywhere,
  sogo: readInSogo,
  cider: readInCider,
};

/** Gives a row per skin and message, with a cell per view: `ok` or what is wrong. */
export async function readWebmail(rounds = ROUNDS, { only = undefined, log = console.log } = {}) {
  const reader = await bundleReader();
  const browser = await chromium.launch({
    ...(existsSync('/usr/bin/chromium') && { executablePath: '/usr/bin/chromium' }),
    chromiumSandbox: false,
    args: ['--no-sandbox'],
  });
  const rows = [];
  try {
    for (const round of rounds) {
      // A fresh mailbox: answers that an earlier run sent would be found too.
      const box = await up({ ...round, reset: rows.length === 0 });
      const context = await browser.newContext({ timezoneId: 'UTC', viewport: { width: 1400, height: 900 } });
      await context.addInitScript(reader);
      const pages = { mail: await context.newPage(), own: await context.newPage() };
      const { mail = 'roundcube' } = round;
      await pages.mail.goto(box.url);
      await logInTo(mail, pages.mail, box);
      for (const message of box.seed) {
        const row = { ...round, message: message.key, ...(await LOOKS[mail](pages, box, message, only)) };
        rows.push(row);
        log(Object.values(row).join(' | '));
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return rows;
}

async function select(mail, box, message) {
  const folder = `${box.url}?_task=mail&_mbox=${message.folder}`;
  if (mail.url() !== folder) await mail.goto(folder);
  await mail.waitForSelector('#messagelist tr.message');
  const subjects = await mail.locator('#messagelist tr.message a[href*="_uid"]').all();
  const shown = await Promise.all(
    subjects.map(async (link) => ({ text: await link.innerText(), href: await link.getAttribute('href') })),
  );
  const uid = /_uid=(\d+)/.exec(shown.find(({ text }) => text.trim() === message.subject)?.href ?? '')?.[1];
  if (!uid) throw new Error(`"${message.subject}" is not among the ${shown.length} shown`);
  await mail.locator(`#messagelist tr.message:has(a[href*="_uid=${uid}&"])`).first().click();
  return { folder, uid, preview: await previewFrame(mail, uid) };
}

// The generic reader alone, as the panel sees it: all frames of the tab together.
async function alone(frames, message) {
  const reading = await together(frames, 'generic');
  const sender = judgeSender(reading, message);
  return sender === 'ok' ? judgeLogged(reading, message) : sender;
}

// Where a page shows no account, nothing in these says that the user got them, or their date stands behind 21 people.
const UNTOLD = ['list', 'undisclosed', 'many'];

// What may be logged of the message: rightly dated, once for all whom it is about, and about what it is about.
function judgeLogged({ sightings }, { key, expect, at, subject }) {
  const points = sightings.flatMap((person) => person.touchpoints);
  const [first] = points;
  return firstOf([
    // Of what the user wrote, a page may fold away by whom it is.
    expect.sender && !first && !UNTOLD.includes(key) && 'no touchpoint',
    points.some((point) => point.at !== at) && `instant ${first.at}`,
    points.some((point) => point.direction !== (expect.sender === null ? 'out' : 'in')) && 'direction',
    points.some((point) => point.sourceKey !== first.sourceKey) && 'keys',
    points.some((point) => lettersOf(point.subject ?? '') !== lettersOf(subject)) &&
      `subject ${first.subject}`,
  ]);
}

// A page may show a subject without its tags.
function lettersOf(text) {
  return text.replace(/<[^>]*>/g, '').replace(/[^\p{L}\p{N}]/gu, '');
}

async function readInSogo({ mail, own }, box, message, only) {
  // Shown without its tags.
  const words = message.subject
    .replace(/<[^>]*>/g, ' ')
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  const subject = new RegExp(`^\\s*${words.join('\\s+')}\\s*$`);
  await mail.evaluate((folder) => {
    location.hash = `#!/Mail/0/${folder}`;
  }, message.folder);
  await mail.waitForSelector('h5.sg-md-headline', { state: 'detached' });
  const row = mail
    .locator('md-list-item', { has: mail.locator('.sg-tile-subject', { hasText: subject }) })
    .locator('button')
    .first();
  await mail.mouse.move(500, 500);
  for (let tries = 0; (await row.count()) === 0 && tries < 20; tries++) {
    await mail.mouse.wheel(0, 300);
    await mail.waitForTimeout(100);
  }
  await row.click();
  const headline = (page) => page.locator('h5.sg-md-headline', { hasText: subject });
  await headline(mail).waitFor();
  await mail.waitForFunction(() => /\/\d+$/.test(location.hash));
  const uid = /\d+$/.exec(mail.url())?.[0];
  const judge = async (frames) => {
    const sourceKey = `${new URL(box.url).origin}:${message.folder}:${uid}`;
    return only === 'generic' ? '-' : judgeInSogo(await together(frames), message, sourceKey);
  };
  const inMail = [mail.mainFrame()];
  const preview = { preview: await judge(inMail), 'generic preview': await alone(inMail, message) };
  await own.goto('about:blank');
  await own.goto(mail.url().replace(/\/Mail\/view#/, '/Mail/UIxMailPopupView#'));
  await headline(own).waitFor();
  const inOwn = [own.mainFrame()];
  return { ...preview, full: await judge(inOwn), 'generic full': await alone(inOwn, message) };
}

async function readInCider({ mail }, box, message) {
  await mail.goto(`${box.url}mailbox/${message.folder}`);
  const inList = judgeNobody(await read(mail.mainFrame(), 'generic'));
  const links = await mail.locator('a[href*="/mailbox/"]').all();
  const subjects = await Promise.all(links.map(async (link) => lettersOf(await link.innerText())));
  await links[subjects.indexOf(lettersOf(message.subject))].click();
  await mail.waitForSelector('.message_header');
  const full = await alone([mail.mainFrame()], message);
  const outbound = message.expect.sender === null;
  await mail.goto((await mail.locator('a.reply').first().getAttribute('href')) ?? '');
  const people = await together([mail.mainFrame()], 'generic');
  return {
    'generic list': inList,
    'generic full': full,
    'generic reply': outbound ? '-' : judgeWritten(people, message),
  };
}

// A list is about nobody.
function judgeNobody(reading) {
  const people = (reading?.sightings ?? []).filter(({ role }) => role !== 'listed');
  return people.length === 0 ? 'ok' : `found ${people.map(email)}`;
}

function judgeWritten({ sightings }, { expect }) {
  const { answer = expect.sender.email } = expect;
  return different('to', sightings.map(email), [answer]) || 'ok';
}

// Names only in To and Cc, which are not told from the user's own name in what others wrote.
function judgeInSogo(reading, message, sourceKey) {
  const { expect } = message;
  const people = reading?.sightings ?? [];
  const points = people.flatMap((person) => person.touchpoints);
  const shown = people.filter((person) => person.role === 'cc' && person.handles[0].kind === 'email');
  const named = people.filter((person) => person.role === 'recipient').map((person) => person.name);
  const outbound = expect.sender === null;
  return firstOf([
    judgeSender(reading, message).replace(/^ok$/, ''),
    // The page shows the address of whoever has no name.
    different(
      'cc',
      shown.map(email),
      expect.cc
        .filter((person) => person.name === undefined && message.key !== 'hostile')
        .map((person) => person.email),
    ),
    outbound &&
      different(
        'to',
        named,
        expect.to.map((person) => person.name),
      ),
    points.length === 0 && 'no touchpoint',
    points.some((point) => point.sourceKey !== sourceKey) && `key ${points[0].sourceKey}`,
    points.some((point) => point.at !== message.at) && `instant ${points[0].at}`,
    points.some((point) => point.direction !== (outbound ? 'out' : 'in')) && 'direction',
  ]);
}

function judgeSender(reading, { expect }) {
  const people = reading?.sightings ?? [];
  const senders = people.filter((person) => person.role === 'sender');
  const name = expect.sender?.name;
  return firstOf([
    people.some((person) => [SELF, ...expect.not].includes(email(person))) && 'somebody who must not be',
    different('sender', senders.map(email), expect.sender === null ? [] : [expect.sender.email]),
    senders.length > 0 && name !== undefined && senders[0].name !== name && `name ${senders[0].name}`,
    // A skin may show no name beside the address.
    senders[0]?.claims !== undefined && senders[0].claims !== expect.claims && `claims ${senders[0]?.claims}`,
  ]);
}

// As the panel joins the frames of a tab: nobody who is the user in any of them.
async function together(frames, only) {
  const readings = [];
  for (const frame of frames) readings.push(await read(frame, only));
  const self = readings.flatMap((reading) => reading?.self ?? []).map((handle) => handle.value);
  const sightings = readings.flatMap((reading) => reading?.sightings ?? []);
  return { sightings: sightings.filter((person) => !self.includes(email(person))) };
}

async function readEverywhere({ mail, own }, box, message, only) {
  const { folder, uid, preview } = await select(mail, box, message);
  const generic = { 'generic preview': await alone([mail.mainFrame(), preview], message) };
  const list = only ? '-' : judgeList(await read(mail.mainFrame()), message);
  const expected = { ...message, sourceKey: `${new URL(box.url).origin}:${message.folder}:${uid}` };
  const inPreview = only ? '-' : judgeMessage(await read(preview), expected);
  await own.goto(`${folder}&_uid=${uid}&_action=show`);
  generic['generic full'] = await alone([own.mainFrame()], message);
  if (only) return generic;
  const seen = {
    list,
    preview: inPreview,
    full: judgeMessage(await read(own.mainFrame()), expected),
    ...generic,
  };
  if (message.expect.sender === null) return { ...seen, reply: '-', typed: '-' };
  await own.goto(`${folder}&_reply_uid=${uid}&_action=compose`);
  await own.waitForSelector('textarea[name=_to]', { state: 'attached' });
  const reply = judgeReply(await read(own.mainFrame()), message);
  const typed = message.key === 'plain' ? await typeRecipient(own) : '-';
  return { ...seen, reply, typed };
}

async function previewFrame(page, uid) {
  for (let tries = 0; tries < 100; tries++) {
    const frame = page.frames().find((candidate) => candidate.url().includes(`_uid=${uid}&`));
    if (frame && (await frame.evaluate(() => document.readyState).catch(() => '')) === 'complete')
      return frame;
    await page.waitForTimeout(50);
  }
  throw new Error(`no preview of message ${uid}`);
}

async function read(frame, only) {
  await frame.waitForLoadState();
  // The user has said which address is theirs: CiderWebmail does not.
  const own = [{ kind: 'email', value: SELF }];
  return frame.evaluate(
    ({ only: id, own }) => {
      // Put there by the init script.
      const page = { document, url: new URL(location.href), now: Date.now(), own };
      return KithReader.readPage(
        page,
        undefined,
        KithReader.ALL_SITES.filter((site) => !id || site.id === id),
      );
    },
    { only, own },
  );
}

// Adds a recipient by hand, as chips or as text, whatever the skin does.
async function typeRecipient(page) {
  const chips = page.locator('textarea[name=_to] + ul input').first();
  const field = (await chips.count()) > 0 ? chips : page.locator('textarea[name=_to]');
  await field.focus();
  await field.press('Control+End');
  await field.pressSequentially(', Ines Vale <ines@vale.example>,');
  const found = (await read(page.mainFrame()))?.sightings.find(
    (person) => email(person) === 'ines@vale.example',
  );
  return found?.role === 'recipient' && found.name === 'Ines Vale' ? 'ok' : `found ${JSON.stringify(found)}`;
}

function judgeList(reading, { expect }) {
  const wanted = expect.sender === null ? expect.to.map((person) => person.email) : [expect.sender.email];
  return firstOf([
    reading?.view !== 'list' && `view ${reading?.view}`,
    different(
      'listed',
      (reading?.sightings ?? []).map((person) => `${person.role} ${email(person)}`),
      wanted.map((address) => `listed ${address}`),
    ),
  ]);
}

function judgeMessage(reading, { expect, at, sourceKey }) {
  const people = reading?.sightings ?? [];
  const having = (role) => people.filter((person) => person.role === role).map(email);
  const sender = people.find((person) => person.role === 'sender');
  const outbound = expect.sender === null;
  const touched = people.flatMap((person) =>
    person.touchpoints.map((point) => ({ ...point, role: person.role })),
  );
  return firstOf([
    reading?.view !== 'message' && `view ${reading?.view}`,
    !reading?.self.some((handle) => handle.value === SELF) && 'self unknown',
    people.some((person) => [SELF, ...expect.not].includes(email(person))) && 'somebody who must not be',
    different('sender', having('sender'), outbound ? [] : [expect.sender.email]),
    different(
      'to',
      having('recipient'),
      expect.to.map((person) => person.email),
    ),
    different(
      'cc',
      having('cc'),
      expect.cc.map((person) => person.email),
    ),
    sender?.claims !== expect.claims && `claims ${sender?.claims}`,
    ...[expect.sender, ...expect.to, ...expect.cc].map((wanted) => {
      const name = wanted && people.find((person) => email(person) === wanted.email)?.name;
      return wanted?.name !== undefined && name !== wanted.name && `name ${name}`;
    }),
    touched.some((point) => point.direction !== (outbound ? 'out' : 'in')) && 'direction',
    touched.length === 0 && 'no touchpoint',
    touched.some((point) => point.at !== at) && `instant ${touched[0].at}`,
    touched.some((point) => point.sourceKey !== sourceKey) && `key ${touched[0].sourceKey}`,
    touched.some((point) => point.role === 'sender' && Boolean(point.copied) !== Boolean(expect.copied)) &&
      'copied',
  ]);
}

function judgeReply(reading, { expect }) {
  const people = (reading?.sightings ?? []).filter((person) => person.role === 'recipient').map(email);
  return firstOf([
    reading?.view !== 'compose' && `view ${reading?.view}`,
    !people.includes(expect.answer ?? expect.sender.email) && `to ${people}`,
    reading?.sightings.some((person) => email(person) === SELF) && 'self',
  ]);
}

function email(person) {
  return person.handles[0].value;
}

function different(what, found, wanted) {
  return [...found].sort().join() !== [...wanted].sort().join() && `${what} ${found.join() || 'nobody'}`;
}

function firstOf(complaints) {
  return complaints.find(Boolean) || 'ok';
}

async function bundleReader() {
  const entry = fileURLToPath(new URL('reader.ts', import.meta.url));
  const lib = { entry, formats: ['iife'], name: 'KithReader' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  return `${built[0].output[0].code};globalThis.KithReader = KithReader`;
}

const ADAPTED = ['list', 'preview', 'full', 'reply', 'typed'];
const GENERIC = ['generic list', 'generic preview', 'generic full', 'generic reply'];

/** Prints how many of some views are right; gives the counts. */
function score(name, rows, views) {
  const cells = rows.flatMap((row) => views.map((view) => row[view] ?? '-')).filter((cell) => cell !== '-');
  const passed = cells.filter((cell) => cell === 'ok').length;
  if (cells.length > 0) console.log(`${name}: ${passed} of ${cells.length} views right`);
  return { passed, failed: cells.length - passed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      skin: { type: 'string' },
      language: { type: 'string' },
      generic: { type: 'boolean' },
      sogo: { type: 'boolean' },
      cider: { type: 'boolean' },
    },
  });
  const { skin, language, generic, sogo, cider } = values;
  const other = (sogo && 'sogo') || (cider && 'cider');
  const rounds = other ? [{ mail: other }] : ROUNDS.filter((round) => !skin || round.skin === skin);
  const asked = rounds.map((round) => ({ ...round, ...(language && { language }) }));
  const missing = (sogo && whyNotSogo()) || (cider && whyNotCider());
  const rows = missing ? [] : await readWebmail(asked, { only: generic ? 'generic' : undefined });
  if (missing) console.log(`skipped, ${missing}`);
  const wrong = rows.filter((row) =>
    [...ADAPTED, ...GENERIC].some((view) => !/^(ok|-)$/.test(row[view] ?? '-')),
  );
  if (wrong.length > 0) console.table(wrong);
  const name = (sogo && 'SOGo') || (cider && 'CiderWebmail') || 'Roundcube';
  const counts = [
    score(`${name}, its own reader`, rows, ADAPTED),
    score(`${name}, the generic reader alone`, rows, GENERIC),
  ];
  const sum = (what) => counts.reduce((all, one) => all + one[what], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed') > 0) process.exitCode = 1;
}
