import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { captureFromPage, captureOpenTabs } from '../../utils/capturing/capturing.ts';
import { keepSent, keptSent } from '../../utils/capturing/kept-sent.ts';
import {
  forgetRefused,
  hideRefused,
  keepRefused,
  MOST_KEPT,
  refusedIn,
} from '../../utils/capturing/refused.ts';
import type { RefusedMessage } from '../../utils/db/capture.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { addPerson } from '../../utils/db/people.ts';
import { setPreference } from '../../utils/db/preferences.ts';
import type { Handle } from '../../utils/domain/types.ts';
import { forgetTab, keepFrame } from '../../utils/messaging/frames.ts';
import type { SeenMessage } from '../../utils/messaging/protocol.ts';
import type { Reading, SeenTouchpoint } from '../../utils/sites/types.ts';
import { freshDb } from '../db/setup.ts';

const ALICE: Handle = { kind: 'email', value: 'alice@example.com' };
const mail = (sourceKey: string, more: Partial<SeenTouchpoint> = {}): SeenTouchpoint => ({
  sourceKey,
  channel: 'email',
  direction: 'in',
  at: Date.UTC(2026, 8, 1, 9),
  ...more,
});
const seen = (touchpoints: readonly SeenTouchpoint[], self: readonly Handle[] = []): SeenMessage => ({
  type: 'seen',
  documentKey: 'd',
  url: 'https://mail.example.com/1',
  title: '',
  reading: {
    site: 'mail',
    view: 'message',
    sightings: [{ role: 'sender', handles: [ALICE], touchpoints }],
    self,
    omitted: 0,
  },
});
const from = <T>(message: T, tabId = 7, frameId = 0) => ({ message, tabId, frameId });

let db: KithDb;
beforeEach(async () => {
  db = freshDb();
  await addPerson(db, { name: 'Alice', handles: [ALICE] });
  await setPreference(db, 'capture', { automatic: ['mail.example.com'] });
});
const logged = async () => (await db.touchpoints.toArray()).map(({ sourceKey }) => sourceKey).sort();

describe('what a page says', () => {
  test('is logged, and what is refused is kept for the panel', async () => {
    const message = seen([mail('a'), mail('b', { recipients: 24 })]);
    await captureFromPage(db, from(message));
    expect(await logged()).toEqual(['a']);
    expect(await refusedIn(7)).toMatchObject([
      { seen: { sourceKey: 'b', recipients: 24 }, site: 'mail', people: [{ why: 'crowd' }] },
    ]);
    expect(await refusedIn(71)).toEqual([]);
  });

  test('of a sent message is logged, a document that goes says nothing', async () => {
    const { url, reading, documentKey } = seen([mail('sent:1', { direction: 'out' })]);
    await captureFromPage(db, from({ type: 'gone' as const, documentKey }));
    if (reading) await captureFromPage(db, from({ type: 'sent' as const, documentKey, url, ...reading }));
    expect(await logged()).toEqual(['sent:1']);
  });

  test('of a preview is not with the user, whom another frame of the tab knows', async () => {
    await keepFrame(from(seen([], [ALICE])));
    await captureFromPage(db, from(seen([mail('a')]), 7, 3));
    expect(await logged()).toEqual([]);
    await captureFromPage(db, from(seen([mail('a')]), 8, 3));
    expect(await logged()).toEqual(['a']);
  });

  test('that can’t be stored throws nothing and is logged when it is said again', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const spy = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await captureFromPage(db, from(seen([mail('a')])));
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('full'));
    spy.mockRestore();
    expect(await logged()).toEqual([]);
    await captureFromPage(db, from(seen([mail('a')])));
    expect(await logged()).toEqual(['a']);
    vi.restoreAllMocks();
  });

  test('is logged by the next worker, when the one that kept it ended before', async () => {
    await keepFrame(from(seen([mail('a')]), 7, 0));
    await keepFrame(from(seen([mail('b')]), 9, 4));
    await Promise.all([captureOpenTabs(db), captureOpenTabs(db)]);
    expect(await logged()).toEqual(['a', 'b']);
    await captureOpenTabs(db);
    expect(await db.touchpoints.count()).toBe(2);
  });
});

describe('what a page says that it sent', () => {
  const { url, documentKey, reading } = seen([mail('sent:1', { direction: 'out' })]);
  const { site, sightings, self } = reading as Reading; // given above
  const sent = from({ type: 'sent' as const, url, documentKey, site, sightings, self });

  test('is kept until it is logged, and is logged once by whichever worker comes to it', async () => {
    await keepSent(sent);
    await keepSent(sent);
    expect(await keptSent()).toHaveLength(1);
    await Promise.all([captureOpenTabs(db), captureFromPage(db, sent)]);
    expect(await logged()).toEqual(['sent:1']);
    expect(await keptSent()).toEqual([]);
  });

  test('stays when it can’t be stored, and is logged by the next worker', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const spy = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await keepSent(sent);
    await captureFromPage(db, sent);
    spy.mockRestore();
    expect(await logged()).toEqual([]);
    await captureOpenTabs(db);
    expect(await logged()).toEqual(['sent:1']);
    vi.restoreAllMocks();
  });

  test('is kept of nothing else that a page says', async () => {
    await keepSent(from(seen([mail('a')])));
    expect(await keptSent()).toEqual([]);
  });
});

describe('refusals of a tab', () => {
  const refused = (sourceKey: string, at = 0): RefusedMessage => ({
    seen: mail(sourceKey, { at }),
    site: 'mail',
    people: [{ id: 'alice', why: 'crowd' }],
  });
  const keys = async (tabId: number) => (await refusedIn(tabId)).map(({ seen: { sourceKey } }) => sourceKey);

  test('are those seen last first, and the newest of those seen at once', async () => {
    await keepRefused(7, [refused('a', 9), refused('b', 10)], 1);
    await keepRefused(7, [refused('a', 9), refused('c', 3)], 2);
    expect(await keys(7)).toEqual(['c', 'b', 'a']);
  });

  test('are there once, until they are put away or the tab closes', async () => {
    await Promise.all([
      keepRefused(7, [refused('a', 1), refused('b', 2)]),
      keepRefused(7, [refused('a', 1)]),
    ]);
    await keepRefused(70, [refused('c')]);
    expect((await keys(7)).sort()).toEqual(['a', 'b']);
    await hideRefused(7, await refusedIn(7));
    await keepRefused(7, [refused('a', 1), refused('d', 3)]);
    expect(await keys(7)).toEqual(['d']);
    await forgetRefused(7);
    expect(await keys(7)).toEqual([]);
    expect(await keys(70)).toEqual(['c']);
  });

  test('stay few, and are not taken for frames', async () => {
    for (let n = 0; n < 3; n++)
      await keepRefused(
        7,
        Array.from({ length: 60 }, (_, m) => refused(`${n}:${m}`)),
      );
    expect(await keys(7)).toHaveLength(MOST_KEPT);
    await forgetTab(7);
    expect(await keys(7)).toHaveLength(MOST_KEPT);
    expect(Object.keys(await browser.storage.session.get(null))).toHaveLength(MOST_KEPT);
  });
});
