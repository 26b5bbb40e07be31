// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PersonCard } from '../../components/screens/PersonCard.tsx';
import { PersonMethod } from '../../components/screens/PersonMethod.tsx';
import { ReviewForm } from '../../components/screens/ReviewForm.tsx';
import { approachHistory, setApproach } from '../../utils/db/approach.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { addEntry, deleteEntry, editEntry, entriesOf } from '../../utils/db/entries.ts';
import { addLesson, findLessons, lessonsFor } from '../../utils/db/lessons.ts';
import { goalsOf } from '../../utils/db/listed.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { methodOf, suggestionFor } from '../../utils/db/method.ts';
import { nudgeFor } from '../../utils/db/nudges.ts';
import { addPerson, editPerson, moveStage } from '../../utils/db/people.ts';
import { choosePlaybook } from '../../utils/db/playbooks.ts';
import { addGoal, closeGoal, deleteGoal } from '../../utils/db/practice.ts';
import { finishReview, reviewBoard, saveReview } from '../../utils/db/reviews.ts';
import { findPeople } from '../../utils/db/search.ts';
import { logTouchpoints } from '../../utils/db/touchpoints.ts';
import type { Changes } from '../../utils/db/write.ts';
import { addDays, noonOf } from '../../utils/domain/days.ts';
import { PRACTICES, type PracticeId } from '../../utils/domain/practices.ts';
import type { ReviewFields } from '../../utils/domain/review/merge.ts';
import type { Channel, Day, Person } from '../../utils/domain/types.ts';
import { firstFollowUps } from '../../utils/words/firsts.ts';
import { reasonsInWords } from '../../utils/words/reasons.ts';
import { show } from '../components/setup.tsx';
import { freshDb } from '../db/setup.ts';

// Each practice leaves a trace, and the trace changes what Kith says next; without the trace it does not say it.

const TODAY: Day = '2026-03-02';
const ago = (days: number) => addDays(TODAY, -days);

/** It is noon of this day from now on. */
const on = (day: Day) => vi.setSystemTime(noonOf(day));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  on(TODAY);
});
afterEach(() => {
  // What is shown must go before its database does.
  cleanup();
  vi.useRealTimers();
});

async function known(
  db: KithDb,
  more: Changes<'people'> = {},
  name = 'Alice Nguyen',
  added: Day = TODAY,
): Promise<string> {
  on(added);
  const { id } = await addPerson(db, { name, handles: [] });
  const { stage, ...fields } = more;
  await editPerson(db, id, fields);
  if (stage) await moveStage(db, id, stage);
  on(TODAY);
  return id;
}

const person = async (db: KithDb, id: string) => (await livePerson(db, id)) as Person;

/** Mails to and fro, so many days ago. */
async function wrote(
  db: KithDb,
  id: string,
  daysAgo: readonly number[],
  channel: Channel = 'email',
): Promise<string[]> {
  const { logged } = await logTouchpoints(
    db,
    daysAgo.map((back, index) => ({
      personIds: [id],
      channel,
      direction: index % 2 === 0 ? ('out' as const) : ('in' as const),
      day: ago(back),
    })),
  );
  return logged.map((one) => one.id);
}

/** Why Kith brings them up on a day. */
const why = async (db: KithDb, id: string, day: Day = TODAY) =>
  (await nudgeFor(db, id, day))?.reasons.map(({ kind }) => kind) ?? [];
const inWords = async (db: KithDb, id: string, day: Day = TODAY) => {
  const nudge = await nudgeFor(db, id, day);
  return nudge && reasonsInWords(nudge, 'en', day);
};
const method = async (db: KithDb, id: string) => ({
  ...(await methodOf(db, id, TODAY)),
  goals: await goalsOf(db, id),
  lessons: await lessonsFor(db, await person(db, id)),
});
const suggested = async (db: KithDb, id: string) => (await suggestionFor(db, id, TODAY))?.suggestion;

/** Writes a review and finishes it. */
async function reviewed(db: KithDb, personId: string, mine: ReviewFields): Promise<void> {
  await saveReview(db, { id: `review-${personId}`, personId, base: {}, mine }, 'batch');
  await finishReview(db, `review-${personId}`);
}

const showMethod = async (db: KithDb, id: string) =>
  show(<PersonMethod person={await person(db, id)} today={TODAY} address={undefined} site={undefined} />, db);

const SIXTEEN: Record<PracticeId, { readonly says: string; readonly holds: () => Promise<void> }> = {
  goals: {
    says: 'Kith suggests to maintain once both sides have named a goal, and says which side is missing',
    async holds() {
      const db = freshDb();
      const id = await known(db);
      await wrote(db, id, [50, 40, 20, 5]);
      await addGoal(db, id, 'mine', 'A pilot in two branches');
      show(<PersonCard id={id} />, db);
      await screen.findByText(/No goal of Alice Nguyen’s yet/);
      expect(await suggested(db, id)).toBeUndefined();
      await addGoal(db, id, 'theirs', 'A reference');
      await waitFor(() => expect(screen.queryByText(/No goal of Alice Nguyen’s yet/)).toBeNull());
      const suggestion = await suggested(db, id);
      expect(suggestion).toMatchObject({ to: 'maintain', rule: 'both-write' });
      expect(suggestion?.evidence.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['your-goals', 'their-goals']),
      );
      const mine = (await method(db, id)).goals.find(({ side }) => side === 'mine');
      if (mine) await deleteGoal(db, mine);
      await screen.findByText(/No goal of yours yet/);
      expect(await suggested(db, id)).toBeUndefined();
    },
  },
  communicate: {
    says: 'the first follow-ups come up on their days, and a touchpoint closes the next of them',
    async holds() {
      const db = freshDb();
      const { id } = await addPerson(db, { name: 'Alice Nguyen', handles: [] }, firstFollowUps());
      // Who has no rhythm is not nudged (product.md): it would not be asked for.
      await editPerson(db, id, { cadenceDays: 30 });
      const left = async () => {
        const rows = await db.followUps.where({ personId: id }).sortBy('dueDay');
        return rows.filter(({ state }) => state === 'open').map(({ dueDay }) => dueDay);
      };
      expect(await left()).toEqual([addDays(TODAY, 2), addDays(TODAY, 14), addDays(TODAY, 42)]);
      expect(await why(db, id, addDays(TODAY, 1))).toEqual([]);
      expect(await why(db, id, addDays(TODAY, 2))).toEqual(['promise']);
      on(addDays(TODAY, 2));
      await wrote(db, id, [-2]);
      expect(await left()).toEqual([addDays(TODAY, 14), addDays(TODAY, 42)]);
      expect(await why(db, id, addDays(TODAY, 2))).toEqual([]);
      expect(await why(db, id, addDays(TODAY, 14))).toEqual(['promise']);
    },
  },
  trust: {
    says: 'a fact is shown with who told whom, and finds the person',
    async holds() {
      const db = freshDb();
      const id = await known(db);
      const search = { query: 'porto', today: TODAY, language: 'en' };
      expect((await findPeople(db, search, 5)).total).toBe(0);
      await addEntry(db, 'facts', { personId: id, kind: 'family', text: 'Family in Porto', told: 'by-me' });
      expect((await findPeople(db, search, 5)).people).toMatchObject([
        { person: { id }, why: { in: 'fact', text: 'Family in Porto' } },
      ]);
      await showMethod(db, id);
      await screen.findByText('Family in Porto');
      expect(screen.getByText('family · you did')).toBeTruthy();
      const [fact] = await entriesOf(db, 'facts', id);
      if (fact) await deleteEntry(db, 'facts', fact);
      expect((await findPeople(db, search, 5)).total).toBe(0);
    },
  },
  listen: {
    says: 'what they asked for comes up every day until something was done about it',
    async holds() {
      const db = freshDb();
      const id = await known(db);
      expect(await why(db, id)).toEqual([]);
      await addEntry(db, 'feedback', {
        personId: id,
        from: 'them',
        text: 'Shorter reports',
        state: 'open',
        day: ago(1),
      });
      expect(await why(db, id)).toEqual(['feedback']);
      expect(await inWords(db, id)).toContain('Shorter reports');
      expect(await why(db, id, addDays(TODAY, 100))).toEqual(['feedback']);
      const [feedback] = await entriesOf(db, 'feedback', id);
      if (feedback)
        await editEntry(db, 'feedback', feedback, { state: 'done', outcome: 'One page from May on' });
      expect(await why(db, id)).toEqual([]);
    },
  },
  contact: {
    says: 'they are due by the rhythm, then overdue, and a touchpoint begins it anew',
    async holds() {
      const db = freshDb();
      const id = await known(db, { stage: 'maintain' });
      await wrote(db, id, [30]);
      expect(await why(db, id)).toEqual([]);
      await editPerson(db, id, { cadenceDays: 30 });
      expect(await why(db, id, ago(1))).toEqual([]);
      expect(await why(db, id)).toEqual(['due']);
      expect(await why(db, id, addDays(TODAY, 15))).toEqual(['overdue']);
      await wrote(db, id, [0]);
      expect(await why(db, id, addDays(TODAY, 29))).toEqual([]);
      expect(await why(db, id, addDays(TODAY, 30))).toEqual(['due']);
    },
  },
  support: {
    says: 'what they asked for and was not given comes up, and counts as given in the balance of a year',
    async holds() {
      const db = freshDb();
      const id = await known(db, { stage: 'maintain' });
      const given = async () => (await method(db, id)).standing.support.given.number;
      const ask = (text: string, day: Day) =>
        addEntry(db, 'support', { personId: id, kind: 'asked', text, state: 'open', day });
      await ask('an introduction to Bo', ago(1));
      expect(await why(db, id)).toEqual(['support']);
      expect(await inWords(db, id)).toContain('an introduction to Bo');
      expect(await given()).toBe(0);
      const [asked] = await entriesOf(db, 'support', id);
      if (asked) await editEntry(db, 'support', asked, { state: 'done' });
      expect(await why(db, id)).toEqual([]);
      expect(await given()).toBe(1);
      // Somebody's help of two years ago is no part of this year's balance.
      for (const back of [364, 365])
        await addEntry(db, 'support', {
          personId: id,
          kind: 'given',
          text: 'a template',
          state: 'done',
          day: ago(back),
        });
      expect(await given()).toBe(2);
    },
  },
  feedback: {
    says: 'it is time to ask for feedback by the playbook’s interval, counted from the last they gave',
    async holds() {
      const db = freshDb();
      const id = await known(db, { stage: 'maintain' }, 'Alice Nguyen', ago(90));
      await wrote(db, id, [1]);
      expect(await why(db, id)).toEqual([]);
      // Asks every 90 days; the review, which is due on the same day, was done.
      await editPerson(db, id, { playbook: 'client' });
      await reviewed(db, id, { well: 'The start' });
      expect(await why(db, id, ago(1))).toEqual([]);
      expect(await why(db, id)).toEqual(['askFeedback']);
      await addEntry(db, 'feedback', {
        personId: id,
        from: 'them',
        text: 'All fine',
        state: 'done',
        day: TODAY,
      });
      expect(await why(db, id)).toEqual([]);
      expect((await person(db, id)).pulse?.feedbackDay).toBe(addDays(TODAY, 90));
      await editPerson(db, id, { playbook: undefined });
      expect(await why(db, id, addDays(TODAY, 20))).toEqual([]);
    },
  },
  together: {
    says: 'half a year of only business is said until they meet for its own sake, and a birthday a week ahead',
    async holds() {
      const db = freshDb();
      const id = await known(db, { stage: 'maintain', playbook: 'client' });
      await wrote(db, id, [180, 120, 60, 20, 1]);
      expect(await why(db, id, ago(1))).toEqual([]);
      expect(await why(db, id)).toEqual(['business']);
      expect((await method(db, id)).standing.business).toMatchObject({ days: 180 });
      await wrote(db, id, [0], 'social');
      expect(await why(db, id)).toEqual([]);
      expect((await method(db, id)).standing.business).toBeUndefined();
      const birthday = addDays(TODAY, 7);
      await editPerson(db, id, {
        dates: [
          {
            kind: 'birthday',
            month: Number(birthday.slice(5, 7)),
            day: Number(birthday.slice(8)),
            year: 1980,
          },
        ],
      });
      expect(await why(db, id, ago(1))).toEqual([]);
      expect(await why(db, id)).toEqual(['date']);
    },
  },
  analyse: {
    says: 'every number of the standing opens the touchpoints it came from, with the user’s own words beside it',
    async holds() {
      const db = freshDb();
      const id = await known(db, { stage: 'optimize' });
      const ids = await wrote(db, id, [60, 45, 30, 15]);
      const call = await wrote(db, id, [3], 'call');
      const { standing } = await method(db, id);
      expect(standing.rhythm).toMatchObject({ days: 15 });
      const byTime = [...ids, ...call];
      expect(standing.rhythm?.ids).toEqual(byTime);
      expect(standing.last).toEqual({ number: 3, ids: call });
      expect(standing.channels).toEqual([
        { channel: 'email', number: 4, ids },
        { channel: 'call', number: 1, ids: call },
      ]);
      expect(standing.turns?.out.number).toBe(standing.turns?.out.ids.length);
      await setApproach(db, await person(db, id), { strengths: 'Quick answers' }, {});
      await showMethod(db, id);
      const region = await screen.findByRole('region', { name: 'Where it stands' });
      fireEvent.click(within(region).getByRole('button', { name: 'e-mail 4' }));
      await waitFor(() => expect(within(region).getAllByRole('listitem')).toHaveLength(4));
      expect(screen.getByText('Quick answers')).toBeTruthy();
    },
  },
  adjust: {
    says: 'a change of the approach stands in its history with why, and after a season Kith suggests to evaluate it',
    async holds() {
      const db = freshDb();
      // Reviews once a year: it is the change that is evaluated.
      const id = await known(db, { playbook: 'friend' });
      on(ago(100));
      await moveStage(db, id, 'optimize');
      on(ago(85));
      // Another frame, with its reason, is no change of how one works with somebody.
      await choosePlaybook(db, await person(db, id), 'client', 'a customer now');
      await choosePlaybook(db, await person(db, id), 'friend', 'a friend after all');
      on(TODAY);
      await wrote(db, id, [60, 40, 20]);
      expect(await suggested(db, id)).toBeUndefined();
      on(ago(80));
      await setApproach(db, await person(db, id), { channel: 'call', why: 'mails go unread' }, {});
      on(TODAY);
      expect(await approachHistory(db, id)).toMatchObject([
        {
          day: ago(80),
          why: 'mails go unread',
          changes: [{ field: 'channel', before: undefined, after: 'call' }],
        },
        { day: ago(85), why: 'a friend after all' },
        { day: ago(85), why: 'a customer now' },
        { changes: [{ field: 'playbook', after: 'friend' }] },
      ]);
      expect(await suggested(db, id)).toMatchObject({ to: 'evaluate', rule: 'adjusted' });
      await showMethod(db, id);
      fireEvent.click(await screen.findByText('How it changed'));
      await screen.findByText(/mails go unread/);
      await screen.findByText(/from Client to Friend/);
      expect(screen.getByText(/a friend after all/)).toBeTruthy();
    },
  },
  'goals-next': {
    says: 'when every goal is met or let go the next is asked for, and a met one is evidence to move on',
    async holds() {
      const db = freshDb();
      const id = await known(db, { stage: 'maintain' });
      await wrote(
        db,
        id,
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => n * 20),
      );
      for (const side of ['mine', 'theirs'] as const) await addGoal(db, id, side, `A goal: ${side}`);
      show(<PersonCard id={id} />, db);
      await screen.findByText('A goal: theirs');
      expect(screen.queryByText(/Every goal is met or let go/)).toBeNull();
      expect(await suggested(db, id)).toBeUndefined();
      const [mine, theirs] = (await method(db, id)).goals;
      if (mine) await closeGoal(db, mine, 'met');
      if (theirs) await closeGoal(db, theirs, 'dropped');
      await screen.findByText(/Every goal is met or let go/);
      expect((await suggested(db, id))?.evidence.map(({ kind }) => kind)).toContain('goals-met');
      fireEvent.click(screen.getByRole('button', { name: 'Add one' }));
      const form = await screen.findByRole('form', { name: 'Goal' });
      fireEvent.input(within(form).getByRole('textbox', { name: 'Goal' }), {
        target: { value: 'A third branch' },
      });
      fireEvent.submit(form);
      await screen.findByText('A third branch');
      expect(screen.queryByText(/Every goal is met or let go/)).toBeNull();
      expect((await method(db, id)).goals.filter(({ state }) => state === 'open')).toMatchObject([
        { side: 'shared', text: 'A third branch' },
      ]);
    },
  },
  learn: {
    says: 'a lesson comes back for another person with its tag or the same playbook, and only for them',
    async holds() {
      const db = freshDb();
      const alice = await known(db, { playbook: 'mentor' });
      const tagged = await known(db, { tags: ['Pilot'] }, 'Bo Chen');
      const alike = await known(db, { playbook: 'mentor' }, 'Carla Diaz');
      const other = await known(db, { tags: ['port'], playbook: 'friend' }, 'Dmitri Orlov');
      await addLesson(db, { personId: alice, text: 'Name the price early', tags: ['pilot'] });
      const found = async (id: string) => {
        const lessons = await lessonsFor(db, await person(db, id));
        return lessons.map(({ why: { tags, playbook } }) => ({ tags, playbook }));
      };
      expect(await found(tagged)).toEqual([{ tags: ['pilot'], playbook: false }]);
      expect(await found(alike)).toEqual([{ tags: [], playbook: true }]);
      expect(await found(other)).toEqual([]);
      await moveStage(db, tagged, 'optimize');
      await showMethod(db, tagged);
      await screen.findByText(/Name the price early/);
    },
  },
  review: {
    says: 'a review is due by the playbook and comes up, until it is done; the next is due an interval later',
    async holds() {
      const db = freshDb();
      const id = await known(db, { playbook: 'client' }, 'Alice Nguyen', ago(90));
      await wrote(db, id, [1]);
      const due = async () => (await reviewBoard(db, TODAY, 5)).due.map(({ day }) => day);
      expect(await why(db, id, ago(1))).toEqual([]);
      expect(await why(db, id)).toEqual(['review']);
      expect(await due()).toEqual([TODAY]);
      await reviewed(db, id, { mine: 4, well: 'The first branch' });
      expect(await why(db, id)).toEqual([]);
      expect(await due()).toEqual([]);
      expect((await person(db, id)).pulse?.reviewDay).toBe(addDays(TODAY, 90));
      expect((await method(db, id)).standing.satisfaction.mine).toMatchObject([{ value: 4 }]);
    },
  },
  gather: {
    says: 'a pasted reply is split by question into the review, and what matches none is kept beside it',
    async holds() {
      const db = freshDb();
      const id = await known(db, { playbook: 'client' });
      show(<ReviewForm personId={id} onClose={() => {}} />, db);
      fireEvent.click(await screen.findByRole('button', { name: /^4: / }));
      fireEvent.input(await screen.findByLabelText('Paste the reply here'), {
        target: { value: 'Hello Ana,\n\n1. Five, all was clear.\n2. All of them.' },
      });
      fireEvent.click(screen.getByRole('button', { name: 'Split by question' }));
      await waitFor(
        async () =>
          expect(await db.reviews.toArray()).toMatchObject([
            {
              personId: id,
              state: 'draft',
              answers: expect.arrayContaining([
                {
                  question: expect.stringMatching(/^How satisfied are you with our work/),
                  answer: 'Five, all was clear.',
                },
                { question: expect.stringMatching(/^Which of our promises/), answer: 'All of them.' },
              ]),
              feedback: expect.stringContaining('Hello Ana,'),
            },
          ]),
        { timeout: 3000 },
      );
      // Who has answered need not be asked again at once.
      const [{ id: review } = { id: '' }] = await db.reviews.toArray();
      await moveStage(db, id, 'maintain');
      const asking = addDays(TODAY, 90);
      on(asking);
      expect(await why(db, id, asking)).toContain('askFeedback');
      await finishReview(db, review);
      expect(await why(db, id, asking)).not.toContain('askFeedback');
    },
  },
  'sum-up': {
    says: 'the lessons of a review stand in the list of lessons and with the person once it is done',
    async holds() {
      const db = freshDb();
      const id = await known(db);
      const text = 'Ask who decides';
      const listed = async () =>
        (await findLessons(db, { query: 'decides', tags: ['pilot'], limit: 9 })).lessons;
      const lessons = [{ id: 'lesson', text, tags: ['pilot'] }];
      await saveReview(db, { id: `review-${id}`, personId: id, base: {}, mine: { lessons } }, 'batch');
      expect(await listed()).toEqual([]);
      await finishReview(db, `review-${id}`);
      expect(await listed()).toMatchObject([{ lesson: { text, reviewId: `review-${id}` }, person: { id } }]);
      expect((await method(db, id)).lessons).toMatchObject([{ lesson: { text }, why: { own: true } }]);
    },
  },
  plan: {
    says: 'the actions of a review become follow-ups that come up on their day, and its next stage is suggested',
    async holds() {
      const db = freshDb();
      const id = await known(db, { stage: 'evaluate' }, 'Alice Nguyen', ago(1));
      const dueDay = addDays(TODAY, 10);
      const action = { id: 'action', text: 'Agree on a day', by: 'me' as const, dueDay };
      expect(await suggested(db, id)).toBeUndefined();
      expect(await why(db, id, dueDay)).toEqual([]);
      await reviewed(db, id, { actions: [action], nextStage: 'maintain', nextWhy: 'a calmer year' });
      expect(await why(db, id, addDays(dueDay, -1))).toEqual([]);
      expect(await why(db, id, dueDay)).toEqual(['promise']);
      expect(await inWords(db, id, dueDay)).toContain('Agree on a day');
      expect(await suggested(db, id)).toMatchObject({ to: 'maintain', rule: 'plan' });
      await moveStage(db, id, 'maintain', { suggestedBy: 'plan' });
      expect(await suggested(db, id)).toBeUndefined();
      expect((await method(db, id)).moves[0]).toMatchObject({ to: 'maintain', suggestedBy: 'plan' });
    },
  },
};

test('the practices are sixteen, four to a stage', () => {
  expect(PRACTICES).toHaveLength(16);
  expect(Object.keys(SIXTEEN)).toEqual(PRACTICES.map(({ id }) => id));
});

describe.each(PRACTICES)('$stage, $id', ({ id }) => {
  // A practice without a test fails here.
  test(SIXTEEN[id]?.says ?? 'has a consequence', () => SIXTEEN[id].holds());
});
