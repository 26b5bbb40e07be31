import type { Page } from '@playwright/test';
import { expect, type Kith, test } from './fixture.ts';
import { ALICE, ANA, MAIL, MAIL_PATTERN, type Mail, mailPage, WANG } from './pages.ts';

// Logging by itself, on a site where the user turned it on.

test.use({ turnedOn: [MAIL_PATTERN] });

const CROWD = Array.from({ length: 23 }, (_, n) => ({ email: `guest${n}@example.com` }));
const BOT = { name: 'Acme Billing', email: 'no-reply@acme.example.com' };
const LIST = { name: 'Board', email: 'board@lists.example.com' };
const HOST = new URL(MAIL).hostname;

const INBOX: Record<string, readonly Mail[]> = {
  one: [{ id: 'm1', from: ALICE }],
  thread: [
    { id: 'm1', from: ALICE },
    {
      id: 'm2',
      from: ANA,
      to: [ALICE, WANG],
      subject: 'Re: Coffee on Thursday?',
      at: '2026-11-02T10:40:00Z',
    },
    { id: 'm3', from: ALICE, subject: 'Re: Coffee on Thursday?', at: '2026-11-02T11:05:00Z' },
  ],
  crowd: [{ id: 'm4', from: ALICE, to: [ANA, ...CROWD], subject: 'Summer party' }],
  copy: [{ id: 'm5', from: ALICE, to: [WANG], cc: [ANA], subject: 'Minutes' }],
  bot: [{ id: 'm6', from: BOT, subject: 'Your invoice' }],
  list: [{ id: 'm7', from: LIST, subject: 'Agenda' }],
};

function serve(kith: Kith): void {
  for (const [name, mails] of Object.entries(INBOX))
    kith.serve({ [`${MAIL}/${name}`]: mailPage(`/${name}`, mails) });
  kith.serve({ [`${MAIL}/`]: mailPage('/', []) });
}

/** Adds whoever a page is about. */
async function add(page: Page, panel: Page, path: string, name: string): Promise<void> {
  await page.goto(`${MAIL}/${path}`);
  await panel.getByRole('button', { name: `Add ${name}` }).click();
  await expect(panel.getByRole('heading', { level: 1, name })).toBeVisible();
}

const touchpoints = (panel: Page) =>
  panel.evaluate(
    () =>
      new Promise<{ sourceKey: string; direction: string; people: number; deleted: boolean }[]>(
        (resolve, reject) => {
          const open = indexedDB.open('kith');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const all = open.result.transaction('touchpoints').objectStore('touchpoints').getAll();
            all.onsuccess = () => {
              open.result.close();
              resolve(
                all.result.map(({ sourceKey, direction, personIds, deletedAt }) => ({
                  sourceKey: String(sourceKey).replace(/.*[:#]/, ''),
                  direction,
                  people: personIds.length,
                  deleted: deletedAt !== undefined,
                })),
              );
            };
          };
        },
      ),
  );
const keys = async (panel: Page) => (await touchpoints(panel)).map(({ sourceKey }) => sourceKey).sort();

async function turnOn(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('checkbox', { name: HOST }).check();
  // What is on the page may be logged, and say so, at once.
  await expect(panel.getByRole('status')).toContainText(/Setting changed|Logged by itself/);
  await panel.getByRole('button', { name: 'Here' }).click();
}

async function day(kith: Kith, before: () => Promise<void>): Promise<void> {
  serve(kith);
  const page = await kith.visit(`${MAIL}/`);
  const panel = await kith.openPanel(page);
  for (const [path, name] of [
    ['one', 'Alice Nguyen'],
    ['bot', 'Acme Billing'],
    ['list', 'Board'],
  ] as const)
    await add(page, panel, path, name);
  await page.goto(`${MAIL}/one`);
  await expect(panel.getByRole('heading', { level: 1, name: 'Alice Nguyen' })).toBeVisible();
  expect(await keys(panel)).toEqual([]);

  // Turned on, the page that is open is logged at once, and says so.
  await before();
  await turnOn(panel);
  await expect.poll(() => keys(panel)).toEqual(['m1']);
  await expect(panel.getByText('Logged', { exact: true }).first()).toBeVisible();

  await before();
  await page.goto(`${MAIL}/thread`);
  await expect(
    panel.getByRole('status').filter({ hasText: 'Logged by itself: Re: Coffee on Thursday?' }),
  ).toBeVisible();
  await expect.poll(() => keys(panel)).toEqual(['m1', 'm2', 'm3']);

  // A second tab, the page again, and a panel that comes and goes add nothing.
  await before();
  const second = await kith.visit(`${MAIL}/thread`);
  await second.reload();
  await second.close();
  await page.bringToFront();
  await page.reload();

  // Somebody who becomes known joins what is on the page.
  await before();
  await panel.getByRole('button', { name: /王小明/ }).click();
  await expect(panel.getByRole('heading', { level: 1, name: '王小明' })).toBeVisible();
  await panel.getByRole('button', { name: 'Add 王小明' }).click();
  await expect
    .poll(async () => (await touchpoints(panel)).find(({ sourceKey }) => sourceKey === 'm2'))
    .toEqual({ sourceKey: 'm2', direction: 'out', people: 2, deleted: false });
  expect(await keys(panel)).toEqual(['m1', 'm2', 'm3']);

  for (const [path, subject, reason] of [
    ['crowd', 'Summer party', '24 recipients'],
    ['copy', 'Minutes', 'one of you was only copied'],
    ['bot', 'Your invoice', 'an automatic sender or a mailing list'],
    ['list', 'Agenda', 'an automatic sender or a mailing list'],
  ] as const) {
    await before();
    await page.goto(`${MAIL}/${path}`);
    const line = panel.locator('.refused li').filter({ hasText: subject });
    await expect(line).toContainText(reason);
  }
  expect(await keys(panel)).toEqual(['m1', 'm2', 'm3']);
  await expect(panel.getByRole('heading', { name: '4 messages not logged' })).toBeVisible();

  await before();
  await panel.getByRole('button', { name: 'All 4' }).click();
  await panel.getByRole('button', { name: 'Log it all the same: Summer party' }).click();
  await expect(panel.getByRole('heading', { name: '3 messages not logged' })).toBeVisible();
  expect(await keys(panel)).toEqual(['m1', 'm2', 'm3', 'm4']);

  // What is deleted stays deleted.
  await before();
  await page.goto(`${MAIL}/one`);
  await panel
    .getByRole('button', { name: /^Delete from the timeline/ })
    .first()
    .click();
  await expect.poll(async () => (await touchpoints(panel)).filter(({ deleted }) => deleted).length).toBe(1);
  await before();
  await page.goto(`${MAIL}/crowd`);
  await page.goto(`${MAIL}/thread`);
  await page.waitForTimeout(500);
  const rows = await touchpoints(panel);
  expect(rows.filter(({ deleted }) => deleted)).toHaveLength(1);
  expect(rows).toHaveLength(4);
}

test('every message with somebody known is one touchpoint, and what does not count is said', async ({
  kith,
}) => {
  await day(kith, async () => {});
});

test('the same with the service worker killed before every step', async ({ kith }) => {
  await day(kith, () => kith.stopWorker());
});

test('the never-log list and the own addresses, by keyboard', async ({ kith }) => {
  serve(kith);
  const page = await kith.visit(`${MAIL}/one`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByText('Is ana@example.com you?')).toBeVisible();
  await panel.getByRole('button', { name: 'Yes, mine' }).press('Enter');
  await expect(panel.getByText('Is ana@example.com you?')).toBeHidden();
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByText('No touchpoint yet')).toBeVisible();

  await panel.getByRole('button', { name: 'Settings' }).press('Enter');
  const field = panel.getByRole('textbox', { name: 'Address or domain' });
  await field.fill('nonsense');
  await field.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('no e-mail address or domain');
  await field.fill('*.Acme.example.com');
  await field.press('Enter');
  await expect(panel.getByText('acme.example.com and all below it')).toBeVisible();
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await field.fill('acme.example.com');
  await field.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('on the list already');
  await expect(panel.getByRole('button', { name: 'Remove ana@example.com' })).toBeVisible();

  await turnOn(panel);
  const line = panel.locator('.refused li');
  await expect(line).toContainText('on your never-log list');
  expect(await keys(panel)).toEqual([]);
  // Off the list, the page that is read again is logged.
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('button', { name: 'Remove acme.example.com' }).press('Enter');
  await expect(panel.getByText('acme.example.com and all below it')).toBeHidden();
  await panel.getByRole('button', { name: 'Here' }).click();
  await page.reload();
  await expect.poll(() => keys(panel)).toEqual(['m1']);
  await expect(line).toHaveCount(0);
});

test('a person can be left out, in the form that edits them', async ({ kith }) => {
  serve(kith);
  const page = await kith.visit(`${MAIL}/`);
  const panel = await kith.openPanel(page);
  await add(page, panel, 'one', 'Alice Nguyen');
  await panel.getByRole('button', { name: 'Edit Alice Nguyen' }).click();
  await panel.getByRole('checkbox', { name: 'Log nothing with Alice Nguyen by itself' }).check();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.locator('.toast')).toContainText('Person changed');
  await turnOn(panel);
  await expect(panel.locator('.refused li')).toContainText('logging by itself is off for Alice Nguyen');
  expect(await keys(panel)).toEqual([]);
});

/** Says something as the reader of a page does: from the extension's own world in it. */
async function say(kith: Kith, page: Page, message: object): Promise<void> {
  const cdp = await kith.context.newCDPSession(page);
  const worlds: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${kith.id}`) worlds.push(context.id);
  });
  await cdp.send('Runtime.enable');
  const [contextId] = worlds;
  if (contextId === undefined) throw new Error('There is no reader on this page.');
  const expression = `void chrome.runtime.sendMessage(${JSON.stringify(message)})`;
  await cdp.send('Runtime.evaluate', { contextId, expression });
  await cdp.detach();
}

test('what was sent is logged, becomes the message that is seen later, and is undone in one', async ({
  kith,
}) => {
  const at = Date.now();
  const subject = 'The deck, as promised';
  const reply = { id: 'm8', from: ANA, to: [ALICE], subject, at: new Date(at + 2000).toISOString() };
  serve(kith);
  kith.serve({ [`${MAIL}/sent`]: mailPage('/sent', [reply]) });
  const page = await kith.visit(`${MAIL}/`);
  const panel = await kith.openPanel(page);
  await add(page, panel, 'one', 'Alice Nguyen');
  const seen = { sourceKey: 'sent:abc', channel: 'email', direction: 'out', at, subject, recipients: 1 };
  const handles = [{ kind: 'email', value: ALICE.email }];
  const sent = {
    type: 'sent',
    documentKey: 'x',
    url: page.url(),
    site: 'jsonld',
    self: [],
    sightings: [{ role: 'recipient', handles, touchpoints: [seen] }],
  };
  await kith.stopWorker();
  await say(kith, page, sent);
  await expect(panel.getByRole('status')).toContainText(`Logged when you sent it: ${subject}`);
  await say(kith, page, sent);
  expect(await keys(panel)).toEqual(['abc']);

  await kith.stopWorker();
  await page.goto(`${MAIL}/sent`);
  await expect.poll(() => keys(panel)).toEqual(['m8']);
  await expect(panel.getByText('Logged', { exact: true }).first()).toBeVisible();
  await expect(panel.locator('.timeline li')).toHaveCount(1);
  // The sign comes again, late.
  await say(kith, page, { ...sent, url: page.url() });
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('button', { name: `Undo: Logged when you sent it ${subject}` }).click();
  await page.reload();
  await say(kith, page, { ...sent, url: page.url() });
  await page.waitForTimeout(500);
  expect(await touchpoints(panel)).toEqual([{ sourceKey: 'm8', direction: 'out', people: 1, deleted: true }]);
});

for (const lang of ['en-US', 'zh-CN'] as const)
  test.describe(`in ${lang}`, () => {
    test.use({ lang });
    test('fits 320 px', async ({ kith }, info) => {
      serve(kith);
      const page = await kith.visit(`${MAIL}/`);
      const panel = await kith.openPanel(page);
      await page.goto(`${MAIL}/thread`);
      await panel.setViewportSize({ width: 320, height: 900 });
      const shot = async (name: string) => {
        expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        await panel.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
      };
      await panel.locator('.go.wide').click();
      await expect(panel.locator('div > .link').filter({ hasText: '3' })).toBeVisible();
      await shot('own-and-thread');
      await panel.locator('.bar button:last-child').click();
      await panel.getByRole('checkbox', { name: HOST }).check();
      const never = panel.locator('section[aria-labelledby="never-log"]');
      await never.locator('input').fill('nonsense');
      await never.locator('input').press('Enter');
      await expect(never.getByRole('alert')).toBeVisible();
      await shot('settings');
      await panel.locator('.bar button').first().click();
      for (const path of ['crowd', 'copy']) {
        await page.goto(`${MAIL}/${path}`);
        await expect(panel.locator('.refused li')).toHaveCount(path === 'crowd' ? 1 : 2);
      }
      await shot('not-logged');
    });
  });
