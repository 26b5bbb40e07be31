// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { NudgeSettings } from '../../components/screens/settings/NudgeSettings.tsx';
import { livePerson } from '../../utils/db/lookup.ts';
import { addPerson } from '../../utils/db/people.ts';
import { preference, setPreference } from '../../utils/db/preferences.ts';
import { lastActions, undo } from '../../utils/db/undo.ts';
import { addDays, dayOf } from '../../utils/domain/days.ts';
import { nextDigest } from '../../utils/domain/delivery.ts';
import type { Person } from '../../utils/domain/types.ts';
import { DIGEST } from '../../utils/nudging/alarms.ts';
import { freshDb } from '../db/setup.ts';
import { showEditing } from './editing.tsx';
import { show } from './setup.tsx';

const field = (name: string | RegExp) => screen.getByLabelText(name) as HTMLInputElement;
const today = dayOf(Date.now());

async function open(db = freshDb()) {
  const stage = show(<NudgeSettings />, db);
  await screen.findByRole('heading', { name: 'Reminders' });
  return { ...stage, now: () => preference(db, 'nudges') };
}

describe('reminders in Settings', () => {
  test('a working day is taken off and put back, in its order', async () => {
    const { now } = await open();
    expect(field('Mon').checked).toBe(true);
    expect(field('Sun').checked).toBe(false);
    fireEvent.click(field('Mon'));
    await waitFor(async () => expect((await now()).workingDays).toEqual([2, 3, 4, 5]));
    await waitFor(() => expect(field('Mon').checked).toBe(false));
    fireEvent.click(field('Sun'));
    await waitFor(async () => expect((await now()).workingDays).toEqual([0, 2, 3, 4, 5]));
  });

  test('without a working day say what that means', async () => {
    const db = freshDb();
    await setPreference(db, 'nudges', { workingDays: [] });
    await open(db);
    expect(screen.getByText(/Without a working day/)).toBeTruthy();
  });

  test('another time reaches the alarm at once, and so does its undo', async () => {
    const { db, now, done } = await open();
    const scheduled = async () => (await browser.alarms.get(DIGEST))?.scheduledTime;
    await waitFor(async () => expect(await scheduled()).toBe(nextDigest(Date.now(), await now())));
    const before = await scheduled();
    fireEvent.change(field('Morning digest'), { target: { value: '10:45' } });
    await waitFor(async () => expect((await now()).digestAt).toBe('10:45'));
    await waitFor(async () => expect(await scheduled()).toBe(nextDigest(Date.now(), await now())));
    expect(await scheduled()).not.toBe(before);
    await waitFor(() => expect(done).toEqual(['setting']));
    const [last] = await lastActions(db, 1);
    await undo(db, last?.batch ?? '');
    await waitFor(async () => expect(await scheduled()).toBe(before));
  });

  test('a time that is none is refused with words and changes nothing', async () => {
    const { now, done } = await open();
    fireEvent.change(field('Quiet from'), { target: { value: '' } });
    expect((await screen.findByRole('alert')).textContent).toBe('That is no time of day. It is still 19:00.');
    expect(field('Quiet from').value).toBe('19:00');
    expect(done).toEqual([]);
    expect((await now()).quietFrom).toBe('19:00');
    fireEvent.change(field('Quiet from'), { target: { value: '20:15' } });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await waitFor(async () => expect((await now()).quietFrom).toBe('20:15'));
  });

  test('a digest in the quiet hours says when it comes', async () => {
    await open();
    expect(screen.queryByText(/lies in the quiet hours/)).toBeNull();
    fireEvent.change(field('Morning digest'), { target: { value: '06:00' } });
    expect(await screen.findByText(/it comes when they end, at 08:00/)).toBeTruthy();
  });

  test('everything is paused until a day, and goes on', async () => {
    const { now } = await open();
    const until = addDays(today, 12);
    fireEvent.input(field('Pause all reminders until'), { target: { value: until } });
    fireEvent.submit(field('Pause all reminders until').closest('form') as HTMLFormElement);
    await waitFor(async () => expect((await now()).pausedUntil).toBe(until));
    fireEvent.click(await screen.findByRole('button', { name: 'Go on now' }));
    await waitFor(async () => expect(await now()).not.toHaveProperty('pausedUntil', until));
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeTruthy();
  });

  test('a pause is not into the past', async () => {
    const { now } = await open();
    fireEvent.input(field('Pause all reminders until'), { target: { value: today } });
    fireEvent.submit(field('Pause all reminders until').closest('form') as HTMLFormElement);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect((await now()).pausedUntil).toBeUndefined();
  });

  test('notifications and the gentle start are switched on and off', async () => {
    const { now } = await open();
    fireEvent.click(field(/Show the digest/));
    await waitFor(async () => expect((await now()).notify).toBe(false));
    fireEvent.click(field(/Start gently/));
    await waitFor(async () => expect((await now()).gentleSince).toBe(today));
    await waitFor(() => expect(field(/Start gently/).checked).toBe(true));
    fireEvent.click(field(/Start gently/));
    await waitFor(async () => expect((await now()).gentleSince).toBeUndefined());
  });

  test('denied notifications are said', async () => {
    const denied = browser.notifications as unknown as { getPermissionLevel?: () => Promise<string> };
    denied.getPermissionLevel = vi.fn(async () => 'denied');
    await browser.alarms.create(DIGEST, { when: Date.now() + 60_000 });
    await open();
    expect(await screen.findByText(/Notifications are switched off for this browser/)).toBeTruthy();
    delete denied.getPermissionLevel;
  });
});

describe('reminders of one person', () => {
  async function edit(fields: Partial<Person> = {}) {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const person = { ...((await livePerson(db, id)) as Person), ...fields };
    return showEditing(person, db);
  }
  const save = () => fireEvent.submit(screen.getByRole('form'));

  test('are stored with the person: importance, never, not before', async () => {
    const saved = await edit();
    const day = addDays(today, 30);
    fireEvent.change(field(/^Importance/), { target: { value: '2' } });
    expect(await screen.findByText(/as a notification/)).toBeTruthy();
    fireEvent.click(field('Never remind me of Ana'));
    fireEvent.change(field('Not before this day'), { target: { value: day } });
    save();
    await waitFor(() => expect(saved).toMatchObject([{ muted: true, pausedUntil: day, importance: 2 }]));
  });

  test('are taken away again', async () => {
    const saved = await edit({ muted: true, pausedUntil: addDays(today, 3), importance: 1.3 });
    fireEvent.change(field(/^Importance/), { target: { value: '1' } });
    fireEvent.click(field('Never remind me of Ana'));
    fireEvent.change(field('Not before this day'), { target: { value: '' } });
    save();
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(Object.keys(saved[0] ?? {})).toEqual(['muted', 'pausedUntil', 'importance']);
    expect([saved[0]?.muted, saved[0]?.pausedUntil, saved[0]?.importance]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('stay as they are when something else is edited', async () => {
    const fields = { muted: true, pausedUntil: addDays(today, 3), importance: 1.3 } as const;
    const saved = await edit(fields);
    save();
    // What was not changed here is not written: another window may have changed it.
    await waitFor(() => expect(saved).toEqual([{}]));
  });
});
