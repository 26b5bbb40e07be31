import type { BrowserContext, Page } from '@playwright/test';
import type { SentMessage } from '../../utils/messaging/protocol.ts';
import { expect, type Kith, kithIn, launch, test } from '../e2e/fixture.ts';
import { newProfile } from '../e2e/profile.ts';
import { addPeople, logIn, type Row, rows, show, subjectRow } from './in-roundcube.ts';
import { logInTo } from './log-in.mjs';
import { stop } from './machine.mjs';
import { SKINS, up, whyNotSogo } from './up.mjs';

// What real Roundcube and SOGo show when a message goes out, and when it does not, and what then stands in Kith's database:
// one touchpoint each with the people it went to. `npm run test:webmail`.

type Box = Awaited<ReturnType<typeof up>>;
type Heard = { readonly sent: SentMessage[] };

let box: Box;
let context: BrowserContext;
let kith: Kith;
let page: Page;
let panel: Page;
const refused: string[] = [];
const before = new Set<string>();
let news: readonly Row[] = [];

test.describe.configure({ mode: 'default', timeout: 60_000 });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  box = await up({ skin: 'elastic' });
  context = await launch(await newProfile(), {
    lang: 'en-US',
    turnedOn: ['http://127.0.0.1/*'],
  });
  kith = await kithIn(context);
  (await kith.worker()).on('console', (message) => refused.push(message.text()));
  page = await logIn(kith, box);
  panel = await kith.openPanel(page);
  await panel.evaluate(() => {
    const heard: Heard = { sent: [] };
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message: SentMessage) => {
      if (message.type === 'sent') heard.sent.push(message);
    });
  });
  await addPeople(panel, [
    ...['plain', 'copied'].flatMap((key) => [seeded(key).expect.sender, ...seeded(key).expect.to]),
    { email: 'ines@vale.example', name: 'Ines Vale' },
  ]);
});

test.afterAll(async () => {
  await context.close();
});

/** What was logged since it was last asked: one of each message that went out, and nothing else. */
async function logged(count: number): Promise<readonly Row[]> {
  const all = await rows(panel);
  const news = all.filter(({ id }) => !before.has(id));
  for (const { id } of news) before.add(id);
  expect(news).toHaveLength(count);
  for (const row of news) expect(row).toMatchObject({ direction: 'out', channel: 'email' });
  return news;
}

/** What was heard since it was last asked, once nothing more can come; as many touchpoints are new in the database. */
async function heard(count: number): Promise<readonly SentMessage[]> {
  const all = () => panel.evaluate(() => (globalThis as unknown as { heard: Heard }).heard.sent);
  if (count > 0) await expect.poll(async () => (await all()).length).toBeGreaterThan(0);
  // What comes too often, or although it should not.
  await page.waitForTimeout(1500);
  const found = await all();
  await panel.evaluate(() => (globalThis as unknown as { heard: Heard }).heard.sent.splice(0));
  expect(found).toHaveLength(count);
  expect(refused).toEqual([]);
  news = await logged(count);
  return found;
}

async function compose(key: string, how = '_reply_uid', more = ''): Promise<void> {
  const { subject } = seeded(key);
  await page.goto(`${box.url}?_task=mail&_mbox=INBOX`);
  const { uid } = await subjectRow(page, subject);
  await page.goto(`${box.url}?_task=mail&_mbox=INBOX&${how}=${uid}&_action=compose${more}`);
  await page.waitForSelector('textarea[name=_to]', { state: 'attached' });
  await page.fill('[name=_message]', 'Gladly.');
  await page.waitForFunction(
    () => (window as unknown as { rcmail: { commands: Record<string, boolean> } }).rcmail.commands['send'],
  );
}

/** Opens what was sent from the folder of sent mail, and then the link that its touchpoint has from then on. */
async function expectLinkOpens(id: string | undefined, subject: string, text: string): Promise<void> {
  const link = async () => (await rows(panel)).find((row) => row.id === id)?.link ?? '';
  expect(await link()).toBe(`${box.url}?_task=mail&_mbox=Sent`);
  const uid = await show(page, box, 'Sent', subject);
  await expect.poll(link).toBe(`${box.url}?_task=mail&_mbox=Sent&_uid=${uid}&_action=show`);
  const opened = await kith.visit(await link());
  await expect(opened.locator('#messagebody, .message-part').first()).toContainText(text);
  await opened.close();
  await page.bringToFront();
  // Seen under its own name it is still one.
  await logged(0);
}

function seeded(key: string): Box['seed'][number] {
  const message = box.seed.find((one) => one.key === key);
  if (!message) throw new Error(`There is no seeded message "${key}".`);
  return message;
}

const sendButton = () => page.locator('.send:visible').first();

function expectAlice(message: SentMessage | undefined, subject: string): void {
  const { email = '', name } = seeded('plain').expect.sender ?? {};
  expect(message).toMatchObject({
    site: 'roundcube',
    self: expect.arrayContaining([{ kind: 'email', value: box.user }]),
  });
  expect(message?.sightings).toHaveLength(1);
  const [person] = message?.sightings ?? [];
  expect(person).toMatchObject({ role: 'recipient', name, handles: [{ kind: 'email', value: email }] });
  expect(person?.touchpoints).toEqual([
    {
      sourceKey: expect.stringMatching(/^sent:\d/),
      channel: 'email',
      direction: 'out',
      at: expect.any(Number),
      subject,
      link: `${box.url}?_task=mail&_mbox=Sent`,
      recipients: 1,
    },
  ]);
  expect(Math.abs((person?.touchpoints[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000);
}

for (const skin of SKINS) {
  test.describe(`Roundcube, ${skin}`, () => {
    test.beforeAll(async () => {
      await up({ skin, language: skin === 'larry' ? 'de_DE' : skin === 'classic' ? 'zh_CN' : 'en_US' });
    });

    test('a reply by click is one message, whose link opens it once it was seen', async () => {
      const [subject, text] = [`Re: Lunch at noon, ${skin}`, `Gladly, at noon in ${skin}.`];
      await compose('plain');
      await page.fill('[name=_subject]', subject);
      await page.fill('[name=_message]', text);
      await sendButton().click();
      await page.waitForSelector('#messagelist tr.message');
      const [message] = await heard(1);
      expectAlice(message, subject);
      expect(news).toMatchObject([{ subject, people: ['Ruth Okafor'] }]);
      await expectLinkOpens(news[0]?.id, subject, text);
    });

    test('Ctrl+Enter is one where the page has a key for it, and none where it has not', async () => {
      await compose('plain');
      await page.press('[name=_message]', 'Control+Enter');
      await heard(0);
      // As the plugin does that is made for it; Roundcube itself has no key.
      await page.evaluate(() =>
        addEventListener('keydown', (event) => {
          const { rcmail } = window as unknown as { rcmail: { command(name: string, props: string): void } };
          if (event.ctrlKey && event.key === 'Enter') rcmail.command('send', '');
        }),
      );
      await page.press('[name=_message]', 'Control+Enter');
      await page.waitForSelector('#messagelist tr.message');
      const [message] = await heard(1);
      expectAlice(message, 'Re: Lunch near the harbour?');
    });

    test('everybody who is answered is in it, the copied as copied', async () => {
      await compose('copied', '_reply_uid', '&_all=all');
      const { sender, to } = seeded('copied').expect;
      await sendButton().click();
      await page.waitForSelector('#messagelist tr.message');
      const [message] = await heard(1);
      const found = message?.sightings.map(({ handles: [{ value }] }) => value).sort();
      expect(found).toEqual([...new Set([sender, ...to].map((person) => person?.email))].sort());
      for (const { role, touchpoints } of message?.sightings ?? [])
        expect(touchpoints[0]?.copied === true).toBe(role !== 'recipient');
      // Whoever is only copied is not in the touchpoint, and the panel says so.
      const named = message?.sightings.filter(({ role }) => role === 'recipient') ?? [];
      expect(news[0]?.people).toEqual(named.map(({ name }) => name));
      expect(news[0]?.people).toContain(sender?.name);
    });

    test('a draft that is saved or thrown away is none', async () => {
      await compose('plain');
      await page.fill('[name=_subject]', '');
      // Asks for a subject; then the user thinks better of it.
      await sendButton().click();
      await page.locator('.ui-dialog').waitFor();
      await page.evaluate(() => {
        const { rcmail } = window as unknown as { rcmail: { command(name: string, props: string): void } };
        rcmail.command('savedraft', '');
      });
      await expect(page.locator('#messagestack .confirmation, #message .confirmation')).toHaveCount(1);
      await page.goto(`${box.url}?_task=mail&_mbox=INBOX`);
      await heard(0);
    });

    test('one that the server refuses is none, and one once it takes it', async () => {
      await compose('plain');
      await stop('smtp');
      await sendButton().click();
      // Larry says it in a window of its own.
      await page.locator('.error:visible, .ui-dialog:visible').first().waitFor();
      await heard(0);
      await page.keyboard.press('Escape');
      await up({ skin, language: skin === 'larry' ? 'de_DE' : skin === 'classic' ? 'zh_CN' : 'en_US' });
      await sendButton().click();
      await page.waitForSelector('#messagelist tr.message');
      const [message] = await heard(1);
      expectAlice(message, 'Re: Lunch near the harbour?');
    });

    test('a subject that Roundcube asks for is the message’s', async () => {
      await compose('plain');
      await page.fill('[name=_subject]', '');
      await sendButton().click();
      await page.locator('.ui-dialog input').fill('Asked for');
      await page.locator('.ui-dialog .mainaction').click();
      await page.waitForSelector('#messagelist tr.message');
      const [message] = await heard(1);
      expectAlice(message, 'Asked for');
      expect(news).toMatchObject([{ subject: 'Asked for', people: ['Ruth Okafor'] }]);
    });

    test('a window of its own, which closes, says it too', async () => {
      const mail = page;
      const [window] = await Promise.all([
        context.waitForEvent('page'),
        page.evaluate(
          (url) => void open(url, 'compose', 'width=900,height=800'),
          `${box.url}?_task=mail&_action=compose&_to=ines%40vale.example&_extwin=1`,
        ),
      ]);
      page = window;
      try {
        await page.fill('[name=_subject]', 'In a window');
        await page.fill('[name=_message]', 'Gladly.');
        await Promise.all([page.waitForEvent('close'), sendButton().click()]);
      } finally {
        page = mail;
      }
      const [message] = await heard(1);
      expect(message?.sightings.map(({ handles: [{ value }] }) => value)).toEqual(['ines@vale.example']);
      expect(news).toMatchObject([{ subject: 'In a window', people: ['Ines Vale'] }]);
    });
  });
}

test.describe('SOGo', () => {
  let sogo: Box;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    const missing = whyNotSogo();
    test.skip(missing !== undefined, `skipped: ${missing}`);
    sogo = await up({ mail: 'sogo' });
    await page.goto(sogo.url);
    await logInTo('sogo', page, sogo);
  });

  async function reply(): Promise<void> {
    const { subject } = seeded('plain');
    const row = page.locator('md-list-item', { has: page.locator('.sg-tile-subject', { hasText: subject }) });
    await row.last().locator('button').first().click();
    await page.locator('h5.sg-md-headline', { hasText: subject }).waitFor();
    await page.locator('[ng-click*="reply("]:visible').first().click();
    await page.locator('#mailEditor md-chip').first().waitFor();
    // The window opens slowly, and takes clicks only then.
    await page.waitForTimeout(1000);
  }

  const send = () => page.locator('#mailEditor [ng-click="editor.send()"]').click();

  test('a reply is one message', async () => {
    await reply();
    await send();
    await page.locator('#mailEditor').waitFor({ state: 'detached' });
    const [message] = await heard(1);
    const { email = '', name } = seeded('plain').expect.sender ?? {};
    // The page shows the account's name, too.
    expect(message).toMatchObject({ site: 'sogo', self: [{ value: sogo.user }, { kind: 'name' }] });
    expect(message?.sightings).toMatchObject([
      {
        role: 'recipient',
        name,
        handles: [{ kind: 'email', value: email }],
        touchpoints: [{ direction: 'out', subject: 'Re: Lunch near the harbour?', recipients: 1 }],
      },
    ]);
  });

  test('one that is closed, and one that the server refuses, are none', async () => {
    await reply();
    await page.locator('#mailEditor [ng-click="editor.save()"]').click();
    await page.waitForTimeout(1000);
    await page.locator('#mailEditor [ng-click="editor.cancel()"]').click();
    await page.locator('#mailEditor').waitFor({ state: 'detached' });
    await reply();
    await stop('smtp');
    await send();
    await page.locator('#mailEditor [ng-switch-when="error"]').waitFor();
    await heard(0);
    await up({ mail: 'sogo' });
    await page.locator('#mailEditor [ng-switch-when="error"] button').click();
    await page.waitForTimeout(1000);
    await send();
    await page.locator('#mailEditor').waitFor({ state: 'detached' });
    await heard(1);
  });
});
