import { describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { countUnread, forgetTab, framesOf, keepFrame, unreadPages } from '../../utils/messaging/frames.ts';
import type { SeenMessage } from '../../utils/messaging/protocol.ts';
import type { Sighting } from '../../utils/sites/types.ts';

const seen = (documentKey: string, title = documentKey): SeenMessage => ({
  type: 'seen',
  documentKey,
  url: 'https://mail.example.com/',
  title,
});

/** What a tab is known to show: frame and title. */
const shown = async (tabId: number) =>
  (await framesOf(tabId)).map(({ frameId, title }) => `${frameId} ${title}`);

describe('what the frames of a tab show', () => {
  test('is kept by frame, the top frame first', async () => {
    for (const frameId of [12, 0, 3]) await keepFrame({ message: seen(`d${frameId}`), tabId: 7, frameId });
    expect(await shown(7)).toEqual(['0 d0', '3 d3', '12 d12']);
    expect((await framesOf(7))[0]).toEqual({
      tabId: 7,
      frameId: 0,
      documentKey: 'd0',
      url: 'https://mail.example.com/',
      title: 'd0',
    });
  });

  test('is the last that was said', async () => {
    await keepFrame({ message: seen('a', 'old'), tabId: 7, frameId: 0 });
    await keepFrame({ message: seen('a', 'new'), tabId: 7, frameId: 0 });
    expect(await shown(7)).toEqual(['0 new']);
  });

  test('is kept when frames speak at the same time', async () => {
    const frames = Array.from({ length: 20 }, (_, frameId) => frameId);
    await Promise.all(frames.map((frameId) => keepFrame({ message: seen('d'), tabId: 7, frameId })));
    expect(await framesOf(7)).toHaveLength(20);
  });

  test('is that tab’s alone: tab 1 is not tab 11', async () => {
    await keepFrame({ message: seen('one'), tabId: 1, frameId: 0 });
    await keepFrame({ message: seen('eleven'), tabId: 11, frameId: 0 });
    expect(await shown(1)).toEqual(['0 one']);
    await forgetTab(1);
    expect(await shown(1)).toEqual([]);
    expect(await shown(11)).toEqual(['0 eleven']);
  });

  test('goes when its document goes, and other frames stay', async () => {
    await keepFrame({ message: seen('top'), tabId: 7, frameId: 0 });
    await keepFrame({ message: seen('preview'), tabId: 7, frameId: 3 });
    await keepFrame({ message: { type: 'gone', documentKey: 'preview' }, tabId: 7, frameId: 3 });
    expect(await shown(7)).toEqual(['0 top']);
  });

  test('stays when the last word of the document before arrives late', async () => {
    await keepFrame({ message: seen('old'), tabId: 7, frameId: 0 });
    await keepFrame({ message: seen('new'), tabId: 7, frameId: 0 });
    await keepFrame({ message: { type: 'gone', documentKey: 'old' }, tabId: 7, frameId: 0 });
    expect(await shown(7)).toEqual(['0 new']);
  });

  test('leaves other things in the session storage alone', async () => {
    await browser.storage.session.set({ clicked: 5 });
    await keepFrame({ message: seen('top'), tabId: 7, frameId: 0 });
    await forgetTab(7);
    expect(await browser.storage.session.get(null)).toEqual({ clicked: 5 });
  });

  test('is nothing for a frame that went without having spoken', async () => {
    await keepFrame({ message: { type: 'gone', documentKey: 'x' }, tabId: 7, frameId: 0 });
    await forgetTab(7);
    expect(await framesOf(7)).toEqual([]);
  });
});

describe('pages that could not be read', () => {
  const reading = (sightings: readonly Sighting[] = []) =>
    ({
      site: 'x',
      view: 'v',
      self: [],
      omitted: 0,
      sightings,
      ...(sightings.length === 0 && { unread: true as const }),
    }) as const;
  const page = (url: string, title: string, sightings?: readonly Sighting[]) =>
    countUnread({ message: { ...seen('d', title), url, reading: reading(sightings) }, tabId: 1, frameId: 0 });
  const count = async () => (await unreadPages('x')).length;

  test('are counted once each, until one is read', async () => {
    for (let again = 0; again < 4; again++) await page('https://a.example/1', 'Lunch');
    expect(await count()).toBe(1);
    await page('https://a.example/2', 'Lunch');
    expect(await count()).toBe(2);
    const ana = {
      role: 'sender',
      handles: [{ kind: 'email', value: 'ana@example.com' }],
      touchpoints: [],
    } as const;
    await page('https://a.example/3', 'Lunch', [ana]);
    expect(await count()).toBe(0);
  });

  test('are told apart by their title where the address stays, but not by how many are unread', async () => {
    await page('https://a.example/', '(3) Lunch');
    await page('https://a.example/', '(4) Lunch');
    expect(await count()).toBe(1);
    await page('https://a.example/', '(4) Dinner');
    expect(await count()).toBe(2);
  });
});
