// Reads every seeded message in real Roundcube, in the list, the preview and on its own page, answers it, and compares
// with what the seed expects: `node tests/webmail/read.mjs [--skin NAME] [--language CODE]`. Exit 1 on anything wrong.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { up } from './up.mjs';

// Each skin in another language: no reader may depend on words.
const ROUNDS = [
  { skin: 'elastic', language: 'en_US' },
  { skin: 'larry', language: 'de_DE' },
  { skin: 'classic', language: 'zh_CN' },
];
const SELF = 'ana@inbox.example';

/** Gives a row per skin and message, with a cell per view: `ok` or what is wrong. */
export async function readWebmail(rounds = ROUNDS, log = console.log) {
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
      await logIn(pages.mail, box);
      for (const message of box.seed) {
        const row = { ...round, message: message.key, ...(await readEverywhere(pages, box, message)) };
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

async function logIn(page, box) {
  await page.goto(box.url);
  await page.fill('[name=_user]', box.user);
  await page.fill('[name=_pass]', box.password);
  await page.press('[name=_pass]', 'Enter');
  await page.waitForSelector('#messagelist tr.message');
}

async function readEverywhere({ mail, own }, box, message) {
  const folder = `${box.url}?_task=mail&_mbox=${message.folder}`;
  if (mail.url() !== folder) await mail.goto(folder);
  await mail.waitForSelector('#messagelist tr.message');
  const subjects = await mail.locator('#messagelist tr.message a[href*="_uid"]').all();
  const shown = await Promise.all(
    subjects.map(async (link) => ({ text: await link.innerText(), href: await link.getAttribute('href') })),
  );
  const uid = /_uid=(\d+)/.exec(shown.find(({ text }) => text.trim() === message.subject)?.href ?? '')?.[1];
  if (!uid) return { list: `not among ${shown.length}`, preview: '', full: '', reply: '', typed: '' };
  await mail.locator(`#messagelist tr.message:has(a[href*="_uid=${uid}&"])`).first().click();
  const preview = await previewFrame(mail, uid);
  const list = judgeList(await read(mail.mainFrame()), message);
  const expected = { ...message, sourceKey: `${new URL(box.url).origin}:${message.folder}:${uid}` };
  const inPreview = judgeMessage(await read(preview), expected);
  await own.goto(`${folder}&_uid=${uid}&_action=show`);
  const full = judgeMessage(await read(own.mainFrame()), expected);
  if (message.expect.sender === null) return { list, preview: inPreview, full, reply: '-', typed: '-' };
  await own.goto(`${folder}&_reply_uid=${uid}&_action=compose`);
  await own.waitForSelector('textarea[name=_to]', { state: 'attached' });
  const reply = judgeReply(await read(own.mainFrame()), message);
  const typed = message.key === 'plain' ? await typeRecipient(own) : '-';
  return { list, preview: inPreview, full, reply, typed };
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

async function read(frame) {
  await frame.waitForLoadState();
  return frame.evaluate(() => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // Put there by the init script.
    return KithReader.readPage({ document, url: new URL(location.href), now: Date.now(), timeZone });
  });
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
  const entry = fileURLToPath(new URL('../sites/all.ts', import.meta.url));
  const lib = { entry, formats: ['iife'], name: 'KithReader' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  return `${built[0].output[0].code};globalThis.KithReader = KithReader`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { skin: { type: 'string' }, language: { type: 'string' } } });
  const { skin, language } = values;
  const rounds = ROUNDS.filter((round) => !skin || round.skin === skin);
  const rows = await readWebmail(rounds.map((round) => ({ ...round, ...(language && { language }) })));
  console.table(rows);
  const wrong = rows.flatMap((row) =>
    ['list', 'preview', 'full', 'reply', 'typed'].filter((view) => !/^(ok|-)$/.test(row[view])),
  );
  console.log(`${rows.length} messages read, ${wrong.length} views wrong`);
  if (wrong.length > 0) process.exitCode = 1;
}
