import { expect, test } from './fixture.ts';
import { expectAccessible, LANGUAGES } from './looks.ts';
import { ALICE, expectUnread, MAIL, MAIL_PATTERN, mailPage, WANG } from './pages.ts';

test.use({ turnedOn: [MAIL_PATTERN] });

// A conversation that no longer says whose mailbox it is: the view is there, nobody can be read.
const broken = (path: string, body = '') =>
  mailPage(path, [{ id: path, from: ALICE }], body).replace('accountablePerson', 'accountable');
// What the page shows of it: the sender, another recipient, the account, and somebody whom the text names.
const shown = `<nav class="account">ana@example.com</nav>
  <div>From: <span title="${ALICE.email}">${ALICE.name}</span></div>
  <div>To: <span title="ana@example.com">Ana Ferreira</span>, <span title="${WANG.email}">${WANG.name}</span></div>
  <div class="message-body"><p>Please ask our colleague <a href="mailto:wolfeschlegelsteinhausenbergerdorff@example.com">Wolfeschlegelsteinhausenbergerdorff</a> too.</p></div>`;

// Names where a page can give them: in classes, attributes, elements.
const named = `<div class="alice-nguyen" data-alice-nguyen="1"><alice-nguyen id="alice">Alice</alice-nguyen></div>${shown}`;

test('a site that changed: said quietly, picked by hand, reported without content', async ({ kith }) => {
  kith.serve({
    [`${MAIL}/alice`]: mailPage('/alice', [{ id: 'm1', from: ALICE }]),
    [`${MAIL}/1`]: broken('/1'),
    [`${MAIL}/2`]: broken('/2'),
    [`${MAIL}/3`]: broken('/3', named),
  });
  const page = await kith.visit(`${MAIL}/alice`);
  const panel = await kith.openPanel(page);
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByText('No touchpoint yet')).toBeVisible();
  const said = panel.getByText('Kith could not read this page');
  // One or two pages may be half loaded, or of nobody: a person can be picked, and nothing is claimed.
  for (const [index, path] of ['/1', '/2'].entries()) {
    await page.goto(MAIL + path);
    await expectUnread(panel, index + 1);
    await expect(panel.getByRole('button', { name: 'Pick a person by hand' })).toBeVisible();
    await expect(said).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'Copy a report' })).toHaveCount(0);
  }
  await expect(panel.getByRole('heading', { name: 'Nobody on this page' })).toBeVisible();
  await page.goto(`${MAIL}/3`);
  await expect(said).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'This page was not read' })).toBeVisible();

  await kith.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.getByRole('button', { name: 'Copy a report' }).click();
  await expect(panel.getByText('Copied.')).toBeVisible();
  // What the browser really copied, by the code as it was built: the page's shape, and nobody's name or address.
  const report = await panel.evaluate(() => navigator.clipboard.readText());
  expect(report).toMatch(/^Kith [\d.]+, jsonld\n/);
  expect(report).toContain('div.x5-x6 data-x5-x6');
  expect(report).toContain('div.message-body');
  expect(report).not.toMatch(/alice|nguyen|acme|wang|王小明|ferreira|@/i);

  await panel.getByRole('button', { name: 'Pick a person by hand' }).click();
  await panel.getByRole('searchbox').fill('nguyen');
  await panel
    .getByRole('button', { name: /Alice Nguyen/ })
    .first()
    .click();
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
});

test('what is chosen by hand is found on a page whose own reader is another, too', async ({ kith }) => {
  const inbox = 'https://mail.google.com/mail/u/0/';
  kith.serve({
    [inbox]: `<!doctype html><title>Mail</title><div role="main"><span class="gD"></span>${shown}</div>`,
  });
  const panel = await kith.openPanel(await kith.visit(`${inbox}#inbox/FMfcgzQabcdefgh`));
  await panel.getByRole('button', { name: 'Pick a person by hand' }).click();
  await expect(panel.getByRole('button', { name: WANG.email })).toBeVisible();
  await expect(panel.getByRole('button', { name: ALICE.email })).toBeVisible();
});

for (const lang of LANGUAGES) {
  test.describe(`in ${lang}`, () => {
    test.use({ lang });

    test('whom a page shows that could not be read is a choice: who is known opens, a stranger can be added', async ({
      kith,
    }) => {
      kith.serve({
        [`${MAIL}/alice`]: mailPage('/alice', [{ id: 'm1', from: ALICE }]),
        [`${MAIL}/1`]: broken('/1', shown),
      });
      const page = await kith.visit(`${MAIL}/alice`);
      const panel = await kith.openPanel(page);
      await panel.setViewportSize({ width: 320, height: 800 });
      await panel.locator('.go').click();
      await panel.locator('.steps').waitFor();
      await page.goto(`${MAIL}/1`);
      const byHand = panel.locator('button[aria-expanded]').first();
      await byHand.waitFor();
      await byHand.focus();
      await panel.keyboard.press('Enter');

      const choice = panel.locator('nav.people');
      // The sender first; never the account; last whom the message itself names.
      await expect(choice.getByRole('button')).toHaveText([
        /Alice Nguyen.*alice\.nguyen@acme\.example\.com/,
        /王小明.*wang\.xiaoming@example\.com/,
        /Wolfeschlegelsteinhausenbergerdorff/,
      ]);
      await choice.getByRole('button', { name: WANG.email }).focus();
      await panel.keyboard.press('Enter');
      await expect(panel.getByRole('heading', { name: '王小明' })).toBeVisible();
      await panel.screenshot({ path: `test-results/not-read-${lang}.png`, fullPage: true });
      await expectAccessible(panel, 'chosen by hand');
      // The first steps stand above, with a button of their own.
      await panel.locator('.go').last().click();
      await expect(panel.locator('.steps')).toBeVisible();
      await expect(panel.getByRole('heading', { name: '王小明' })).toBeVisible();

      // One who is known opens at once. Nothing of the look stays in the page's reader.
      await panel.locator('.bar button').first().click();
      await byHand.click();
      await choice.getByRole('button', { name: ALICE.email }).click();
      await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
    });
  });
}
