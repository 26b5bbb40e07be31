import { expect, test } from './fixture.ts';
import { MAIL, MAIL_PATTERN } from './pages.ts';

test.use({ turnedOn: [MAIL_PATTERN] });

const message = (from: string, address: string) => `
  <table><tr><td class="label">Von:</td><td><a href="mailto:${address}">${from}</a></td></tr>
  <tr><td class="label">An:</td><td><a href="mailto:ana@mail.example.com">Ana Ferreira</a></td></tr>
  <tr><td class="label">Datum:</td><td>3. August 2026, 10:05</td></tr></table><p>Hallo</p>`;
const html = (body: string) =>
  `<!doctype html><html lang="de"><head><title>Nachricht - ana@mail.example.com</title></head><body><div id="app">${body}</div></body></html>`;

test('a webmail that nobody knows is read by the generic reader, until a reader recognises it', async ({
  kith,
}) => {
  kith.serve({ [`${MAIL}/x`]: html(message('Ruth Okafor', 'ruth@example.com')) });
  const page = await kith.visit(`${MAIL}/x`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeVisible();

  const read = async () => {
    const kept = await (await kith.worker()).evaluate(() => chrome.storage.session.get(null));
    const frames = Object.values(kept) as { url?: string; reading?: { site: string } }[];
    return frames.find(({ url }) => url?.startsWith('https://mail.example.com/'))?.reading?.site;
  };
  expect(await read()).toBe('generic');

  // The same document turns out to be Roundcube.
  await page.evaluate(() => {
    document.body.innerHTML = `<table class="headers-table"><tbody><tr><td class="header from"><a class="rcmContactAddress" href="mailto:omar@example.com" title="omar@example.com">Omar Saleh</a></td></tr></tbody></table>`;
  });
  await expect(panel.getByRole('heading', { name: 'Omar Saleh' })).toBeVisible();
  expect(await read()).toBe('roundcube');
});

test('where the permission was taken back nothing is read, and the generic reader does not come', async ({
  kith,
}) => {
  kith.serve({ [`${MAIL}/x`]: html(message('Ruth Okafor', 'ruth@example.com')) });
  const page = await kith.visit(`${MAIL}/x`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeVisible();
  await panel.evaluate(async (pattern) => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    await chrome.tabs.sendMessage(tab?.id ?? 0, { type: 'stop', patterns: [pattern] });
  }, MAIL_PATTERN);
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeHidden();
  await page.evaluate(
    (body) => {
      document.querySelector('#app')?.replaceChildren();
      document.querySelector('#app')?.insertAdjacentHTML('beforeend', body);
    },
    message('Omar Saleh', 'omar@example.com'),
  );
  await page.waitForTimeout(1000);
  await expect(panel.getByRole('heading', { name: 'Omar Saleh' })).toBeHidden();
});
