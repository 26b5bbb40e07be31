import { expect, test } from './fixture.ts';
import { inThemes, keepPicture, LANGUAGES } from './looks.ts';
import { ALICE, ANA, MAIL, MAIL_PATTERN, mailPage, WANG } from './pages.ts';

// The pictures of the README: `npm run pictures` writes them to docs/pictures, any other run to test-results.

const WORDS = {
  'en-US': {
    goal: 'Pilot in two branches by March',
    theirs: 'A reference for the Berlin team',
    note: 'Prefers a **short call** over long mails.\n\n- Daughter starts school in September',
    meeting: 'pilot scope, 45 min',
    promise: 'send the pilot deck',
    person: ALICE,
    subject: 'Re: Coffee on Thursday?',
  },
  'zh-CN': {
    goal: '三月前在两家分店试点',
    theirs: '为柏林团队写一封推荐信',
    note: '喜欢**简短的电话**，不爱长邮件。\n\n- 女儿九月上小学',
    meeting: '试点范围，45 分钟',
    promise: '发送试点方案',
    person: WANG,
    subject: '关于下周的会议',
  },
};

test.use({ turnedOn: [MAIL_PATTERN] });

for (const lang of LANGUAGES) {
  test.describe(`in ${lang}`, () => {
    test.use({ lang });
    test('pictures of the panel', async ({ kith }) => {
      const { person, subject, ...words } = WORDS[lang];
      kith.serve({
        [`${MAIL}/`]: mailPage('/', []),
        [`${MAIL}/person`]: mailPage('/person', [
          { id: 'm1', from: person, subject },
          { id: 'm2', from: ANA, to: [person], subject, at: '2026-11-10T10:40:00Z' },
          { id: 'm3', from: person, subject, at: '2026-11-12T11:05:00Z' },
        ]),
        [`${MAIL}/spoof`]: mailPage('/spoof', [
          { id: 'x', from: { name: ALICE.email, email: 'attacker@evil.example.com' } },
        ]),
      });
      const page = await kith.visit(`${MAIL}/person`);
      const panel = await kith.openPanel(page);
      await panel.setViewportSize({ width: 360, height: 840 });
      const picture = async (name: string) => {
        await panel.evaluate(() => document.querySelector('.toast')?.remove());
        await panel.mouse.move(0, 0);
        await inThemes(panel, (theme) => keepPicture(panel, `${name}-${lang.slice(0, 2)}-${theme}`, false));
      };
      await panel.locator('.go').waitFor();
      await picture('stranger');
      await panel.locator('.go').click();
      await panel.locator('.steps button').nth(1).click();
      await panel.locator('.chip.cadence').click();
      await panel.locator('.choices .chip').nth(1).click();
      for (const [text, side] of [
        [words.goal, 2],
        [words.theirs, 1],
      ] as const) {
        await panel.locator('h2 .link').first().click();
        await panel.locator('form input').first().fill(text);
        await panel.locator('form [type=radio]').nth(side).check();
        await panel.locator('form .go').click();
        await expect(panel.locator('form')).toHaveCount(0);
      }
      await panel.locator('h2 .link').nth(1).click();
      await panel.locator('textarea').fill(words.note);
      await panel.locator('.form .plain').click();
      await panel.locator('.note').waitFor();
      await panel.locator('div > button.link:has(svg)').click();
      await expect(panel.locator('.timeline li')).toHaveCount(3);
      await panel.locator('.ico').nth(1).click();
      await panel.locator('form textarea').fill(words.meeting);
      await panel.locator('.when input').first().fill('2026-11-05 15:00');
      await panel.locator('form .go').click();
      await expect(panel.locator('form')).toHaveCount(0);
      await panel.locator('.link.start').click();
      await panel.locator('form input').first().fill(words.promise);
      await panel.locator('form .go').click();
      await expect(panel.locator('.facts .row')).toHaveCount(3);
      await panel.evaluate(() => scrollTo(0, 0));
      await picture('person');
      await page.goto(`${MAIL}/spoof`);
      await panel.locator('.warning').waitFor();
      await picture('spoof');
      await page.goto(`${MAIL}/`);
      await panel.locator('#recent').waitFor();
      await picture('nobody');
    });
  });
}
