import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { Inside } from './inside.ts';

const bundles = new Map<string, Promise<string>>();

// `entry` is a file beside this one, bundled once a run.
function bundled(entry: string): Promise<string> {
  const known = bundles.get(entry) ?? bundle(entry);
  bundles.set(entry, known);
  return known;
}

async function bundle(entry: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kith-inside-'));
  await build({
    configFile: false,
    root: path.resolve('tests/e2e'),
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { '#i18n': path.resolve('.wxt/i18n/index.ts') } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      minify: false,
      modulePreload: false,
      lib: {
        entry: path.resolve('tests/e2e', entry),
        formats: ['iife'],
        name: 'inside',
        fileName: () => 'inside.js',
      },
    },
  });
  const code = await readFile(path.join(folder, 'inside.js'), 'utf8');
  await rm(folder, { recursive: true });
  return code;
}

/** Runs `work` with the project's own database code in a page of the extension, so that a test can begin with a past. */
export async function withPast<A, R>(
  page: Page,
  work: (inside: Inside, argument: A) => Promise<R>,
  argument: A,
): Promise<R> {
  const code = await bundled('inside.ts');
  await page.evaluate(`if (!globalThis.kithInside) { ${code} }`);
  // `work` is sent as text: it may use nothing around it.
  return page.evaluate(`(${work.toString()})(kithInside, ${JSON.stringify(argument)})`) as Promise<R>;
}

/** Shows a screen in the place of the panel, over the same database: see screens.tsx. */
export async function showScreen(page: Page, name: string, ...about: readonly string[]): Promise<void> {
  const code = await bundled('screens.tsx');
  await page.evaluate(`if (!globalThis.kithScreens) { ${code} }`);
  await page.evaluate(`kithScreens(${JSON.stringify([name, ...about])})`);
}
