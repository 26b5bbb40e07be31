import { LOG_COMMAND } from './commands.ts';
import { MAIL_SITES, NETWORK_SITES } from './sites/index.ts';
import type { SiteAdapter } from './sites/types.ts';

/** The add-on's id in Firefox; Firefox keeps storage by it. */
export const ADDON_ID = 'kith@kith.example';

/** The content scripts of the sites that Kith knows by address, each with its sites' match patterns. */
const READERS = [
  { js: 'reader-mail.js', matches: matchesOf(MAIL_SITES) },
  { js: 'reader-network.js', matches: matchesOf(NETWORK_SITES) },
] as const;

function matchesOf(sites: readonly SiteAdapter[]): string[] {
  return [...new Set(sites.flatMap(({ matches }) => matches))];
}

const COMMANDS = {
  _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
  [LOG_COMMAND]: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_menuLog__' },
};

/** The manifest's fields for a browser; entrypoints add their own. tests/manifest.test.ts gives each permission's reason. */
export function manifest(browser: 'chrome' | 'firefox') {
  const shared = {
    name: '__MSG_extensionName__',
    short_name: 'Kith',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'alarms',
      'notifications',
      'contextMenus',
    ],
    host_permissions: READERS.flatMap(({ matches }) => matches),
    content_scripts: READERS.map(({ js, matches }) => ({
      matches,
      js: [js],
      all_frames: true,
      match_origin_as_fallback: true,
      run_at: 'document_idle',
    })),
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_openKith__' },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'",
    },
  };
  return browser === 'firefox'
    ? {
        ...shared,
        // In the toolbar from the start; otherwise Firefox hides it behind its puzzle piece.
        action: { ...shared.action, default_area: 'navbar' },
        commands: COMMANDS,
        browser_specific_settings: {
          gecko: {
            id: ADDON_ID,
            strict_min_version: '142.0',
            data_collection_permissions: { required: ['none'] },
          },
        },
      }
    : {
        ...shared,
        minimum_chrome_version: '126',
        commands: COMMANDS,
      };
}
