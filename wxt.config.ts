import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { manifest } from './utils/manifest.ts';

const BARE_BROWSER = fileURLToPath(new URL('node_modules/wxt/dist/browser.mjs', import.meta.url));

// The top level is given (entrypoints, components, utils, ...): no src folder.
export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifest: ({ browser }) => manifest(browser === 'firefox' ? 'firefox' : 'chrome'),
  targetBrowsers: ['chrome', 'firefox'],
  zip: {
    excludeSources: ['.ci/**', '.tools/**', 'walk/**', 'test-results/**', 'tests/**'],
  },
  hooks: {
    // The polyfill adds 10 kB to whatever imports it; a content script needs none (tests/built.test.ts).
    'vite:build:extendConfig'(entrypoints, config) {
      if (!entrypoints.some(({ type }) => type === 'unlisted-script')) return;
      // Every page loads a reader: a minifier that takes longer and saves two percent is worth it here.
      config.build = {
        ...config.build,
        minify: 'terser',
        terserOptions: {
          ecma: 2022,
          toplevel: true,
          compress: { passes: 8, unsafe_arrows: true, pure_getters: true },
        },
      };
      config.plugins = [
        {
          name: 'no-polyfill',
          enforce: 'pre',
          // WXT's frame around the script only logs, and costs the page 200 bytes.
          transform: (code, id) => {
            if (!id.includes('unlisted-script-entrypoint')) return undefined;
            return `${/^import definition from .*$/m.exec(code)?.[0]}\nexport default definition.main();`;
          },
          resolveId: (id) =>
            id.startsWith('@wxt-dev/webextension-polyfill') || id === 'wxt/browser'
              ? BARE_BROWSER
              : undefined,
        },
        ...(config.plugins ?? []),
      ];
    },
  },
  vite: () => ({
    // The polyfill for modulepreload would fetch; every supported browser has it.
    build: {
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          advancedChunks: {
            groups: [
              {
                name: 'core',
                test: /preact|dexie|i18n|polyfill|wxt.dist.browser|utils.domain.names|components.kith|utils.db.(write.ts|missing|handle.taken|database|lookup|listed|versions|card|timeline|recognise|own.ts|problems)/,
              },
            ],
          },
        },
      },
    },
    // Dexie's default entry is its ES5 build for both module systems.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
  }),
});
