// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { COLUMN_STEP, StageBoard } from '../../components/dashboard/StageBoard.tsx';
import { Method } from '../../components/screens/Method.tsx';
import { PlaybookPicker } from '../../components/screens/PlaybookPicker.tsx';
import type { Board, BoardPerson } from '../../utils/db/board.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { addPerson } from '../../utils/db/people.ts';
import { PRACTICES } from '../../utils/domain/practices.ts';
import { STAGES } from '../../utils/domain/types.ts';
import { freshDb } from '../db/setup.ts';
import { show } from './setup.tsx';

const somebody = (given: Partial<BoardPerson>): BoardPerson => ({
  id: 'a',
  name: 'Ana',
  stage: 'establish',
  tags: [],
  ...given,
});

function shown(people: readonly BoardPerson[]) {
  const board: Board = { clock: '', people: new Map(people.map((person) => [person.id, person])) };
  return show(<StageBoard board={board} today="2026-11-25" chosen={undefined} onPerson={() => {}} />);
}

test('a card says when, what is next and how often, in words', () => {
  const cards = [
    [
      somebody({ lastDay: '2026-11-13', cadence: 30, dueDay: '2026-12-13' }),
      /12 d ago.*every 30 d.*due in 18 d/,
    ],
    [somebody({ lastDay: '2026-11-25', rhythmDays: 9.5 }), /today.*usually 10 d apart/],
    [somebody({ dueDay: '2026-11-25', cadence: 7 }), /No touchpoint yet.*Due today/],
    [somebody({ dueDay: '2026-11-20', cadence: 7 }), /Due for 5 days/],
    [
      somebody({ promise: { text: 'the deck', by: 'them', dueDay: '2026-11-24' } }),
      /They: the deck yesterday/,
    ],
  ] as const;
  for (const [person, words] of cards) {
    const { unmount } = shown([person]);
    expect(screen.getByRole('button', { name: /^Ana/ }).textContent).toMatch(words);
    unmount();
  }
});

test('a column shows a hundred, then more; the hundred are who is due first', () => {
  const people = Array.from({ length: 250 }, (_, index) =>
    somebody({ id: `p${index}`, name: `Person ${index}`, ...(index === 249 && { dueDay: '2026-11-01' }) }),
  );
  shown(people);
  const column = screen.getByRole('region', { name: /^Establish/ });
  expect(within(column).getAllByRole('listitem')).toHaveLength(COLUMN_STEP);
  expect(within(column).getAllByRole('listitem')[0]?.textContent).toContain('Person 249');
  fireEvent.click(within(column).getByRole('button', { name: 'Show more (150 left)' }));
  expect(within(column).getAllByRole('listitem')).toHaveLength(2 * COLUMN_STEP);
});

test('the tour names sixteen practices in four stages, and each leads to where it is done', async () => {
  const gone: string[] = [];
  show(<Method last={undefined} onPerson={() => {}} onList={(target) => gone.push(target)} />);
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(STAGES.length);
  const buttons = screen.getAllByRole('button', { name: /^Do it: / });
  expect(buttons).toHaveLength(PRACTICES.length);
  for (const button of buttons) fireEvent.click(button);
  const places =
    'goals follow-ups facts feedback cadence support ask-feedback dates standing approach goals lessons review review review review';
  await waitFor(() => expect(gone).toEqual(places.split(' ')));
});

test('a playbook is chosen with why, after its rhythm and its duty of care were shown', async () => {
  const db = freshDb();
  const { id } = await addPerson(db, { name: 'Ana', handles: [] });
  const person = await livePerson(db, id);
  if (!person) throw new Error('nobody');
  const { container, done } = show(<PlaybookPicker person={person} />, db);
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  fireEvent.change(screen.getByRole('combobox', { name: 'Playbook' }), { target: { value: 'patient' } });
  await waitFor(() => expect(container.textContent).toContain('in touch every 14 d'));
  expect(container.textContent).toContain('confidentiality');
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'came to the practice' } });
  fireEvent.submit(screen.getByRole('form', { name: 'Playbook' }));
  await waitFor(() => expect(done).toEqual(['setPlaybook']));
  expect(await livePerson(db, id)).toMatchObject({
    playbook: 'patient',
    approach: { why: 'came to the practice' },
  });
});
