// npm start: Kith in a browser, beside a mailbox of invented people. With --headless, or where there is no screen, it walks
// through the main job itself and prints what was detected and stored. `--browser firefox` does the same in Firefox.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  findBrowser,
  main,
  needBrowsers,
  npmRun,
  onStop,
  prepare,
  ROOT,
  Trouble,
  timed,
  wantChineseFonts,
} from './lib/setup.mjs';

await main(async () => {
  const { browser, headless } = options();
  await prepare(fileURLToPath(import.meta.url), process.argv.slice(2));
  await needBrowsers(browser);
  if (headless) await wantChineseFonts();
  const firefox = browser === 'firefox';
  await timed(`Building Kith for ${firefox ? 'Firefox' : 'Chromium'}`, () =>
    npmRun(firefox ? 'build:firefox' : 'build'),
  );
  const { openDemo } = await import('./demo/open.mjs');
  const demo = await openDemo({ browser, headless, lang: headless ? 'en-US' : undefined });
  try {
    if (headless) {
      const { walk } = await import('./demo/walk.mjs');
      await walk(demo.browser, path.join(ROOT, 'walk', browser));
    } else {
      console.log(`
The mailbox is open in ${demo.browser.name} (${path.basename(findBrowser(browser))}), at ${demo.origin}
  1. Open a message.
  2. Press Alt+Shift+K, or click the Kith icon (behind the puzzle piece in the toolbar).
  3. Add the person, write a note, log the e-mail.
Close the browser, or press Ctrl+C, to stop. Nothing of this is kept.`);
      await Promise.race([demo.browser.closed, stopped()]);
    }
  } finally {
    await demo.close();
  }
});

function stopped() {
  // Playwright would end the process itself, before anything is tidied up.
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
  return new Promise((resolve) => onStop(resolve));
}

function options() {
  try {
    const { values } = parseArgs({ options: { browser: { type: 'string' }, headless: { type: 'boolean' } } });
    const { browser = 'chromium', headless = !hasScreen() } = values;
    if (browser === 'chromium' || browser === 'firefox') return { browser, headless };
  } catch {
    // An option that is not known: the words below say which are.
  }
  throw new Trouble('Usage: npm start -- [--browser chromium|firefox] [--headless]');
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
