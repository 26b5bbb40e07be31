import type { Page } from '@playwright/test';
import { serveDemo } from '../../scripts/demo/server.mjs';
import type { SentMessage } from '../../utils/messaging/protocol.ts';
import { expect, type Kith, test } from './fixture.ts';
import { ALICE, MAIL, MAIL_PATTERN, mailPage, WANG, writingPage } from './pages.ts';
import { withPast } from './past.ts';

test.use({ turnedOn: [MAIL_PATTERN, 'http://mail.example.com/*', 'http://127.0.0.1/*'] });

const DRAFT = { to: [ALICE], cc: [WANG], subject: 'Coffee on Friday' };
const NOBODY = { name: 'Nobody', email: 'nobody@invalid.example' };

/** Opens the panel beside a page and answers what it hears of messages that were sent, once no more can come. */
async function listen(kith: Kith, page: Page): Promise<() => Promise<readonly SentMessage[]>> {
  const dropped: string[] = [];
  (await kith.worker()).on('console', (message) => dropped.push(message.text()));
  const panel = await kith.openPanel(page);
  await panel.evaluate(() => {
    const heard: SentMessage[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message: SentMessage) => {
      if (message.type === 'sent') heard.push(message);
    });
  });
  return async () => {
    await page.waitForTimeout(1500);
    // The background checks what pages say; it would have said so.
    expect(dropped).toEqual([]);
    return panel.evaluate(() => (globalThis as unknown as { heard: SentMessage[] }).heard);
  };
}

for (const how of ['click', 'Control+Enter']) {
  test(`a message that was sent by ${how} reaches the extension once, with everybody it went to`, async ({
    kith,
  }) => {
    kith.serve({ [`${MAIL}/write`]: writingPage('/write', DRAFT) });
    const page = await kith.visit(`${MAIL}/write`);
    const heard = await listen(kith, page);
    if (how === 'click') await page.getByRole('button', { name: 'Send' }).click();
    else await page.getByRole('textbox').press(how);
    await expect(page.getByRole('status')).toHaveText('Sent');
    const found = await heard();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      url: `${MAIL}/write`,
      site: 'jsonld',
      self: [{ value: 'ana@example.com' }],
      sightings: [
        { role: 'recipient', name: ALICE.name, handles: [{ value: ALICE.email }] },
        { role: 'cc', name: WANG.name, handles: [{ value: WANG.email }] },
      ],
    });
    const [alice, wang] = (found[0]?.sightings ?? []).map(({ touchpoints: [point] }) => point);
    expect(alice).toMatchObject({
      channel: 'email',
      direction: 'out',
      subject: 'Coffee on Friday',
      recipients: 2,
      // The page shows the message by now.
      sourceKey: 'mail.example.com:ana@example.com:sent/write',
      link: `${MAIL}/write#sent/write`,
    });
    expect(wang).toEqual({ ...alice, copied: true });
  });
}

test('a draft that is thrown away, and one that could not be sent, are none', async ({ kith }) => {
  kith.serve({
    [`${MAIL}/write`]: writingPage('/write', DRAFT),
    [`${MAIL}/fails`]: writingPage('/fails', { ...DRAFT, to: [NOBODY, ALICE] }),
  });
  const page = await kith.visit(`${MAIL}/write`);
  const heard = await listen(kith, page);
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('status')).toHaveText('Draft discarded');
  await page.goto(`${MAIL}/fails`);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('alert')).toHaveText('Not sent');
  await page.getByRole('button', { name: 'Discard' }).click();
  expect(await heard()).toEqual([]);
});

test('a webmail without https is read, and what is sent there is noticed', async ({ kith }) => {
  const insecure = (html: string) => html.replaceAll('https://mail.example.com', 'http://mail.example.com');
  kith.serve({
    'http://mail.example.com/alice': insecure(mailPage('/alice', [{ id: 'm1', from: ALICE }])),
    'http://mail.example.com/write': insecure(writingPage('/write', DRAFT)),
  });
  const page = await kith.visit('http://mail.example.com/alice');
  const heard = await listen(kith, page);
  await expect
    .poll(async () =>
      (await kith.worker()).evaluate(async () => JSON.stringify(await chrome.storage.session.get(null))),
    )
    .toContain(ALICE.email);
  await page.goto('http://mail.example.com/write');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await heard()).toHaveLength(1);
});

test('the demo mailbox: a reply, a letter, one that fails, one that is discarded', async ({ kith }) => {
  const { origin, close } = await serveDemo();
  try {
    const page = await kith.visit(`${origin}/mail/coffee?lang=en`);
    const heard = await listen(kith, page);
    const text = page.getByRole('textbox', { name: 'Message' });
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await text.fill('I will bring it.');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('status')).toBeVisible();
    await expect(page.locator('article').last()).toContainText('I will bring it.');

    await page.getByRole('link', { name: 'Write' }).click();
    await page
      .getByLabel('To')
      .fill('Nobody <nobody@invalid.example>, Alice Nguyen <alice.nguyen@example.com>');
    await page.getByLabel('Subject').fill('Two of us');
    await text.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('nobody@invalid.example');
    expect(await heard()).toHaveLength(1);
    await page.getByLabel('To').fill('Alice Nguyen <alice.nguyen@example.com>');
    await text.press('Control+Enter');
    await expect(page.getByRole('status')).toBeVisible();

    await page.getByRole('link', { name: 'Write' }).click();
    await page.getByLabel('To').fill('alice.nguyen@example.com');
    await page.getByRole('button', { name: 'Discard' }).click();
    const found = await heard();
    expect(found.flatMap(({ sightings }) => sightings.map(({ handles: [{ value }] }) => value))).toEqual([
      'alice.nguyen@example.com',
      'alice.nguyen@example.com',
    ]);
    expect(found.map(({ sightings: [person] }) => person?.touchpoints[0])).toMatchObject([
      { subject: 'Coffee on Thursday?', link: `${origin}/mail/coffee` },
      { subject: 'Two of us', link: expect.stringContaining(`${origin}/mail/sent.`) },
    ]);
    await page.getByRole('link', { name: 'Sent' }).click();
    await expect(page.locator('#list')).toContainText('Two of us');
  } finally {
    await close();
  }
});

test('the demo mailbox: each message that went out is one touchpoint, whose link opens it', async ({
  kith,
}) => {
  const { origin, close } = await serveDemo();
  try {
    const page = await kith.visit(`${origin}/mail/coffee?lang=en`);
    const panel = await kith.openPanel(page);
    await panel.getByRole('button', { name: 'Add Alice Nguyen' }).click();
    await expect(panel.getByText('No touchpoint yet')).toBeVisible();
    const rows = () =>
      withPast(
        panel,
        async ({ db }) =>
          (await db.touchpoints.toArray()).map(({ subject, direction, link, personIds }) => ({
            ...{ subject, direction, link },
            people: personIds.length,
          })),
        undefined,
      );
    const expectSubjects = async (wanted: readonly string[]) => {
      const subjects = async () => (await rows()).map(({ subject }) => subject).sort();
      await expect.poll(subjects).toEqual([...wanted].sort());
      // What comes too often.
      await page.waitForTimeout(1500);
      expect(await subjects()).toEqual([...wanted].sort());
    };
    const write = async (to: string, subject: string, text: string) => {
      await page.getByRole('link', { name: 'Write' }).click();
      await page.getByLabel('To').fill(to);
      await page.getByLabel('Subject').fill(subject);
      await page.getByRole('textbox', { name: 'Message' }).fill(text);
    };
    const alice = 'Alice Nguyen <alice.nguyen@example.com>';

    await write(alice, 'By click', 'First text.');
    await page.getByRole('button', { name: 'Send' }).click();
    await expectSubjects(['By click']);
    await kith.stopWorker();
    await write(alice, 'By key', 'Second text.');
    await page.getByRole('textbox', { name: 'Message' }).press('Control+Enter');
    await expectSubjects(['By click', 'By key']);

    await write(alice, 'Thrown away', 'No.');
    await page.getByRole('button', { name: 'Discard' }).click();
    await write(`Nobody <nobody@invalid.example>, ${alice}`, 'Fails', 'No.');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('alert')).toContainText('nobody@invalid.example');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expectSubjects(['By click', 'By key']);

    // Seen again among what was sent, and opened by its link, each is still one.
    for (const [subject, text] of [
      ['By click', 'First text.'],
      ['By key', 'Second text.'],
    ] as const) {
      const row = (await rows()).find((one) => one.subject === subject);
      expect(row).toMatchObject({ direction: 'out', people: 1 });
      const opened = await kith.visit(row?.link ?? '');
      await expect(opened.locator('article').last()).toContainText(text);
      await opened.close();
    }
    await expectSubjects(['By click', 'By key']);
  } finally {
    await close();
  }
});
