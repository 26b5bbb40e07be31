import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { expectLooks } from './looks.ts';
import { withPast } from './past.ts';

/** Somebody with a year of mails both ways, goals and a social event long ago; ready to be suggested the next stage. */
async function somebody(panel: Page, name: string): Promise<string> {
  return withPast(
    panel,
    async (kith, name) => {
      const today = kith.dayOf(Date.now());
      const { id } = await kith.addPerson(kith.db, {
        name,
        organization: 'Harbour',
        handles: [{ kind: 'email', value: 'alice.nguyen@acme.example.com' }],
      });
      await kith.moveStage(kith.db, id, 'maintain');
      await kith.editPerson(kith.db, id, {
        playbook: 'client',
        cadenceDays: 30,
        timeZone: 'Asia/Shanghai',
        dates: [
          { kind: 'custom', label: 'Anniversary of the shop in the harbour', month: 6, day: 29, year: 2010 },
        ],
      });
      await kith.addEntry(kith.db, 'facts', {
        personId: id,
        kind: 'family',
        text: 'Grew up in a small town by the sea, has two children',
        told: 'by-them',
      });
      await kith.addGoal(kith.db, id, 'mine', 'Pilot in two branches');
      await kith.addGoal(kith.db, id, 'theirs', 'A reference');
      const [goal] = await kith.db.goals.toArray();
      if (goal)
        await kith.write(kith.db, { label: 'closeGoal' }, (writer) =>
          writer.update('goals', goal.id, { state: 'met' }),
        );
      await kith.logTouchpoints(
        kith.db,
        Array.from({ length: 24 }, (_, index) => ({
          personIds: [id],
          channel: index === 20 ? ('social' as const) : ('email' as const),
          direction: index % 3 === 0 ? ('out' as const) : ('in' as const),
          at: kith.noonOf(kith.addDays(today, -3 - index * 16)),
          subject: `Topic ${Math.floor(index / 2)}`,
        })),
      );
      return id;
    },
    name,
  );
}

async function opened(
  kith: { context: { newPage(): Promise<Page> }; id: string },
  name = 'Alice Nguyen',
): Promise<Page> {
  const panel = await kith.context.newPage();
  await panel.setViewportSize({ width: 320, height: 900 });
  await panel.goto(`chrome-extension://${kith.id}/sidepanel.html#today`);
  const id = await somebody(panel, name);
  await panel.goto(`chrome-extension://${kith.id}/sidepanel.html?x#person=${id}`);
  await panel.locator('#stage-maintain').waitFor();
  return panel;
}

test('the practices leave their traces: facts, feedback, support, dates, approach, a suggested stage with its evidence', async ({
  kith,
}) => {
  const panel = await opened(kith);

  // The suggestion says why, each number opens what it came from, and it is turned down until the evidence changes.
  const suggested = panel.getByRole('region', { name: 'Suggested stage' });
  await expect(suggested).toContainText('Optimize');
  await suggested.getByRole('button', { name: /touchpoints lately/ }).click();
  await expect(suggested.locator('.sources li').first()).toContainText('Topic 0');
  await suggested.getByRole('button', { name: 'Not now' }).click();
  await expect(suggested).toHaveCount(0);
  await panel.keyboard.press('Control+z');
  await expect(suggested).toBeVisible();

  await panel.getByRole('button', { name: 'Add support' }).click();
  await panel.getByRole('textbox', { name: 'What it was' }).fill('an introduction to Bo');
  await panel.getByRole('combobox', { name: 'Which way' }).selectOption('asked');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('an introduction to Bo')).toBeVisible();

  await panel.getByRole('button', { name: 'Add a date' }).click();
  await panel.getByRole('spinbutton', { name: 'Month' }).fill('2');
  await panel.getByRole('spinbutton', { name: 'Day' }).fill('30');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('alert')).toContainText('no such day');
  await panel.getByRole('spinbutton', { name: 'Day' }).fill('29');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText(/Birthday: 29 February|Birthday: February 29/)).toBeVisible();

  await panel.getByText('Establish', { exact: true }).last().click();
  await panel.getByRole('button', { name: 'Add a fact' }).click();
  await panel.getByRole('textbox', { name: 'What you know' }).fill('Grew up in Porto');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('background · they did')).toBeVisible();
  await panel.getByRole('button', { name: 'Add feedback' }).click();
  await panel.getByRole('textbox', { name: 'What was said' }).fill('Shorter reports');
  await panel.getByRole('form', { name: 'Add feedback' }).getByRole('button', { name: 'Save' }).click();
  // It is ticked once that is stored.
  await panel.getByRole('checkbox', { name: 'Done: Shorter reports' }).click();
  await expect(panel.locator('.closed', { hasText: 'Shorter reports' })).toBeVisible();

  await suggested.getByRole('button', { name: 'Move to Optimize' }).click();
  await expect(panel.locator('#stage-optimize[open]')).toBeVisible();
  await panel.getByRole('button', { name: 'about every 16 days' }).click();
  await expect(panel.locator('.standing .sources li')).toHaveCount(24);
  await panel.getByRole('button', { name: 'Change the approach' }).click();
  await panel.getByRole('combobox', { name: 'Channel they like' }).selectOption('call');
  await panel.getByRole('textbox', { name: 'Why it changes' }).fill('mails go unread');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.locator('#approach dd').first()).toHaveText('call');
  await panel.getByText('How it changed').click();
  await expect(panel.getByText('channel: call')).toBeVisible();
  await panel.locator('#stage-evaluate summary').click();
  await expect(panel.getByText('suggested by Kith')).toBeVisible();
});

test('“do it” in the tour leads to the practice with the one who was open last', async ({ kith }) => {
  const panel = await opened(kith);
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('button', { name: 'The method' }).click();
  await panel.getByText('“Do it” opens the place with Alice Nguyen.').waitFor();
  for (const [practice, place, focused] of [
    ['Build trust', '#stage-establish[open] #facts', 'Add a fact'],
    ['Adjust your approach', '#stage-optimize[open] #approach', 'Change the approach'],
    ['Clarify goals', '#goals', 'Add a goal'],
  ] as const) {
    await panel.getByRole('button', { name: `Do it: ${practice}` }).click();
    const button = panel.locator(place).getByRole('button', { name: focused });
    await expect(button).toBeFocused();
    await expect(button).toBeInViewport();
    await panel.getByRole('button', { name: 'Settings' }).click();
    await panel.getByRole('button', { name: 'The method' }).click();
  }
});

for (const [lang, name] of [
  ['en-US', 'Alice Nguyen'],
  ['zh-CN', '王小明'],
] as const) {
  test.describe(`in ${lang}`, () => {
    test.use({ lang });
    test('the method of a person passes axe and fits 320 px', async ({ kith }) => {
      const panel = await opened(kith, name);
      for (const stage of ['establish', 'optimize', 'evaluate'])
        await panel.locator(`#stage-${stage} > summary`).click();
      await panel.locator('#standing').waitFor();
      await panel.locator('#approach-history summary').click();
      await expectLooks(panel, `method-${lang.slice(0, 2)}`);
    });
  });
}
