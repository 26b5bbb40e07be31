import path from 'node:path';
import { ROOT } from '../lib/setup.mjs';
import { copyForDemo } from './extension.mjs';
import { serveDemo } from './server.mjs';

/** Serves the mailbox and opens it in a browser with the built Kith. `close` ends all of it. */
export async function openDemo({ browser, headless, lang = Intl.DateTimeFormat().resolvedOptions().locale }) {
  const closing = [];
  const close = async () => {
    for (const end of closing.reverse()) await end();
  };
  try {
    const { origin, close: stop } = await serveDemo();
    closing.push(stop);
    const { remove, ...copy } = await copyForDemo(
      path.join(ROOT, `.output/${browser === 'firefox' ? 'firefox' : 'chrome'}-mv3`),
    );
    closing.push(remove);
    const open =
      browser === 'firefox'
        ? (await import('./in-firefox.mjs')).openFirefox
        : (await import('./in-chromium.mjs')).openChromium;
    const opened = await open({ origin, ...copy, headless, lang });
    closing.push(opened.close);
    return { origin, browser: opened, close };
  } catch (error) {
    await close();
    throw error;
  }
}
