import { expect, test } from './fixture.ts';
import { ALICE, ANA, MAIL, MAIL_PATTERN, mailPage } from './pages.ts';

test.use({ turnedOn: [MAIL_PATTERN] });

const NAMES = {
  html: '<img src=x onerror=alert(1)>',
  override: 'Eve \u202Egnp.elif\u202C \u2066x\u2069',
  zero: 'A\u200Bl\u200Bice\uFEFF',
  long: 'Long '.repeat(2000),
  unbroken: 'W'.repeat(5000),
};

for (const [kind, name] of Object.entries(NAMES)) {
  test(`a hostile display name does no harm: ${kind}`, async ({ kith }) => {
    kith.serve({
      [`${MAIL}/x`]: mailPage('/x', [
        { id: 'x', from: { name, email: 'mallory@example.com' }, subject: '<script>alert(2)</script>' },
      ]),
    });
    const panel = await kith.openPanel(await kith.visit(`${MAIL}/x`));
    await panel.setViewportSize({ width: 320, height: 800 });
    const dialogs: string[] = [];
    panel.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const heading = panel.getByRole('heading', { level: 1 });
    await expect(heading).toBeVisible();
    const shown = await heading.innerText();
    expect(shown).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/);
    expect(shown.length).toBeLessThanOrEqual(200);
    if (kind === 'html') expect(shown).toBe(name);
    await expect(panel.getByText('mallory@example.com').first()).toBeVisible();
    await panel.getByRole('button', { name: /^Add / }).click();
    await panel.getByRole('button', { name: 'Log e-mail' }).click();
    await expect(panel.locator('.timeline li')).toHaveCount(1);
    // However long the name is, what can be done comes soon, and nothing sticks out sideways.
    expect((await panel.locator('.steps').boundingBox())?.y).toBeLessThan(300);
    expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(dialogs).toEqual([]);
    expect(kith.leaked).toEqual([]);
  });
}

test('a display name that claims another address is a warning, and the real one is shown', async ({
  kith,
}) => {
  kith.serve({
    [`${MAIL}/x`]: mailPage('/x', [
      { id: 'x', from: { name: ALICE.email, email: 'attacker@evil.example.com' } },
    ]),
  });
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/x`));
  await expect(panel.getByRole('heading', { name: 'attacker@evil.example.com' })).toBeVisible();
  await expect(panel.getByRole('alert')).toContainText(ALICE.email);
  await expect(panel.getByRole('alert')).toContainText('attacker@evil.example.com');
});

test('a page with 5,000 addresses is cut short, and says so', async ({ kith }) => {
  const to = Array.from({ length: 5000 }, (_, index) => ({ email: `p${index}@example.com` }));
  kith.serve({ [`${MAIL}/x`]: mailPage('/x', [{ id: 'x', from: ALICE, to: [ANA, ...to] }]) });
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/x`));
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  await expect(panel.getByText('4801 more people on this page are not shown.')).toBeVisible();
});

test('a page that rewrites itself 100 times a second is still read, and the panel stays calm', async ({
  kith,
}) => {
  kith.serve({ [`${MAIL}/x`]: mailPage('/x', [{ id: 'x', from: ALICE }], '<div id="clock"></div>') });
  const page = await kith.visit(`${MAIL}/x`);
  await page.evaluate(() => {
    setInterval(() => {
      const clock = document.getElementById('clock');
      if (clock) clock.innerHTML = `<b title="${Math.random()}">${performance.now()}</b>`;
    }, 10);
  });
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  const heard = await panel.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        chrome.runtime.onMessage.addListener(() => void count++);
        setTimeout(() => resolve(count), 2000);
      }),
  );
  expect(heard).toBe(0);
});

test('messages of a wrong shape or from elsewhere are dropped, and logged once', async ({ kith }) => {
  kith.serve({ [`${MAIL}/x`]: mailPage('/x', [{ id: 'x', from: ALICE }]) });
  const worker = await kith.worker();
  const logged: string[] = [];
  worker.on('console', (message) => logged.push(message.text()));
  const page = await kith.visit(`${MAIL}/x`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  // As a compromised renderer would: from the content script's own world.
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: () => {
        const reading = (handle: string, link: string) => ({
          site: 'x',
          view: 'x',
          self: [],
          omitted: 0,
          sightings: [
            {
              role: 'sender',
              handles: [{ kind: 'email', value: handle }],
              name: 'Forged',
              touchpoints: [{ sourceKey: 'x', channel: 'email', direction: 'in', at: 1, link }],
            },
          ],
        });
        const say = (message: object) => void chrome.runtime.sendMessage(message);
        for (let i = 0; i < 3; i++)
          say({
            type: 'seen',
            documentKey: 'x',
            url: location.href,
            title: 't',
            reading: { nonsense: true },
          });
        say({
          type: 'seen',
          documentKey: 'x',
          url: 'https://bank.example.com/',
          title: 't',
          reading: reading('a@example.com', 'https://x.example.com/'),
        });
        say({
          type: 'seen',
          documentKey: 'x',
          url: location.href,
          title: 't',
          reading: reading('a@example.com', 'javascript:alert(1)'),
        });
        say({ type: 'seen', documentKey: 'x', url: location.href, title: 't', extra: 1 });
      },
    });
  });
  await panel.waitForTimeout(500);
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  await expect(panel.getByText('Forged')).toHaveCount(0);
  const dropped = logged.filter((text) => text.startsWith('Kith dropped'));
  expect(dropped.length).toBeGreaterThanOrEqual(3);
  expect(new Set(dropped).size).toBe(dropped.length);
});
