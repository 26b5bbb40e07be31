// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { Dates } from '../../components/parts/method/Dates.tsx';
import { PersonHeader } from '../../components/parts/PersonHeader.tsx';
import { GoalsAll } from '../../components/screens/GoalsAll.tsx';
import { PersonCard } from '../../components/screens/PersonCard.tsx';
import { livePerson } from '../../utils/db/lookup.ts';
import { addPerson, editPerson } from '../../utils/db/people.ts';
import { addGoal } from '../../utils/db/practice.ts';
import { write } from '../../utils/db/write.ts';
import type { Person, YearlyDate } from '../../utils/domain/types.ts';
import { freshDb } from '../db/setup.ts';
import { showEditing } from './editing.tsx';
import { show } from './setup.tsx';

// What is stored may be unusual: a great many goals, a zone that was renamed, a day that most years lack.

// What is shown must go before its database does.
afterEach(cleanup);

describe('five hundred goals of one person', () => {
  const MANY = 500;
  async function ana() {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    await write(db, { label: 'addGoal' }, async (writer) => {
      for (let n = 0; n < MANY; n++)
        await writer.insert('goals', { personId: id, side: 'mine', text: `Goal ${n}`, state: 'open' });
    });
    return { db, id };
  }

  test('are begun on the card, shown when asked for, and one more can be added', async () => {
    const { db, id } = await ana();
    show(<PersonCard id={id} />, db);
    const goals = await screen.findByRole('region', { name: /^Goals/ });
    // Five hundred roles, asked for again and again, take half a minute.
    const boxes = () => goals.querySelectorAll('[type="checkbox"]').length;
    expect(boxes()).toBe(within(goals).getAllByRole('checkbox').length);
    expect(boxes()).toBeLessThanOrEqual(20);
    await addGoal(db, id, 'theirs', 'One more');
    fireEvent.click(await within(goals).findByRole('button', { name: `All ${MANY + 1}` }));
    // Some at a time, so that the panel can be used meanwhile.
    await waitFor(() => expect(boxes()).toBe(MANY + 1), { timeout: 30_000 });
    expect(within(goals).getByText('One more')).toBeTruthy();
  });

  test('are fifty at a time in the list of everybody’s', async () => {
    const { db } = await ana();
    const { container } = show(<GoalsAll onPerson={() => {}} />, db);
    await waitFor(() => expect(container.querySelectorAll('.all-goals li')).toHaveLength(50));
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(container.querySelectorAll('.all-goals li')).toHaveLength(100));
  });
});

describe('a time zone that no longer exists', () => {
  async function ana(timeZone: string) {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    await editPerson(db, id, { timeZone });
    return { db, id, person: (await livePerson(db, id)) as Person };
  }

  test('is no reason not to show the person, with whatever else is known', async () => {
    const { db, id } = await ana('Europe/Atlantis');
    show(<PersonCard id={id} />, db);
    await screen.findByRole('heading', { name: /Ana/ });
    expect(screen.queryByText(/ there/)).toBeNull();
  });

  test('says no time, where a zone that exists does', async () => {
    const now = Date.parse('2026-11-23T09:00:00Z');
    for (const [zone, said] of [
      ['Europe/Atlantis', 0],
      ['Europe/Paris', 1],
    ] as const) {
      const { db, person } = await ana(zone);
      const { unmount } = show(<PersonHeader person={person} handles={[]} now={now} onEdit={() => {}} />, db);
      expect(screen.queryAllByText('10:00 there')).toHaveLength(said);
      unmount();
    }
  });

  test('is shown in the form and kept when something else is changed', async () => {
    const { db, person } = await ana('Europe/Atlantis');
    const edits = showEditing(person, db);
    expect((screen.getByRole('combobox', { name: 'Time zone' }) as HTMLSelectElement).value).toBe(
      'Europe/Atlantis',
    );
    fireEvent.input(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Anna' } });
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() => expect(edits).toEqual([{ name: 'Anna' }]));
  });
});

describe('a birthday', () => {
  const birthday = (more: Partial<YearlyDate>): YearlyDate => ({
    kind: 'birthday',
    month: 2,
    day: 29,
    ...more,
  });
  test.each([
    ['on 29 February', birthday({ year: 2000 }), '2027-02-20', /29 February.*in 8 days.*27/],
    ['on 29 February in a leap year', birthday({ year: 2000 }), '2028-02-20', /29 February.*in 9 days.*28/],
    ['on 29 February without a year', birthday({}), '2027-02-20', /29 February in 8 daysDelete$/],
    ['without a year', birthday({ month: 3, day: 1 }), '2027-02-20', /1 March in 9 daysDelete$/],
  ])('%s is its own day, and an age is said only where the year is known', (_, date, today, text) => {
    show(<Dates dates={[date]} today={today} language="en-GB" onChange={async () => true} />);
    expect(screen.getByRole('listitem').textContent?.trim()).toMatch(text);
  });
});
