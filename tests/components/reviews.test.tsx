// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { LessonsFor } from '../../components/parts/review/LessonsFor.tsx';
import { SatisfactionLine } from '../../components/parts/review/SatisfactionLine.tsx';
import { useReviewFields } from '../../components/parts/review/useReviewFields.ts';
import { GoalsAll } from '../../components/screens/GoalsAll.tsx';
import { Lessons } from '../../components/screens/Lessons.tsx';
import { ReviewForm } from '../../components/screens/ReviewForm.tsx';
import type { KithDb } from '../../utils/db/database.ts';
import { addLesson } from '../../utils/db/lessons.ts';
import { addPerson } from '../../utils/db/people.ts';
import { addGoal } from '../../utils/db/practice.ts';
import { deleteReview, finishReview, saveReview } from '../../utils/db/reviews.ts';
import { addDays, dayOf } from '../../utils/domain/days.ts';
import { BY_THE_CLOCK } from '../by-the-clock.ts';
import { freshDb } from '../db/setup.ts';
import { show } from './setup.tsx';

const today = dayOf(Date.now());
const ana = async (db: KithDb) =>
  (await addPerson(db, { name: 'Ana Pérez', handles: [{ kind: 'email', value: 'ana@example.com' }] })).id;
const drafts = async (db: KithDb) =>
  (await db.reviews.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string | RegExp) => screen.getByLabelText(name) as HTMLTextAreaElement;
const type = (element: HTMLElement, value: string) => fireEvent.input(element, { target: { value } });

/** Opens the form at a step (from 1). */
async function open(db: KithDb, personId: string, step = 1) {
  const left = vi.fn();
  const stage = show(<ReviewForm personId={personId} onClose={left} />, db);
  await screen.findByRole('heading', { level: 1 });
  fireEvent.click(button(new RegExp(`^${step}: `)));
  return { ...stage, left };
}

describe('the form of a review', () => {
  test(
    'stores what is typed within a second, and shows it again when it is opened again',
    BY_THE_CLOCK,
    async () => {
      const db = freshDb();
      const id = await ana(db);
      const { unmount } = await open(db, id, 3);
      expect(await drafts(db)).toEqual([]);
      type(field('What went well between you'), 'The pilot');
      await waitFor(
        async () => expect(await drafts(db)).toMatchObject([{ well: 'The pilot', state: 'draft' }]),
        {
          timeout: 1000,
        },
      );
      unmount();
      await open(db, id, 3);
      expect(field('What went well between you').value).toBe('The pilot');
    },
  );

  test('stores what was typed when it goes away in the middle of a word', async () => {
    const db = freshDb();
    const { unmount } = await open(db, await ana(db), 3);
    type(field('What went less well between you'), 'Ans');
    unmount();
    await waitFor(async () => expect(await drafts(db)).toMatchObject([{ badly: 'Ans' }]));
  });

  test('keeps what a full disk refused, says so, and stores it later', async () => {
    const db = freshDb();
    const id = await ana(db);
    const { unmount, problems } = await open(db, id, 3);
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    type(field('What went well between you'), 'The pilot');
    await waitFor(() => expect(problems).toEqual(['full']), { timeout: 2000 });
    expect(field('What went well between you').value).toBe('The pilot');
    unmount();
    await waitFor(() => expect(problems.length).toBeGreaterThan(1), { timeout: 2000 });
    full.mockRestore();
    await open(db, id, 3);
    expect(field('What went well between you').value).toBe('The pilot');
    await waitFor(async () => expect(await drafts(db)).toMatchObject([{ well: 'The pilot' }]), {
      timeout: 2000,
    });
  });

  test('what is typed while an earlier word is being stored stays, and is stored after it', async () => {
    const saves: (() => void)[] = [];
    const stored: (string | undefined)[] = [];
    const Typing = () => {
      const { fields, change, flush } = useReviewFields({ fields: {}, at: 0 }, async ({ mine }) => {
        await new Promise<void>((resolve) => saves.push(resolve));
        stored.push(mine.well);
        // The other window wrote in another field meanwhile.
        return { fields: { ...mine, badly: 'there' }, at: stored.length, clashes: [] };
      });
      return (
        <textarea
          aria-label={fields.badly ?? 'text'}
          value={fields.well ?? ''}
          onInput={(event) => change({ well: event.currentTarget.value })}
          onBlur={flush}
        />
      );
    };
    render(<Typing />);
    const text = () => screen.getByRole('textbox') as HTMLTextAreaElement;
    type(text(), 'a');
    fireEvent.blur(text());
    await waitFor(() => expect(saves).toHaveLength(1));
    type(text(), 'ab');
    saves[0]?.();
    await waitFor(() => expect(text().getAttribute('aria-label')).toBe('there'));
    expect(text().value).toBe('ab');
    await waitFor(() => expect(saves).toHaveLength(2), { timeout: 2000 });
    saves[1]?.();
    await waitFor(() => expect(stored).toEqual(['a', 'ab']));
  });

  test('what is taken back while it is being stored stays taken back, though the news of it come first', async () => {
    const saves: (() => void)[] = [];
    let stored: Parameters<typeof useReviewFields>[0] = { fields: {}, at: 0 };
    const Typing = () => {
      const { fields, change, flush } = useReviewFields(stored, async ({ mine }) => {
        stored = { fields: mine, at: stored.at + 1 };
        await new Promise<void>((resolve) => saves.push(resolve));
        return { ...stored, clashes: [] };
      });
      return (
        <textarea
          value={fields.well ?? ''}
          onInput={(event) => change({ well: event.currentTarget.value })}
          onBlur={flush}
        />
      );
    };
    const { rerender } = render(<Typing />);
    const text = () => screen.getByRole('textbox') as HTMLTextAreaElement;
    type(text(), 'a');
    fireEvent.blur(text());
    await waitFor(() => expect(saves).toHaveLength(1));
    type(text(), '');
    rerender(<Typing />);
    await new Promise((resolve) => setTimeout(resolve));
    saves[0]?.();
    await waitFor(() => expect(saves).toHaveLength(2), { timeout: 2000 });
    saves[1]?.();
    expect(stored.fields).toEqual({});
    expect(text().value).toBe('');
  });

  test(
    'takes over what another window stores, without touching what is typed here',
    BY_THE_CLOCK,
    async () => {
      const db = freshDb();
      const id = await ana(db);
      await open(db, id, 3);
      type(field('What went well between you'), 'here');
      await waitFor(async () => expect(await drafts(db)).toHaveLength(1), { timeout: 1000 });
      const [draft] = await drafts(db);
      await saveReview(
        db,
        { id: draft?.id ?? '', personId: id, base: { well: 'here' }, mine: { well: 'here', badly: 'there' } },
        'other',
      );
      await waitFor(() => expect(field('What went less well between you').value).toBe('there'));
      expect(field('What went well between you').value).toBe('here');
    },
  );

  test('joins the draft that another window began since, keeps both texts, and says so', async () => {
    const db = freshDb();
    const id = await ana(db);
    await open(db, id, 3);
    type(field('What went well between you'), 'one way');
    await saveReview(db, { id: 'other', personId: id, base: {}, mine: { well: 'another way' } }, 'other');
    await waitFor(() => expect(field('What went well between you').value).toBe('another way\n\none way'));
    expect(screen.getByText(/changed in another window, too/)).toBeTruthy();
    await waitFor(
      async () => expect(await drafts(db)).toMatchObject([{ id: 'other', well: 'another way\n\none way' }]),
      {
        timeout: 2000,
      },
    );
  });

  test('of a review that is finished elsewhere meanwhile begins no second one', async () => {
    const db = freshDb();
    const id = await ana(db);
    await saveReview(db, { id: 'r', personId: id, base: {}, mine: { well: 'a' } }, 'b');
    await open(db, id, 3);
    await finishReview(db, 'r');
    await screen.findByText(/Finished on/);
    type(field('What went well between you'), 'a, and more');
    await waitFor(async () => expect(await drafts(db)).toMatchObject([{ id: 'r', well: 'a, and more' }]), {
      timeout: 2000,
    });
    expect(await drafts(db)).toMatchObject([{ state: 'done' }]);
  });

  test('says when the draft was deleted elsewhere, and keeps what is typed on the screen', async () => {
    const db = freshDb();
    const id = await ana(db);
    await saveReview(db, { id: 'r', personId: id, base: {}, mine: { well: 'a' } }, 'b');
    const { problems } = await open(db, id, 3);
    await deleteReview(db, { id: 'r', personId: id });
    type(field('What went well between you'), 'a, and more');
    await waitFor(() => expect(problems).toContain('missing'), { timeout: 2000 });
    expect(field('What went well between you').value).toBe('a, and more');
  });

  test('takes only 1 to 5, and asks where their number comes from', BY_THE_CLOCK, async () => {
    const db = freshDb();
    await open(db, await ana(db), 2);
    const theirs = screen.getByRole('group', { name: 'Satisfaction of Ana Pérez' });
    expect(within(theirs).getAllByRole('radio')).toHaveLength(6);
    expect(screen.queryByLabelText('my impression')).toBeNull();
    fireEvent.click(within(theirs).getByLabelText('2'));
    fireEvent.click(screen.getByLabelText('they said so'));
    await waitFor(async () => expect(await drafts(db)).toMatchObject([{ theirs: 2, theirsFrom: 'said' }]), {
      timeout: 1000,
    });
    fireEvent.click(within(theirs).getByLabelText('not known'));
    await waitFor(async () => expect((await drafts(db))[0]).not.toHaveProperty('theirs'), { timeout: 1000 });
  });

  test('keeps a pasted reply that answers nothing whole, beside the questions', async () => {
    const db = freshDb();
    await open(db, await ana(db), 4);
    type(field('Paste the reply here'), 'I would rather tell you on Thursday.');
    fireEvent.click(button('Split by question'));
    expect(field('Other things they said').value).toBe('I would rather tell you on Thursday.');
    expect(screen.getByText(/No question was recognised/)).toBeTruthy();
    expect(field('Paste the reply here').value).toBe('');
  });

  test('adds a second reply to the answers of the first', async () => {
    const db = freshDb();
    await open(db, await ana(db), 4);
    for (const reply of ['1. Four.\n2. The talks.', '1. Rather five.']) {
      type(field('Paste the reply here'), reply);
      fireEvent.click(button('Split by question'));
    }
    expect(field(/^How satisfied are you/).value).toBe('Four.\n\nRather five.');
    expect(field(/^What has gone well between us/).value).toBe('The talks.');
    expect(screen.getByText(/1 of 5 questions was answered/)).toBeTruthy();
  });

  test('finishes what was typed a moment ago, and leaves', async () => {
    const db = freshDb();
    const { left, done } = await open(db, await ana(db), 5);
    fireEvent.click(button('Add a lesson'));
    type(field('Lesson 1'), 'Name the price early');
    type(field('Tags, with commas between'), 'pricing，pilot');
    fireEvent.click(button(/^6: /));
    await waitFor(async () => expect((await drafts(db))[0]?.lessons).toHaveLength(1));
    fireEvent.click(button('Add an action'));
    type(field('Action 1'), 'Send the plan');
    fireEvent.click(button('Finish the review'));
    await waitFor(() => expect(left).toHaveBeenCalled());
    await waitFor(() => expect(done).toEqual(['finishReview']));
    expect(await db.followUps.toArray()).toMatchObject([
      { text: 'Send the plan', dueDay: addDays(today, 14) },
    ]);
    expect(await db.lessons.toArray()).toMatchObject([
      { text: 'Name the price early', tags: ['pricing', 'pilot'] },
    ]);
    // No touchpoint at all: to begin anew was proposed, and nobody was moved.
    expect(await drafts(db)).toMatchObject([{ state: 'done', nextStage: 'establish' }]);
  });
});

test('satisfaction is said in words, drawn, and stands in a table whose days open the reviews', () => {
  const opened: string[] = [];
  const at = (reviewId: string, back: number, value: number) => ({
    reviewId,
    day: addDays(today, -back),
    value,
  });
  const { container, rerender } = render(
    <SatisfactionLine
      mine={[at('a', 90, 3), at('b', 10, 5)]}
      theirs={[at('b', 10, 4)]}
      name="Ana"
      today={today}
      language="en"
      onReview={(id) => opened.push(id)}
    />,
  );
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'Satisfaction over 2 reviews, oldest first. Yours: 3, 5. Ana: 4.',
  );
  // Higher is higher.
  const [first, second] = [...container.querySelectorAll('circle')].map((dot) =>
    Number(dot.getAttribute('cy')),
  );
  expect(first).toBeGreaterThan(second ?? 0);
  const rows = [...container.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ['3', '–'],
    ['5', '4'],
  ]);
  fireEvent.click(container.querySelectorAll('tbody button')[1] as Element);
  expect(opened).toEqual(['b']);
  rerender(<SatisfactionLine mine={[]} theirs={[]} name="Ana" today={today} language="en" />);
  expect(container.querySelector('svg')).toBeNull();
});

describe('lessons', () => {
  test('are filtered by tags and whose they are, added, changed and deleted', async () => {
    const db = freshDb();
    const personId = await ana(db);
    await addLesson(db, { text: 'Name the price', tags: ['pricing'], personId });
    await addLesson(db, { text: 'Ask who decides', tags: ['pilot'] });
    const { done, container } = show(<Lessons onPerson={() => {}} />, db);
    const texts = () => [...container.querySelectorAll('.lessons .typed')].map((one) => one.textContent);
    await waitFor(() => expect(texts()).toHaveLength(2));
    fireEvent.click(button(/pricing/));
    await waitFor(() => expect(texts()).toEqual(['Name the price']));
    fireEvent.click(button(/pricing/));
    fireEvent.change(screen.getByRole('combobox'), { target: { value: personId } });
    await waitFor(() => expect(texts()).toEqual(['Name the price']));
    fireEvent.click(button('Edit lesson: Name the price'));
    type(screen.getByRole('textbox', { name: 'Lesson' }), 'Name the price early');
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() => expect(texts()).toEqual(['Name the price early']));
    fireEvent.click(button('Delete lesson: Name the price early'));
    await waitFor(() => expect(texts()).toEqual([]));
    fireEvent.click(button('Add a lesson'));
    type(screen.getByRole('textbox', { name: 'Lesson' }), 'New');
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() => expect(done).toEqual(['editLesson', 'deleteLesson', 'addLesson']));
  });

  test('of two thousand show fifty, and more on demand', async () => {
    const db = freshDb();
    await db.lessons.bulkAdd(
      Array.from({ length: 2000 }, (_, index) => ({
        ...{ id: `l${index}`, text: `lesson ${index}`, tags: [`tag ${index}`] },
        ...{ createdAt: index, updatedAt: index },
      })),
    );
    const { container } = show(<Lessons onPerson={() => {}} />, db);
    await waitFor(() => expect(container.querySelectorAll('.lessons li')).toHaveLength(50));
    fireEvent.click(button('Show more'));
    await waitFor(() => expect(container.querySelectorAll('.lessons li')).toHaveLength(100));
  });

  test('for a person say why they are shown', () => {
    const lesson = { id: 'l', text: 'Ask', tags: ['pilot'], createdAt: 0, updatedAt: 0 };
    show(
      <LessonsFor
        lessons={[{ lesson, person: undefined, why: { own: false, tags: ['pilot'], playbook: true } }]}
      />,
    );
    expect(screen.getByText('same tag: pilot · same playbook')).toBeTruthy();
  });
});

test('the goals of everybody: the late one says so, a day can be set, met and let go take it off', async () => {
  const db = freshDb();
  const id = await ana(db);
  await addGoal(db, id, 'mine', 'late', addDays(today, -3));
  await addGoal(db, id, 'theirs', 'no day');
  await addGoal(db, id, 'shared', 'together', addDays(today, 5));
  const { container, done } = show(<GoalsAll onPerson={() => {}} />, db);
  const texts = () => [...container.querySelectorAll('.all-goals .wrap')].map((one) => one.textContent);
  await waitFor(() => expect(texts()).toEqual(['late', 'together', 'no day']));
  expect(container.querySelectorAll('.due')).toHaveLength(1);
  expect(container.textContent).toContain('3 days past its day');
  fireEvent.click(button('theirs'));
  await waitFor(() => expect(texts()).toEqual(['no day']));
  fireEvent.change(screen.getByLabelText('Day of the goal: no day'), { target: { value: today } });
  await waitFor(async () =>
    expect((await db.goals.where({ personId: id }).toArray()).map(({ dueDay }) => dueDay)).toContain(today),
  );
  fireEvent.click(button('all'));
  await waitFor(() => expect(texts()).toEqual(['late', 'no day', 'together']));
  fireEvent.click(button('Met: late'));
  fireEvent.click(button('Let go: together'));
  await waitFor(() => expect(texts()).toEqual(['no day']));
  await waitFor(() => expect(done).toEqual(['editGoal', 'closeGoal', 'closeGoal']));
});
