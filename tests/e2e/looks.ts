import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** Where pictures go: docs/pictures for `npm run pictures`, else beside the results. */
export const PICTURES = process.env['PICTURES'] ?? 'test-results/pictures';

/** Every look that a screen has: language and theme. */
export const LOOKS = [
  ['en-US', 'light'],
  ['en-US', 'dark'],
  ['zh-CN', 'light'],
  ['zh-CN', 'dark'],
] as const;

/** Texts that break inside of their words because hardly any room is left for them: fewer than three letters a line. */
function squeezedTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').trim();
    if (text.length < 4 || !node.parentElement?.checkVisibility()) continue;
    if (node.parentElement.closest('.sr-only, option, svg')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    if (lines > 1 && text.length / lines < 3) found.push(text);
  }
  return found;
}

/**
 * A page passes axe and does not scroll sideways; `where` names it in what is reported.
 *
 * In axe's legacy mode: the side panel cannot open the blank page that axe otherwise uses, for frames that Kith has none of, and
 * it takes half the time.
 */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** A page is accessible and squeezes no text; its picture is kept as `<picture>.png`. */
export async function expectLooks(page: Page, picture: string, fullPage = true): Promise<void> {
  await expectAccessible(page, picture);
  const squeezed = await page.evaluate(squeezedTexts);
  expect(squeezed, `${picture}: text is squeezed into a column of letters`).toEqual([]);
  await page.screenshot({ path: path.join(PICTURES, `${picture}.png`), fullPage, animations: 'disabled' });
}
