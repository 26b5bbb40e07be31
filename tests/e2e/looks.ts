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

/** A page passes axe and does not scroll sideways; its picture is kept as `<picture>.png`. */
export async function expectLooks(page: Page, picture: string, fullPage = true): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${picture}: ${id} ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways, `${picture} scrolls sideways`).toBeLessThanOrEqual(0);
  await page.screenshot({ path: path.join(PICTURES, `${picture}.png`), fullPage, animations: 'disabled' });
}
