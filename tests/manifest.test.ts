import { describe, expect, test } from 'vitest';
import { manifest } from '../utils/manifest.ts';

/** Every permission, and why Kith can't do without it. */
const PERMISSIONS = {
  storage: 'storage.session keeps what the tabs show while the background worker is asleep',
  unlimitedStorage: 'notes of many years must not be dropped by the browser’s quota',
  scripting: 'reads a site that the user turns on, and tabs that were open before Kith was installed',
  activeTab: 'a click on the icon lets the panel see the address of the page, to offer turning it on',
  alarms:
    'the morning digest, and the count on the icon when a new day begins, while no page of Kith is open',
  notifications: 'the morning digest, and reminders about the people marked as important',
  contextMenus: 'a note from selected text, and logging from the icon’s menu',
};

/** Every site that is read without asking, and why. */
const HOSTS = {
  'https://mail.google.com/*': 'Gmail',
  'https://outlook.live.com/*': 'Outlook.com',
  'https://outlook.office.com/*': 'Outlook at work and school',
  'https://outlook.office365.com/*': 'the same under the name that older links lead to',
  'https://outlook.cloud.microsoft/*': 'the same under the name that Microsoft moves it to',
  'https://*.linkedin.com/*': 'LinkedIn: www and the languages’ own hosts',
};

/** What may be asked for, by a click, one origin at a time. */
const OPTIONAL = {
  'https://*/*': 'a webmail on a host of its own that the user turns on',
  'http://*/*': 'the same inside a company’s network or on this machine',
};

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', (browser) => {
  const made: Record<string, unknown> = manifest(browser);

  test('asks for the permissions that have a reason, and no other', () => {
    expect(made['permissions']).toEqual(Object.keys(PERMISSIONS));
  });

  test('reads the sites that have a reason without asking, and no other', () => {
    expect(made['host_permissions']).toEqual(Object.keys(HOSTS));
    const scripts = made['content_scripts'] as { matches: string[]; js: string[] }[];
    expect(scripts.flatMap(({ matches }) => matches)).toEqual(Object.keys(HOSTS));
    expect(scripts.map(({ js }) => js)).toEqual([['reader-mail.js'], ['reader-network.js']]);
  });

  test('asks for other sites only when the user turns them on', () => {
    expect(made['optional_host_permissions']).toEqual(Object.keys(OPTIONAL));
    expect(made).not.toHaveProperty('optional_permissions');
  });

  test('shows nothing of itself to pages and takes no message from them', () => {
    expect(made).not.toHaveProperty('web_accessible_resources');
    expect(made).not.toHaveProperty('externally_connectable');
    for (const script of made['content_scripts'] as Record<string, unknown>[]) {
      expect(script).not.toHaveProperty('css');
      expect(script).not.toHaveProperty('world');
    }
  });

  test('lets the panel load and connect to nothing but its own files', () => {
    const { extension_pages } = made['content_security_policy'] as { extension_pages: string };
    const directives = Object.fromEntries(
      extension_pages.split(';').map((directive) => {
        const [name = '', ...values] = directive.trim().split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(directives).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  test('has a key that opens the panel, and no fixed text but the product’s name', () => {
    const { commands, action, name, description } = made as {
      commands: Record<string, { suggested_key: { default: string } }>;
      action: { default_title: string };
      name: string;
      description: string;
    };
    expect(commands['_execute_action']?.suggested_key.default).toBe('Alt+Shift+K');
    for (const text of [name, description, action.default_title]) expect(text).toMatch(/^__MSG_\w+__$/);
  });
});

test('Firefox is told that no data is collected', () => {
  const { gecko } = (manifest('firefox') as { browser_specific_settings: { gecko: Record<string, unknown> } })
    .browser_specific_settings;
  expect(gecko['data_collection_permissions']).toEqual({ required: ['none'] });
});

test('the sites’ own patterns name their host: none of them covers everything', () => {
  for (const pattern of manifest('chrome').host_permissions)
    expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
});
