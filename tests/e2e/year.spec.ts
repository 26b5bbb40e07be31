import type { Page } from '@playwright/test';
import { expect, type Kith, test } from './fixture.ts';
import { withPast } from './past.ts';
import { ALICE, ANA, MAIL, MAIL_PATTERN, mailPage, WANG } from './pages.ts';

// A year of one relationship, as the user lives it beside a mailbox: every practice of the method leaves its trace, and
// what Kith says next follows from the traces.

test.use({ turnedOn: [MAIL_PATTERN], lang: 'en-US' });

const NAME = 'Alice Nguyen';

/** It is ten o'clock of a day: in the panel, in whatever is opened later, and in the mailbox. */
async function on(kith: Kith, panel: Page | undefined, day: string): Promise<void> {
  const now = new Date(`${day}T10:00:00Z`);
  await kith.context.clock.setFixedTime(now);
  // The side panel was there before the clock.
  await panel?.clock.setFixedTime(now);
  await panel?.reload();
}

/** What Kith says of Alice today, or that there is nobody. */
async function today(panel: Page) {
  await panel.getByRole('button', { name: 'Today', exact: true }).click();
  await panel.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  return panel.locator('.nudge', { hasText: NAME });
}

const here = (panel: Page) => panel.getByRole('button', { name: 'Here', exact: true }).click();

/** A season of mails to and fro, on the days given, as capture would have logged them. */
const mails = (panel: Page, days: readonly string[]) =>
  withPast(
    panel,
    async (kith, [days, address]) => {
      const handle = await kith.db.handles.get({ kind: 'email', value: address });
      await kith.logTouchpoints(
        kith.db,
        days.map((day, index) => ({
          personIds: [handle?.personId ?? ''],
          channel: 'email' as const,
          direction: index % 2 === 0 ? ('in' as const) : ('out' as const),
          at: kith.noonOf(day),
          subject: `Notes of ${day}`,
          link: `https://mail.example.com/${day}`,
        })),
      );
    },
    [days, ALICE.email] as const,
  );

/** Logs what no page shows. */
async function log(panel: Page, channel: string, summary: string): Promise<void> {
  await panel.locator('.log .ico').first().click();
  const form = panel.getByRole('form', { name: /^Log / });
  await form.getByRole('textbox').first().fill(summary);
  await form.getByRole('combobox', { name: 'How' }).selectOption(channel);
  await panel.getByRole('form', { name: /^Log / }).getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('form', { name: /^Log / })).toHaveCount(0);
}

async function addGoal(panel: Page, side: string, text: string): Promise<void> {
  const form = panel.getByRole('form', { name: 'Goal' });
  await form.getByRole('textbox', { name: 'Goal' }).fill(text);
  await form.getByRole('radio', { name: side }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
}

const fold = (panel: Page, stage: string) => panel.locator(`#stage-${stage}`);

async function unfold(panel: Page, stage: string): Promise<void> {
  await fold(panel, stage).waitFor();
  if ((await fold(panel, stage).getAttribute('open')) === null)
    await fold(panel, stage).locator('> summary').click();
}

const suggestion = (panel: Page) => panel.getByRole('region', { name: 'Suggested stage' });

async function choosePlaybook(panel: Page, name: string): Promise<void> {
  const form = panel.getByRole('form', { name: 'Playbook' });
  await form.getByRole('combobox', { name: 'Playbook' }).selectOption(name);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('button', { name: 'Save' })).toHaveCount(0);
}

test('a year of one relationship: stranger, established, maintained, optimized, reviewed, and the next turn', async ({
  kith,
}) => {
  kith.serve({
    [`${MAIL}/hello`]: mailPage('/hello', [
      { id: 'm1', from: ALICE, subject: 'Nice to meet you', at: '2025-01-06T08:12:00Z' },
    ]),
    [`${MAIL}/thanks`]: mailPage('/thanks', [
      { id: 'm2', from: ANA, to: [ALICE], subject: 'What we agreed', at: '2025-01-08T08:30:00Z' },
    ]),
    [`${MAIL}/wang`]: mailPage('/wang', [
      { id: 'w1', from: WANG, subject: 'A pilot for us', at: '2025-07-22T08:30:00Z' },
    ]),
  });
  await on(kith, undefined, '2025-01-06');
  const page = await kith.visit(`${MAIL}/hello`);
  const panel = await kith.openPanel(page);
  await panel.setViewportSize({ width: 320, height: 900 });
  await on(kith, panel, '2025-01-06');
  const next = panel.getByRole('region', { name: 'Where we stand' });

  await test.step('January: a stranger writes, and is added with the first follow-ups', async () => {
    await expect(panel.getByText('Not in Kith yet', { exact: false })).toBeVisible();
    await panel.getByRole('button', { name: `Add ${NAME}` }).click();
    await expect(panel.getByRole('button', { name: 'Establish' })).toHaveAttribute('aria-pressed', 'true');
    await panel.getByRole('button', { name: 'Log e-mail' }).click();
    await choosePlaybook(panel, 'Mentor');
    await expect(next).toContainText('Nice to meet you');
    console.log(await next.innerText());
    await expect(suggestion(panel)).toHaveCount(0);
  });

  await test.step('Two days later the first of them is due; writing closes it', async () => {
    await on(kith, panel, '2025-01-08');
    console.log(await (await today(panel)).innerText());
    await page.goto(`${MAIL}/thanks`);
    await here(panel);
    await panel.getByRole('button', { name: 'Log e-mail' }).click();
    await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
    await expect(await today(panel)).toHaveCount(0);
  });

  await test.step('Goals of both sides, what she told, and whom that finds', async () => {
    await here(panel);
    await panel.getByRole('button', { name: 'Add a goal' }).click();
    await addGoal(panel, 'mine', 'Learn how ports are run');
    await expect(panel.getByText(`No goal of ${NAME}’s yet.`)).toBeVisible();
    await panel.getByRole('button', { name: 'Add one' }).click();
    await addGoal(panel, 'theirs', 'A young view of her plans');
    await unfold(panel, 'establish');
    await panel.getByRole('button', { name: 'Add a fact' }).click();
    await panel.getByRole('textbox', { name: 'What you know' }).fill('Grew up in Porto');
    await panel.getByRole('form', { name: 'Add a fact' }).getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByText('background · they did')).toBeVisible();
    await panel.getByRole('button', { name: 'People', exact: true }).click();
    await panel.getByRole('searchbox').fill('porto');
    await expect(panel.locator('main')).toContainText(NAME);
    await here(panel);
    await expect(suggestion(panel)).toHaveCount(0);
  });
});
