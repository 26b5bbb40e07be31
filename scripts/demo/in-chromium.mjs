// The walk's hands and eyes in Chromium: Playwright, and the real side panel as one of its pages.
import path from 'node:path';
import { readRows } from './rows.mjs';

// Makes the side panel, a target of its own kind, a Page. Must be set before Playwright is loaded.
process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';
const { launchWithExtension } = await import('../lib/chromium.mjs');

const WAIT_MS = 10_000;

/** Starts Chromium with the extension in a folder and the mailbox in its first tab. See walk.mjs for what it offers. */
export async function openChromium({ origin, folder, headless, lang }) {
  const { context, id, close } = await launchWithExtension({ headless, extensionDir: folder, lang });
  context.setDefaultTimeout(WAIT_MS);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(origin);
  const session = await context.browser().newBrowserCDPSession();
  let panel;

  const hands = (target) => ({
    click: (role, name) => target().getByRole(role, { name, exact: true }).click(),
    fill: (role, name, text) => target().getByRole(role, { name, exact: true }).fill(text),
    choose: (role, name, value) => target().getByRole(role, { name, exact: true }).selectOption({ value }),
    text: () => target().evaluate(() => document.body.innerText),
  });
  return {
    name: `Chromium ${context.browser().version()}`,
    closed: new Promise((resolve) => context.on('close', resolve)),
    close,
    visit: (address) => page.goto(origin + address),
    mailbox: hands(() => page),
    panel: hands(() => panel),
    async openPanel() {
      await page.bringToFront();
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
      const tab = targetInfos.find(({ type, url }) => type === 'tab' && url === page.url());
      [panel] = await Promise.all([
        context.waitForEvent('page', (opened) => opened.url().includes('sidepanel.html')),
        session.send('Extensions.triggerAction', { id, targetId: tab.targetId }),
      ]);
    },
    seen: () => panel.evaluate(async () => Object.values(await chrome.storage.session.get(null))),
    rows: (table) => panel.evaluate(readRows, table),
    async picture(file) {
      const { dir, name, ext } = path.parse(file);
      await page.screenshot({ path: file });
      await panel.screenshot({ path: path.join(dir, `${name}-panel${ext}`) });
    },
  };
}
