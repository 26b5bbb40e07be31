import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Handle } from '../utils/domain/types.ts';
import { borrow, bring, lend, tellOwn } from '../utils/last-resort.ts';
import type { Reading, SiteAdapter } from '../utils/sites/types.ts';

const ADAPTER: SiteAdapter = { id: 'last', name: 'Last', matches: [], views: [] };
const NOBODY: Reading = { site: 'last', view: '', sightings: [], self: [], omitted: 0 };
const ANA: Handle = { kind: 'email', value: 'ana@inbox.example' };
const OWN = async () => [ANA];
const ASKER = { id: browser.runtime.id, frameId: 3, tab: { id: 7 } };

afterEach(() => {
  vi.restoreAllMocks();
});

function put() {
  const executed: unknown[] = [];
  Object.assign(browser.scripting, {
    executeScript: async (what: unknown) => {
      executed.push(what);
    },
  });
  return executed;
}

describe('the background', () => {
  test('puts the generic reader into the frame that asks, and no other', async () => {
    const executed = put();
    await bring({ type: 'unknown-page' }, ASKER, OWN);
    const target = { tabId: 7, frameIds: [3] };
    expect(executed).toEqual([
      { target, func: expect.any(Function), args: [[ANA]] },
      { target, files: ['/reader-generic.js'] },
    ]);
  });

  test('does so when it can’t say which addresses are the user’s', async () => {
    const executed = put();
    await bring({ type: 'unknown-page' }, ASKER, () => Promise.reject(new Error('the disk is full')));
    expect(executed).toEqual([
      expect.objectContaining({ args: [[]] }),
      expect.objectContaining({ files: ['/reader-generic.js'] }),
    ]);
  });

  test.each([
    ['another message', { type: 'seen' }, ASKER],
    ['no message', null, ASKER],
    ['another extension', { type: 'unknown-page' }, { ...ASKER, id: 'other' }],
    ['a page of its own', { type: 'unknown-page' }, { id: browser.runtime.id }],
  ])('does nothing for %s', (_, message, asker) => {
    const executed = put();
    expect(bring(message, asker, OWN)).toBeUndefined();
    expect(executed).toEqual([]);
  });
});

test('a reader gets what its frame was lent, and the user’s addresses, when the background has answered', async () => {
  Object.assign(browser.scripting, {
    // As the browser does: the function runs by itself, in the frame.
    executeScript: async ({ func, args }: { func?: (...args: unknown[]) => void; args?: unknown[] }) =>
      func ? func(...(args ?? [])) : lend({ adapter: ADAPTER, sites: [] }, () => NOBODY),
  });
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((message: unknown) =>
    bring(message, ASKER, OWN),
  );
  expect(await borrow()).toEqual({ adapter: ADAPTER, sites: [], own: [ANA] });
});

test('a reader asks again when the background ended just then, and no more once it has got it', async () => {
  Object.assign(browser.scripting, {
    executeScript: async ({ files }: { files?: string[] }) =>
      files && lend({ adapter: ADAPTER, sites: [] }, () => NOBODY),
  });
  const said = vi
    .spyOn(browser.runtime, 'sendMessage')
    .mockRejectedValueOnce(new Error('Could not establish connection.'))
    .mockImplementation((message: unknown) => bring(message, ASKER, OWN));
  Object.assign(globalThis, { kithLent: undefined });
  expect(await borrow()).toMatchObject({ adapter: ADAPTER });
  expect(said).toHaveBeenCalledTimes(2);
});

test('a frame that knew other addresses is told those of now, and reads again; one that knew them does not', async () => {
  const frames: { kithOwn?: Handle[] }[] = [{ kithOwn: [] }, { kithOwn: [ANA] }];
  const first = frames[0]?.kithOwn;
  Object.assign(browser.scripting, {
    executeScript: async ({ func, args }: { func: (...args: unknown[]) => unknown; args: unknown[] }) =>
      frames.map((frame, frameId) => {
        Object.assign(globalThis, { kithOwn: frame.kithOwn });
        return { frameId, result: func(...args) };
      }),
  });
  const said = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(undefined);
  await tellOwn(7, [ANA]);
  expect(said.mock.calls).toEqual([[7, { type: 'say-again' }, { frameId: 0 }]]);
  // The reader has had the list since it came.
  expect(first).toEqual([ANA]);
});

test('a tab that is gone is told nothing', async () => {
  Object.assign(browser.scripting, { executeScript: () => Promise.reject(new Error('No tab with id: 7')) });
  await expect(tellOwn(7, [ANA])).resolves.toBeUndefined();
});
