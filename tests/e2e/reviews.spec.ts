import type { Page } from '@playwright/test';
import { expect, kithIn, launch, test } from './fixture.ts';
import { expectLooks, LANGUAGES } from './looks.ts';
import { showScreen, withPast } from './past.ts';
import { newProfile } from './profile.ts';
import { undo } from './toast.ts';

const WORDS = {
  en: {
    name: 'Alice Nguyen',
    other: 'Bo Chen',
    goal: 'Pilot in two branches by March',
    theirs: 'A reference for the Berlin team',
    promise: 'send the deck',
    help: 'An introduction to the harbour office',
    said: 'Fewer meetings, please',
    well: 'The first branch went live on its day.',
    badly: 'Two answers took longer than a week.',
    lesson: 'Name the price in the first conversation.',
    shared: 'Ask who decides before the second call.',
    action: 'Agree on a day for the second branch',
  },
  zh: {
    name: '王小明',
    other: '陈波',
    goal: '三月前在两家分店试点',
    theirs: '为柏林团队写一封推荐信',
    promise: '发送方案',
    help: '介绍港口办公室的联系人',
    said: '希望少开些会',
    well: '第一家分店按时上线。',
    badly: '有两次回复超过了一周。',
    lesson: '第一次谈话就说明价格。',
    shared: '第二次通话前先问清谁来决定。',
    action: '约定第二家分店的日期',
  },
} as const;

/** Somebody with a season behind them and two reviews; returns their id. */
async function seed(panel: Page, lang: 'en' | 'zh'): Promise<string> {
  return withPast(
    panel,
    async (kith, [words, language]) => {
      const { db } = kith;
      const today = kith.dayOf(Date.now());
      const day = (back: number) => kith.addDays(today, -back);
      const add = async (name: string, email: string) => {
        const { id } = await kith.addPerson(db, { name, handles: [{ kind: 'email', value: email }] });
        await kith.editPerson(db, id, {
          playbook: 'client',
          tags: ['pilot'],
          language,
          since: day(200),
        });
        return id;
      };
      const id = await add(words.name, 'alice@harbour.example.com');
      const other = await add(words.other, 'bo@harbour.example.com');
      await kith.moveStage(db, id, 'evaluate');
      await kith.logTouchpoints(
        db,
        [2, 9, 15, 21, 30, 44, 58, 70, 120, 150].map((back, index) => ({
          personIds: [id],
          channel: index === 3 ? ('meeting' as const) : index === 6 ? ('call' as const) : ('email' as const),
          direction: index === 3 ? ('both' as const) : index % 2 ? ('in' as const) : ('out' as const),
          at: kith.noonOf(day(back)),
          subject: `Pilot ${index}`,
          link: `https://mail.example.com/thread/${index}`,
          site: 'gmail',
        })),
      );
      await kith.addGoal(db, id, 'mine', words.goal, day(10));
      await kith.addGoal(db, id, 'theirs', words.theirs);
      await kith.addGoal(db, other, 'shared', words.promise, day(-20));
      await kith.addFollowUp(db, { personId: id, text: words.promise, by: 'me', dueDay: day(3) });
      await kith.addLesson(db, { text: words.shared, tags: ['pilot'], personId: other });
      await kith.write(db, { label: 'addSupport' }, async (writer) => {
        await writer.insert('support', {
          personId: id,
          kind: 'given',
          text: words.help,
          state: 'done',
          day: day(12),
        });
        await writer.insert('feedback', {
          personId: id,
          from: 'them',
          text: words.said,
          state: 'open',
          day: day(8),
        });
        for (const [back, mine, theirs] of [
          [190, 3, 2],
          [140, 3, 4],
          [100, 4, 4],
        ] as const)
          await writer.insert('reviews', {
            personId: id,
            day: day(back),
            state: 'done',
            mine,
            theirs,
            theirsFrom: 'said',
          });
      });
      return id;
    },
    [WORDS[lang], lang === 'zh' ? 'zh-CN' : 'en'] as const,
  );
}

type Browser = { readonly context: { newPage(): Promise<Page> }; readonly id: string };

async function open(kith: Browser): Promise<Page> {
  const panel = await kith.context.newPage();
  await panel.setViewportSize({ width: 320, height: 900 });
  await panel.goto(`chrome-extension://${kith.id}/sidepanel.html#today`);
  return panel;
}

test('a review of five minutes: data, numbers, words, answers, lessons, plan; and one undo takes it back', async ({
  kith,
}) => {
  const panel = await open(kith);
  const id = await seed(panel, 'en');
  await showScreen(panel, 'reviews');
  await expect(panel.getByRole('button', { name: /Alice Nguyen Due/ })).toBeVisible();
  await panel.getByRole('button', { name: /Alice Nguyen Due/ }).click();

  // Every number opens what it counts, with the links.
  await expect(panel.getByText('Since the last review')).toBeVisible();
  await panel.getByRole('button', { name: 'All together: 8 touchpoints' }).click();
  await expect(panel.locator('.since .timeline li')).toHaveCount(8);
  await expect(panel.getByRole('link', { name: 'Pilot 0' })).toHaveAttribute('href', /thread\/0$/);
  await panel.getByRole('button', { name: 'Your promises: 1 past its day' }).click();
  await expect(panel.locator('.since .timeline')).toHaveText(/send the deck/);

  const next = () => panel.getByRole('button', { name: 'Next', exact: true }).click();
  await next();
  await panel.getByRole('group', { name: 'Your satisfaction' }).getByLabel('4').check();
  await panel.getByRole('group', { name: 'Satisfaction of Alice Nguyen' }).getByLabel('5').check();
  await panel.getByLabel('they said so').check();
  await expect(panel.getByRole('img', { name: /3 reviews, oldest first. Yours: 3, 3, 4/ })).toBeVisible();
  await next();
  await panel.getByLabel('What went well between you').fill(WORDS.en.well);
  await panel.getByLabel('What went less well between you').fill(WORDS.en.badly);
  // Half-finished it waits: everything typed is stored within a second, and the panel may go.
  await panel.waitForTimeout(1000);
  await panel.close();

  const again = await open(kith);
  await showScreen(again, 'reviews');
  await again.getByRole('button', { name: /Alice Nguyen begun/ }).click();
  await expect(again.getByLabel('What went well between you')).toHaveValue(WORDS.en.well);
  const go = () => again.getByRole('button', { name: 'Next', exact: true }).click();
  await go();

  // The questions go out as a mail in Gmail, the site of the last one, and are waited for.
  const mail = again.getByRole('link', { name: 'Write as a mail' });
  const href = new URL((await mail.getAttribute('href')) ?? '');
  expect(href.hostname).toBe('mail.google.com');
  expect(href.searchParams.get('to')).toBe('alice@harbour.example.com');
  expect(href.searchParams.get('body')).toMatch(/^Dear Alice,\n\nThank you for working with us/);
  await mail.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
  await mail.click();
  await expect(again.getByText('Follow-up added')).toBeVisible();

  await again
    .getByLabel('Paste the reply here')
    .fill(
      'Hello,\n\n1. Five, all was clear.\n2. All of them.\n\nOn Mon, 3 Nov 2026 someone wrote:\n> 1. How',
    );
  await again.getByRole('button', { name: 'Split by question' }).click();
  await expect(again.getByLabel(/^How satisfied are you with our work/)).toHaveValue('Five, all was clear.');
  await expect(again.getByLabel('Other things they said')).toHaveValue(/Hello,/);
  await go();
  await again.getByRole('button', { name: 'Add a lesson' }).click();
  await again.getByLabel('Lesson 1').fill(WORDS.en.lesson);
  await again.getByLabel('Tags, with commas between').fill('pricing, pilot');
  await go();
  await again.getByRole('button', { name: 'Add an action' }).click();
  await again.getByLabel('Action 1').fill(WORDS.en.action);
  await expect(again.getByText('Proposed: Optimize, because:')).toBeVisible();
  await again.getByRole('button', { name: '1 promise is past its day' }).click();
  await expect(
    again.getByRole('list', { name: '1 promise is past its day' }).getByRole('listitem'),
  ).toHaveCount(1);
  await again.getByRole('radio', { name: 'Maintain' }).check();
  await again.getByLabel('Move Alice Nguyen to “Maintain” when I finish').check();
  await again.getByRole('button', { name: 'Finish the review' }).click();
  await expect(again.getByText('Review finished')).toBeVisible();
  await expect(again.getByRole('button', { name: /Alice Nguyen you 4, they 5/ })).toBeVisible();

  const trace = () =>
    withPast(
      again,
      async ({ db }, about) => ({
        stage: (await db.people.get(about))?.stage,
        lessons: (await db.lessons.where({ personId: about }).toArray())
          .filter((row) => !row.deletedAt)
          .map(({ text, tags }) => [text, tags]),
        followUps: (await db.followUps.where({ personId: about }).toArray())
          .filter((row) => !row.deletedAt)
          .map(({ text, untilReply }) => [text, untilReply ?? false]),
      }),
      id,
    );
  expect(await trace()).toEqual({
    stage: 'maintain',
    lessons: [[WORDS.en.lesson, ['pricing', 'pilot']]],
    followUps: expect.arrayContaining([
      [WORDS.en.action, false],
      ['ask again about the questions if no reply has come', true],
    ]),
  });
  await undo(again, 'Review finished');
  await expect(again.getByRole('button', { name: /Alice Nguyen begun/ })).toBeVisible();
  expect(await trace()).toMatchObject({ stage: 'evaluate', lessons: [] });
});

test('two windows on one draft: each sees what the other writes, and a clash is said', async ({ kith }) => {
  const one = await open(kith);
  const id = await seed(one, 'en');
  const two = await open(kith);
  for (const window of [one, two]) {
    await showScreen(window, 'review', id);
    await window.getByRole('button', { name: /^3: / }).click();
  }
  await one.getByLabel('What went well between you').fill('from one');
  await expect(two.getByLabel('What went well between you')).toHaveValue('from one');
  await two.getByLabel('What went less well between you').fill('from two');
  await expect(one.getByLabel('What went less well between you')).toHaveValue('from two');
  // At the same moment in the same field.
  await Promise.all([
    one.getByLabel('What went well between you').fill('one says this'),
    two.getByLabel('What went well between you').fill('two says that'),
  ]);
  await expect(one.getByLabel('What went well between you')).toHaveValue(/one says this/);
  await expect(one.getByLabel('What went well between you')).toHaveValue(/two says that/);
  await expect(two.getByLabel('What went well between you')).toHaveValue(/one says this/);
  // Whoever stored second is told.
  const said = async () => {
    const notes = await Promise.all(
      [one, two].map((panel) => panel.getByText('changed in another window').count()),
    );
    return notes.reduce((sum, count) => sum + count);
  };
  await expect.poll(said).toBeGreaterThan(0);
});

test('a half-finished review survives a browser that is killed a second later', async () => {
  const options = { lang: 'en-US', turnedOn: [] } as const;
  const profile = await newProfile();
  const first = await launch(profile, options);
  const panel = await open(await kithIn(first));
  const id = await seed(panel, 'en');
  await showScreen(panel, 'review', id);
  await panel.getByRole('button', { name: /^6: / }).click();
  await panel.getByRole('button', { name: 'Add an action' }).click();
  await panel.getByLabel('Action 1').pressSequentially('Agree on a d');
  await panel.waitForTimeout(1000);
  const cdp = await first.browser()?.newBrowserCDPSession();
  await cdp?.send('Browser.crash').catch(() => {});
  await first.close().catch(() => {});

  const second = await launch(profile, options);
  const again = await open(await kithIn(second));
  await showScreen(again, 'review', id);
  // Where it was left.
  await expect(again.getByLabel('Action 1')).toHaveValue('Agree on a d');
  await second.close();
});

test('two thousand lessons, goals and reviews, and a person with two thousand touchpoints, do not freeze the panel', async ({
  kith,
}, info) => {
  const panel = await open(kith);
  const id = await withPast(
    panel,
    async ({ db, addPerson, dayOf, addDays, noonOf }, count) => {
      const { id: personId } = await addPerson(db, { name: 'Alice Nguyen', handles: [] });
      const today = dayOf(Date.now());
      const rows = Array.from({ length: count }, (_, index) => ({
        id: `row-${index}`,
        personId,
        createdAt: index,
        updatedAt: index,
        day: addDays(today, -Math.floor(index / 6)),
        text: `This is row ${index}`,
      }));
      await db.lessons.bulkAdd(rows.map((row, index) => ({ ...row, tags: [`tag ${index % 40}`] })));
      await db.goals.bulkAdd(
        rows.map((row, index) => ({
          ...row,
          side: 'mine',
          state: 'open',
          ...(index % 2 && { dueDay: row.day }),
        })),
      );
      // Of somebody else: a review looks back no further than the last one.
      const other = await addPerson(db, { name: 'Bo Chen', handles: [] });
      await db.reviews.bulkAdd(
        rows.map((row) => ({ ...row, personId: other.id, state: 'done' as const, mine: 4 })),
      );
      await db.touchpoints.bulkAdd(
        rows.map((row) => ({
          ...row,
          personIds: [personId],
          channel: 'email',
          direction: 'in',
          at: noonOf(row.day),
          sourceKey: row.id,
          timeline: [[personId, noonOf(row.day)]],
        })),
      );
      return personId;
    },
    2000,
  );
  const longest = (work: () => Promise<void>) => async () => {
    // How long the page answered nothing, measured by a clock that should tick all the time.
    await panel.evaluate(() => {
      const watch = { longest: 0, last: performance.now() };
      Object.assign(globalThis, { watch });
      setInterval(() => {
        const now = performance.now();
        watch.longest = Math.max(watch.longest, now - watch.last);
        watch.last = now;
      }, 4);
    });
    await work();
    await panel.waitForTimeout(300);
    return panel.evaluate(() =>
      Math.round((globalThis as unknown as { watch: { longest: number } }).watch.longest),
    );
  };
  const screens: Record<string, () => Promise<number>> = {
    lessons: longest(async () => {
      await showScreen(panel, 'lessons');
      await expect(panel.locator('.lessons li')).toHaveCount(50);
      await panel.getByRole('searchbox').fill('row 19');
      await expect(panel.locator('.lessons li').first()).toContainText('row 19');
    }),
    goals: longest(async () => {
      await showScreen(panel, 'goals');
      await expect(panel.locator('.all-goals li')).toHaveCount(50);
      await panel.getByRole('button', { name: 'Show more' }).click();
      await expect(panel.locator('.all-goals li')).toHaveCount(100);
    }),
    reviews: longest(async () => {
      await showScreen(panel, 'reviews');
      await expect(panel.locator('#reviews-past + .people li')).toHaveCount(50);
      await panel.getByRole('button', { name: 'Show more' }).click();
      await expect(panel.locator('#reviews-past + .people li')).toHaveCount(100);
    }),
    review: longest(async () => {
      await showScreen(panel, 'review', id);
      await panel.getByRole('button', { name: 'All together: 2000 touchpoints' }).click();
      await expect(panel.locator('.since .timeline li')).toHaveCount(50);
    }),
  };
  for (const [name, measure] of Object.entries(screens)) {
    const ms = await measure();
    info.annotations.push({ type: `longest pause, ${name}`, description: `${ms} ms` });
    expect(ms, name).toBeLessThan(500);
  }
});

for (const lang of LANGUAGES) {
  test.describe(`in ${lang}`, () => {
    test.use({ lang });
    test('reviews, lessons and goals pass axe and fit 320 px', async ({ kith }) => {
      const panel = await open(kith);
      const language = lang === 'zh-CN' ? 'zh' : 'en';
      const id = await seed(panel, language);
      const words = WORDS[language];
      const look = async (name: string) => {
        await panel.evaluate(() => document.querySelector('.toast')?.remove());
        await expectLooks(panel, `${name}-${language}`);
      };
      await showScreen(panel, 'review', id);
      await panel.locator('.since .chip').first().click();
      await look('review-1');
      const step = async (index: number) => {
        await panel.locator('.steps.six button').nth(index).click();
        await expect(panel.locator('.review h2')).toBeFocused();
      };
      await step(1);
      await panel.locator('.rating').first().locator('input').nth(3).check();
      await panel.locator('.rating').nth(1).locator('input').nth(4).check();
      await panel.locator('.satisfaction summary').click();
      await look('review-2');
      await step(2);
      await panel.locator('textarea').first().fill(words.well);
      await panel.locator('textarea').nth(1).fill(words.badly);
      await look('review-3');
      await step(3);
      await panel.locator('summary').click();
      await look('review-4');
      await step(4);
      await panel.locator('.review > .link').click();
      await panel.locator('textarea').fill(words.lesson);
      await panel.locator('.form input').fill('pilot, pricing');
      await look('review-5');
      await step(5);
      await panel.locator('.review > .link').click();
      await panel.locator('.form input').first().fill(words.action);
      await look('review-6');
      await panel.waitForTimeout(600);
      await showScreen(panel, 'reviews');
      await panel.locator('#reviews-past').waitFor();
      await look('reviews');
      await showScreen(panel, 'lessons');
      await panel.locator('.lessons li').first().waitFor();
      await look('lessons');
      await showScreen(panel, 'goals');
      await panel.locator('.all-goals li').first().waitFor();
      await look('goals-all');
      await showScreen(panel, 'person', id);
      await panel.locator('.lessons li').first().waitFor();
      await look('lessons-for');
    });
  });
}
