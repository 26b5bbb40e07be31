// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { toFeedback } from '../../components/parts/method/fields.ts';
import { PersonHeader } from '../../components/parts/PersonHeader.tsx';
import { Today } from '../../components/screens/Today.tsx';
import { livePerson } from '../../utils/db/lookup.ts';
import { addPerson } from '../../utils/db/people.ts';
import { setPreference } from '../../utils/db/preferences.ts';
import { addDays, dayOf } from '../../utils/domain/days.ts';
import type { Person } from '../../utils/domain/types.ts';
import { freshDb } from '../db/setup.ts';
import { show } from './setup.tsx';

const today = dayOf(Date.now());

describe('feedback', () => {
  test('is open until it is said what was done about it', () => {
    const values = { from: 'them', day: '2026-11-02' };
    expect(toFeedback('Shorter', { ...values, outcome: '  ' }, today)).toEqual({
      ...values,
      text: 'Shorter',
      state: 'open',
    });
    expect(toFeedback('Shorter', { ...values, outcome: ' one page now ' }, today)).toMatchObject({
      state: 'done',
      outcome: 'one page now',
    });
  });
});

describe('the header', () => {
  test.each([
    ['2026-11-23T19:10:00Z', '03:10 there, at night'],
    ['2026-11-23T02:10:00Z', '10:10 there'],
  ])('says at %s that it is %s', async (at, text) => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Wang', handles: [] });
    const person = { ...((await livePerson(db, id)) as Person), timeZone: 'Asia/Shanghai' };
    show(<PersonHeader person={person} handles={[]} now={Date.parse(at)} onEdit={() => {}} />, db);
    expect(screen.getByText(text)).toBeTruthy();
  });
});

describe('Today', () => {
  test.each([
    [addDays(today, 3), true],
    [today, false],
    [addDays(today, -40), false],
  ])('paused until %s says so: %s', async (pausedUntil, said) => {
    const db = freshDb();
    await setPreference(db, 'nudges', { pausedUntil });
    show(<Today onPerson={() => {}} onUndo={() => {}} />, db);
    await screen.findByRole('heading', { name: 'Today' });
    await waitFor(() =>
      expect(screen.queryAllByText(/Reminders are paused until/)).toHaveLength(said ? 1 : 0),
    );
  });
});
