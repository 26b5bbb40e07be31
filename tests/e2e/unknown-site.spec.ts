import { expect, test } from './fixture.ts';
import { MAIL, MAIL_PATTERN } from './pages.ts';

test.use({ turnedOn: [MAIL_PATTERN] });

const message = (from: string, address: string) => `
  <table><tr><td class="label">Von:</td><td><a href="mailto:${address}">${from}</a></td></tr>
  <tr><td class="label">An:</td><td><a href="mailto:ana@mail.example.com">Ana Ferreira</a></td></tr>
  <tr><td class="label">Datum:</td><td>3. August 2026, 10:05</td></tr></table><p>Hallo</p>`;
const html = (body: string) =>
  `<!doctype html><html lang="de"><head><title>Nachricht - ana@mail.example.com</title></head><body><div id="app">${body}</div></body></html>`;

// To the user and somebody else: the page does not show whose mailbox it is, and is no printed message.
const LETTER = `<!doctype html><title>Webmail</title><body><button>Inbox</button><button>Reply</button><button>Delete</button>
    <h2>Boats in May</h2>
    <p>From: <span>Ruth Okafor &lt;ruth@example.com&gt;</span></p>
    <p>To: <span>Ana &lt;ana@mail.example.com&gt;</span>, <span>Kay Moss &lt;kay@example.com&gt;</span></p>
    <p>Subject: <span>Boats in May</span></p><p>Date: 2026-08-03 10:05</p><pre>Hello</pre></body>`;

test('a webmail that nobody knows is read by the generic reader, until a reader recognises it', async ({
  kith,
}) => {
  kith.serve({ [`${MAIL}/x`]: html(message('Ruth Okafor', 'ruth@example.com')) });
  const page = await kith.visit(`${MAIL}/x`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeVisible();

  const read = async () => {
    const kept = await (await kith.worker()).evaluate(() => chrome.storage.session.get(null));
    const frames = Object.values(kept) as { url?: string; reading?: { site: string } }[];
    return frames.find(({ url }) => url?.startsWith('https://mail.example.com/'))?.reading?.site;
  };
  expect(await read()).toBe('generic');

  // The same document turns out to be Roundcube.
  await page.evaluate(() => {
    document.body.innerHTML = `<table class="headers-table"><tbody><tr><td class="header from"><a class="rcmContactAddress" href="mailto:omar@example.com" title="omar@example.com">Omar Saleh</a></td></tr></tbody></table>`;
  });
  await expect(panel.getByRole('heading', { name: 'Omar Saleh' })).toBeVisible();
  expect(await read()).toBe('roundcube');
});

test('where the page does not show whose mailbox it is, the user is known by the address they said is theirs', async ({
  kith,
}) => {
  kith.serve({
    [`${MAIL}/x`]: html(message('Omar Saleh', 'omar@example.com')),
    [`${MAIL}/y`]: LETTER,
    [`${MAIL}/again`]: LETTER,
  });
  const page = await kith.visit(`${MAIL}/y`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeVisible();
  await expect(panel.getByText('Kay Moss')).toHaveCount(0);
  await page.goto(`${MAIL}/x`);
  const yes = panel.getByRole('button', { name: 'Yes, mine' });
  await yes.click();
  // It is kept when it is no longer asked.
  await expect(yes).toHaveCount(0);
  await page.goto(`${MAIL}/y`);
  await expect(panel.getByText('Kay Moss')).toBeVisible();
  await panel.getByRole('button', { name: 'Add Ruth Okafor' }).click();
  await panel.getByRole('button', { name: 'Log e-mail' }).click();
  const rows = panel.locator('.timeline li');
  await expect(rows).toHaveText([/Boats in May/]);
  // Nothing in these addresses names the message: who wrote it when does.
  await page.goto(`${MAIL}/again`);
  await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
  await expect(rows).toHaveCount(1);
});

test('a page that is open learns which address is the user’s without being loaded again', async ({
  kith,
}) => {
  kith.serve({ [`${MAIL}/x`]: html(message('Omar Saleh', 'omar@example.com')), [`${MAIL}/y`]: LETTER });
  const page = await kith.visit(`${MAIL}/y`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeVisible();
  await expect(panel.getByText('Kay Moss')).toHaveCount(0);
  // Another tab shows the account.
  const other = await kith.visit(`${MAIL}/x`);
  await other.bringToFront();
  await panel.getByRole('button', { name: 'Yes, mine' }).click();
  await page.bringToFront();
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeVisible();
  await expect(panel.getByText('Kay Moss')).toBeVisible();
});

test('so does one that shows nobody until it is known', async ({ kith }) => {
  // As it is printed, who wrote may be the user.
  const printed = LETTER.replace(/<button>.*?<.button>/g, '');
  kith.serve({ [`${MAIL}/x`]: html(message('Omar Saleh', 'omar@example.com')), [`${MAIL}/y`]: printed });
  const page = await kith.visit(`${MAIL}/y`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Nobody on this page' })).toBeVisible();
  const other = await kith.visit(`${MAIL}/x`);
  await other.bringToFront();
  await panel.getByRole('button', { name: 'Yes, mine' }).click();
  await page.bringToFront();
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeVisible();
});

test('where the permission was taken back nothing is read, and the generic reader does not come', async ({
  kith,
}) => {
  kith.serve({ [`${MAIL}/x`]: html(message('Ruth Okafor', 'ruth@example.com')) });
  const page = await kith.visit(`${MAIL}/x`);
  const panel = await kith.openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeVisible();
  await panel.evaluate(async (pattern) => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    await chrome.tabs.sendMessage(tab?.id ?? 0, { type: 'stop', patterns: [pattern] });
  }, MAIL_PATTERN);
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeHidden();
  await page.evaluate(
    (body) => {
      document.querySelector('#app')?.replaceChildren();
      document.querySelector('#app')?.insertAdjacentHTML('beforeend', body);
    },
    message('Omar Saleh', 'omar@example.com'),
  );
  await page.waitForTimeout(1000);
  await expect(panel.getByRole('heading', { name: 'Omar Saleh' })).toBeHidden();
});

test('a part of the page that comes from another site is not read, and said so', async ({ kith }) => {
  const inner = 'https://inner.example.org/mail';
  const small = '<iframe src="https://ads.example.net/x" width="200" height="60"></iframe>';
  kith.serve({
    [`${MAIL}/portal`]: `<!doctype html><title>Portal</title><h1>Portal</h1>${small}<iframe src="${inner}" width="900" height="600"></iframe>`,
    [`${MAIL}/x`]: html(message('Ruth Okafor', 'ruth@example.com') + small),
    [inner]: html(message('Omar Saleh', 'omar@example.com')),
    'https://ads.example.net/x': '<!doctype html><title>Ad</title>',
  });
  const page = await kith.visit(`${MAIL}/portal`);
  const panel = await kith.openPanel(page);
  const said = panel.getByText('A part of this page comes from inner.example.org, which Kith does not read.');
  await expect(said).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Use Kith on inner.example.org' })).toBeVisible();
  await expect(panel.getByText('ads.example.net')).toHaveCount(0);
  await expect(panel.getByText('Omar Saleh')).toHaveCount(0);
  // Where somebody is on the page, or no such part is, nothing is said.
  await page.goto(`${MAIL}/x`);
  await expect(panel.getByRole('heading', { name: 'Ruth Okafor' })).toBeVisible();
  await expect(said).toHaveCount(0);
});
