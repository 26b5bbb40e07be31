import path from 'node:path';
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './fixture.ts';

/** Where pictures go: docs/pictures for `npm run pictures`. Nobody looks at those of another run, and each takes as long as a click. */
const PICTURES = process.env['PICTURES'];

/** The languages that every screen is looked at in; the themes change while it stands there. */
export const LANGUAGES = ['en-US', 'zh-CN'] as const;

export type Theme = 'light' | 'dark';

/** Does `work` in both themes, the light one last, so that the page is left as it was. */
export async function inThemes(page: Page, work: (theme: Theme) => Promise<void>): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    await work(theme);
  }
}

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

/** A page passes axe in both themes and does not scroll sideways; `where` names it in what is reported. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await inThemes(page, (theme) => expectAxe(page, where, theme));
  await expectFits(page, where);
}

async function expectFits(page: Page, where: string): Promise<void> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

// A theme changes colours alone, so the dark one is asked for those.
async function expectAxe(page: Page, where: string, theme: Theme): Promise<void> {
  // Once for each document: bringing it takes as long as its look.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (rules) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        // No rule of ours needs style sheets and media read first.
        preload: false,
        ...(rules && { runOnly: rules }),
      });
      return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`);
    },
    theme === 'dark' ? ['color-contrast', 'link-in-text-block'] : undefined,
  );
  expect(found.map((one) => `${where}, ${theme}: ${one}`)).toEqual([]);
}

/** A page is accessible and squeezes no text; its pictures are kept as `<picture>-<theme>.png`. */
export async function expectLooks(page: Page, picture: string, fullPage = true): Promise<void> {
  await inThemes(page, async (theme) => {
    await expectAxe(page, picture, theme);
    await keepPicture(page, `${picture}-${theme}`, fullPage);
  });
  await expectFits(page, picture);
  const squeezed = await page.evaluate(squeezedTexts);
  expect(squeezed, `${picture}: text is squeezed into a column of letters`).toEqual([]);
}

/** Keeps the page's picture as `<picture>.png`, where pictures are wanted (`PICTURES=folder`). */
export async function keepPicture(page: Page, picture: string, fullPage = true): Promise<void> {
  if (!PICTURES) return;
  const file = path.join(PICTURES, `${picture}.png`);
  await page.screenshot({ path: file, fullPage, animations: 'disabled' });
}
