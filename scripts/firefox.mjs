// npm run test:firefox: the demo walk in Firefox, with the Firefox build that is there.
import path from 'node:path';
import { openDemo } from './demo/open.mjs';
import { walk } from './demo/walk.mjs';
import { main, needBrowsers, ROOT } from './lib/setup.mjs';

await main(async () => {
  await needBrowsers('firefox');
  const demo = await openDemo({ browser: 'firefox', headless: true, lang: 'en-US' });
  try {
    await walk(demo.browser, path.join(ROOT, 'walk/firefox'));
  } finally {
    await demo.close();
  }
});
