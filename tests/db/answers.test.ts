import { beforeEach, describe, expect, test } from 'vitest';
import {
  changeCadence,
  doneLabel,
  finishReason,
  keepAsIs,
  snooze,
  stopReason,
} from '../../utils/db/answers.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { mergePeople } from '../../utils/db/merge.ts';
import { nudgeFor, type PersonNudge } from '../../utils/db/nudges.ts';
import { addPerson, editPerson } from '../../utils/db/people.ts';
import { addFollowUp, addGoal, closeFollowUp } from '../../utils/db/practice.ts';
import { logTouchpoint } from '../../utils/db/touchpoints.ts';
import { lastActions, undo } from '../../utils/db/undo.ts';
import { write } from '../../utils/db/write.ts';
import { addDays, dayOf } from '../../utils/domain/days.ts';
import type { Reason, ReasonKind } from '../../utils/domain/nudges/reasons.ts';
import type { Person } from '../../utils/domain/types.ts';
import { doneText } from '../../utils/words/done.ts';
import { freshDb, visible } from './setup.ts';

const TODAY = dayOf(Date.now());
const ago = (days: number) => addDays(TODAY, -days);

let db: KithDb;
let id: string;

beforeEach(async () => {
  db = freshDb();
  id = (await addPerson(db, { name: 'Ana', handles: [] })).id;
});

const person = async () => (await db.people.get(id)) as Person; // it was added
const nudge = async (day = TODAY) => (await nudgeFor(db, id, day)) as PersonNudge;
const kinds = async (day = TODAY) => ((await nudgeFor(db, id, day))?.reasons ?? []).map(({ kind }) => kind);
const reason = async (kind: ReasonKind) => (await nudge()).reasons.find((one) => one.kind === kind) as Reason; // each test made it
const wrote = (days: number, direction: 'in' | 'out' = 'in') =>
  logTouchpoint(db, { personIds: [id], channel: 'email', direction, day: ago(days) });

/** Makes a nudge of a kind come up, and perhaps others. */
const RAISED: Record<ReasonKind, () => Promise<unknown>> = {
  due: async () => {
    await editPerson(db, id, { cadenceDays: 30 });
    await wrote(35);
  },
  overdue: async () => {
    await editPerson(db, id, { cadenceDays: 30 });
    await wrote(90);
  },
  drifting: async () => {
    await editPerson(db, id, { cadenceDays: 365 });
    for (const days of [50, 60, 70, 80]) await wrote(days);
  },
  quiet: async () => {
    await editPerson(db, id, { cadenceDays: 30 });
    for (const days of [150, 160, 170, 180]) await wrote(days);
  },
  unanswered: async () => {
    await editPerson(db, id, { cadenceDays: 365 });
    const { id: touchpoint } = await wrote(9);
    await write(db, { label: 'editTouchpoint' }, (writer) =>
      writer.update('touchpoints', touchpoint, { question: true }),
    );
  },
  promise: () => addFollowUp(db, { personId: id, text: 'the deck', by: 'me', dueDay: ago(2) }),
  goal: () => addGoal(db, id, 'mine', 'a pilot', ago(2)),
  feedback: () => insert('feedback', { from: 'them', text: 'too late', state: 'open', day: ago(3) }),
  support: () => insert('support', { kind: 'asked', text: 'a name', state: 'open', day: ago(3) }),
  review: () => editPerson(db, id, { stage: 'evaluate', playbook: 'own' }),
  askFeedback: () => playbook({ feedbackEveryDays: 30 }),
  business: async () => {
    await playbook({ businessOnlyDays: 60 });
    await wrote(80);
  },
  date: () => {
    const soon = addDays(TODAY, 3);
    const [, month, day] = soon.split('-').map(Number);
    return editPerson(db, id, { dates: [{ kind: 'birthday', month: month ?? 1, day: day ?? 1 }] });
  },
};

const insert = (table: 'feedback' | 'support', row: object) =>
  write(db, { label: 'addFeedback' }, (writer) => writer.insert(table, { personId: id, ...row } as never));

async function playbook(numbers: object) {
  await write(db, { label: 'editPlaybook' }, (writer) =>
    writer.insert('playbooks', { id: 'own', data: { cadence: {}, ...numbers } }),
  );
  await editPerson(db, id, { playbook: 'own', stage: 'maintain', since: ago(100) });
}

/** The ways out, each of which answers the batch to undo. */
const ANSWERS: Record<string, (one: Reason) => Promise<string>> = {
  done: async (one) => finishReason(db, await person(), one),
  later: async () => snooze(db, await person(), addDays(TODAY, 7)),
  'change cadence': async (one) => changeCadence(db, await person(), 180, one),
  stop: async (one) => stopReason(db, await person(), one),
  'keep as it is': async () => keepAsIs(db, await person()),
};

/** How a done reason is called where it is no touchpoint: the action and the word on its button. */
const CALLED: Partial<Record<ReasonKind, readonly [string, string]>> = {
  promise: ['closeFollowUp', 'Done'],
  goal: ['closeGoal', 'Met'],
  feedback: ['markDone', 'Done'],
  support: ['markDone', 'Given'],
  review: ['markDone', 'Reviewed'],
  askFeedback: ['askFeedback', 'Asked'],
  business: ['markDone', 'Done'],
  date: ['keepDate', 'Wishes sent'],
};

test('what a date of the user’s own stands for is not guessed', () => {
  const date = { kind: 'custom', label: 'her father died', month: 3, day: 1 } as const;
  expect(doneText({ kind: 'date', date, day: TODAY, inDays: 0 })).toBe('Done');
});

describe.each(Object.keys(RAISED) as ReasonKind[])('a nudge of the kind %s', (kind) => {
  test.each(Object.keys(ANSWERS))('%s: can be undone and done again', async (way) => {
    await RAISED[kind]();
    expect(await kinds()).toContain(kind);
    const before = await visible(db);
    const batch = (await ANSWERS[way]?.(await reason(kind))) ?? '';
    const after = await visible(db);
    expect(after).not.toEqual(before);
    const shown = await kinds();
    const undone = (await undo(db, batch)) ?? '';
    expect(await visible(db)).toEqual(before);
    expect(await kinds()).toContain(kind);
    await undo(db, undone);
    expect(await visible(db)).toEqual(after);
    expect(await kinds()).toEqual(shown);
  });

  test('done is called what it is, for its undo and for the way out: only what logs says so', async () => {
    await RAISED[kind]();
    const one = await reason(kind);
    const touchpoints = await db.touchpoints.count();
    await finishReason(db, await person(), one);
    const label = doneLabel(one);
    expect((await lastActions(db, 1))[0]?.label).toBe(label);
    expect(label === 'log').toBe((await db.touchpoints.count()) > touchpoints);
    expect([label, doneText(one)]).toEqual(CALLED[kind] ?? ['log', 'Done']);
  });

  test.each(['done', 'stop', 'later'])('%s: is gone at once', async (way) => {
    await RAISED[kind]();
    await ANSWERS[way]?.(await reason(kind));
    expect(await kinds()).not.toContain(kind);
  });
});

test('later holds to the day, everything at once', async () => {
  await RAISED.promise();
  await RAISED.overdue();
  const shown = await kinds();
  await snooze(db, await person(), addDays(TODAY, 7));
  expect(await kinds(addDays(TODAY, 6))).toEqual([]);
  expect(await kinds(addDays(TODAY, 7))).toEqual(shown);
  // The last answer counts.
  await snooze(db, await person(), addDays(TODAY, 1));
  expect(await db.snoozes.count()).toBe(1);
  expect(await kinds(addDays(TODAY, 1))).toEqual(shown);
});

test('two people who became one have one answer: the last', async () => {
  await RAISED.promise();
  const other = (await addPerson(db, { name: 'Anna', handles: [] })).id;
  await snooze(db, await person(), addDays(TODAY, 3));
  await snooze(db, (await db.people.get(other)) as Person, addDays(TODAY, 60));
  await mergePeople(db, id, other);
  const before = await visible(db);
  const batch = await snooze(db, await person(), addDays(TODAY, 5));
  expect(await kinds(addDays(TODAY, 4))).toEqual([]);
  expect(await kinds(addDays(TODAY, 5))).toEqual(['promise']);
  await undo(db, batch);
  expect(await visible(db)).toEqual(before);
});

describe('quiet for long', () => {
  test.each([
    ['kept', async (_: Reason) => keepAsIs(db, await person())],
    ['another cadence', async (one: Reason) => changeCadence(db, await person(), 7, one)],
    ['let go', async (one: Reason) => stopReason(db, await person(), one)],
    ['done', async (one: Reason) => finishReason(db, await person(), one)],
  ])('is asked once: %s', async (_, answer) => {
    await RAISED.quiet();
    expect(await kinds()).toEqual(['quiet']);
    await answer(await reason('quiet'));
    expect(await kinds()).toEqual([]);
    expect((await kinds(addDays(TODAY, 400))).filter((kind) => kind === 'quiet')).toEqual(
      _ === 'done' ? ['quiet'] : [],
    );
  });

  test('a changed cadence without that question leaves the rhythm alone', async () => {
    await RAISED.overdue();
    await changeCadence(db, await person(), 60, await reason('overdue'));
    expect(await kinds()).toEqual(['overdue']);
    await changeCadence(db, await person(), 80);
    expect(await kinds()).toEqual(['due']);
    await changeCadence(db, await person(), undefined);
    expect(await kinds()).toEqual([]);
    expect(await db.snoozes.count()).toBe(0);
  });
});

test('done logs that the user was in touch, on the channel that was used, and clears the rhythm', async () => {
  await RAISED.overdue();
  await RAISED.promise();
  await finishReason(db, await person(), await reason('overdue'), 'call');
  const [last] = await db.touchpoints.orderBy('at').reverse().toArray();
  expect(last).toMatchObject({ channel: 'call', direction: 'out', day: TODAY, personIds: [id] });
  expect(await kinds()).toEqual(['promise']);
});

test('a stopped cadence stays stopped after a touchpoint, and a new one begins again', async () => {
  await RAISED.overdue();
  await stopReason(db, await person(), await reason('overdue'));
  await wrote(60);
  expect(await kinds()).toEqual([]);
  await editPerson(db, id, { cadenceDays: 50 });
  expect(await kinds()).toEqual(['due']);
});

test.each([
  ['askFeedback', 90, { feedbackEveryDays: undefined }],
  ['askFeedback', 30, {}],
] as const)(
  'what comes back by itself is put off by its interval: %s, %i days',
  async (kind, days, numbers) => {
    await RAISED[kind]();
    const one = await reason(kind);
    if ('feedbackEveryDays' in numbers) await editPerson(db, id, { playbook: undefined, cadenceDays: 3650 });
    await finishReason(db, await person(), one);
    await editPerson(db, id, { playbook: 'own' });
    expect(await kinds(addDays(TODAY, days - 1))).not.toContain(kind);
    expect(await kinds(addDays(TODAY, days))).toContain(kind);
  },
);

describe('a follow-up that repeats', () => {
  const open = async () =>
    (await db.followUps.toArray()).filter(({ state, deletedAt }) => state === 'open' && !deletedAt);
  beforeEach(async () => {
    await RAISED.promise();
    const [row] = await open();
    await write(db, { label: 'editFollowUp' }, (writer) =>
      writer.update('followUps', row?.id ?? '', { repeatDays: 7 }),
    );
  });

  test('comes back on its own day after today when it was done, and its undo takes that back', async () => {
    const before = await visible(db);
    const batch = await finishReason(db, await person(), await reason('promise'));
    expect(await kinds()).toEqual([]);
    expect((await open()).map(({ dueDay, repeatDays }) => [dueDay, repeatDays])).toEqual([
      [addDays(TODAY, 5), 7],
    ]);
    expect(await kinds(addDays(TODAY, 5))).toEqual(['promise']);
    await undo(db, batch);
    expect(await visible(db)).toEqual(before);
  });

  test('does not come back when it was dropped', async () => {
    await stopReason(db, await person(), await reason('promise'));
    expect(await open()).toEqual([]);
  });

  test('closed in two windows at once comes back once', async () => {
    const [row] = await open();
    const one = await reason('promise');
    const ana = await person();
    if (!row) throw new Error('there is one');
    await Promise.all([finishReason(db, ana, one), finishReason(db, ana, one), closeFollowUp(db, row)]);
    expect((await open()).length).toBe(1);
  });
});
