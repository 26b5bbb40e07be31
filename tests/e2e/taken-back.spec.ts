import { expect, test } from './fixture.ts';
import { ALICE, MAIL, MAIL_PATTERN, mailPage } from './pages.ts';

test.use({ turnedOn: [MAIL_PATTERN] });

interface Developer {
  readonly developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  };
}

const stranger = `<!doctype html><title>Mail - ana@mail.example.com</title><div>From: <a href="mailto:ruth@example.com">Ruth Okafor</a></div>
  <div>To: <a href="mailto:ana@mail.example.com">Ana</a></div><p>Hello</p>`;

// As the user does it in the browser's own settings, while the page is open.
for (const [reader, html, name] of [
  ['a page that describes itself', mailPage('/x', [{ id: 'm1', from: ALICE }]), 'Alice Nguyen'],
  ['the generic reader', stranger, 'Ruth Okafor'],
] as const) {
  test(`access that is taken back ends reading at once, without a word in the page’s console: ${reader}`, async ({
    kith,
  }) => {
    kith.serve({ [`${MAIL}/x`]: html });
    const settings = await kith.context.newPage();
    await settings.goto('chrome://extensions');
    const allow = (hostAccess: 'ON_CLICK' | 'ON_ALL_SITES') =>
      settings.evaluate(
        ([extensionId, access]) =>
          (chrome as unknown as Developer).developerPrivate.updateExtensionConfiguration({
            extensionId,
            hostAccess: access,
          }),
        [kith.id, hostAccess] as const,
      );

    const page = await kith.context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${MAIL}/x`);
    const panel = await kith.openPanel(page);
    const heading = panel.getByRole('heading', { name, exact: true });
    await expect(heading).toBeVisible();

    await allow('ON_CLICK');
    await expect(panel.getByRole('heading', { name: 'Kith is off here' })).toBeVisible();
    // The page goes on living: nothing of it is looked at, kept or said.
    for (let change = 0; change < 5; change++) {
      await page.evaluate((index) => {
        document.title = `Mail ${index} - ana@mail.example.com`;
        document.body.insertAdjacentHTML(
          'afterbegin',
          `<p>From: <a href="mailto:x${index}@example.com">X</a></p>`,
        );
        history.replaceState({}, '', `/x#${index}`);
      }, change);
      await page.waitForTimeout(120);
    }
    await expect(heading).toHaveCount(0);
    const kept = await (await kith.worker()).evaluate(() => chrome.storage.session.get(null));
    expect(JSON.stringify(kept)).not.toContain('@');
    expect(said).toEqual([]);

    // Given back, the page that is open is read again without a reload.
    await page.evaluate(() => {
      history.replaceState({}, '', '/x');
      for (const added of document.querySelectorAll('body > p'))
        if (added.textContent?.startsWith('From')) added.remove();
    });
    await allow('ON_ALL_SITES');
    await expect(heading).toBeVisible();
    expect(said).toEqual([]);
  });
}
