import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { expectLooks, LANGUAGES } from './looks.ts';
import { withPast } from './past.ts';
import { undo } from './toast.ts';

/** Seven people in three stages with a past: touchpoints, a promise, support and a review. */
async function seed(page: Page): Promise<void> {
  await withPast(
    page,
    async (kith, names) => {
      const today = kith.dayOf(Date.now());
      for (const [index, name] of names.entries()) {
        const { id } = await kith.addPerson(kith.db, {
          name,
          organization: index % 2 === 0 ? 'Harbour' : 'Northlight Institute for Tides and Patience',
          handles: [{ kind: 'email', value: `person${index}@harbour.example.com` }],
        });
        await kith.write(kith.db, { label: 'editPerson' }, async (writer) => {
          await writer.update('people', id, {
            ...(index < 5 && { cadenceDays: 14 }),
            ...(index === 1 && { tags: ['board'] }),
            ...(index === 2 && { playbook: 'mentor' }),
          });
          for (const [kind, back] of [
            ['given', 10],
            ['received', 40],
          ] as const)
            await writer.insert('support', {
              personId: id,
              kind,
              text: 'looked over the plan',
              state: 'done',
              day: kith.addDays(today, -back - index * 20),
            });
          await writer.insert('reviews', {
            personId: id,
            day: kith.addDays(today, -30 * index),
            state: 'done',
            mine: 3 + (index % 3),
            theirs: 5 - (index % 3),
          });
        });
        if (index > 0) await kith.moveStage(kith.db, id, index < 4 ? 'maintain' : 'optimize');
        await kith.logTouchpoints(
          kith.db,
          [0, 1, 2, 3, 4].map((back) => ({
            personIds: [id],
            channel: 'email' as const,
            direction: back % 2 === 0 ? ('in' as const) : ('out' as const),
            at: kith.noonOf(kith.addDays(today, -5 - index * 3 - back * 12)),
            subject: `Plan ${index}.${back}`,
          })),
        );
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

async function opened(
  kith: { context: { newPage(): Promise<Page> }; id: string },
  width = 1280,
): Promise<Page> {
  const page = await kith.context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`chrome-extension://${kith.id}/dashboard.html`);
  await seed(page);
  await expect(page.locator('.board-card')).toHaveCount(7);
  return page;
}

const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

test('a card is dragged to another stage by the pointer, and the move can be undone', async ({ kith }) => {
  const page = await opened(kith);
  const alice = page.getByRole('button', { name: /^Alice Nguyen/ });
  await expect(column(page, 'Establish').getByRole('button', { name: /^Alice Nguyen/ })).toBeVisible();
  const from = await alice.boundingBox();
  const to = await column(page, 'Evaluate').boundingBox();
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 80, { steps: 8 });
  await expect(column(page, 'Evaluate')).toHaveClass(/over/);
  await page.mouse.up();
  await expect(column(page, 'Evaluate').getByRole('button', { name: /^Alice Nguyen/ })).toBeVisible();
  // It was a drag, no click.
  await expect(page.locator('.beside')).toHaveCount(0);
  await undo(page, 'Stage moved');
  await expect(column(page, 'Establish').getByRole('button', { name: /^Alice Nguyen/ })).toBeVisible();

  // Let go with Escape, or outside of the board, it stays where it is.
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 80, { steps: 8 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('.over, .dragged')).toHaveCount(0);
  await expect(column(page, 'Establish').getByRole('button', { name: /^Alice Nguyen/ })).toBeVisible();
});

test('by keyboard the arrows move a card, the focus stays on it, it is announced and undone', async ({
  kith,
}) => {
  const page = await opened(kith);
  const alice = page.getByRole('button', { name: /^Alice Nguyen/ });
  await alice.focus();
  await page.keyboard.press('ArrowRight');
  await expect(column(page, 'Maintain').getByRole('button', { name: /^Alice Nguyen/ })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Alice Nguyen is now in Maintain' })).toHaveCount(
    1,
  );
  await page.keyboard.press('ArrowRight');
  await expect(column(page, 'Optimize').getByRole('button', { name: /^Alice Nguyen/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(alice).not.toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(alice).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(column(page, 'Maintain').getByRole('button', { name: /^Alice Nguyen/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(column(page, 'Establish').getByRole('button', { name: /^Alice Nguyen/ })).toBeFocused();
  // There is nothing before the first stage.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.locator('.beside').getByRole('heading', { name: 'Alice Nguyen' })).toBeVisible();
  await page.locator('.beside').focus();
  await page.keyboard.press('Escape');
  await expect(alice).toBeFocused();
});

test('a card says what stands in the person, follows another window, and the filters narrow it', async ({
  kith,
}) => {
  const page = await opened(kith);
  const alice = page.getByRole('button', { name: /^Alice Nguyen/ });
  await expect(alice).toContainText('5 d ago');
  await expect(alice).toContainText('every 14 d');
  await expect(alice).toContainText('due in 9 d');
  await expect(alice).toContainText('You: send the deck');
  await expect(page.getByRole('button', { name: /^王小明/ })).toContainText('usually 12 d apart');

  const other = await kith.context.newPage();
  await other.goto(`chrome-extension://${kith.id}/sidepanel.html`);
  await withPast(
    other,
    async (inside) => {
      const person = (await inside.db.people.toArray()).find(({ name }) => name === 'Alice Nguyen');
      await inside.logTouchpoints(inside.db, [
        { personIds: [person?.id ?? ''], channel: 'call', direction: 'out', at: Date.now() },
      ]);
    },
    undefined,
  );
  await expect(alice).toContainText('today');
  await expect(alice).toContainText('due in 14 d');

  await page.getByRole('searchbox').fill('northlight');
  await expect(page.locator('.board-card')).toHaveCount(3);
  await page.getByRole('searchbox').fill('');
  await page.getByLabel('Tag', { exact: true }).selectOption('board');
  await expect(page.locator('.board-card')).toHaveCount(1);
  await page.getByLabel('Tag', { exact: true }).selectOption('');
  await page.getByLabel('Playbook', { exact: true }).selectOption({ label: 'Mentor' });
  await expect(page.locator('.board-card strong')).toHaveText(['Carla Diaz']);
  await page.getByLabel('Playbook', { exact: true }).selectOption({ label: 'No playbook' });
  await expect(page.locator('.board-card')).toHaveCount(6);
});

test('every number of the pictures opens what it was counted from', async ({ kith }) => {
  const page = await opened(kith);
  const open = async (view: string) => page.getByRole('button', { name: view, exact: true }).click();
  const sources = page.locator('.sources li');

  await open('People over time');
  await page.getByRole('radio', { name: 'by month' }).check();
  const cell = page.locator('.numbers tbody tr').first().locator('button').first();
  const count = Number(await cell.innerText());
  expect(count).toBeGreaterThan(0);
  await cell.click();
  await expect(sources).toHaveCount(count);
  await page.locator('.picture rect').last().click();
  await expect(sources).toHaveCount(count);

  await open('Due by week');
  const late = page.locator('.numbers tbody tr').first().locator('button').first();
  await expect(page.locator('.numbers tbody tr')).toHaveCount(9);
  const total = await page.locator('.numbers tbody td:nth-child(2)').allInnerTexts();
  expect(total.reduce((sum, text) => sum + Number(text), 0)).toBe(5);
  const any = (await late.count()) > 0 ? late : page.locator('.numbers tbody button').first();
  const due = Number(await any.innerText());
  await any.click();
  await expect(sources).toHaveCount(due);
  await sources.first().getByRole('button').click();
  await expect(page.locator('.beside').getByRole('heading', { level: 1 })).toBeVisible();

  await open('Balance and satisfaction');
  await expect(page.locator('.numbers')).toHaveCount(2);
  const mean = page.locator('.numbers').last().getByRole('button').first();
  await expect(mean).toContainText('from');
  await mean.click();
  await expect(sources.first()).toContainText('of 5');
});

test('the tour has the sixteen practices, and each leads to its place on a person’s card', async ({
  kith,
}) => {
  const page = await opened(kith);
  await page.goto(`chrome-extension://${kith.id}/dashboard.html#method`);
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(16);
  // With the first of today, then with whom was opened last.
  const said = await page.getByText(/“Do it” opens the place with/).innerText();
  const first = /with (.*)\.$/.exec(said)?.[1] ?? '';
  await page.getByRole('button', { name: 'Do it: Build trust' }).click();
  const beside = page.getByRole('complementary');
  await expect(beside.getByRole('heading', { level: 1 })).toHaveText(first);
  await expect(beside.getByRole('button', { name: 'Add a fact' })).toBeFocused();
  await page.getByRole('button', { name: 'Stage board' }).click();
  await page.getByRole('button', { name: /^Eve Adams/ }).click();
  await page.getByRole('button', { name: 'The method' }).click();
  await page.getByText('“Do it” opens the place with Eve Adams.').waitFor();
  await page.getByRole('button', { name: 'Do it: Review regularly' }).click();
  await expect(beside.getByRole('heading', { level: 1 })).toHaveText('Eve Adams');
  await expect(beside.getByRole('button', { name: 'Review this relationship' })).toBeFocused();
});

test('where nobody is known the tour leads to the board', async ({ kith }) => {
  const page = await kith.context.newPage();
  await page.goto(`chrome-extension://${kith.id}/dashboard.html#method`);
  await page.getByRole('button', { name: 'Do it: Build trust' }).click();
  await expect(page.getByText('Choose somebody on the board')).toBeVisible();
});

for (const lang of LANGUAGES) {
  test.describe(`in ${lang}`, () => {
    test.use({ lang });
    test('every view of the dashboard passes axe and fits 1280, 768 and 400 px', async ({ kith }) => {
      test.setTimeout(180_000);
      const page = await opened(kith);
      for (const width of [1280, 768, 400]) {
        await page.setViewportSize({ width, height: 900 });
        for (const view of ['board', 'person', 'time', 'due', 'balance', 'playbooks', 'playbook', 'method']) {
          await page.goto(
            `chrome-extension://${kith.id}/dashboard.html#${view.replace(/^person$/, 'board')}`,
          );
          if (view === 'playbook') {
            await page.goto(`chrome-extension://${kith.id}/dashboard.html#playbooks`);
            await page.locator('#built-in-playbooks + ul button').nth(3).click();
          }
          if (view === 'person') {
            await page.locator('.board-card:visible').first().click();
            await page.locator('.beside .steps').waitFor();
          }
          await page.locator('h1').first().waitFor();
          await page.locator('.board-card:visible, .numbers, h2').first().waitFor();
          await expectLooks(page, `dashboard-${view}-${width}-${lang.slice(0, 2)}`, false);
          if (view === 'person') await page.locator('.beside .bare').first().click();
        }
      }
    });
  });
}
