import type { Page } from '@playwright/test';
import { expect, type Kith, test } from './fixture.ts';
import { keepPicture } from './looks.ts';
import { ALICE, MAIL, MAIL_PATTERN, mailPage, WANG } from './pages.ts';

// What no page shows: a meeting with two people, told in the user's words, with a promise in it.

test.use({ turnedOn: [MAIL_PATTERN] });

/** The panel beside Alice's mail, at the narrowest; Wang is in Kith already. */
async function openWithBoth(kith: Kith): Promise<Page> {
  kith.serve({
    [`${MAIL}/alice`]: mailPage('/alice', [{ id: 'm1', from: ALICE }]),
    [`${MAIL}/wang`]: mailPage('/wang', [{ id: 'w1', from: WANG }]),
  });
  const page = await kith.visit(`${MAIL}/wang`);
  const panel = await kith.openPanel(page);
  await panel.setViewportSize({ width: 320, height: 900 });
  await panel.locator('.go.wide').click();
  await panel.locator('.log').waitFor();
  await page.goto(`${MAIL}/alice`);
  await panel.getByRole('heading', { name: 'Alice Nguyen' }).waitFor();
  await panel.locator('.go.wide').click();
  await panel.locator('.log').waitFor();
  return panel;
}

/** Yesterday at three, in the panel's own zone. */
const yesterdayAtThree = (panel: Page) =>
  panel.evaluate(() => {
    const date = new Date();
    date.setDate(date.getDate() - 1);
    return date.setHours(15, 0, 0, 0);
  });

interface Stored {
  readonly touchpoints: { channel: string; at: number; personIds: string[]; tone?: string }[];
  readonly followUps: { text: string; by: string; personId: string; touchpointId: string; dueDay: string }[];
  readonly people: { id: string; name: string }[];
}

/** What is stored and not deleted. */
const stored = (panel: Page) =>
  panel.evaluate(
    () =>
      new Promise<Stored>((resolve, reject) => {
        const opening = indexedDB.open('kith');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = async () => {
          const names = ['touchpoints', 'followUps', 'people'];
          const reading = opening.result.transaction(names);
          const rows = names.map(
            (name) =>
              new Promise((done) => {
                const all = reading.objectStore(name).getAll();
                all.onsuccess = () => done([name, all.result.filter((row) => row.deletedAt === undefined)]);
              }),
          );
          resolve(Object.fromEntries((await Promise.all(rows)) as [string, unknown][]) as unknown as Stored);
          opening.result.close();
        };
      }),
  );

/** Nothing may be wider than the panel. */
const fits = async (panel: Page) =>
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

for (const [lang, words, understood, promise, done] of [
  ['en-US', 'yesterday 3pm', /15:00 \(yesterday\)/, 'promised: send the deck in 3 days', 'Logged'],
  ['zh-CN', '昨天下午3点', /15:00（昨天）/, '承诺：三天内发合同', '已记录'],
] as const)
  test.describe(lang, () => {
    test.use({ lang });

    test('a meeting with two people, told in words', async ({ kith }) => {
      const panel = await openWithBoth(kith);
      await panel.locator('.log .ico').nth(1).click();
      await panel.locator('form textarea').fill(`${words}\n${promise}`);
      const when = panel.locator('.when input').first();
      await when.fill(words);
      await expect(panel.locator('.understood')).toHaveText(understood);
      await expect(panel.locator('.promises li')).toHaveCount(1);
      await panel.locator('.more summary').click();
      const picker = panel.locator('.picker input');
      await picker.fill('小明');
      await expect(panel.getByRole('option', { name: /王小明/ }).first()).toBeVisible();
      await keepPicture(panel, `by-hand-${lang}`);
      await picker.press('Enter');
      await expect(panel.locator('.tagged')).toHaveText('王小明');
      await panel.locator('.more label input').last().fill('warm');
      await fits(panel);
      await keepPicture(panel, `by-hand-form-${lang}`);
      await panel.locator('form .go').click();
      await expect(panel.locator('form')).toHaveCount(0);
      await expect(panel.locator('.toast')).toContainText(done);

      const { touchpoints, followUps, people } = await stored(panel);
      const [alice, wang] = ['Alice Nguyen', '王小明'].map(
        (name) => people.find((person) => person.name === name)?.id,
      );
      expect(touchpoints).toMatchObject([
        { channel: 'meeting', at: await yesterdayAtThree(panel), personIds: [alice, wang], tone: 'warm' },
      ]);
      expect(followUps.filter(({ touchpointId }) => touchpointId)).toMatchObject([
        { text: promise.split(/[:：]\s*/)[1], by: 'me', personId: alice },
      ]);
      await panel.evaluate(() => scrollTo(0, 0));
      await keepPicture(panel, `by-hand-card-${lang}`, false);

      // One undo takes the meeting and its promise back.
      await panel.locator('.toast button').first().click();
      await expect.poll(async () => (await stored(panel)).touchpoints).toEqual([]);
      expect((await stored(panel)).followUps.filter(({ touchpointId }) => touchpointId)).toEqual([]);
      expect((await stored(panel)).people).toHaveLength(2);
    });
  });

test('a follow-up on a day said in words; what is past is refused', async ({ kith }) => {
  const panel = await openWithBoth(kith);
  await panel.getByRole('button', { name: 'Add a follow-up' }).click();
  await panel.getByLabel('What was promised').fill('the deck');
  await panel.getByLabel('When').fill('last Friday');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('This day has passed. Choose today or a later day.')).toBeVisible();
  await expect(panel.getByLabel('When')).toBeFocused();
  await panel.getByLabel('When').fill('in two weeks');
  await panel.getByLabel('Repeats').selectOption('30');
  await fits(panel);
  await keepPicture(panel, 'follow-up-form');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.locator('.facts')).toContainText('You: the deck');
  await expect(panel.locator('.facts')).toContainText('in 2 weeks');
});
