import { test as base, expect as baseExpect } from '@playwright/test';
import { type Kith, kithIn } from './kith.ts';
import { SharedBrowser } from './shared.ts';

export interface Options {
  /** The browser's language. */
  lang: string;
  /** Origins that the user has turned on, as match patterns. */
  turnedOn: readonly string[];
}

export const test = base.extend<Options & { kith: Kith }, { shared: SharedBrowser }>({
  lang: ['en-US', { option: true }],
  turnedOn: [[], { option: true }],
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its parameters
    async ({}, use) => {
      const shared = new SharedBrowser();
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
  kith: async ({ shared, lang, colorScheme, turnedOn }, use) => {
    const looks = { lang, colorScheme: colorScheme === 'dark' ? 'dark' : 'light' } as const;
    const { context, install, remove } = await shared.with(looks);
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
