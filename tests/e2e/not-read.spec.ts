import { expect, test } from './fixture.ts';
import { ALICE, MAIL, MAIL_PATTERN, mailPage } from './pages.ts';

test.use({ turnedOn: [MAIL_PATTERN] });

// A conversation that no longer says whose mailbox it is: the view is there, nobody can be read.
const broken = (path: string) =>
  mailPage(path, [{ id: path, from: ALICE }]).replace('accountablePerson', 'accountable');

test('a site that changed: said quietly, picked by hand, reported without content', async ({ kith }) => {
  kith.serve({
    [`${MAIL}/alice`]: mailPage('/alice', [{ id: 'm1', from: ALICE }]),
    [`${MAIL}/1`]: broken('/1'),
    [`${MAIL}/2`]: broken('/2'),
    [`${MAIL}/3`]: broken('/3'),
  });
  const page = await kith.visit(`${MAIL}/alice`);
  const panel = await kith.openPanel(page);
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByText('No touchpoint yet')).toBeVisible();
  await page.goto(`${MAIL}/1`);
  await expect(panel.getByText('This page seems to be about somebody')).toBeVisible();
  await page.goto(`${MAIL}/2`);
  await expect(panel.getByText('This page seems to be about somebody')).toBeVisible();
  await page.goto(`${MAIL}/3`);
  await expect(panel.getByText('It may have changed')).toBeVisible();

  await kith.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.getByRole('button', { name: 'Copy a report' }).click();
  await expect(panel.getByText('Copied.')).toBeVisible();

  await panel.getByRole('button', { name: 'Pick the person by hand' }).click();
  await panel.getByRole('searchbox').fill('nguyen');
  await panel
    .getByRole('button', { name: /Alice Nguyen/ })
    .first()
    .click();
  await expect(panel.getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
});
