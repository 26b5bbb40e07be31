import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const BUILDS = [
  { browser: 'chrome', folder: '.output/chrome-mv3', build: 'npm run build' },
  { browser: 'firefox', folder: '.output/firefox-mv3', build: 'npm run build:firefox' },
] as const;

/** What asks the network, or runs text as code. */
const FORBIDDEN =
  /\bfetch\s*\(|XMLHttpRequest|\bWebSocket\b|sendBeacon|\bEventSource\b|importScripts|\beval\s*\(|\bnew Function\b|https?:\/\/[^"'`\s]*\.(?:js|css|wasm)\b/;

// One for each kind of page; the generic one comes to a page that the chosen sites' own does not know, or with its base to others.
const READERS = [
  'reader-mail.js',
  'reader-network.js',
  'reader-chosen.js',
  'reader-generic.js',
  'reader-base.js',
];

describe.each(BUILDS)('the extension built for $browser', ({ browser, folder, build }) => {
  test(`is there: else run ${build} first`, () => {
    expect(existsSync(join(folder, 'manifest.json')), `run ${build} first`).toBe(true);
  });

  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const gzip = (file: string) => gzipSync(read(file)).length;
  const scripts = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));

  test('asks the network for nothing and runs no text as code', () => {
    expect(scripts().length).toBeGreaterThan(3);
    const found = scripts().flatMap((file) => {
      const [text] = FORBIDDEN.exec(read(file)) ?? [];
      return text === undefined ? [] : [`${file}: ${text}`];
    });
    expect(found).toEqual([]);
  });

  test.each(READERS)('puts at most 15 kB, compressed, into a page, without the polyfill: %s', (reader) => {
    expect(gzip(reader)).toBeLessThanOrEqual(15_000);
    expect(read(reader)).not.toContain('This script should only be loaded in a browser extension');
    // That it is looked for rightly: the panel does carry it.
    const panel = scripts().map(read).join('\n');
    expect(panel).toContain('This script should only be loaded in a browser extension');
  });

  test.each(READERS)(
    'puts the reader into a page as one classic script that imports nothing: %s',
    (reader) => {
      expect(read(reader)).not.toMatch(/\bimport\s*[({"'*]|\bexport\s*[{*]/);
    },
  );

  test.each([
    ['sidepanel', 60_000],
    ['dashboard', 75_000],
  ])('opens %s.html with at most %i bytes of code, compressed', (page, most) => {
    const html = read(`${page}.html`);
    const first = [...html.matchAll(/<(?:script|link)\b[^>]*(?:src|href)="\/([^"]+\.js)"/g)].map(
      ([, file = '']) => file,
    );
    expect(first.length).toBeGreaterThan(0);
    const loaded = new Set<string>();
    const load = (file: string) => {
      if (loaded.has(file)) return;
      loaded.add(file);
      for (const [, name = ''] of read(file).matchAll(/\bfrom\s*["']\.\/([^"']+\.js)["']/g))
        load(join('chunks', name));
    };
    for (const file of first) load(file);
    const sizes = [...loaded].map(gzip);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most);
  });

  test('loads the Markdown splitter only with the first note', () => {
    const html = read('sidepanel.html');
    const marked = scripts().filter((file) => /Markdown/.test(file));
    expect(marked).toHaveLength(1);
    expect(html).not.toContain('Markdown');
  });

  test('has pages without inline scripts or styles, which its own policy would refuse', () => {
    const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
    expect(pages).toEqual(expect.arrayContaining(['dashboard.html', 'sidepanel.html']));
    for (const file of pages) {
      expect(read(file), file).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/);
      expect(read(file), file).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    }
  });

  test('asks for no more than the manifest that was written, but what the panel itself needs', () => {
    const built = JSON.parse(read('manifest.json')) as Record<string, unknown>;
    const panel = browser === 'chrome' ? ['sidePanel'] : [];
    expect(built['permissions']).toEqual([
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'alarms',
      'notifications',
      'contextMenus',
      ...panel,
    ]);
    expect(built).not.toHaveProperty('web_accessible_resources');
    expect(built).not.toHaveProperty('externally_connectable');
    expect(built).not.toHaveProperty('optional_permissions');
  });

  test('speaks both languages', () => {
    const locales = ['en', 'zh_CN'].map((locale) => JSON.parse(read(`_locales/${locale}/messages.json`)));
    for (const messages of locales) expect(messages).toHaveProperty('extensionDescription');
  });
});
