// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { Goals } from '../../components/parts/Goals.tsx';
import { LogForm } from '../../components/parts/LogForm.tsx';
import type { ByHand } from '../../utils/db/by-hand.ts';
import { dayOf } from '../../utils/domain/days.ts';
import { instantOf, timeOfDay } from '../../utils/domain/time-of-day.ts';
import type { Goal, GoalSide } from '../../utils/domain/types.ts';
import { show } from './setup.tsx';

let key = 0;
const noop = () => {};
const ANA = { id: 'ana', name: 'Ana' };

describe('the form for a call', () => {
  const open = (stores: boolean, draftKey = String(key++)) => {
    const logged: ByHand[] = [];
    const stage = show(
      <LogForm
        channel="call"
        onChannel={noop}
        draftKey={draftKey}
        person={ANA}
        language="en"
        search={async () => []}
        onSave={async (what) => {
          logged.push(what);
          return stores;
        }}
        onCancel={noop}
      />,
    );
    return { ...stage, logged, draftKey };
  };
  const summary = () => screen.getByRole('textbox', { name: /about/ }) as HTMLTextAreaElement;
  const submit = () => fireEvent.submit(screen.getByRole('form'));

  test('gives what was typed, when it was and who began', async () => {
    const { logged } = open(true);
    fireEvent.input(summary(), { target: { value: '  The deck ' } });
    fireEvent.input(screen.getByLabelText('Day'), { target: { value: '2026-09-01' } });
    fireEvent.input(screen.getByLabelText('Time'), { target: { value: '14:30' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Who began' }), { target: { value: 'in' } });
    submit();
    await waitFor(() =>
      expect(logged).toEqual([
        {
          channel: 'call',
          direction: 'in',
          at: Date.UTC(2026, 8, 1, 14, 30),
          summary: 'The deck',
          people: [ANA],
          followUps: [],
        },
      ]),
    );
  });

  test('is empty after it was stored, and keeps what was typed when it was not', async () => {
    for (const stores of [true, false]) {
      const { logged, unmount } = open(stores);
      fireEvent.input(summary(), { target: { value: 'The deck' } });
      submit();
      await waitFor(() => expect(logged).toHaveLength(1));
      await waitFor(() => expect(summary().value).toBe(stores ? '' : 'The deck'));
      unmount();
    }
  });

  test('still has what was typed after it was closed and opened again', async () => {
    const first = open(false);
    fireEvent.input(summary(), { target: { value: 'The deck' } });
    await waitFor(async () => expect(await first.db.drafts.toArray()).toMatchObject([{ value: 'The deck' }]));
    first.unmount();
    open(true, first.draftKey);
    expect(summary().value).toBe('The deck');
  });

  test('gives nothing without a day', async () => {
    const { logged } = open(true);
    fireEvent.input(screen.getByLabelText('Day'), { target: { value: '' } });
    submit();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(logged).toEqual([]);
  });
});

test('a minute in a form is read as the minute it was written from', () => {
  for (const zone of ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Tongatapu']) {
    process.env['TZ'] = zone;
    const at = Date.UTC(2028, 1, 29, 23, 45);
    expect(instantOf(dayOf(at), timeOfDay(at)), zone).toBe(at);
  }
  process.env['TZ'] = 'UTC';
  const morning = Date.UTC(2026, 0, 5, 7, 3);
  expect(`${dayOf(morning)}T${timeOfDay(morning)}`).toBe('2026-01-05T07:03');
});

describe('goals', () => {
  const goal = (id: string, side: GoalSide, state: Goal['state'] = 'open'): Goal => ({
    id,
    personId: 'ana',
    side,
    state,
    text: `goal ${id}`,
    createdAt: 1,
    updatedAt: 1,
  });
  const open = (goals: readonly Goal[], stores = true) => {
    const did: string[] = [];
    const note = async (...what: unknown[]) => {
      did.push(what.join(' '));
      return stores;
    };
    const stage = show(
      <Goals
        goals={goals}
        name="Ana"
        draftKey={String(key++)}
        onAdd={(side, text) => note('add', side, text)}
        onEdit={({ id }, side, text) => note('edit', id, side, text)}
        onClose={({ id }, state) => void note('close', id, state)}
        onDelete={({ id }) => void note('delete', id)}
      />,
    );
    return { ...stage, did };
  };
  const text = () => screen.getByRole('textbox', { name: 'Goal' }) as HTMLInputElement;
  const submit = () => fireEvent.submit(text().closest('form') as HTMLFormElement);

  test.each<[string, readonly Goal[], string | undefined]>([
    ['no goals at all', [], 'What do you and Ana want'],
    ['only a goal of mine', [goal('1', 'mine')], 'No goal of Ana’s yet'],
    ['only a goal of theirs', [goal('1', 'theirs')], 'No goal of yours yet'],
    ['a shared goal', [goal('1', 'shared')], undefined],
    ['goals of both', [goal('1', 'mine'), goal('2', 'theirs')], undefined],
    ['a goal of theirs that is met', [goal('1', 'mine'), goal('2', 'theirs', 'met')], 'No goal of Ana’s yet'],
  ])('with %s say so', (_, goals, words) => {
    const { container } = open(goals);
    const hint = container.querySelector('p.soft')?.textContent;
    if (words === undefined) expect(hint).toBeUndefined();
    else expect(hint).toContain(words);
  });

  test('are added with their side, and the form goes', async () => {
    const { did } = open([]);
    fireEvent.click(screen.getByRole('button', { name: 'Add a goal' }));
    await screen.findByRole('textbox', { name: 'Goal' });
    fireEvent.input(text(), { target: { value: ' A talk in May ' } });
    fireEvent.click(screen.getByRole('radio', { name: 'shared' }));
    submit();
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    expect(did).toEqual(['add shared A talk in May']);
  });

  test('that can’t be stored stay in the form', async () => {
    const { did } = open([], false);
    fireEvent.click(screen.getByRole('button', { name: 'Add a goal' }));
    fireEvent.input(text(), { target: { value: 'A talk in May' } });
    submit();
    await waitFor(() => expect(did).toHaveLength(1));
    expect(text().value).toBe('A talk in May');
  });

  test('without words are not stored', async () => {
    const { did } = open([]);
    fireEvent.click(screen.getByRole('button', { name: 'Add a goal' }));
    fireEvent.input(text(), { target: { value: '   ' } });
    submit();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(did).toEqual([]);
  });

  test('are edited in place, beginning with their words and side', async () => {
    const { did } = open([goal('1', 'theirs')]);
    fireEvent.click(screen.getByRole('button', { name: 'Edit goal: goal 1' }));
    expect(text().value).toBe('goal 1');
    expect((screen.getByRole('radio', { name: 'theirs' }) as HTMLInputElement).checked).toBe(true);
    fireEvent.input(text(), { target: { value: 'another' } });
    submit();
    await waitFor(() => expect(did).toEqual(['edit 1 theirs another']));
  });

  test('are met and opened again by their box, and deleted from their form', () => {
    const { did } = open([goal('1', 'mine'), goal('2', 'theirs', 'met')]);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Met: goal 1' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Met: goal 2' }));
    fireEvent.click(screen.getByRole('button', { name: 'Edit goal: goal 1' }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete goal: goal 1' }));
    expect(did).toEqual(['close 1 met', 'close 2 open', 'delete 1']);
  });
});
