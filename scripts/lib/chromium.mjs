import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const PLACES = [
  '/usr/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Where a Chromium is on this machine: `$CHROMIUM`, then the usual names and places, then what Playwright downloaded.
 * @returns {string | undefined}
 */
export function findChromium() {
  const asked = process.env['CHROMIUM'];
  if (asked) return asked;
  for (const place of PLACES) if (existsSync(place)) return place;
  for (const name of NAMES) {
    for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
      const file = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      if (folder && existsSync(file)) return file;
    }
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/**
 * Builds the extension if its folder is not there, and warns where the sources are newer.
 * @param {string} [extensionDir]
 * @returns {string} the folder
 */
export function ensureBuilt(extensionDir = '.output/chrome-mv3') {
  const manifest = path.join(extensionDir, 'manifest.json');
  if (!existsSync(manifest)) {
    const wxt = path.resolve('node_modules/wxt/bin/wxt.mjs');
    execFileSync(process.execPath, [wxt, 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  } else {
    const built = statSync(manifest).mtimeMs;
    const newer = ['entrypoints', 'utils', 'components', 'locales'].find((folder) =>
      changedSince(folder, built),
    );
    if (newer)
      console.error(`${extensionDir} is older than ${newer}/: run "npm run build" for what is there now`);
  }
  return path.resolve(extensionDir);
}

/** @param {string} folder @param {number} time ms */
function changedSince(folder, time) {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
    (file) => statSync(path.join(folder, file)).mtimeMs > time,
  );
}

/**
 * Starts Chromium with the unpacked extension and a profile of its own, which `close` deletes.
 * @param {{ headless?: boolean, extensionDir?: string, lang?: string, args?: readonly string[] }} [options]
 * @returns {Promise<{
 *   context: import('@playwright/test').BrowserContext,
 *   worker: () => Promise<import('@playwright/test').Worker>,
 *   id: string,
 *   close: () => Promise<void>,
 * }>} `worker` gives the background's service worker, waiting for it where it sleeps; `id` is the extension's.
 */
export async function launchWithExtension({ headless = true, extensionDir, lang = 'en-US', args = [] } = {}) {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('no Chromium found: install one, or name it with CHROMIUM=/path/to/it');
  const extension = path.resolve(extensionDir ?? '.output/chrome-mv3');
  const profile = await mkdtemp(path.join(tmpdir(), 'kith-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    chromiumSandbox: false,
    viewport: null,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--lang=${lang}`,
      '--window-size=1280,900',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      ...args,
    ],
    env: { ...process.env, LANGUAGE: lang.replace('-', '_'), LANG: `${lang.replace('-', '_')}.UTF-8` },
  });
  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL((await worker()).url()).hostname;
  return {
    context,
    worker,
    id,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
