import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { Inside } from './inside.ts';

let bundle: Promise<string> | undefined;

async function bundled(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kith-inside-'));
  await build({
    configFile: false,
    root: path.resolve('tests/e2e'),
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      minify: false,
      modulePreload: false,
      lib: {
        entry: path.resolve('tests/e2e/inside.ts'),
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
  bundle ??= bundled();
  const code = await bundle;
  await page.evaluate(`if (!globalThis.kithInside) { ${code} }`);
  // `work` is sent as text: it may use nothing around it.
  return page.evaluate(`(${work.toString()})(kithInside, ${JSON.stringify(argument)})`) as Promise<R>;
}
