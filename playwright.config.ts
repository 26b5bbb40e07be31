import { defineConfig } from '@playwright/test';

// Makes the side panel, a target of its own kind, a Page. Must be set before the browser starts.
process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';

export default defineConfig({
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    // Real Roundcube on this machine; scripts/webmail.mjs starts it.
    { name: 'webmail', testDir: 'tests/webmail', timeout: 120_000 },
    // What only a real display shows: the browser's permission prompt and its keyboard shortcuts.
    { name: 'headed', testDir: 'tests/headed' },
  ],
  // Each test has a browser of its own; two fit a small machine.
  workers: 2,
  fullyParallel: true,
  // A machine that does other things too can be too late once; the report calls it flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'test-results',
});
