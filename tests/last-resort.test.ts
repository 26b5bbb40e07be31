import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { borrow, bring, lend } from '../utils/last-resort.ts';
import type { SiteAdapter } from '../utils/sites/types.ts';

const ADAPTER: SiteAdapter = { id: 'last', name: 'Last', matches: [], views: [] };
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
    await bring({ type: 'unknown-page' }, ASKER);
    expect(executed).toEqual([{ target: { tabId: 7, frameIds: [3] }, files: ['/reader-generic.js'] }]);
  });

  test.each([
    ['another message', { type: 'seen' }, ASKER],
    ['no message', null, ASKER],
    ['another extension', { type: 'unknown-page' }, { ...ASKER, id: 'other' }],
    ['a page of its own', { type: 'unknown-page' }, { id: browser.runtime.id }],
  ])('does nothing for %s', (_, message, asker) => {
    const executed = put();
    expect(bring(message, asker)).toBeUndefined();
    expect(executed).toEqual([]);
  });
});

test('a reader gets what its frame was lent when the background has answered', async () => {
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => {
    lend(ADAPTER, () => ({ site: 'last', view: '', sightings: [], self: [], omitted: 0 }));
  });
  expect(await borrow()).toBe(ADAPTER);
});
