import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixture.ts';

// Run by `npm run test:headed`, under a virtual display: headless Chromium has neither prompt nor shortcuts.

const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html><head><title>Post</title><script type="application/ld+json">
    {"@context":"https://schema.org","@type":"ProfilePage","mainEntity":{"@type":"Person","name":"Nora Field","email":"nora@example.com"}}
  </script></head><body>Nora Field</body></html>`);
});
let origin = '';
test.beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`; // listening on TCP
});
test.afterAll(() => void server.close());

function press(...keys: string[]): void {
  const [window = ''] = execFileSync('xdotool', ['search', '--onlyvisible', '--class', 'chromium'])
    .toString()
    .split('\n');
  execFileSync('xdotool', ['windowfocus', window]);
  execFileSync('xdotool', ['key', '--delay', '120', ...keys]);
}

/** Turns the site on: the panel's button, and then the browser's own prompt. */
async function turnOn(panel: Page): Promise<void> {
  await panel
    .getByRole('button', { name: /^Use Kith on 127\.0\.0\.1/ })
    .first()
    .click();
  await sleep(1000);
  press('Tab', 'Return');
}

test('a site is turned on by the prompt of the browser, and off again', async ({ kith }) => {
  const page = await kith.visit(`${origin}/`);
  const panel = await kith.openPanel(page);
  await turnOn(panel);
  // Without a reload of the page.
  await expect(panel.getByRole('heading', { name: 'Nora Field' })).toBeVisible();

  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('button', { name: /^Stop using Kith on/ }).click();
  await panel.getByRole('button', { name: 'Here' }).click();
  await expect(panel.getByText('Kith does not read 127.0.0.1')).toBeVisible();
  const left = await (await kith.worker()).evaluate(async () => ({
    scripts: await chrome.scripting.getRegisteredContentScripts(),
    origins: (await chrome.permissions.getAll()).origins,
  }));
  expect(left.scripts).toEqual([]);
  expect(left.origins?.join()).not.toContain('127.0.0.1');
});

test('a prompt that is denied changes nothing', async ({ kith }) => {
  const page = await kith.visit(`${origin}/`);
  const panel = await kith.openPanel(page);
  await panel
    .getByRole('button', { name: /^Use Kith on 127\.0\.0\.1/ })
    .first()
    .click();
  await sleep(1000);
  press('Return');
  await expect(panel.getByRole('button', { name: /^Use Kith on 127\.0\.0\.1/ }).first()).toBeVisible();
  expect(kith.leaked).toEqual([]);
});

test('Alt+Shift+K opens the panel', async ({ kith }) => {
  const page = await kith.visit(`${origin}/`);
  await page.bringToFront();
  const opened = kith.context.waitForEvent('page', (panel) => panel.url().includes('sidepanel.html'));
  press('alt+shift+k');
  await expect((await opened).getByRole('button', { name: 'Here' })).toBeVisible();
});

test('Alt+Shift+L logs what the page shows, without the panel', async ({ kith }) => {
  const page = await kith.visit(`${origin}/`);
  const panel = await kith.openPanel(page);
  await turnOn(panel);
  await panel.getByRole('button', { name: 'Add Nora Field' }).click();
  await page.bringToFront();
  press('alt+shift+l');
  // A profile has no message to log: the sign says that somebody known is there and nothing is left.
  await expect
    .poll(async () => (await kith.worker()).evaluate(() => chrome.action.getBadgeText({})), {
      intervals: [100],
    })
    .toBe('✓');
});
