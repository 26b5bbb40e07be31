import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { type KithDb, openDatabase } from '../../utils/db/database.ts';
import { addPerson, editPerson } from '../../utils/db/people.ts';
import { setPreference } from '../../utils/db/preferences.ts';
import { logTouchpoint } from '../../utils/db/touchpoints.ts';
import { addDays, dayOf } from '../../utils/domain/days.ts';
import { DEFAULTS } from '../../utils/domain/preferences.ts';
import { instantOf } from '../../utils/domain/time-of-day.ts';
import { ensureAlarms } from '../../utils/nudging/alarms.ts';
import { buttonClicked, notificationClicked } from '../../utils/nudging/notifications.ts';
import { tick } from '../../utils/nudging/tick.ts';

// 2026-11-23 is a Monday.
const MONDAY = '2026-11-23';
const at = (day: string, time: string) => instantOf(day, time);

let runs = 0;
let db: KithDb;
let badge = '';
/** Notifications that stand on the screen, by id, and how many were ever made. */
let shown: Map<string, { title?: string; message?: string }>;
let made = 0;
let opened: string[] = [];

beforeEach(() => {
  db = openDatabase(`tick-${runs++}`);
  badge = '';
  made = 0;
  shown = new Map();
  opened = [];
  vi.spyOn(browser, 'action', 'get').mockReturnValue({
    setBadgeText: async ({ text }: { text: string }) => {
      badge = text;
    },
    setBadgeBackgroundColor: async () => {},
  } as unknown as typeof browser.action);
  vi.spyOn(browser, 'notifications', 'get').mockReturnValue({
    create: async (id: string, options: { title?: string }) => {
      made++;
      shown.set(id, options);
      return id;
    },
    clear: async (id: string) => shown.delete(id),
  } as unknown as typeof browser.notifications);
  vi.spyOn(browser.tabs, 'create').mockImplementation(async ({ url }: { url?: string | undefined }) => {
    opened.push(url ?? '');
    return {} as never;
  });
});

afterEach(() => vi.restoreAllMocks());

/** People whose rhythm of 14 days ran out on `day`. */
async function overdue(count: number, day: string, importance?: 2): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const { id } = await addPerson(db, {
      name: `Person ${index}`,
      handles: [{ kind: 'email', value: `p${index}@example.com` }],
    });
    await editPerson(db, id, { cadenceDays: 14, ...(importance && { importance }) }, 'setCadence');
    await logTouchpoint(db, {
      personIds: [id],
      channel: 'email',
      direction: 'in',
      at: at(addDays(day, -14), '12:00'),
      link: `https://mail.example.com/${index}`,
    });
    ids.push(id);
  }
  return ids;
}

describe('the clock', () => {
  test('has one alarm for the hour and one for the digest, made only when absent or different', async () => {
    const created = vi.spyOn(browser.alarms, 'create');
    await ensureAlarms(at(MONDAY, '07:00'), DEFAULTS.nudges);
    await ensureAlarms(at(MONDAY, '07:05'), DEFAULTS.nudges);
    expect(created).toHaveBeenCalledTimes(2);
    expect((await browser.alarms.get('digest'))?.scheduledTime).toBe(at(MONDAY, '08:30'));
    await ensureAlarms(at(MONDAY, '07:10'), { ...DEFAULTS.nudges, digestAt: '09:00' });
    expect(created).toHaveBeenCalledTimes(3);
    await ensureAlarms(at(MONDAY, '07:10'), { ...DEFAULTS.nudges, workingDays: [] });
    expect(await browser.alarms.get('digest')).toBeUndefined();
  });
});

describe('a morning', () => {
  test('brings one digest, however often the worker wakes, and a badge', async () => {
    await overdue(7, MONDAY);
    await tick(db, at(MONDAY, '08:10'));
    expect(made).toBe(0);
    expect(badge).toBe('5');
    await Promise.all([tick(db, at(MONDAY, '08:30')), tick(db, at(MONDAY, '08:30'))]);
    await tick(db, at(MONDAY, '11:00'));
    expect(made).toBe(1);
    expect(shown.get('digest')?.title).toContain('5 people');
  });

  test('is one after a month of sleep, and none at night or on a day off', async () => {
    await overdue(3, addDays(MONDAY, -30));
    await tick(db, at(addDays(MONDAY, -30), '09:00'));
    const before = made;
    await tick(db, at(addDays(MONDAY, -1), '10:00'));
    expect(made).toBe(before);
    expect(badge).toBe('');
    await tick(db, at(MONDAY, '22:00'));
    expect(made).toBe(before);
    await tick(db, at(addDays(MONDAY, 1), '08:31'));
    await tick(db, at(addDays(MONDAY, 1), '09:31'));
    expect(made).toBe(before + 1);
  });

  test('names important people one by one, three at most, not again the next day', async () => {
    await overdue(20, MONDAY, 2);
    await tick(db, at(MONDAY, '09:00'));
    expect([...shown.keys()].filter((id) => id.startsWith('person:'))).toHaveLength(3);
    expect(made).toBe(4);
    await tick(db, at(addDays(MONDAY, 1), '09:00'));
    // The other two of the day's five, and the digest.
    expect(made).toBe(7);
    await tick(db, at(addDays(MONDAY, 2), '09:00'));
    expect(made).toBe(8);
  });

  test('is silent when notifications are switched off or everything is paused, and the badge is right all the same', async () => {
    await overdue(2, MONDAY);
    await setPreference(db, 'nudges', { notify: false });
    await tick(db, at(MONDAY, '09:00'));
    expect(made).toBe(0);
    expect(badge).toBe('2');
    await setPreference(db, 'nudges', { notify: true, pausedUntil: addDays(MONDAY, 10) });
    await tick(db, at(addDays(MONDAY, 1), '09:00'));
    expect(made).toBe(0);
    expect(badge).toBe('');
  });
});

describe('a notification', () => {
  test('leads to the thread of the last touchpoint, and without one to the person', async () => {
    const [id = ''] = await overdue(1, MONDAY);
    await notificationClicked(db, `person:${id}`);
    const { id: other } = await addPerson(db, { name: 'Bo', handles: [] });
    await notificationClicked(db, `person:${other}`);
    await notificationClicked(db, 'digest');
    expect(opened[0]).toBe('https://mail.example.com/0');
    expect(opened[1]).toMatch(/sidepanel\.html#person=/);
    expect(opened[2]).toMatch(/sidepanel\.html#today$/);
  });

  test('is answered by its buttons: done logs, tomorrow puts off, and an answered one does nothing', async () => {
    const now = Date.now();
    const [first = '', second = ''] = await overdue(2, addDays(dayOf(now), -1));
    await buttonClicked(db, `person:${first}`, 0, now);
    expect((await db.people.get(first))?.touchpointCount).toBe(2);
    await buttonClicked(db, `person:${second}`, 1, now);
    expect(await db.snoozes.toArray()).toMatchObject([
      { personId: second, nudge: 'all', untilDay: addDays(dayOf(now), 1) },
    ]);
    await buttonClicked(db, `person:${first}`, 0, now);
    expect((await db.people.get(first))?.touchpointCount).toBe(2);
  });
});
