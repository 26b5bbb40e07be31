import type { Page } from '@playwright/test';
import { expect, type Kith, test } from './fixture.ts';
import { ALICE, ANA, MAIL, MAIL_PATTERN, mailPage, WANG } from './pages.ts';
import { withPast } from './past.ts';

// A year of one relationship, as the user lives it beside a mailbox: every practice of the method leaves its trace, and
// what Kith says next follows from the traces.

test.use({ turnedOn: [MAIL_PATTERN], lang: 'en-US' });

const NAME = 'Alice Nguyen';
/** The first follow-up of the mentor's playbook. */
const FIRST = 'Thank them for one thing they said';

/** It is ten o'clock of a day: in the panel, in whatever is opened later, and in the mailbox. */
async function on(kith: Kith, panel: Page | undefined, day: string): Promise<void> {
  const now = new Date(`${day}T10:00:00`);
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
          at: kith.noonOf(day) - 4 * 3_600_000,
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
  await panel.getByRole('combobox', { name: 'Playbook' }).selectOption(name);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
}

test('a year of one relationship: stranger, established, maintained, optimized, reviewed, and the next turn', async ({
  kith,
}) => {
  // Half a minute where nothing else runs.
  test.setTimeout(120_000);
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
    // The playbook's own words take the place of Kith's.
    await expect(next).toContainText(FIRST);
    await expect(suggestion(panel)).toHaveCount(0);
  });

  await test.step('Two days later the first of them is due; writing closes it', async () => {
    await on(kith, panel, '2025-01-08');
    await expect(await today(panel)).toContainText(FIRST);
    await page.goto(`${MAIL}/thanks`);
    await here(panel);
    await panel.getByRole('button', { name: 'Log e-mail' }).click();
    await expect(panel.getByRole('region', { name: 'Log' }).getByText('Logged')).toBeVisible();
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

  await test.step('March: mails went both ways, first promises were kept, so Kith suggests to maintain', async () => {
    await on(kith, panel, '2025-03-10');
    await mails(panel, ['2025-01-22', '2025-01-24', '2025-02-04', '2025-02-19', '2025-03-01', '2025-03-10']);
    await expect(suggestion(panel)).toContainText('Maintain');
    await suggestion(panel)
      .getByRole('button', { name: /touchpoints lately/ })
      .click();
    await expect(suggestion(panel).locator('.sources li').first()).toBeVisible();
    await suggestion(panel).getByRole('button', { name: 'Move to Maintain' }).click();
    await expect(panel.getByRole('button', { name: 'Maintain', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(suggestion(panel)).toHaveCount(0);
    await unfold(panel, 'maintain');
    await panel.getByRole('button', { name: 'Add a date' }).click();
    const form = panel.getByRole('form', { name: 'Add a date' });
    await form.getByRole('spinbutton', { name: 'Month' }).fill('4');
    await form.getByRole('spinbutton', { name: 'Day' }).fill('26');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByText(/Birthday: April 26/)).toBeVisible();
  });

  await test.step('April: a month of silence is due, and it is time to ask; a call answers both', async () => {
    await on(kith, panel, '2025-04-10');
    const nudge = await today(panel);
    await expect(nudge).toContainText('31 days since the last touchpoint');
    await expect(nudge).toContainText('It is time to ask how things are going for them');
    await here(panel);
    await log(panel, 'call', 'She asked for shorter mails, and for an introduction to Bo');
    await unfold(panel, 'maintain');
    await panel.getByRole('button', { name: 'Add support' }).click();
    await panel.getByRole('textbox', { name: 'What it was' }).fill('an introduction to Bo');
    await panel.getByRole('combobox', { name: 'Which way' }).selectOption('asked');
    await panel.getByRole('form', { name: 'Add support' }).getByRole('button', { name: 'Save' }).click();
    await unfold(panel, 'establish');
    await panel.getByRole('button', { name: 'Add feedback' }).click();
    await panel.getByRole('textbox', { name: 'What was said' }).fill('Shorter mails');
    await panel.getByRole('form', { name: 'Add feedback' }).getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByRole('checkbox', { name: 'Done: Shorter mails' })).toBeVisible();
    await expect(await today(panel)).toHaveCount(0);
  });

  await test.step('The day after, what she asked for stands in Today until it is done', async () => {
    await on(kith, panel, '2025-04-11');
    const nudge = await today(panel);
    await expect(nudge.locator('.reasons li')).toHaveCount(2);
    await expect(nudge).toContainText('an introduction to Bo');
    await expect(nudge).toContainText('Shorter mails');
    await nudge.getByRole('button', { name: 'Given', exact: true }).last().click();
    await expect(nudge.locator('.reasons li')).toHaveCount(1);
    await here(panel);
    await unfold(panel, 'establish');
    await panel.getByRole('checkbox', { name: 'Done: Shorter mails' }).click();
    await expect(await today(panel)).toHaveCount(0);
  });

  await test.step('Her birthday comes up a week ahead', async () => {
    await on(kith, panel, '2025-04-18');
    await expect(await today(panel)).toHaveCount(0);
    await on(kith, panel, '2025-04-19');
    const nudge = await today(panel);
    await expect(nudge).toContainText('Birthday');
    await nudge.getByRole('button', { name: 'Wishes sent', exact: true }).click();
    await expect(nudge).toHaveCount(0);
  });

  await test.step('First goals are met: Kith asks for the next, and suggests to optimize', async () => {
    await on(kith, panel, '2025-04-21');
    await here(panel);
    await expect(suggestion(panel)).toHaveCount(0);
    await panel.getByRole('checkbox', { name: /Learn how ports are run/ }).click();
    await expect(suggestion(panel)).toContainText('Optimize');
    await panel.getByRole('checkbox', { name: /A young view of her plans/ }).click();
    await expect(panel.getByText('Every goal is met or let go. What is next for you two?')).toBeVisible();
    await panel.getByRole('button', { name: 'Add one' }).click();
    await addGoal(panel, 'shared', 'A talk at the spring conference');
    await expect(panel.getByText('Every goal is met or let go.')).toHaveCount(0);
    await suggestion(panel).getByRole('button', { name: 'Move to Optimize' }).click();
    await expect(suggestion(panel)).toHaveCount(0);
  });

  await test.step('Where it stands is read down to its mails, and the approach changes, with why', async () => {
    await unfold(panel, 'optimize');
    const standing = panel.locator('#standing');
    await standing.getByRole('button', { name: 'given 1' }).click();
    await expect(standing.locator('.sources li')).toContainText(['an introduction to Bo']);
    await standing.getByRole('button', { name: 'given 1' }).click();
    await standing.getByRole('button', { name: /^e-mail \d/ }).click();
    await expect(standing.locator('.sources li')).toHaveCount(8);
    await expect(
      standing.locator('.sources').getByRole('link', { name: 'Nice to meet you' }),
    ).toHaveAttribute('href', /\/hello#m1$/);
    await panel.getByRole('button', { name: 'Change the approach' }).click();
    await panel.getByRole('combobox', { name: 'Channel they like' }).selectOption('call');
    await panel.getByRole('textbox', { name: 'Why it changes' }).fill('She asked for shorter mails');
    await panel
      .getByRole('form', { name: 'Change the approach' })
      .getByRole('button', { name: 'Save' })
      .click();
    await panel.getByText('How it changed').click();
    await expect(panel.locator('#approach')).toContainText('channel: call');
    await expect(panel.locator('#approach')).toContainText('She asked for shorter mails');
    await expect(suggestion(panel)).toHaveCount(0);
  });

  await test.step('July: half a year was only business, a review is due; a coffee, and a stage to look back', async () => {
    await on(kith, panel, '2025-07-21');
    await mails(panel, ['2025-05-12', '2025-05-14', '2025-06-10', '2025-06-30', '2025-07-15']);
    const nudge = await today(panel);
    await expect(nudge).toContainText('For long it was only business');
    await expect(nudge).toContainText('It is time for a review');
    await here(panel);
    await expect(suggestion(panel)).toContainText('Evaluate');
    await log(panel, 'social', 'A coffee by the river');
    await expect(await today(panel)).not.toContainText('only business');
    await here(panel);
    await suggestion(panel).getByRole('button', { name: 'Move to Evaluate' }).click();
    await expect(suggestion(panel)).toHaveCount(0);
  });

  await test.step('The review: what happened, how it is, a questionnaire and its answers, lessons, a plan', async () => {
    const nudge = await today(panel);
    await nudge.getByRole('button', { name: 'Review now', exact: true }).first().click();
    const go = () => panel.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(panel.getByRole('heading', { level: 1 })).toContainText(NAME);
    await panel.getByRole('button', { name: /^All together: \d+ touchpoints/ }).click();
    await expect(panel.locator('.since .timeline li').first()).toBeVisible();
    await go();
    await panel.getByRole('group', { name: 'Your satisfaction' }).getByLabel('5').check();
    await panel
      .getByRole('group', { name: `Satisfaction of ${NAME}` })
      .getByLabel('4')
      .check();
    await panel.getByLabel('they said so').check();
    await go();
    await panel.getByLabel('What went well between you').fill('She opened doors.');
    await go();
    const mail = panel.getByRole('link', { name: 'Write as a mail' });
    expect(decodeURIComponent((await mail.getAttribute('href')) ?? '')).toMatch(
      /alice\.nguyen@acme\.example\.com.*Dear Alice/s,
    );
    await panel
      .getByLabel('Paste the reply here')
      .fill('Dear Ana,\n\n1. Your questions were good.\n2. More notice, please.');
    await panel.getByRole('button', { name: 'Split by question' }).click();
    await expect(panel.getByLabel('Other things they said')).toHaveValue(/Dear Ana,/);
    await go();
    await panel.getByRole('button', { name: 'Add a lesson' }).click();
    await panel.getByLabel('Lesson 1').fill('Send questions two days ahead');
    await panel.getByLabel('Tags, with commas between').fill('meetings');
    await go();
    await panel.getByRole('button', { name: 'Add an action' }).click();
    await panel.getByLabel('Action 1').fill('Agree on dates for autumn');
    await panel
      .getByLabel(/^By when|^Until|^Day/)
      .first()
      .fill('2025-08-04');
    await expect(panel.getByText(/^Proposed: Maintain/)).toBeVisible();
    await panel.getByLabel(`Move ${NAME} to “Maintain” when I finish`).check();
    await panel.getByRole('button', { name: 'Finish the review' }).click();
    await expect(panel.getByRole('button', { name: 'Maintain', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  await test.step('The plan goes on: its action has a day, and old goals are no reason to move on again', async () => {
    await expect(next).toContainText('Agree on dates for autumn');
    await unfold(panel, 'evaluate');
    await expect(fold(panel, 'evaluate')).toContainText('suggested by Kith');
    await expect(suggestion(panel)).toHaveCount(0);
    await expect(await today(panel)).toHaveCount(0);
    await on(kith, panel, '2025-08-04');
    const nudge = await today(panel);
    await expect(nudge).toContainText('You promised: Agree on dates for autumn');
    await nudge.getByRole('button', { name: 'Done', exact: true }).first().click();
    await expect(nudge).toHaveCount(0);
  });

  await test.step('What was learned comes back with somebody else of the same playbook', async () => {
    await page.goto(`${MAIL}/wang`);
    await here(panel);
    await panel.getByRole('button', { name: 'Add 王小明' }).click();
    await panel.getByRole('button', { name: 'Log e-mail' }).click();
    await unfold(panel, 'optimize');
    await expect(panel.locator('#lessons')).not.toContainText('Send questions two days ahead');
    await choosePlaybook(panel, 'Mentor');
    await unfold(panel, 'optimize');
    await expect(panel.locator('#lessons')).toContainText('Send questions two days ahead');
  });

  await test.step('January again: the next review is due, the talk was held, and the cycle turns', async () => {
    await page.goto(`${MAIL}/thanks`);
    await on(kith, panel, '2026-01-19');
    await mails(panel, [
      '2025-08-10',
      '2025-09-02',
      '2025-09-04',
      '2025-10-01',
      '2025-10-28',
      '2025-11-20',
      '2025-12-12',
      '2026-01-08',
    ]);
    await expect(await today(panel)).toContainText('It is time for a review');
    await here(panel);
    await expect(suggestion(panel)).toHaveCount(0);
    await panel.getByRole('checkbox', { name: /A talk at the spring conference/ }).click();
    await expect(suggestion(panel)).toContainText('Optimize');
    await suggestion(panel).getByRole('button', { name: 'Move to Optimize' }).click();
    await unfold(panel, 'evaluate');
    // All of the year: establish, maintain, optimize, evaluate, maintain, optimize.
    await expect(
      fold(panel, 'evaluate').getByRole('region', { name: 'Stages so far' }).getByRole('listitem'),
    ).toHaveCount(6);
    expect(kith.leaked).toEqual([]);
  });
});
