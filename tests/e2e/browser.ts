import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium } from '@playwright/test';
import { findChromium } from '../../scripts/lib/chromium.mjs';

const BUILT = path.resolve('.output/chrome-mv3');

/**
 * A copy of the built extension in a folder, which makes its id, and so where its data is. Nobody can click the browser's own
 * permission prompt here: it has the permission for what is `turnedOn` from its manifest.
 */
export async function builtCopy(folder: string, turnedOn: readonly string[]): Promise<string> {
  await cp(BUILT, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.host_permissions.push(...turnedOn);
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}

/** Starts Chromium with the built extension. `profile` may be reused to see what a restart keeps. */
export async function launch(
  profile: string,
  { turnedOn, lang }: { readonly turnedOn: readonly string[]; readonly lang: string },
): Promise<BrowserContext> {
  const extension = turnedOn.length > 0 ? await builtCopy(`${profile}-extension`, turnedOn) : BUILT;
  return startChromium(profile, lang, {
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
}

/** Starts Chromium without it: extensions are installed, and taken off, while it runs. */
export async function launchBare(profile: string, lang: string): Promise<BrowserContext> {
  return startChromium(profile, lang, {
    args: ['--enable-unsafe-extension-debugging'],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
}

/** Speaks to the whole browser, not to one of its pages. */
export async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('A persistent context has a browser.');
  return browser.newBrowserCDPSession();
}

async function startChromium(
  profile: string,
  lang: string,
  { args, ...more }: { readonly args: readonly string[]; readonly ignoreDefaultArgs?: string[] },
): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    ...more,
    executablePath: findChromium() ?? '',
    headless: !process.env['HEADED'],
    chromiumSandbox: false,
    viewport: null,
    args: [
      ...args,
      `--lang=${lang}`,
      '--window-size=1280,900',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: {
      ...(process.env as Record<string, string>), // every value is a string or absent
      LANGUAGE: lang.replace('-', '_'),
      LANG: `${lang.replace('-', '_')}.UTF-8`,
    },
  });
  // Without one, what waits for a button until the test's time is over does not say for which.
  context.setDefaultTimeout(30_000);
  return context;
}
