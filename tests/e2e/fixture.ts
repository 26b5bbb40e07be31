import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BrowserContext,
  test as base,
  expect as baseExpect,
  type CDPSession,
  chromium,
  type Page,
  type Worker,
} from '@playwright/test';

import { findChromium } from '../../scripts/lib/chromium.mjs';
import { newProfile } from './profile.ts';

const BUILT = path.resolve('.output/chrome-mv3');

/** What a page at an address is: an HTML text, or a file under tests/. */
export type Pages = Record<string, string>;

/** Kith in a browser. */
export interface Kith {
  readonly id: string;
  readonly context: BrowserContext;
  /** Every http(s) request that no `serve` answers, the service worker's included: must stay empty. */
  readonly leaked: string[];
  /** Answers requests for an address (without its query and fragment) from now on. */
  serve(pages: Pages): void;
  /** Opens an address in a new tab. */
  visit(url: string): Promise<Page>;
  /** Clicks the toolbar icon beside a page, which opens the real side panel. */
  openPanel(page: Page): Promise<Page>;
  worker(): Promise<Worker>;
  /** Kills the service worker; the next event wakes it. */
  stopWorker(): Promise<void>;
}

export interface Options {
  /** The browser's language. */
  lang: string;
  /** Origins that the user has turned on, as match patterns. */
  turnedOn: readonly string[];
}

/** Starts Chromium with the built extension. `profile` may be reused to see what a restart keeps. */
export async function launch(
  profile: string,
  options: Options & { colorScheme: 'light' | 'dark' },
): Promise<BrowserContext> {
  let extension = BUILT;
  if (options.turnedOn.length > 0) {
    // Nobody can click the browser's own permission prompt here: the built extension gets the permission from its manifest.
    extension = `${profile}-extension`;
    await cp(BUILT, extension, { recursive: true });
    const file = path.join(extension, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    manifest.host_permissions.push(...options.turnedOn);
    await writeFile(file, JSON.stringify(manifest));
  }
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? '',
    headless: !process.env['HEADED'],
    chromiumSandbox: false,
    viewport: null,
    colorScheme: options.colorScheme,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--lang=${options.lang}`,
      '--window-size=1280,900',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: {
      ...(process.env as Record<string, string>), // every value is a string or absent
      LANGUAGE: options.lang.replace('-', '_'),
      LANG: `${options.lang.replace('-', '_')}.UTF-8`,
    },
  });
}

/** Drives Kith in a launched browser. */
export async function kithIn(context: BrowserContext): Promise<Kith> {
  const leaked: string[] = [];
  const served: Pages = {};
  await context.route(/^https?:/, async (route) => {
    const url = new URL(route.request().url());
    const page = served[`${url.origin}${url.pathname}`];
    if (page !== undefined) {
      const body = page.startsWith('<') ? page : await readFile(path.resolve('tests', page), 'utf8');
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    }
    if (url.hostname === '127.0.0.1') return route.continue();
    // The pages' own missing pictures are theirs; what an extension asks for has no frame of theirs.
    if (route.request().resourceType() !== 'image') leaked.push(url.href);
    return route.abort();
  });
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(first.url()).hostname;
  const cdp: CDPSession = await (
    context.browser() as NonNullable<ReturnType<BrowserContext['browser']>>
  ).newBrowserCDPSession(); // a persistent context has one
  const target = async (type: string, matches: (url: string) => boolean) => {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] } as never);
    return targetInfos.find((info) => info.type === type && matches(info.url));
  };
  const worker = () => target('service_worker', (url) => url.startsWith(`chrome-extension://${id}/`));
  return {
    id,
    context,
    leaked,
    serve: (pages) => void Object.assign(served, pages),
    async visit(url) {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    async openPanel(page) {
      await page.bringToFront();
      const tab = await target('tab', (url) => url === page.url());
      if (!tab) throw new Error(`There is no tab at ${page.url()}.`);
      // On a machine that is very busy the worker can start too late for the click's permission to open a panel.
      for (let tries = 0; tries < 3; tries++) {
        const opened = context
          .waitForEvent('page', { predicate: (one) => one.url().includes('sidepanel.html'), timeout: 8000 })
          .catch(() => undefined);
        await cdp.send('Extensions.triggerAction' as never, { id, targetId: tab.targetId } as never);
        const panel = await opened;
        if (panel) return panel;
      }
      throw new Error('The panel did not open.');
    },
    async worker() {
      return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
    },
    async stopWorker() {
      const running = await worker();
      // Woken again at once it is another one. A worker that is just starting does not always hear the first call.
      while (running && (await worker())?.targetId === running.targetId) {
        const closing = cdp.send('Target.closeTarget', { targetId: running.targetId }).catch(() => {});
        await Promise.race([closing, sleep(500)]);
        await sleep(20);
      }
    },
  };
}

export const test = base.extend<Options & { kith: Kith }>({
  lang: ['en-US', { option: true }],
  turnedOn: [[], { option: true }],
  kith: async ({ lang, colorScheme, turnedOn }, use) => {
    const context = await launch(await newProfile(), {
      lang,
      turnedOn,
      colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
    });
    const kith = await kithIn(context);
    await use(kith);
    // Whatever the test was about: the extension asked the network for nothing.
    baseExpect(kith.leaked).toEqual([]);
    await context.close();
  },
});

export { expect } from '@playwright/test';
