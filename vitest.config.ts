import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Cases in other zones say so themselves.
process.env['TZ'] = 'UTC';

export default defineConfig({
  test: {
    // By itself it would leave one of the processors of a small machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          // Components ask for a document themselves, in their first line: making one takes a second a file.
          environment: 'node',
          // No file leaves anything behind that another sees, and a worker for each takes longer than many a file's tests.
          isolate: false,
          setupFiles: ['tests/setup.ts'],
          // Properties run a hundred times, on machines that do other things too.
          testTimeout: 60_000,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/sites/**', 'tests/e2e/**'],
        },
      },
      {
        // Found out in the middle of a run, it would load the page anew under the tests.
        optimizeDeps: { include: ['fast-check'] },
        // Readers are tested by the engine that runs them: happy-dom is wrong about some selectors.
        test: {
          name: 'sites',
          include: ['tests/sites/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
                chromiumSandbox: false,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
