import { test as base, expect as baseExpect } from '@playwright/test';
import { type Kith, kithIn } from './kith.ts';
import { SharedBrowsers } from './shared.ts';

export interface Options {
  /** The browser's language. */
  lang: string;
  /** Origins that the user has turned on, as match patterns. */
  turnedOn: readonly string[];
}

export const test = base.extend<Options & { kith: Kith }, { shared: SharedBrowsers }>({
  lang: ['en-US', { option: true }],
  turnedOn: [[], { option: true }],
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its parameters
    async ({}, use) => {
      const shared = new SharedBrowsers();
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
  kith: async ({ shared, lang, turnedOn }, use) => {
    const { context, install, remove } = await shared.in(lang);
    const kith = await kithIn(context, () => install(turnedOn));
    await use(kith);
    // Whatever the test was about: the extension asked the network for nothing.
    baseExpect(kith.leaked).toEqual([]);
    await remove(kith.id);
  },
});

export { expect } from '@playwright/test';
export { launch } from './browser.ts';
export { type Kith, kithIn, type Pages } from './kith.ts';
