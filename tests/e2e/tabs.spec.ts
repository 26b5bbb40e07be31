import { expect, test } from './fixture.ts';
import { ALICE, conversation, MAIL, MAIL_PATTERN, mailPage, WANG } from './pages.ts';

test.use({ turnedOn: [MAIL_PATTERN] });

test.beforeEach(({ kith }) => {
  kith.serve({
    [`${MAIL}/`]: mailPage('/', []),
    [`${MAIL}/alice`]: mailPage('/alice', [{ id: 'm1', from: ALICE }]),
    [`${MAIL}/wang`]: mailPage('/wang', [{ id: 'w1', from: WANG }]),
    'https://elsewhere.example.org/':
      '<!doctype html><title>Elsewhere</title><p>alice.nguyen@acme.example.com</p>',
  });
});

test('the panel shows the person of each tab', async ({ kith }) => {
  const alice = await kith.visit(`${MAIL}/alice`);
  const panel = await kith.openPanel(alice);
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  const wang = await kith.visit(`${MAIL}/wang`);
  await expect(panel.getByRole('heading', { name: '王小明' })).toBeVisible();
  await alice.bringToFront();
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  // A tab in the background that changes does not touch the panel.
  await wang.goto(`${MAIL}/`);
  await panel.waitForTimeout(500);
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
});

test('leaving the site, and the tab, clears the panel', async ({ kith }) => {
  const page = await kith.visit(`${MAIL}/alice`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  await page.goto('https://elsewhere.example.org/');
  await expect(panel.getByRole('heading', { name: 'Nobody on this page' })).toBeVisible();
  await page.goBack();
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  const other = await kith.visit(`${MAIL}/wang`);
  await expect(panel.getByRole('heading', { name: '王小明' })).toBeVisible();
  await other.close();
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  const stored = await (await kith.worker()).evaluate(() => chrome.storage.session.get(null));
  expect(JSON.stringify(stored)).not.toContain('wang');
});

test('a page that changes without a new address is followed', async ({ kith }) => {
  const page = await kith.visit(`${MAIL}/alice`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  await page.evaluate(
    (text) => {
      history.pushState({}, '', '/wang');
      const script = document.head.querySelector('script');
      if (script) script.textContent = text;
    },
    conversation('/wang', [{ id: 'w1', from: WANG }]),
  );
  await expect(panel.getByRole('heading', { name: '王小明' })).toBeVisible();
});

test('a panel opened later, after the worker died, knows the page', async ({ kith }) => {
  const page = await kith.visit(`${MAIL}/alice`);
  await page.waitForTimeout(400);
  await kith.stopWorker();
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
});

test('two windows have a panel each', async ({ kith }) => {
  const page = await kith.visit(`${MAIL}/alice`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  const [other] = await Promise.all([
    kith.context.waitForEvent('page'),
    (await kith.worker()).evaluate((url) => chrome.windows.create({ url }), 'about:blank'),
  ]);
  await other.goto(`${MAIL}/wang`);
  const second = await kith.openPanel(other);
  await expect(second.getByRole('heading', { name: '王小明' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
});

test('a page that is too busy to answer is not taken for one that is gone', async ({ kith }) => {
  const page = await kith.visit(`${MAIL}/alice`);
  const panel = await kith.openPanel(page);
  const alice = panel.getByRole('heading', { name: 'Alice Nguyen' });
  await expect(alice).toBeVisible();
  const busy = page.evaluate(() => {
    const end = performance.now() + 5000;
    while (performance.now() < end);
  });
  // The icon is clicked: the panel looks again.
  await (await kith.worker()).evaluate(() => chrome.storage.session.set({ clicked: 1 }));
  await panel.waitForTimeout(2500);
  await expect(alice).toBeVisible({ timeout: 1 });
  await busy;
  await panel.waitForTimeout(300);
  await expect(alice).toBeVisible({ timeout: 1 });
});
