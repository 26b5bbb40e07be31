import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { undo } from './toast.ts';

async function opened(kith: { context: { newPage(): Promise<Page> }; id: string }): Promise<Page> {
  const page = await kith.context.newPage();
  await page.setViewportSize({ width: 400, height: 900 });
  await page.goto(`chrome-extension://${kith.id}/dashboard.html#playbooks`);
  await expect(page.locator('#built-in-playbooks + ul li')).toHaveCount(9);
  return page;
}

const own = (page: Page) => page.locator('section[aria-labelledby="own-playbooks"] li');

test('a playbook is copied, changed, saved as a file, deleted, and taken back from the file', async ({
  kith,
}) => {
  const page = await opened(kith);
  await page.getByRole('button', { name: /^Patient/ }).click();
  // What to be careful with can be read before anything else.
  await expect(page.locator('.warning')).toContainText('confidentiality');
  await expect(page.getByRole('region', { name: 'What not to write down' })).toContainText('Diagnoses');
  await expect(page.getByRole('button', { name: 'Change the playbook' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Copy to change it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Patient (own)');

  await page.getByRole('button', { name: 'Change the playbook' }).click();
  const form = page.getByRole('form', { name: 'Change the playbook' });
  await form.getByLabel('Name').fill('Home visits');
  // A number that can be none is refused where it stands.
  await form.getByLabel('Establish', { exact: true }).fill('0');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeVisible();
  await form.getByLabel('Establish', { exact: true }).fill('10');
  await form.getByLabel('Clarify goals', { exact: true }).fill('Look <script>here</script>');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('markup and scripts are not taken');
  await form.getByLabel('Clarify goals', { exact: true }).fill('Ask what they hope for at home.');
  // What was typed outlives the page.
  await page.waitForTimeout(300);
  await page.reload();
  await page.getByRole('button', { name: /^Patient \(own\)/ }).click();
  await page.getByRole('button', { name: 'Change the playbook' }).click();
  await expect(form.getByLabel('Name')).toHaveValue('Home visits');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home visits');
  await expect(page.getByText('Ask what they hope for at home.')).toBeVisible();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.kith-playbook\.json$/);
  const file = await download.path();
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'kith-playbook/1', cadence: { establish: 10 } });

  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(own(page)).toHaveCount(0);
  await undo(page, 'Playbook deleted');
  await expect(own(page)).toHaveCount(1);

  // The same id is in use: what comes from the file gets another, and what was there stays.
  await page.getByRole('button', { name: 'Take one from a file' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await expect(own(page)).toHaveCount(2);
  await expect(own(page).nth(1)).toContainText('Home visits');
});

test('a file that is no playbook is refused with its line and the reason, and nothing changes', async ({
  kith,
}) => {
  const page = await opened(kith);
  await page.getByRole('button', { name: 'Take one from a file' }).click();
  const form = page.getByRole('form', { name: 'Take one from a file' });
  const file = form.getByLabel('File', { exact: true });
  const give = (text: string) =>
    file.setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  for (const [text, words] of [
    ['{\n  "format": "kith-playbook/1",\n  oops', 'Line 3: The text breaks off'],
    ['{"format": "kith-playbook/9"}', 'Line 1, format: It does not say'],
    ['{\n"format": "kith-playbook/1",\n"id": "x",\n"stages": {}}', 'is missing here'],
  ] as const) {
    await give(text);
    await expect(form.getByRole('alert')).toContainText(words);
  }
  await file.setInputFiles({
    name: 'big.json',
    mimeType: 'application/json',
    buffer: Buffer.alloc(10_000_000, 'x'),
  });
  await expect(form.getByRole('alert')).toContainText('too big');
  await form.getByLabel('Or its text').fill('not json at all');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('breaks off');
  await expect(form.getByLabel('Or its text')).toHaveValue('not json at all');
  await expect(own(page)).toHaveCount(0);
});
