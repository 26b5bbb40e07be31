// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { ApproachForm } from '../../components/parts/method/ApproachForm.tsx';
import { toFeedback } from '../../components/parts/method/fields.ts';
import { PersonHeader } from '../../components/parts/PersonHeader.tsx';
import { Method } from '../../components/screens/Method.tsx';
import { PersonCard } from '../../components/screens/PersonCard.tsx';
import { PersonMethod } from '../../components/screens/PersonMethod.tsx';
import { StageSuggestion } from '../../components/screens/StageSuggestion.tsx';
import { Today } from '../../components/screens/Today.tsx';
import { approachHistory, setApproach } from '../../utils/db/approach.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { addPerson, editPerson, moveStage } from '../../utils/db/people.ts';
import { addFollowUp, addGoal, closeFollowUp } from '../../utils/db/practice.ts';
import { setPreference } from '../../utils/db/preferences.ts';
import { deleteReview, finishReview, saveReview } from '../../utils/db/reviews.ts';
import { logTouchpoints } from '../../utils/db/touchpoints.ts';
import { addDays, dayOf } from '../../utils/domain/days.ts';
import type { Person } from '../../utils/domain/types.ts';
import type { SeenFrame } from '../../utils/messaging/protocol.ts';
import { freshDb } from '../db/setup.ts';
import { show } from './setup.tsx';

const today = dayOf(Date.now());

// What is shown must go before its database does.
afterEach(cleanup);

const stored = async (db: KithDb, id: string) => (await livePerson(db, id)) as Person;

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

describe('the approach', () => {
  test('is written field by field: what another window stored meanwhile stays, each change with its own reason', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Alice', handles: [] });
    await setApproach(db, await stored(db, id), { tone: 'formal', avoid: 'Mondays' });
    await editPerson(db, id, { language: 'en' });
    const seen = await stored(db, id);
    // Another window, after this one was opened.
    await setApproach(
      db,
      seen,
      { tone: 'brief', channel: 'call', why: 'she said so' },
      { language: 'zh-CN' },
    );
    show(
      <ApproachForm
        person={seen}
        onSave={async ({ approach, others }) => {
          await setApproach(db, seen, approach, others);
          return true;
        }}
        onCancel={() => {}}
      />,
      db,
    );
    fireEvent.input(screen.getByRole('textbox', { name: 'What to avoid' }), { target: { value: '' } });
    fireEvent.input(screen.getByRole('textbox', { name: 'What works well between you' }), {
      target: { value: ' quick ' },
    });
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(async () =>
      expect((await stored(db, id)).approach).toEqual({ tone: 'brief', channel: 'call', strengths: 'quick' }),
    );
    expect((await stored(db, id)).language).toBe('zh-CN');
    const [last, before] = await approachHistory(db, id);
    expect(last?.why).toBeUndefined();
    expect(last?.changes.map(({ field, after }) => [field, after])).toEqual([
      ['avoid', undefined],
      ['strengths', 'quick'],
    ]);
    expect(before?.why).toBe('she said so');
  });

  test('without a change nothing is written', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Alice', handles: [] });
    const person = await stored(db, id);
    const calls: string[] = [];
    show(
      <ApproachForm
        person={person}
        onSave={async () => {
          calls.push('save');
          return true;
        }}
        onCancel={() => calls.push('cancel')}
      />,
      db,
    );
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() => expect(calls).toEqual(['cancel']));
  });
});

describe('“do it” in the tour', () => {
  const frame = (email: string): SeenFrame =>
    ({
      tabId: 1,
      frameId: 0,
      documentKey: 'd',
      url: 'https://mail.example.com/',
      title: '',
      reading: {
        site: 'generic',
        self: [],
        sightings: [
          { handles: [{ kind: 'email', value: email }], role: 'sender', touchpoints: [], evidence: [] },
        ],
      },
    }) as unknown as SeenFrame; // what is not read here may be missing

  /** Ana was open last, Bo is on the page, Cy is the first of today. */
  async function three(): Promise<{ db: KithDb; ana: string; bo: string; cy: string }> {
    const db = freshDb();
    const add = async (name: string) =>
      (
        await addPerson(db, {
          name,
          handles: [{ kind: 'email', value: `${name.toLowerCase()}@example.com` }],
        })
      ).id;
    const [ana, bo, cy] = [await add('Ana'), await add('Bo'), await add('Cy')];
    await addFollowUp(db, { personId: cy, text: 'the deck', by: 'me', dueDay: addDays(today, -1) });
    await editPerson(db, cy, { cadenceDays: 30 });
    return { db, ana, bo, cy };
  }

  test.each([
    ['who was open last', 'ana', true, true],
    ['who is on the page', 'bo', false, true],
    ['the first of today', 'cy', false, false],
  ] as const)('is done with %s', async (_, who, opened, onPage) => {
    const known = await three();
    const gone: string[] = [];
    show(
      <Method
        last={opened ? known.ana : undefined}
        frames={onPage ? [frame('bo@example.com')] : []}
        onPerson={(id, target) => gone.push(`${id}/${target}`)}
        onList={(target) => gone.push(target)}
      />,
      known.db,
    );
    await screen.findByText(/opens the place with/);
    fireEvent.click(screen.getByRole('button', { name: 'Do it: Build trust' }));
    expect(gone).toEqual([`${known[who]}/facts`]);
  });

  test('is done with them where it was clicked before they were known', async () => {
    const { db, ana } = await three();
    const gone: string[] = [];
    const onPerson = (id: string) => gone.push(id);
    show(<Method last={ana} onPerson={onPerson} onList={(target) => gone.push(target)} />, db);
    expect(screen.queryByText(/opens the place with/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Do it: Build trust' }));
    await waitFor(() => expect(gone).toEqual([ana]));
  });

  test.each([
    ['facts', 'Add a fact'],
    ['support', 'Add support'],
    ['goals', 'Add a goal'],
    ['cadence', 'hythm'],
    ['review', 'Review this relationship'],
  ])('opens %s on the person’s card and gives it the focus', async (at, label) => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    // happy-dom can't scroll.
    Element.prototype.scrollIntoView = () => {};
    show(<PersonCard id={id} at={at} />, db);
    await waitFor(() => expect(document.activeElement?.closest(`#${at}`)).toBeTruthy());
    const focused = document.activeElement;
    expect(`${focused?.getAttribute('aria-label')} ${focused?.textContent}`).toContain(label);
    expect(focused?.closest('details')?.open ?? true).toBe(true);
  });
});

describe('a suggested stage', () => {
  const open = async (text: RegExp) => {
    const number = await screen.findByRole('button', { name: text });
    fireEvent.click(number);
    return within(number.closest('li') as HTMLElement);
  };

  test('opens the goals and promises that it rests on', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    await logTouchpoints(
      db,
      [1, 2, 3, 4].map((back) => ({
        personIds: [id],
        channel: 'email' as const,
        direction: back % 2 ? ('in' as const) : ('out' as const),
        day: addDays(today, -back),
      })),
    );
    await addGoal(db, id, 'mine', 'A pilot');
    await addGoal(db, id, 'theirs', 'A reference');
    await addFollowUp(db, { personId: id, text: 'the deck', by: 'me', dueDay: today });
    const [promise] = await db.followUps.toArray();
    if (promise) await closeFollowUp(db, promise);
    show(<StageSuggestion person={await stored(db, id)} today={today} />, db);
    expect((await open(/your goals are named/)).getByText('A pilot · mine')).toBeTruthy();
    expect((await open(/their goals are named/)).getByText('A reference · theirs')).toBeTruthy();
    expect((await open(/no promise is late/)).getByText('the deck')).toBeTruthy();
  });

  test('opens the review that planned it; the history says so and leads there, too', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const mine = { nextStage: 'optimize' as const, well: 'The start' };
    await saveReview(db, { id: 'review', personId: id, base: {}, mine }, 'batch');
    await finishReview(db, 'review');
    const { done, opened } = show(<StageSuggestion person={await stored(db, id)} today={today} />, db);
    fireEvent.click((await open(/your last review planned it/)).getByRole('button', { name: 'the review' }));
    expect(opened).toEqual([`review=${id}/review`]);
    fireEvent.click(screen.getByRole('button', { name: 'Move to Optimize' }));
    await waitFor(() => expect(done).toEqual(['moveStage']));
    cleanup();
    await history(db, id);
    expect(screen.queryByText(/suggested by Kith/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^planned in the review of/ }));
    cleanup();
    await deleteReview(db, { id: 'review', personId: id });
    await history(db, id);
    expect(screen.getByText(/planned in a review/)).toBeTruthy();
  });

  test('a move that finishing a review made leads to that review, also one that was stored without it', async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: 'Ana', handles: [] });
    const mine = { nextStage: 'optimize' as const, move: true, well: 'The start' };
    await saveReview(db, { id: 'review', personId: id, base: {}, mine }, 'batch');
    await finishReview(db, 'review');
    expect(await db.stageMoves.filter(({ to }) => to === 'optimize').toArray()).toMatchObject([
      { suggestedBy: 'plan', reviewId: 'review' },
    ]);
    await db.stageMoves.toCollection().modify((move) => {
      delete (move as { reviewId?: string }).reviewId;
    });
    const { opened } = await history(db, id);
    fireEvent.click(screen.getByRole('button', { name: /^planned in the review of/ }));
    expect(opened).toEqual([`review=${id}/review`]);
  });

  async function history(db: KithDb, id: string) {
    const person = await stored(db, id);
    if (person.stage === 'establish') await moveStage(db, id, 'optimize');
    const shown = show(
      <PersonMethod
        person={await stored(db, id)}
        today={today}
        at="review"
        address={undefined}
        site={undefined}
      />,
      db,
    );
    await screen.findByRole('heading', { name: 'Stages so far' });
    return shown;
  }
});

test('the lessons of somebody with whom nothing was learned yet say what will stand there', async () => {
  const db = freshDb();
  const { id } = await addPerson(db, { name: 'Ana', handles: [] });
  await moveStage(db, id, 'optimize');
  show(<PersonMethod person={await stored(db, id)} today={today} address={undefined} site={undefined} />, db);
  await screen.findByText(/What you learn with Ana will stand here/);
});
