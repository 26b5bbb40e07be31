// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { loadDrafts } from '../../components/hooks/useDraft.ts';
import { CadencePicker } from '../../components/parts/CadencePicker.tsx';
import { MergeWith } from '../../components/screens/MergeWith.tsx';
import { People } from '../../components/screens/People.tsx';
import type { KithDb } from '../../utils/db/database.ts';
import { addPerson, editPerson } from '../../utils/db/people.ts';
import { saveNote } from '../../utils/db/practice.ts';
import { lastActions, undo } from '../../utils/db/undo.ts';
import { freshDb } from '../db/setup.ts';
import { show } from './setup.tsx';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string | RegExp) => screen.getByLabelText(name) as HTMLInputElement;

describe('the rhythm', () => {
  const open = (person: Partial<Parameters<typeof CadencePicker>[0]['person']> = {}) => {
    const picked: (number | undefined)[] = [];
    const stage = show(
      <CadencePicker person={{ id: crypto.randomUUID(), ...person }} onPick={(days) => picked.push(days)} />,
    );
    return { ...stage, picked };
  };
  const choices = () => screen.findByRole('form', { name: 'How often to be in touch' });

  test.each([
    ['none', {}, 'no rhythm'],
    ['their own', { cadenceDays: 14, pulse: { cadence: 14 } }, 'every 14 d'],
    ['the playbook’s', { pulse: { cadence: 30 } }, 'by the playbook: 30 d'],
  ])('says that it is %s', (_, person, words) => {
    open(person);
    expect(button(`How often to be in touch: ${words}`).textContent).toBe(words);
  });

  test('is one key once it is open, and none before', async () => {
    const { picked } = open();
    fireEvent.keyDown(document.body, { key: '3' });
    expect(picked).toEqual([]);
    fireEvent.click(button(/How often/));
    await choices();
    fireEvent.keyDown(document.body, { key: '3' });
    expect(picked).toEqual([30]);
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  });

  test.each(['0', '10,000', '1.5', '3651', '-7', 'often', '1e9', ' '])(
    'is no %j: refused with words, and nothing is stored',
    async (text) => {
      const { picked } = open();
      fireEvent.click(button(/How often/));
      const form = await choices();
      fireEvent.input(field('Other, in days'), { target: { value: text } });
      fireEvent.submit(form);
      expect((await screen.findByRole('alert')).textContent).toBe(
        'A rhythm is a whole number of days, from 1 to 3650.',
      );
      expect(picked).toEqual([]);
    },
  );

  test('is any whole number of days', async () => {
    for (const days of [1, 45, 3650]) {
      const { picked, unmount } = open();
      fireEvent.click(button(/How often/));
      const form = await choices();
      fireEvent.input(field('Other, in days'), { target: { value: String(days) } });
      fireEvent.submit(form);
      expect(picked).toEqual([days]);
      unmount();
    }
  });

  test('of their own leaves it to the playbook again', async () => {
    const { picked } = open({ cadenceDays: 14, pulse: { cadence: 14 } });
    fireEvent.click(button(/How often/));
    await choices();
    fireEvent.click(button('no rhythm'));
    expect(picked).toEqual([undefined]);
  });

  test('that the two have already is suggested, taken by one click, and stays away when put away', async () => {
    const id = crypto.randomUUID();
    const { picked, db, unmount } = open({ id, pulse: { rhythmDays: 24 } });
    expect(await screen.findByText('You are in touch about every 24 days.')).toBeTruthy();
    fireEvent.click(button('Make it 30 days'));
    expect(picked).toEqual([30]);
    fireEvent.click(button('Do not suggest this rhythm'));
    await waitFor(() => expect(screen.queryByText(/about every/)).toBeNull());
    await waitFor(async () => expect(await db.drafts.get(`rhythm-no:${id}`)).toMatchObject({ value: '30' }));
    unmount();
    // Another rhythm is another suggestion.
    open({ id, pulse: { rhythmDays: 80 } });
    expect(await screen.findByText('You are in touch about every 80 days.')).toBeTruthy();
  });

  test('is not suggested where it is close', async () => {
    open({ cadenceDays: 30, pulse: { cadence: 30, rhythmDays: 24 } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByText(/about every/)).toBeNull();
  });
});

describe('People', () => {
  async function five(): Promise<{ db: KithDb; ids: Record<string, string> }> {
    const db = freshDb();
    const ids: Record<string, string> = {};
    for (const [name, fields] of [
      ['Ana', { tags: ['board'], cadenceDays: 14 }],
      ['Bo', { stage: 'maintain' }],
      ['Cy', { stage: 'maintain', organization: 'Harbour' }],
      ['Di', { playbook: 'friend' }],
      ['王小明', {}],
    ] as const) {
      ids[name] = (await addPerson(db, { name, handles: [] })).id;
      await editPerson(db, ids[name], fields);
    }
    await saveNote(db, { id: 'n', personId: ids['Cy'] ?? '', body: 'Likes green tea' }, 'b');
    return { db, ids };
  }
  const shown = (names: readonly string[]) =>
    waitFor(() => {
      const all = [...document.querySelectorAll('.people .person .ellipsis:first-child')];
      expect(all.map((row) => row.textContent?.split(' ')[0])).toEqual(names);
    });

  test('says where somebody was found when it is not the name', async () => {
    const { db } = await five();
    show(<People onPerson={() => {}} />, db);
    fireEvent.input(field('Search people'), { target: { value: 'tea' } });
    expect(await screen.findByText('In a note: Likes green tea')).toBeTruthy();
    fireEvent.input(field('Search people'), { target: { value: 'wxm' } });
    await shown(['王小明']);
    fireEvent.input(field('Search people'), { target: { value: 'xyz' } });
    expect(await screen.findByText(/Nobody matches “xyz”. Kith looks in/)).toBeTruthy();
  });

  test('filters, and takes the filters off', async () => {
    const { db } = await five();
    show(<People onPerson={() => {}} />, db);
    fireEvent.click(button('Filters'));
    await screen.findByRole('group', { name: 'Filters' });
    fireEvent.change(field('Order'), { target: { value: 'name' } });
    await shown(['Ana', 'Bo', 'Cy', 'Di', '王小明']);
    fireEvent.change(field('Stage'), { target: { value: 'maintain' } });
    await shown(['Bo', 'Cy']);
    expect(screen.getByRole('status').textContent).toBe('2 people found');
    await waitFor(() => expect([...field('Organisation').children]).toHaveLength(2));
    fireEvent.change(field('Organisation'), { target: { value: 'Harbour' } });
    await shown(['Cy']);
    fireEvent.change(field('Playbook'), { target: { value: 'friend' } });
    expect(await screen.findByText(/Nobody fits these filters/)).toBeTruthy();
    fireEvent.click(button('All filters off'));
    await shown(['Ana', 'Bo', 'Cy', 'Di', '王小明']);
  });

  test('selects several, by a box, a range and all, and changes them as one', async () => {
    const { db, ids } = await five();
    const { done } = show(<People onPerson={() => {}} />, db);
    fireEvent.click(button('Filters'));
    await screen.findByRole('group', { name: 'Filters' });
    fireEvent.change(field('Order'), { target: { value: 'name' } });
    await shown(['Ana', 'Bo', 'Cy', 'Di', '王小明']);
    fireEvent.click(button('Select several'));
    const bar = await screen.findByRole('form', { name: 'Change several people' });
    const apply = () => within(bar).getByRole('button', { name: /^(Change|Select people first)/ });
    expect((apply() as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(field('Select Bo'));
    fireEvent.click(field('Select Di'), { shiftKey: true });
    await within(bar).findByText('3 selected');
    fireEvent.click(within(bar).getByRole('button', { name: 'Select all 5 found' }));
    await within(bar).findByText('5 selected');
    fireEvent.click(field('Select Ana'));
    await within(bar).findByText('4 selected');

    fireEvent.input(field('Days, empty for none'), { target: { value: '1.5' } });
    fireEvent.submit(bar);
    expect((await within(bar).findByRole('alert')).textContent).toContain('whole number of days');
    fireEvent.input(field('Days, empty for none'), { target: { value: '30' } });
    fireEvent.submit(bar);
    await within(bar).findByText('4 people changed.');
    await waitFor(() => expect(done).toEqual(['bulkEdit']));
    expect((await db.people.get(ids['Bo'] ?? ''))?.cadenceDays).toBe(30);
    expect((await db.people.get(ids['Ana'] ?? ''))?.cadenceDays).toBe(14);
    await within(bar).findByText('Nobody selected');

    fireEvent.click(within(bar).getByRole('button', { name: 'Select all 5 found' }));
    await within(bar).findByText('5 selected');
    fireEvent.change(field('Change'), { target: { value: 'addTag' } });
    await waitFor(() => expect(field('To').tagName).toBe('INPUT'));
    fireEvent.submit(bar);
    expect((await within(bar).findByRole('alert')).textContent).toBe('Choose or type what it should be.');
    fireEvent.input(field('To'), { target: { value: ' board ' } });
    fireEvent.submit(bar);
    await within(bar).findByText('4 people changed. 1 was so already.');
    expect((await db.people.get(ids['Ana'] ?? ''))?.tags).toEqual(['board']);
  });

  test('a playbook for several says how many first follow-ups it makes, makes as many, and one undo takes them back', async () => {
    const db = freshDb();
    const ids: string[] = [];
    for (const name of ['Ana', 'Bo'])
      ids.push((await addPerson(db, { name, handles: [] }, [{ afterDays: 2, text: 'hello' }])).id);
    const open = async () =>
      (await db.followUps.toArray()).filter((row) => row.state === 'open' && row.deletedAt === undefined);
    const { done } = show(<People onPerson={() => {}} />, db);
    fireEvent.click(button('Select several'));
    const bar = await screen.findByRole('form', { name: 'Change several people' });
    fireEvent.change(field('Change'), { target: { value: 'playbook' } });
    fireEvent.click(await within(bar).findByRole('button', { name: 'Select all 2 found' }));
    // Nobody has a playbook: to take it away changes nothing.
    await within(bar).findByText('No first follow-up changes.');
    await waitFor(() => expect(field('To').querySelectorAll('option').length).toBeGreaterThan(1));
    fireEvent.change(field('To'), { target: { value: 'client' } });
    await within(bar).findByText(/^6 first follow-ups will be made, in place of those still open \(2\)/);
    fireEvent.submit(bar);
    await waitFor(() => expect(done).toEqual(['bulkEdit']));
    const made = await open();
    expect(made).toHaveLength(6);
    expect(made.every(({ first }) => first)).toBe(true);
    expect(made.map(({ text }) => text)).not.toContain('hello');
    await undo(db, (await lastActions(db, 1))[0]?.batch ?? '');
    expect((await open()).map(({ text }) => text)).toEqual(['hello', 'hello']);
  });

  test('opens whoever is clicked', async () => {
    const { db, ids } = await five();
    const opened = vi.fn();
    show(<People onPerson={opened} />, db);
    fireEvent.click(await screen.findByRole('button', { name: /Bo/ }));
    expect(opened).toHaveBeenCalledWith(ids['Bo']);
  });
});

test('namesakes are told apart by their addresses, and nobody else is', async () => {
  const db = freshDb();
  await addPerson(db, { name: 'Alice Nguyen', handles: [{ kind: 'email', value: 'a@example.com' }] });
  await addPerson(db, { name: 'Alice Nguyen', handles: [{ kind: 'linkedin', value: 'alice-42' }] });
  await addPerson(db, { name: 'Bo', handles: [{ kind: 'email', value: 'bo@example.com' }] });
  show(<People onPerson={() => {}} />, db);
  await waitFor(() => {
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows.some((row) => /Alice Nguyen.*a@example\.com/.test(row ?? ''))).toBe(true);
    expect(rows.some((row) => /Alice Nguyen.*in\/alice-42/.test(row ?? ''))).toBe(true);
  });
  expect(document.body.textContent).not.toContain('bo@example.com');
});

test('what was typed about somebody and not submitted goes along when they are merged', async () => {
  const db = freshDb();
  const { id: keep } = await addPerson(db, { name: 'Alice', handles: [] });
  const { id: gone } = await addPerson(db, { name: 'Al', handles: [] });
  const draft = (id: string, value: string) => ({ id, value, updatedAt: 1 });
  await db.drafts.bulkPut([
    draft(`goal:new:${keep}`, 'a pilot'),
    draft(`goal:new:${gone}`, 'a reference'),
    draft(`follow-up:${gone}`, 'the deck'),
    draft(`edit:name:${gone}`, 'Alfred'),
  ]);
  await loadDrafts(db.drafts.toArray());
  const person = await db.people.get(keep);
  if (!person) throw new Error('There is nobody.');
  const { done } = show(<MergeWith person={person} onClose={() => {}} />, db);
  fireEvent.click(await screen.findByRole('button', { name: /^A?.*Al\b(?!ice)/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Merge' }));
  await waitFor(() => expect(done).toEqual(['mergePeople']));
  const value = async (id: string) => (await db.drafts.get(id))?.value;
  await waitFor(async () => expect(await value(`follow-up:${keep}`)).toBe('the deck'));
  expect(await value(`goal:new:${keep}`)).toBe('a pilot\na reference');
  expect(await value(`edit:name:${keep}`)).toBeUndefined();
  // For undo.
  expect(await value(`follow-up:${gone}`)).toBe('the deck');
});
