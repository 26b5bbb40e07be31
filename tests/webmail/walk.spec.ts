import type { Page } from '@playwright/test';
import { expect, type Kith, kithIn, launch, test } from '../e2e/fixture.ts';
import { newProfile } from '../e2e/profile.ts';
import { type Box, logIn } from './in-roundcube.ts';
import { up } from './up.mjs';

// The main job on a webmail that nobody here wrote: real Roundcube, the real side panel. `npm run test:webmail`.

const OPTIONS = { lang: 'en-US', turnedOn: ['http://127.0.0.1/*'] } as const;

let box: Box;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  box = await up({ skin: 'elastic' });
});

/** Opens a seeded message in the preview pane, which is a frame of its own: the top address stays. */
async function preview(page: Page, key: string): Promise<Box['seed'][number]> {
  const message = box.seed.find((one) => one.key === key);
  if (!message) throw new Error(`There is no seeded message "${key}".`);
  await page.locator('#messagelist tr.message', { hasText: message.subject }).first().click();
  return message;
}

async function walk(kith: Kith, before: () => Promise<void>): Promise<void> {
  const page = await logIn(kith, box);
  await before();
  const panel = await kith.openPanel(page);
  const title = panel.getByRole('heading', { level: 1 });
  await preview(page, 'chinese');
  // The sender is there first; when the others come, the question moves down, and a click would meet another button.
  await expect(panel.getByText('copied').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Yes, mine' }).click();
  await expect(panel.getByRole('button', { name: 'Yes, mine' })).toHaveCount(0);
  for (const key of ['chinese', 'comma', 'hostile', 'spoof', 'plain']) {
    await before();
    const { expect: expected } = await preview(page, key);
    const { email, name } = expected.sender ?? { email: '', name: '' };
    const shown = key === 'hostile' ? '<img src=x onerror=alert(1)>' : name;
    await expect(title).toHaveText(shown ?? email);
    await expect(panel.locator('.handles')).toContainText(email);
    await expect(panel.getByRole('alert')).toHaveCount(key === 'spoof' ? 1 : 0);
    await expect(panel.locator('main')).not.toContainText(box.user);
  }
  const { subject = '', expect: expected } = await preview(page, 'plain');
  const name = expected.sender?.name ?? '';
  await before();
  await panel.getByRole('button', { name: `Add ${name}` }).click();
  await before();
  await panel.getByRole('button', { name: 'Maintain' }).click();
  await before();
  await panel.getByRole('button', { name: 'Add a goal' }).click();
  await panel.getByRole('textbox', { name: 'Goal' }).fill('Moor two boats by spring');
  await panel.getByRole('button', { name: 'Save' }).click();
  await before();
  await panel.getByRole('button', { name: 'New note' }).click();
  await panel.getByRole('textbox', { name: 'Note', exact: true }).fill('Lunch at noon suits her.');
  await panel.getByRole('button', { name: 'Done', exact: true }).click();
  await before();
  await panel.getByRole('button', { name: 'Log e-mail' }).click();
  await expectAll(panel, name, subject);

  // A reply: the recipient is recognised on the compose page.
  await before();
  const uid = new URL(
    (await panel.locator('.timeline a').first().getAttribute('href')) ?? '',
  ).searchParams.get('_uid');
  await page.goto(`${box.url}?_task=mail&_mbox=INBOX&_reply_uid=${uid}&_action=compose`);
  await expectAll(panel, name, subject);
  expect(kith.leaked).toEqual([]);
}

async function expectAll(panel: Page, name: string, subject: string): Promise<void> {
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(panel.getByRole('button', { name: 'Maintain' })).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.getByRole('button', { name: 'Edit goal: Moor two boats by spring' })).toBeVisible();
  await expect(panel.locator('.note')).toContainText('Lunch at noon suits her.');
  await expect(panel.locator('.timeline li')).toHaveCount(1);
  await expect(panel.locator('.timeline li')).toContainText(subject);
}

test('the main job in real Roundcube, and after a restart', async () => {
  const profile = await newProfile();
  const first = await launch(profile, OPTIONS);
  await walk(await kithIn(first), async () => {});
  await first.close();

  const second = await launch(profile, OPTIONS);
  const kith = await kithIn(second);
  const page = await logIn(kith, box);
  const panel = await kith.openPanel(page);
  const { subject, expect: expected } = await preview(page, 'plain');
  await expectAll(panel, expected.sender?.name ?? '', subject);
  await expect(panel.getByText('Logged', { exact: true }).first()).toBeVisible();
  await second.close();
});

test('the same with the service worker killed before every step', async () => {
  const context = await launch(await newProfile(), OPTIONS);
  const kith = await kithIn(context);
  await walk(kith, () => kith.stopWorker());
  await context.close();
});
