import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import {
  chosenSites,
  knownSites,
  mayRead,
  patternFor,
  readNow,
  registerReader,
  turnOn,
} from '../utils/access.ts';
import { matchesUrl } from '../utils/sites/match.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the pattern that covers a page', () => {
  test.each([
    ['https://mail.example.com/inbox?x=1#y', 'https://mail.example.com/*'],
    ['http://localhost:8000/?_task=mail', 'http://localhost/*'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/*'],
    ['https://[::1]:8443/', 'https://[::1]/*'],
    ['https://user:secret@mail.example.com/', 'https://mail.example.com/*'],
  ])('%s is %s', (url, pattern) => {
    expect(patternFor(url)).toBe(pattern);
    expect(matchesUrl(pattern, new URL(url))).toBe(true);
  });

  test.each([
    'chrome://extensions',
    'about:blank',
    'file:///home/ana/mail.html',
    'data:text/html,x',
    'javascript:1',
    '',
  ])('is none for %j, which can’t be read', (url) => {
    expect(patternFor(url)).toBeUndefined();
  });
});

/** A browser that has given these origins, and what is registered in it. */
function given(origins: readonly string[]): { registered: Record<string, unknown>[] } {
  const state = { registered: [] as Record<string, unknown>[] };
  const fake = {
    permissions: {
      getAll: async () => ({ origins: [...knownSites(), ...origins] }),
      contains: async ({ origins: [asked = ''] }: { origins: string[] }) => origins.includes(asked),
      request: async () => false,
    },
    scripting: {
      getRegisteredContentScripts: async () => state.registered,
      registerContentScripts: async (scripts: Record<string, unknown>[]) => {
        if (state.registered.length > 0) throw new Error('Duplicate script ID');
        state.registered = scripts;
      },
      updateContentScripts: async (scripts: Record<string, unknown>[]) => {
        if (state.registered.length === 0) throw new Error('Nonexistent script ID');
        state.registered = scripts;
      },
      unregisterContentScripts: async () => {
        state.registered = [];
      },
      executeScript: async () => {
        throw new Error('Cannot access a chrome:// URL');
      },
    },
    runtime: {
      getManifest: () => ({ content_scripts: [{ matches: ['https://mail.google.com/*'] }] }),
    },
  };
  for (const [name, methods] of Object.entries(fake))
    Object.assign((browser as unknown as Record<string, object>)[name] ?? {}, methods);
  return state;
}

describe('the sites the user turned on', () => {
  test('are those beyond the sites that Kith knows', async () => {
    given(['https://mail.example.com/*']);
    expect(await chosenSites()).toEqual(['https://mail.example.com/*']);
    expect(await mayRead('https://mail.example.com/x')).toBe(true);
    expect(await mayRead('https://other.example.com/x')).toBe(false);
    expect(await mayRead('about:blank')).toBe(false);
  });

  test('are read by one registered script, which follows them', async () => {
    const origins = ['https://mail.example.com/*', 'http://localhost/*'];
    const state = given(origins);
    await registerReader();
    expect(state.registered).toMatchObject([
      {
        js: ['reader-any.js'],
        matches: origins,
        excludeMatches: ['https://mail.google.com/*'],
        allFrames: true,
      },
    ]);
    origins.pop();
    await registerReader();
    expect(state.registered).toMatchObject([{ matches: ['https://mail.example.com/*'] }]);
    origins.pop();
    await registerReader();
    expect(state.registered).toEqual([]);
  });

  test('are registered once however often that is asked for at the same time', async () => {
    const state = given(['https://mail.example.com/*']);
    await Promise.all([registerReader(), registerReader(), registerReader()]);
    expect(state.registered).toHaveLength(1);
  });

  test('stay as they are when the user says no', async () => {
    given([]);
    expect(await turnOn('https://mail.example.com/*', 7)).toBe(false);
  });
});

test('a tab that can’t be read is left alone', async () => {
  given([]);
  await expect(readNow(7)).resolves.toBeUndefined();
});
