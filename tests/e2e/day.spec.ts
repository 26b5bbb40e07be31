import type { Page } from '@playwright/test';
import { expect, type Kith, kithIn, launch, test } from './fixture.ts';
import { ALICE, ANA, MAIL, MAIL_PATTERN, mailPage, WANG } from './pages.ts';
import { newProfile } from './profile.ts';
import { undo } from './toast.ts';

// The main job: recognise, show, add, move, write, log; and after a restart all of it is there.

const OPTIONS = { lang: 'en-US', turnedOn: [MAIL_PATTERN] } as const;
test.use({ turnedOn: [MAIL_PATTERN] });

const FIRST = { id: 'm1', from: ALICE };
const SECOND = {
  id: 'm2',
  from: ANA,
  to: [ALICE],
  subject: 'Re: Coffee on Thursday?',
  at: '2026-11-02T10:40:00Z',
};
const THIRD = {
  id: 'm3',
  from: ALICE,
  cc: [WANG],
  subject: 'Re: Coffee on Thursday?',
  at: '2026-11-02T11:05:00Z',
};

function serve(kith: Kith): void {
  kith.serve({
    [`${MAIL}/`]: mailPage('/', []),
    [`${MAIL}/alice`]: mailPage('/alice', [FIRST, SECOND, THIRD]),
    [`${MAIL}/wang`]: mailPage('/wang', [{ id: 'w1', from: WANG, subject: '关于下周的会议' }]),
  });
}

async function day(kith: Kith, before: () => Promise<void>): Promise<void> {
  serve(kith);
  const page = await kith.visit(`${MAIL}/alice`);
  // The page speaks as soon as it has loaded: Chromium itself can end when a worker is closed that starts for that.
  await page.waitForTimeout(1000);
  await before();
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  await before();
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByText('No touchpoint yet')).toBeVisible();

  await before();
  await panel.getByRole('button', { name: 'Maintain' }).click();
  await expect(panel.getByRole('button', { name: 'Maintain' })).toHaveAttribute('aria-pressed', 'true');

  await before();
  await panel.getByRole('button', { name: 'How often to be in touch: no rhythm' }).click();
  await panel.getByRole('form', { name: 'How often to be in touch' }).waitFor();
  await panel.keyboard.press('2');
  await before();
  await panel.getByRole('button', { name: 'Add a goal' }).click();
  await panel.getByRole('textbox', { name: 'Goal' }).fill('Pilot in two branches by March');
  await panel.getByRole('radio', { name: 'shared' }).check();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Pilot in two branches by March')).toBeVisible();

  await before();
  await panel.getByRole('button', { name: 'New note' }).click();
  await panel
    .getByRole('textbox', { name: 'Note', exact: true })
    .fill('Prefers a **short call** over long mails.');
  await panel.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(panel.locator('strong', { hasText: 'short call' })).toBeVisible();

  await before();
  await panel.getByRole('button', { name: 'Log e-mail' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'Alice wrote' })).toHaveCount(1);
  await before();
  // One after the other: a second click on the same message logs nothing more.
  await panel.getByRole('button', { name: /Log e-mail/ }).click();
  await expect(panel.locator('.timeline li')).toHaveCount(2);
  await panel.getByRole('button', { name: /Log e-mail/ }).click();
  await expect(panel.getByText('Logged', { exact: true }).first()).toBeVisible();

  await before();
  await panel.getByRole('button', { name: 'Log meeting' }).click();
  await panel.getByRole('textbox', { name: 'What was the meeting about?' }).fill('Pilot scope');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expectAll(panel);
}

async function expectAll(panel: Page): Promise<void> {
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Maintain' })).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.getByRole('button', { name: 'How often to be in touch: every 14 d' })).toBeVisible();
  await expect(panel.getByText('Pilot in two branches by March')).toBeVisible();
  await expect(panel.locator('strong', { hasText: 'short call' })).toBeVisible();
  await expect(panel.locator('.timeline li')).toHaveCount(4);
  await expect(panel.locator('.timeline li.out')).toHaveCount(1);
  // The last touchpoint is the meeting of just now.
  await expect(panel.locator('.facts .row').first()).toContainText('Pilot scope');
}

test('a day with Kith, and the restart after it', async ({ kith }, info) => {
  await day(kith, async () => {});
  const [row] = (await kith.context.pages().filter((page) => page.url().includes('sidepanel'))) as [Page];
  expect(await row.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
    'kith',
  ]);
  expect(kith.leaked).toEqual([]);
  info.annotations.push({ type: 'requests', description: String(kith.leaked.length) });
});

test('everything is there after the browser restarts', async () => {
  const profile = await newProfile();
  const first = await launch(profile, OPTIONS);
  await day(await kithIn(first), async () => {});
  await first.close();
  const second = await launch(profile, OPTIONS);
  const kith = await kithIn(second);
  serve(kith);
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/alice`));
  await expectAll(panel);
  await expect(panel.getByText('Logged', { exact: true }).first()).toBeVisible();
  await second.close();
});

test('the same day with the service worker killed before every step', async ({ kith }) => {
  await day(kith, () => kith.stopWorker());
  expect(kith.leaked).toEqual([]);
});

test('what was typed survives a browser that is killed a second later', async () => {
  const profile = await newProfile();
  const first = await launch(profile, OPTIONS);
  const kith = await kithIn(first);
  serve(kith);
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/wang`));
  await panel.getByRole('button', { name: 'Add 王小明' }).click();
  await panel.getByRole('button', { name: 'New note' }).click();
  await panel.getByRole('textbox', { name: 'Note', exact: true }).pressSequentially('喜欢简短的电话');
  await panel.getByRole('button', { name: 'Add a goal' }).click();
  await panel.getByRole('textbox', { name: 'Goal' }).pressSequentially('half a go');
  await panel.waitForTimeout(1000);
  const browser = first.browser();
  const cdp = await browser?.newBrowserCDPSession();
  await cdp?.send('Browser.crash').catch(() => {});
  await first.close().catch(() => {});

  const second = await launch(profile, OPTIONS);
  const again = await kithIn(second);
  serve(again);
  const reopened = await again.openPanel(await again.visit(`${MAIL}/wang`));
  await expect(reopened.getByText('喜欢简短的电话')).toBeVisible();
  await reopened.getByRole('button', { name: 'Add a goal' }).click();
  await expect(reopened.getByRole('textbox', { name: 'Goal' })).toHaveValue('half a go');
  await second.close();
});

test('undo takes the last action back, and the one before', async ({ kith }) => {
  serve(kith);
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/alice`));
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await panel.getByRole('button', { name: 'Optimize' }).click();
  await panel.getByRole('button', { name: 'Log e-mail' }).click();
  await expect(panel.locator('.timeline li')).toHaveCount(1);
  await undo(panel, 'Logged');
  await expect(panel.locator('.timeline li')).toHaveCount(0);
  await panel.locator('body').press('Control+z');
  await expect(panel.getByRole('button', { name: 'Establish' })).toHaveAttribute('aria-pressed', 'true');
  await panel.locator('body').press('Control+z');
  await expect(panel.getByRole('button', { name: 'Add Alice Nguyen' })).toBeVisible();
});
