import type { Page } from '@playwright/test';
import { expect, kithIn, launch, test } from './fixture.ts';
import { ALICE, MAIL, MAIL_PATTERN, mailPage } from './pages.ts';
import { newProfile } from './profile.ts';

test.use({ turnedOn: [MAIL_PATTERN] });

/** Makes every write in the panel fail as on a full disk, or lets them work again. */
async function fillDisk(panel: Page, full: boolean): Promise<void> {
  await panel.evaluate((on) => {
    const store = IDBObjectStore.prototype as unknown as Record<string, unknown>;
    for (const name of ['add', 'put']) {
      store[`real-${name}`] ??= store[name];
      store[name] = on
        ? () => {
            throw new DOMException('The disk is full.', 'QuotaExceededError');
          }
        : store[`real-${name}`];
    }
  }, full);
}

test('a full disk: a banner says what to do, the text stays, and saving works again later', async ({
  kith,
}) => {
  kith.serve({ [`${MAIL}/alice`]: mailPage('/alice', [{ id: 'm1', from: ALICE }]) });
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/alice`));
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByText('No touchpoint yet')).toBeVisible();
  await fillDisk(panel, true);

  await panel.getByRole('button', { name: 'Add a goal' }).click();
  await panel.getByRole('textbox', { name: 'Goal' }).fill('A reference for Berlin');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('alert')).toContainText('The disk is full');
  await expect(panel.getByRole('textbox', { name: 'Goal' })).toHaveValue('A reference for Berlin');

  await panel.getByRole('button', { name: 'New note' }).click();
  await panel.getByRole('textbox', { name: 'Note', exact: true }).fill('Do not lose me');
  await panel.waitForTimeout(800);
  await panel.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(panel.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('Do not lose me');

  await fillDisk(panel, false);
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Edit goal: A reference for Berlin' })).toBeVisible();
  // The editor may have closed by itself: the save that "Done" waited for came through.
  const done = panel.getByRole('button', { name: 'Done', exact: true });
  if (await done.isVisible()) await done.click();
  await expect(panel.locator('.note')).toContainText('Do not lose me');
});

test('a blocked IndexedDB: the panel says so and still shows who is on the page', async ({ kith }) => {
  kith.serve({ [`${MAIL}/alice`]: mailPage('/alice', [{ id: 'm1', from: ALICE }]) });
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/alice`));
  await panel.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is off.', 'InvalidStateError');
    };
  });
  await panel.reload();
  await expect(panel.getByRole('alert')).toContainText('does not let Kith store');
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
});

test('the browser is killed a second after the last key: the note is there when it starts again', async () => {
  const profile = await newProfile();
  const options = { lang: 'en-US', turnedOn: [MAIL_PATTERN] } as const;
  const pages = { [`${MAIL}/alice`]: mailPage('/alice', [{ id: 'm1', from: ALICE }]) };
  const first = await launch(profile, options);
  const kith = await kithIn(first);
  kith.serve(pages);
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/alice`));
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByText('No touchpoint yet')).toBeVisible();
  await panel.getByRole('button', { name: 'New note' }).click();
  await panel
    .getByRole('textbox', { name: 'Note', exact: true })
    .pressSequentially('Likes the harbour at noon');
  await panel.waitForTimeout(1000);
  const browser = first.browser();
  const cdp = await browser?.newBrowserCDPSession();
  const { processInfo = [] } = (await cdp?.send('SystemInfo.getProcessInfo')) ?? {};
  const gone = new Promise((resolve) => first.once('close', resolve));
  // Nothing of it gets to say goodbye.
  for (const { id } of processInfo.filter(({ type }) => type === 'browser')) process.kill(id, 'SIGKILL');
  await gone;

  const second = await launch(profile, options);
  const again = await kithIn(second);
  again.serve(pages);
  const after = await again.openPanel(await again.visit(`${MAIL}/alice`));
  await expect(after.getByRole('heading', { level: 1, name: 'Alice Nguyen' })).toBeVisible();
  await expect(after.getByText('Likes the harbour at noon').first()).toBeVisible();
  await second.close();
});
