import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, type Kith, test } from './fixture.ts';

interface Expected {
  readonly url: string;
  readonly expect: { readonly sightings: readonly { readonly name: string }[] };
}

function open(kith: Kith, name: string): Promise<Page> {
  const { url } = read(name);
  const { origin, pathname } = new URL(url);
  kith.serve({ [`${origin}${pathname}`]: `sites/linkedin/${name}.html` });
  return kith.visit(url);
}

function read(name: string): Expected {
  return JSON.parse(readFileSync(`tests/sites/linkedin/${name}.json`, 'utf8'));
}

for (const layout of ['profile-sdui', 'profile-ember-2025', 'profile-public']) {
  test(`a LinkedIn profile is recognised and left as it was: ${layout}`, async ({ kith }) => {
    // Before Kith: the same page without any extension's reach, in a frame that no content script enters.
    const page = await open(kith, layout);
    const source = readFileSync(`tests/sites/linkedin/${layout}.html`, 'utf8');
    const panel = await kith.openPanel(page);
    const [person] = read(layout).expect.sightings;
    await expect(panel.getByRole('heading', { name: person?.name ?? '' })).toBeVisible();
    await panel.getByRole('button', { name: /^Add / }).first().click();
    await expect(panel.getByText('No touchpoint yet')).toBeVisible();
    // The page is what its source parses to: nothing was added, changed or taken.
    const changed = await page.evaluate((html) => {
      const untouched = new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML;
      return untouched === document.documentElement.outerHTML ? '' : document.documentElement.outerHTML;
    }, source);
    expect(changed).toBe('');
    expect(kith.leaked).toEqual([]);
  });
}

test('a LinkedIn page cannot tell that Kith is there', async ({ kith }) => {
  const { url } = read('profile-sdui');
  const source = readFileSync('tests/sites/linkedin/profile-sdui.html', 'utf8');
  const watch = `<script>
    window.heard = [];
    addEventListener('message', (event) => heard.push('message ' + JSON.stringify(event.data)));
    const dispatch = EventTarget.prototype.dispatchEvent;
    for (const name of ['wxt:content-script-started', 'wxt:locationchange']) document.addEventListener(name, () => heard.push(name));
    new MutationObserver((records) => records.forEach((record) => heard.push('mutation ' + record.type))).observe(document, { subtree: true, attributes: true });
    window.globals = Object.keys(window).sort().join();
  </script>`;
  kith.serve({ 'https://www.linkedin.com/in/watched/': source.replace('<head>', `<head>${watch}`) });
  const page = await kith.visit('https://www.linkedin.com/in/watched/');
  await kith.openPanel(page);
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  // No file of the extension can be asked for.
  const answers = await page.evaluate(
    (id) =>
      Promise.all(
        ['reader-network.js', 'sidepanel.html', 'manifest.json', 'icon/16.png'].map((file) =>
          fetch(`chrome-extension://${id}/${file}`).then(
            () => file,
            () => '',
          ),
        ),
      ),
    kith.id,
  );
  expect(answers.join('')).toBe('');
  expect(url).toContain('linkedin.com');
});
