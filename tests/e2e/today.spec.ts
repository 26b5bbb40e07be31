import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { expectLooks, LANGUAGES } from './looks.ts';
import { withPast } from './past.ts';

/** Seven people who are due; the first was promised something, too. */
async function seed(panel: Page): Promise<void> {
  await withPast(
    panel,
    async (kith, names) => {
      const today = kith.dayOf(Date.now());
      for (const [index, name] of names.entries()) {
        const { id } = await kith.addPerson(kith.db, {
          name,
          organization: 'Harbour',
          handles: [{ kind: 'email', value: `person${index}@harbour.example.com` }],
        });
        await kith.moveStage(kith.db, id, 'maintain');
        await kith.editPerson(kith.db, id, { cadenceDays: 14 }, 'setCadence');
        await kith.logTouchpoints(
          kith.db,
          [0, 1, 2, 3, 4].map((back) => ({
            personIds: [id],
            channel: 'email' as const,
            direction: back % 2 === 0 ? ('in' as const) : ('out' as const),
            at: kith.noonOf(kith.addDays(today, -20 - index - back * 12)),
            subject: back === 0 ? `Plan ${index}` : 'Hello',
            link: `https://mail.example.com/thread/${index}`,
          })),
        );
        // Of the first five: they are who is shown, as the plan of the day is made while people come.
        if (index === 0)
          await kith.addFollowUp(kith.db, {
            personId: id,
            text: 'send the deck',
            by: 'me',
            dueDay: kith.addDays(today, -2),
          });
      }
    },
    ['Alice Nguyen', 'Bo Chen', 'Carla Diaz', 'Dmitri Orlov', 'Eve Adams', 'Fatima Haddad', '王小明'],
  );
}

async function opened(kith: { context: { newPage(): Promise<Page> }; id: string }): Promise<Page> {
  const panel = await kith.context.newPage();
  await panel.setViewportSize({ width: 320, height: 900 });
  await panel.goto(`chrome-extension://${kith.id}/sidepanel.html#today`);
  await seed(panel);
  return panel;
}

test('a morning is done with the keyboard alone, five people at most, and each answer can be undone', async ({
  kith,
}) => {
  const panel = await opened(kith);
  const cards = panel.locator('.nudge');
  await expect(cards).toHaveCount(5);
  await expect(panel.getByText('2 more are due')).toBeVisible();
  const first = await cards.first().locator('.person').innerText();

  // The badge says the same.
  const worker = await kith.worker();
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toMatch(/^5?$/);

  await panel.keyboard.press('j');
  await panel.keyboard.press('k');
  await expect(cards.first().locator('.person')).toBeFocused();
  await panel.keyboard.press('l');
  await panel.keyboard.press('1');
  await expect(cards).toHaveCount(4);
  await expect(panel.getByRole('status').filter({ hasText: 'Put off' })).toBeVisible();
  // The place that became free is not given to the next: five a day are five.
  await expect(panel.getByText(first)).toHaveCount(0);
  await panel.keyboard.press('u');
  await expect(cards).toHaveCount(5);

  // The first one also waits for a promise: another rhythm takes only the rhythm off.
  await panel.keyboard.press('c');
  await panel.keyboard.press('6');
  await expect(cards).toHaveCount(5);
  await expect(cards.first().locator('.reasons li')).toHaveCount(1);
  await panel.keyboard.press('j');
  await panel.keyboard.press('c');
  await panel.keyboard.press('6');
  await expect(cards).toHaveCount(4);
  await panel.keyboard.press('s');
  await expect(cards).toHaveCount(3);
  await panel.keyboard.press('d');
  await expect(cards).toHaveCount(2);
  await panel.keyboard.press('u');
  await expect(cards).toHaveCount(3);
  await panel.keyboard.press('j');
  const name = (await panel.locator('.nudge.selected .person').innerText()).split('\n').at(-1) ?? '';
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 1 })).toContainText(name.split(' ')[0] ?? '');
});

for (const lang of LANGUAGES) {
  test.describe(`in ${lang}`, () => {
    test.use({ lang });
    test('Today passes axe and fits 320 px', async ({ kith }) => {
      const panel = await opened(kith);
      await expect(panel.locator('.nudge')).toHaveCount(5);
      await panel.keyboard.press('l');
      await expectLooks(panel, `today-${lang.slice(0, 2)}`);
    });
  });
}
