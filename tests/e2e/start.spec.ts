import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { expectLooks, LANGUAGES } from './looks.ts';
import { withPast } from './past.ts';

/** A page of the extension as wide as the panel, with somebody whose rhythm is known. */
async function opened(kith: { context: { newPage(): Promise<Page> }; id: string }, hash = ''): Promise<Page> {
  const panel = await kith.context.newPage();
  await panel.setViewportSize({ width: 320, height: 900 });
  await panel.goto(`chrome-extension://${kith.id}/sidepanel.html${hash}`);
  return panel;
}

async function seed(panel: Page): Promise<string> {
  return withPast(
    panel,
    async (kith, names) => {
      const today = kith.dayOf(Date.now());
      let first = '';
      for (const [index, name] of names.entries()) {
        const { id } = await kith.addPerson(kith.db, {
          name,
          organization: index % 2 ? 'Harbour' : 'Lindenhof Advisers, Legal Department',
          handles: [{ kind: 'email', value: `person${index}@harbour.example.com` }],
        });
        first ||= id;
        await kith.editPerson(kith.db, id, { tags: index % 3 ? ['board'] : ['客户', 'board'] });
        await kith.saveNote(
          kith.db,
          { id: `n${index}`, personId: id, body: `Likes **green tea** ${index}` },
          `b${index}`,
        );
        await kith.logTouchpoints(
          kith.db,
          [0, 1, 2, 3, 4].map((back) => ({
            personIds: [id],
            channel: 'email' as const,
            direction: 'in' as const,
            at: kith.noonOf(kith.addDays(today, -2 - back * 24)),
            subject: 'Hello',
          })),
        );
      }
      return first;
    },
    ['Alice Nguyen', 'Bo Chen', '王小明', 'Carla Diaz', '单小红', 'Dmitri Orlov'],
  );
}

test('a rhythm is one key, any number, and the pair’s own by one click', async ({ kith }) => {
  const panel = await opened(kith);
  const id = await seed(panel);
  await panel.goto(`chrome-extension://${kith.id}/sidepanel.html#person=${id}`);
  await panel.reload();
  await expect(panel.getByText('You are in touch about every 24 days.')).toBeVisible();
  await panel.getByRole('button', { name: 'Make it 30 days' }).click();
  const chip = panel.locator('.chip.cadence');
  await expect(chip).toHaveText('every 30 d');
  await expect(panel.getByText('You are in touch')).toHaveCount(0);
  await chip.focus();
  await panel.keyboard.press('Enter');
  await panel.keyboard.press('4');
  await expect(chip).toHaveText('every 90 d');
  await expect(chip).toBeFocused();
  await panel.keyboard.press('Enter');
  await panel.getByRole('textbox', { name: 'Other, in days' }).fill('10,000');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toHaveText('A rhythm is a whole number of days, from 1 to 3650.');
  await panel.getByRole('textbox', { name: 'Other, in days' }).fill('45');
  await panel.keyboard.press('Enter');
  await expect(chip).toHaveText('every 45 d');
  await panel.keyboard.press('Enter');
  await panel.keyboard.press('Escape');
  await expect(panel.locator('.choices')).toHaveCount(0);
});

test('several people are found by pinyin or a note, and changed by the keyboard alone', async ({ kith }) => {
  const panel = await opened(kith);
  await seed(panel);
  await panel.keyboard.press('/');
  const search = panel.getByRole('searchbox');
  await expect(search).toBeFocused();
  await panel.keyboard.type('shanxh');
  await expect(panel.locator('.people .person')).toHaveCount(1);
  await expect(panel.locator('.people .person')).toContainText('单小红');
  await search.fill('green');
  await expect(panel.getByText(/^In a note: Likes green tea/)).toHaveCount(6);
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Enter');
  const bar = panel.getByRole('form', { name: 'Change several people' });
  await expect(bar).toBeVisible();
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Enter');
  await expect(bar.getByText('6 selected')).toBeVisible();
  await bar.getByLabel('Days, empty for none').focus();
  await panel.keyboard.type('30');
  await panel.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('6 people changed.');
  const rhythms = () =>
    withPast(
      panel,
      async (inside) => (await inside.db.people.toArray()).map(({ cadenceDays }) => cadenceDays ?? 0),
      0,
    );
  expect(await rhythms()).toEqual([30, 30, 30, 30, 30, 30]);
  await panel.locator('.toast button').click();
  await expect.poll(rhythms).toEqual([0, 0, 0, 0, 0, 0]);
});

test('another time for the digest reaches the alarm at once', async ({ kith }) => {
  const panel = await opened(kith);
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByLabel('Morning digest').fill('10:45');
  const minutes = () =>
    panel.evaluate(async () => {
      const alarm = await chrome.alarms.get('digest');
      const at = new Date(alarm?.scheduledTime ?? 0);
      return `${at.getHours()}:${at.getMinutes()}`;
    });
  await expect.poll(minutes).toBe('10:45');
});

for (const lang of LANGUAGES) {
  test.describe(`in ${lang}`, () => {
    test.use({ lang });
    test('rhythm, People and Settings pass axe and fit 320 px', async ({ kith }) => {
      const panel = await opened(kith);
      const id = await seed(panel);
      const look = async (name: string) => {
        await panel.mouse.move(0, 0);
        await expectLooks(panel, `${name}-${lang.slice(0, 2)}`);
      };
      await panel.keyboard.press('/');
      const [filters, several] = [panel.locator('.ico').nth(0), panel.locator('.ico').nth(1)];
      await filters.click();
      await several.click();
      await panel.locator('.filters').waitFor();
      await panel.locator('.bulk').waitFor();
      await panel.locator('.filters select').last().selectOption('name');
      await panel.getByRole('searchbox').fill('tea');
      await panel.locator('.pick input').nth(1).check();
      await panel.locator('.pick input').nth(3).check();
      await look('people-several');
      await panel.locator('.bar button:last-child').click();
      await panel.locator('.week').waitFor();
      await look('settings-reminders');
      await panel.goto(`chrome-extension://${kith.id}/sidepanel.html#person=${id}`);
      await panel.reload();
      await panel.locator('.suggestion').waitFor();
      await panel.locator('.chip.cadence').click();
      await panel.locator('.choices').waitFor();
      await panel.locator('.choices input').fill('0');
      await panel.keyboard.press('Enter');
      await look('rhythm');
    });
  });
}
