import type { Page } from '@playwright/test';
import { expect, type Kith, kithIn, launch, test } from '../e2e/fixture.ts';
import { newProfile } from '../e2e/profile.ts';
import { addPeople, type Box, logIn, rows, show, subjectRow } from './in-roundcube.ts';
import { SKINS, up } from './up.mjs';

// Logging by itself in real Roundcube: each message once wherever it is seen, nothing that does not count, and nothing lost
// or doubled when the worker ends at any moment. `npm run test:webmail`.

const LANGUAGES: Record<string, string> = { larry: 'de_DE', classic: 'zh_CN' };
let box: Box;

async function open(skin: string): Promise<Kith> {
  box = await up({ skin, language: LANGUAGES[skin] ?? 'en_US' });
  const options = { lang: 'en-US', turnedOn: ['http://127.0.0.1/*'] } as const;
  return kithIn(await launch(await newProfile(), options));
}

function seeded(key: string): Box['seed'][number] {
  const message = box.seed.find((one) => one.key === key);
  if (!message) throw new Error(`There is no seeded message "${key}".`);
  return message;
}

const keys = async (panel: Page) =>
  (await rows(panel)).map(({ sourceKey }) => sourceKey.slice(new URL(box.url).origin.length)).sort();

/** Everything that is to come has come: nothing more is logged in a second and a half. */
async function expectOnly(panel: Page, wanted: readonly string[]): Promise<void> {
  await expect.poll(() => keys(panel)).toEqual([...wanted].sort());
  await panel.waitForTimeout(1500);
  expect(await keys(panel)).toEqual([...wanted].sort());
}

async function turnOn(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('checkbox', { name: '127.0.0.1' }).check();
  await panel.getByRole('button', { name: 'Here' }).click();
}

/** One message in the list, the preview, its own page and a second tab; then those that do not count. */
async function seeEverywhere(kith: Kith, before: () => Promise<void>): Promise<void> {
  const page = await logIn(kith, box);
  const panel = await kith.openPanel(page);
  await addPeople(
    panel,
    ['plain', 'list', 'many', 'reply-to', 'copied'].map((key) => seeded(key).expect.sender),
  );
  await before();
  await turnOn(panel);
  const { subject } = seeded('thread');
  // In the list it is one of many.
  await before();
  const { uid } = await subjectRow(page, subject);
  await expectOnly(panel, []);
  await before();
  await show(page, box, 'INBOX', subject);
  const one = [`:INBOX:${uid}`];
  await expectOnly(panel, one);
  await before();
  const own = `${box.url}?_task=mail&_mbox=INBOX&_uid=${uid}&_action=show`;
  await page.goto(own);
  await before();
  const second = await kith.visit(own);
  await before();
  await second.reload();
  await expectOnly(panel, one);
  await second.close();
  await page.bringToFront();

  for (const [key, reason] of [
    ['list', 'an automatic sender or a mailing list'],
    ['many', '21 recipients'],
    ['reply-to', 'an automatic sender or a mailing list'],
    ['copied', 'one of you was only copied'],
  ] as const) {
    await before();
    await show(page, box, 'INBOX', seeded(key).subject);
    const line = panel.locator('.refused li').filter({ hasText: seeded(key).subject });
    // The last first; the list has room for three.
    await expect(line).toContainText(reason);
  }
  await expect(panel.getByRole('heading', { name: '4 messages not logged' })).toBeVisible();
  await expectOnly(panel, one);
}

/** A reply, its sight among what was sent, and the page of its link. */
async function reply(kith: Kith, before: () => Promise<void>): Promise<void> {
  const page = await logIn(kith, box);
  const panel = await kith.openPanel(page);
  await addPeople(panel, [seeded('plain').expect.sender]);
  const [subject, text] = [`A word at ${Date.now()}`, `Only in this one: ${Math.random()}`];
  await before();
  const { uid: answered } = await subjectRow(page, seeded('plain').subject);
  await page.goto(`${box.url}?_task=mail&_mbox=INBOX&_reply_uid=${answered}&_action=compose`);
  await page.waitForFunction(
    () => (window as unknown as { rcmail: { commands: Record<string, boolean> } }).rcmail.commands['send'],
  );
  await before();
  await page.fill('[name=_subject]', subject);
  await page.fill('[name=_message]', text);
  await before();
  await page.locator('.send:visible').first().click();
  await before();
  await page.waitForSelector('#messagelist tr.message');
  await before();
  await expect.poll(() => rows(panel)).toHaveLength(1);
  await before();
  const uid = await show(page, box, 'Sent', subject);
  await before();
  await expectOnly(panel, [`:Sent:${uid}`]);
  const [row] = await rows(panel);
  expect(row).toMatchObject({ subject, direction: 'out', people: ['Ruth Okafor'] });
  const opened = await kith.visit(row?.link ?? '');
  await expect(opened.locator('#messagebody, .message-part').first()).toContainText(text);
  await before();
  await expectOnly(panel, [`:Sent:${uid}`]);
}

for (const skin of SKINS) {
  test(`${skin}: a message that is seen everywhere is one touchpoint, and what does not count is said`, async () => {
    const kith = await open(skin);
    await seeEverywhere(kith, async () => {});
    expect(kith.leaked).toEqual([]);
    await kith.context.close();
  });
}

test('the same with the service worker killed before every step', async () => {
  const kith = await open('elastic');
  await seeEverywhere(kith, () => kith.stopWorker());
  await kith.context.close();
});

test('a reply with the service worker killed before every step', async () => {
  const kith = await open('elastic');
  await reply(kith, () => kith.stopWorker());
  await kith.context.close();
});

test('a reply with the service worker killed while the page says that it went out', async () => {
  const kith = await open('elastic');
  let step = 0;
  await reply(kith, async () => {
    step++;
    if (step !== 4) return;
    // Half a second later Roundcube goes to the list.
    await kith.context
      .pages()
      .find((page) => page.url().includes('_action=compose'))
      ?.waitForSelector('.confirmation');
    await kith.stopWorker();
  });
  await kith.context.close();
});
