import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, kithIn, launch, test } from './fixture.ts';
import { ALICE, MAIL, MAIL_PATTERN, mailPage } from './pages.ts';
import { withPast } from './past.ts';
import { undo } from './toast.ts';

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
  await undo(panel, 'People merged');
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

test('a stranger whom the user has under another name is found by search, with undo', async ({ kith }) => {
  kith.serve({
    [`${MAIL}/`]: mailPage('/', []),
    [`${MAIL}/work`]: mailPage('/work', [{ id: 'm1', from: ALICE }]),
  });
  const page = await kith.visit(`${MAIL}/work`);
  const panel = await kith.openPanel(page);
  const known = panel.getByRole('button', { name: 'In Kith under another name?' });
  await expect(panel.getByRole('button', { name: 'Add Alice Nguyen' })).toBeVisible();
  // With nobody in Kith there is nobody to choose.
  await expect(known).toHaveCount(0);
  await withPast(
    panel,
    async ({ db, addPerson }) => void (await addPerson(db, { name: 'Lissy', handles: [] })),
    undefined,
  );
  await known.focus();
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('searchbox')).toBeFocused();
  await panel.keyboard.type('liss');
  await panel.getByRole('button', { name: /Lissy/ }).focus();
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Lissy' })).toBeVisible();
  await expect(panel.locator('.handles')).toContainText(ALICE.email);
  await undo(panel, 'Noted as the same person');
  await expect(panel.getByRole('button', { name: 'Add Alice Nguyen' })).toBeVisible();
});

test('somebody on the never-log list does not count by themselves, and the panel says why', async ({
  kith,
}) => {
  kith.serve({ [`${MAIL}/work`]: mailPage('/work', [{ id: 'm1', from: ALICE }]) });
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/work`));
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByRole('button', { name: 'Log e-mail' })).toBeVisible();
  await expect(panel.getByText('Does not count by itself')).toHaveCount(0);
  await panel.evaluate(() => document.querySelector<HTMLElement>('.bar button:last-child')?.click());
  await panel.getByRole('textbox', { name: 'Address or domain' }).fill('acme.example.com');
  await panel.keyboard.press('Enter');
  await expect(panel.locator('.toast')).toContainText('Never logged from now on');
  await panel.getByRole('button', { name: 'Here' }).click();
  await expect(
    panel.getByText('Does not count by itself, as the address is on your never-log list.'),
  ).toBeVisible();
  await panel.getByRole('button', { name: 'Log e-mail' }).click();
  await expect(panel.locator('.timeline li')).toHaveCount(1);
});

test('two people in Kith whom a page shows as one: each can be opened, and they are one only when the user says so', async ({
  kith,
}) => {
  const profile = {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      name: 'Alice Nguyen',
      email: ALICE.email,
      sameAs: ['https://www.linkedin.com/in/alice-nguyen-42'],
    },
  };
  kith.serve({
    [`${MAIL}/`]: mailPage('/', []),
    [`${MAIL}/p`]: `<!doctype html><title>P</title><script type="application/ld+json">${JSON.stringify(profile)}</script>`,
  });
  const page = await kith.visit(`${MAIL}/`);
  const panel = await kith.openPanel(page);
  await withPast(
    panel,
    async ({ db, addPerson, addGoal }, email) => {
      await addPerson(db, { name: 'Alice Nguyen', handles: [{ kind: 'email', value: email }] });
      const { id } = await addPerson(db, {
        name: 'Alice Nguyen',
        handles: [{ kind: 'linkedin', value: 'alice-nguyen-42' }],
      });
      await addGoal(db, id, 'mine', 'Pilot by March');
    },
    ALICE.email,
  );
  await page.goto(`${MAIL}/p`);
  await expect(panel.getByRole('heading', { name: '2 people in Kith' })).toBeVisible();
  await panel.getByRole('button', { name: /in\/alice-nguyen-42/ }).click();
  await expect(panel.getByRole('button', { name: 'Edit goal: Pilot by March' })).toBeVisible();
  await panel.getByRole('button', { name: 'Here' }).click();
  await expect(
    panel.getByText(`Everything of Alice Nguyen (in/alice-nguyen-42) moves to Alice Nguyen (${ALICE.email})`),
  ).toBeVisible();
  await panel.getByRole('button', { name: 'Make them one' }).click();
  await expect(panel.getByRole('button', { name: 'Edit goal: Pilot by March' })).toBeVisible();
  await expect(panel.locator('.handles')).toContainText('in/alice-nguyen-42');
  await undo(panel, 'People merged');
  await expect(panel.getByRole('heading', { name: '2 people in Kith' })).toBeVisible();
});

test('an address that is somebody else’s: says whose, and moves on one click, with undo', async ({
  kith,
}) => {
  kith.serve({ [`${MAIL}/work`]: mailPage('/work', [{ id: 'm1', from: ALICE }]) });
  const panel = await kith.openPanel(await kith.visit(`${MAIL}/work`));
  await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
  await expect(panel.getByText('No touchpoint yet')).toBeVisible();
  await withPast(
    panel,
    async ({ db, addPerson }) => {
      await addPerson(db, { name: 'Bob Lee', handles: [{ kind: 'email', value: 'shared@example.com' }] });
    },
    undefined,
  );
  await panel.getByRole('button', { name: 'Edit Alice Nguyen' }).click();
  await panel.getByRole('textbox', { name: /^Address, LinkedIn/ }).fill('shared@example.com');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('shared@example.com belongs to Bob Lee in Kith.');
  await panel.getByRole('button', { name: 'Move it here' }).click();
  await expect(panel.getByRole('button', { name: 'Remove shared@example.com' })).toBeVisible();
  await undo(panel, 'Address');
  await expect(panel.getByRole('button', { name: 'Remove shared@example.com' })).toHaveCount(0);
  // Or the two are one, from there.
  await panel.getByRole('textbox', { name: /^Address, LinkedIn/ }).fill('shared@example.com');
  await panel.keyboard.press('Enter');
  await panel.getByRole('alert').getByRole('button', { name: 'Merge…' }).click();
  await expect(panel.getByText('Everything of Bob Lee moves to Alice Nguyen.')).toBeVisible();
});

test('a name on a site that shows no address: asked, remembered after a restart, taken back', async ({
  lang,
}) => {
  const profile = await mkdtemp(path.join(tmpdir(), 'kith-'));
  const url = 'https://outlook.live.com/mail/0/inbox/id/1';
  const pane = (card = '') => `<!doctype html><html lang="en"><head><title>Mail - Outlook</title></head><body>
    <div id="O365_MainLink_Me" aria-label="Account manager for Ana Ferreira"></div>
    <div id="ItemReadingPaneContainer"><div><span role="button" aria-label="From: Alice Nguyen">Alice Nguyen</span>
    <div data-testid="RecipientWell"><span>To: </span><span data-lpc-hover-target-id="lpc-1">Ana Ferreira</span></div></div></div>${card}</body></html>`;
  const card = `<div class="ms-Layer"><div role="dialog"><div><span>Alice Nguyen</span></div><div data-log-name="Email"><button>alice@home.example.com</button></div></div></div>`;
  const asked = { name: 'Is this one of them?' };

  let context = await launch(profile, { lang, turnedOn: [MAIL_PATTERN] });
  let kith = await kithIn(context);
  kith.serve({ [url]: pane() });
  let panel = await kith.openPanel(await kith.visit(url));
  await withPast(
    panel,
    async ({ db, addPerson }, email) => {
      await addPerson(db, { name: 'Alice Nguyen', handles: [{ kind: 'email', value: email }] });
      await addPerson(db, {
        name: 'Alice Nguyen',
        handles: [{ kind: 'linkedin', value: 'alice-nguyen-42' }],
      });
    },
    ALICE.email,
  );
  await expect(panel.getByRole('heading', asked)).toBeVisible();
  await panel.getByRole('button', { name: 'Yes, it is Alice Nguyen, in/alice-nguyen-42' }).click();
  await expect(panel.getByText('Recognised by the name alone')).toBeVisible();
  await context.close();

  context = await launch(profile, { lang, turnedOn: [MAIL_PATTERN] });
  kith = await kithIn(context);
  kith.serve({ [url]: pane() });
  const page = await kith.visit(url);
  panel = await kith.openPanel(page);
  await expect(panel.getByText('Recognised by the name alone')).toBeVisible();
  await expect(panel.locator('.handles')).toContainText('by name on Outlook');

  // A card shows an address: one click, and nothing says any more that there is none.
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), card);
  await expect(panel.getByText('This page also shows alice@home.example.com.')).toBeVisible();
  await expect(panel.getByText('as this page shows no address')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Add to Alice Nguyen' }).click();
  await expect(panel.locator('.handles')).toContainText('alice@home.example.com');

  // Taken back: asked again, and no to all stays.
  await page.reload();
  await panel.getByRole('button', { name: 'Not them' }).click();
  await expect(panel.getByText('Noted as somebody else')).toBeVisible();
  await expect(panel.getByRole('heading', asked)).toBeVisible();
  await panel.getByRole('button', { name: 'None of them' }).click();
  await expect(panel.getByRole('heading', asked)).toHaveCount(0);
  await page.reload();
  await expect(panel.getByRole('button', { name: 'Add Alice Nguyen' })).toBeVisible();
  await expect(panel.getByRole('heading', asked)).toHaveCount(0);
  expect(kith.leaked).toEqual([]);
  await context.close();
});
