import { expect, test } from './fixture.ts';
import { ALICE, MAIL, MAIL_PATTERN, mailPage } from './pages.ts';

test.use({ turnedOn: [MAIL_PATTERN] });

test('one person with two addresses: asked, joined, told apart, merged', async ({ kith }) => {
  const second = { name: 'Alice Nguyen', email: 'alice@home.example.com' };
  kith.serve({
    [`${MAIL}/work`]: mailPage('/work', [{ id: 'm1', from: ALICE }]),
    [`${MAIL}/home`]: mailPage('/home', [{ id: 'm2', from: second }]),
  });
  const page = await kith.visit(`${MAIL}/work`);
  const panel = await kith.openPanel(page);
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByText('No touchpoint yet')).toBeVisible();

  await page.goto(`${MAIL}/home`);
  await expect(panel.getByRole('heading', { name: 'Is this Alice Nguyen?' })).toBeVisible();
  await expect(panel.getByText('the same name')).toBeVisible();
  await panel.getByRole('button', { name: `Yes, it is Alice Nguyen, ${ALICE.email}` }).click();
  await expect(panel.getByText('Noted as the same person')).toBeVisible();
  await expect(panel.locator('.handles')).toContainText('alice@home.example.com');
  await expect(panel.locator('.handles')).toContainText(ALICE.email);

  // Told apart again: the address becomes a person of its own.
  await panel.getByRole('button', { name: 'Edit Alice Nguyen' }).click();
  await panel.getByRole('button', { name: 'Make alice@home.example.com a person of their own' }).click();
  await expect(panel.locator('.handles')).toHaveText('alice@home.example.com');

  // And merged: namesakes are told apart by their addresses.
  await panel.getByRole('button', { name: 'Edit Alice Nguyen' }).click();
  await panel.getByRole('button', { name: 'Merge…' }).click();
  await panel.getByRole('searchbox').fill('nguyen');
  await panel.getByRole('button', { name: new RegExp(ALICE.email) }).click();
  await expect(
    panel.getByText(`Alice Nguyen (${ALICE.email}) moves to Alice Nguyen (alice@home.`),
  ).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Merge', exact: true })).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(panel.locator('.handles')).toContainText(ALICE.email);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.locator('.handles')).not.toContainText(ALICE.email);
});

test('a namesake who was turned down is not asked for again', async ({ kith }) => {
  kith.serve({
    [`${MAIL}/work`]: mailPage('/work', [{ id: 'm1', from: ALICE }]),
    [`${MAIL}/other`]: mailPage('/other', [
      { id: 'm2', from: { name: 'Alice Nguyen', email: 'an@example.org' } },
    ]),
  });
  const page = await kith.visit(`${MAIL}/work`);
  const panel = await kith.openPanel(page);
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByText('No touchpoint yet')).toBeVisible();
  await page.goto(`${MAIL}/other`);
  await panel.getByRole('button', { name: /^No, it is not/ }).click();
  await expect(panel.getByText('Is this Alice Nguyen?')).toHaveCount(0);
  await page.reload();
  await expect(panel.getByRole('button', { name: 'Add Alice Nguyen' })).toBeVisible();
  await expect(panel.getByText('Is this Alice Nguyen?')).toHaveCount(0);
});

test('a mail to a crowd does not count by itself, and says why', async ({ kith }) => {
  const crowd = Array.from({ length: 24 }, (_, index) => ({ email: `c${index}@example.com` }));
  kith.serve({ [`${MAIL}/x`]: mailPage('/x', [{ id: 'x', from: ALICE, to: crowd }]) });
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/x`));
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByText('Does not count by itself, as it went to 24 people.')).toBeVisible();
  await panel.getByRole('button', { name: 'Log e-mail' }).click();
  await expect(panel.locator('.timeline li')).toHaveCount(1);
});
