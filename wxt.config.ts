import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { shortNames } from './scripts/lib/short-names.mjs';
import { importsOf, taken } from './scripts/lib/taken.mjs';
import { manifest } from './utils/manifest.ts';

// All that a reader asks of the browser, and only when it does: the first question takes a page's thread milliseconds.
const PAGE_BROWSER = '\0page-browser';
const LATE_RUNTIME =
  'export const browser = { get runtime() { return (globalThis.browser ?? globalThis.chrome).runtime; } };';

type InfoOf = (id: string) => { readonly importedIds: readonly string[] } | null;

// What the panel opens with and the dashboard needs too is one file: many small ones compress worse, and the panel's size
// is a promise (tests/built.test.ts).
const CORE =
  /preact|dexie|i18n|polyfill|wxt.dist.browser|utils.domain.names|components.kith|utils.db.(write.ts|missing|handle.taken|database|lookup|listed|versions|card|timeline|recognise|own.ts|problems)/;
const closures = new Map<string, ReadonlySet<string>>();

function inCore(id: string, infoOf: InfoOf): boolean {
  if (CORE.test(id)) return true;
  // The library's index names every icon: by what it imports, those of all screens would be here.
  if (/lucide/.test(id)) return false;
  if (/\.css(?:$|\?)/.test(id) || !reachedFrom('entrypoints/sidepanel/main.tsx', infoOf).has(id))
    return false;
  return ['entrypoints/dashboard/main.tsx', 'components/screens/PersonCard.tsx'].some((file) =>
    reachedFrom(file, infoOf).has(id),
  );
}

/** Everything that a file imports, and what that imports; not what is loaded later. */
function reachedFrom(file: string, infoOf: InfoOf): ReadonlySet<string> {
  const root = fileURLToPath(new URL(file, import.meta.url));
  const known = closures.get(root);
  if (known) return known;
  const reached = new Set([root]);
  for (const id of reached) for (const next of infoOf(id)?.importedIds ?? []) reached.add(next);
  closures.set(root, reached);
  return reached;
}

// What the generic reader takes from the reader that asks for it: see the file.
const SHARED = fileURLToPath(new URL('utils/sites/shared.ts', import.meta.url));

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
          compress: {
            passes: 3,
            inline: 1,
            hoist_funs: true,
            lhs_constants: false,
            pure_getters: true,
            unsafe: true,
            unsafe_arrows: true,
          },
          ...shortNames(importsOf(SHARED).flatMap(([, names]) => names)),
          // As they are written: the same quotes twice compress better than what is shortest once.
          format: { quote_style: 3 },
        },
      };
      config.plugins = [
        ...(entrypoints.some(({ name }) => name === 'reader-generic') ? [taken(SHARED, 'kithShared')] : []),
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
              ? PAGE_BROWSER
              : undefined,
          load: (id) => (id === PAGE_BROWSER ? LATE_RUNTIME : undefined),
        },
        ...(config.plugins ?? []),
      ];
    },
  },
  vite: () => ({
    // Lists of what to preload cost more than they save: every file is on this machine.
    build: {
      modulePreload: false,
      rolldownOptions: {
        output: {
          advancedChunks: {
            groups: [
              { name: (id, chunking) => (inCore(id, (one) => chunking.getModuleInfo(one)) ? 'core' : null) },
            ],
          },
        },
      },
    },
    // Dexie's default entry is its ES5 build for both module systems.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
  }),
});
