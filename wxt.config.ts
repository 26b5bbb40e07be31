import { defineConfig } from 'wxt';
import { manifest } from './utils/manifest.ts';

// The top level is given (entrypoints, components, utils, ...): no src folder.
export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifest: ({ browser }) => manifest(browser === 'firefox' ? 'firefox' : 'chrome'),
  targetBrowsers: ['chrome', 'firefox'],
  zip: {
    excludeSources: ['.ci/**', '.tools/**', 'walk/**', 'test-results/**', 'tests/**'],
  },
  vite: () => ({ build: { sourcemap: false } }),
});
