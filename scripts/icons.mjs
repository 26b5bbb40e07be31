// Draws public/icon/*.png from scripts/art/icon.svg with the browser that the tests use: `npm run icons`.
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findChromium } from './lib/chromium.mjs';

const SIZES = [16, 32, 48, 96, 128];
const svg = await readFile('scripts/art/icon.svg', 'utf8');
await mkdir('public/icon', { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: false });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true });
}
await browser.close();
console.log(`Drew ${SIZES.join(', ')} px into public/icon.`);
