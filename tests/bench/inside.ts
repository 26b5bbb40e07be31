// Runs in a page of the extension: fills the database through its own schema and asks it with the project's own code.
import { type KithDb, openDatabase, type TableName } from '../../utils/db/database.ts';
import { dayPlanned, keepPlan, shownOn } from '../../utils/db/day.ts';
import { derive, timelineOf } from '../../utils/db/derive.ts';
import { nudgesOn } from '../../utils/db/nudges.ts';
import { recognise } from '../../utils/db/recognise.ts';
import { searchPeople } from '../../utils/db/search.ts';
import { timelineIn } from '../../utils/db/timeline.ts';
import { dueDay } from '../../utils/domain/cadence.ts';
import { addDays, dayOf, daysBetween } from '../../utils/domain/days.ts';
import { nameKey } from '../../utils/domain/name-key.ts';
import { dateKey } from '../../utils/domain/nudges/reasons.ts';
import { nudgeDayOf, PULSE_TOUCHPOINTS, pulseOf } from '../../utils/domain/pulse.ts';
import { CADENCE_PRESETS, CHANNELS, type Person, STAGES, type Touchpoint } from '../../utils/domain/types.ts';
import type { Sighting } from '../../utils/sites/types.ts';
import { boardTimes } from './board.ts';

const FIRST =
  'Ada Amir Ana Anton Arjun Aya Bea Boris Caio Carmen Chen Clara Dana Dario Devi Diego Dora Elif Emil Esme Eva Farah Felix Fleur Gita Goran Greta Hana Hugo Ida Ines Ivo Jana Jonas Joy Juno Kaito Kamal Karin Kofi Lara Leif Lena Liam Lin Luca Luz Mara Marek Maya Milo Mina Nadia Naoko Nils Noor Nora Oda Olga Omar Otto Pam Pavel Per Petra Priya Quinn Rafael Rana Reza Rita Ruth Sana Santi Sara Seth Signe Sofia Sven Tala Tamar Teo Thea Tomas Tove Uma Umar Vera Vik Viola Wanda Wei Xenia Yara Yuki Yusuf Zahra Zeno Zoe'.split(
    ' ',
  );
const LAST =
  'Abara Acosta Adeyemi Alba Almeida Amari Araki Arslan Baker Banerjee Barros Becker Bello Berg Bianchi Bravo Brandt Castro Chavez Costa Cruz Dahl Das Demir Diaz Dubois Duarte Eriksen Eze Faber Farouk Fiore Fofana Fujita Gallo Garcia Ghosh Gomes Haddad Hahn Hansen Harari Hayashi Hoang Horvat Ibarra Ito Iyer Jansen Joshi Kaya Keller Khan Kimura Klein Koch Kovac Kruger Lam Larsen Lemos Lind Lopez Luna Maas Malik Marino Mendes Meyer Mori Moss Naidu Nair Nakano Nkosi Novak Nunes Okafor Okoye Olsen Osei Park Patel Perez Petit Pinto Quill Rahman Rao Reyes Rossi Saito Saleh Santos Sato Schmid Silva Tanaka Vale Veras Weber'.split(
    ' ',
  );
const PLACES = ['Harbour', 'Northlight', 'Orchard', 'Tidewater', 'Quarry', 'Lantern', 'Juniper'];
const CHUNK = 5000;
const DAY_MS = 86_400_000;

const db = openDatabase();

/** Fixed chance: every run has the same database. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(list: readonly T[], chance: number): T {
  return list[Math.floor(chance * list.length)] as T; // a chance is below 1
}

const id = (kind: string, index: number) => `${kind}-0000-4000-8000-${String(index).padStart(12, '0')}`;

function emailOf(index: number): string {
  const name = nameOf(index).toLowerCase().replace(' ', '.');
  return `${name}@${(PLACES[index % PLACES.length] ?? '').toLowerCase()}${index % 400}.example.com`;
}

function nameOf(index: number): string {
  return `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]}`;
}

/**
 * Fills an empty database: people with a handle or two each, touchpoints (1 to 19 a person, one in twenty shared by two), and
 * some notes, goals and follow-ups. Answers the rows stored and how long it took (ms).
 */
async function seed(people: number, touchpoints: number): Promise<{ rows: number; ms: number }> {
  const from = performance.now();
  const now = Date.now();
  const chance = chances(7);
  const stamps = { createdAt: now - 400 * DAY_MS, updatedAt: now - 400 * DAY_MS };
  const timelines = new Map<number, Touchpoint[]>();
  const events: Touchpoint[] = [];
  for (let index = 0; index < touchpoints; index += 1) {
    // Some are met often, some hardly.
    const who = Math.floor(chance() * chance() * people);
    const also = chance() < 0.05 ? (who + 17) % people : undefined;
    const at = Math.floor(now - chance() * 700 * DAY_MS);
    const personIds = [who, ...(also === undefined ? [] : [also])].map((one) => id('person', one));
    const key = id('touch', index);
    const touchpoint: Touchpoint = {
      id: key,
      ...stamps,
      personIds,
      channel: pick(CHANNELS, chance() * chance()),
      direction: pick(['in', 'out', 'both'], chance()),
      ...(chance() < 0.05 && { question: true as const }),
      at,
      day: dayOf(at),
      subject: `About the ${pick(PLACES, chance())} plan, part ${index % 97}`,
      link: `https://mail.google.com/mail/u/0/#all/${index.toString(16).padStart(16, '0')}`,
      sourceKey: `gmail:ana@example.com:${index.toString(16).padStart(16, '0')}`,
      site: 'gmail',
      timeline: [],
    };
    events.push({ ...touchpoint, timeline: timelineOf(touchpoint) });
    for (const one of also === undefined ? [who] : [who, also])
      timelines.set(one, [...(timelines.get(one) ?? []), touchpoint]);
  }
  const everyone = Array.from({ length: people }, (_, index): Person => {
    const mine = (timelines.get(index) ?? []).sort((a, b) => a.at - b.at);
    const last = mine.at(-1);
    const silent = last ? daysBetween(last.day, dayOf(now)) : 400;
    // Whoever sets a cadence mostly keeps it: four in five are not due.
    const kept = CADENCE_PRESETS.filter((days) => days > silent);
    const cadences = kept.length > 0 && chance() < 0.8 ? kept : CADENCE_PRESETS;
    const given = {
      stage: pick(STAGES.slice(0, 3), chance()),
      stageSince: stamps.createdAt,
      since: dayOf(now - 400 * DAY_MS),
      ...(chance() < (kept.length > 0 ? 0.2 : 0.03) && { cadenceDays: pick(cadences, chance()) }),
      ...(chance() < 0.3 && {
        dates: [
          {
            kind: 'birthday',
            month: 1 + Math.floor(chance() * 12),
            day: 1 + Math.floor(chance() * 28),
          } as const,
        ],
      }),
    };
    const due = dueDay(given, last?.day);
    const newest = [...mine].reverse().slice(0, PULSE_TOUCHPOINTS);
    const pulse = pulseOf(given, { touchpoints: newest });
    const nudgeDay = nudgeDayOf(given, pulse);
    return {
      id: id('person', index),
      ...stamps,
      updatedAt: stamps.updatedAt + index,
      name: nameOf(index),
      headline: `${pick(['Planner', 'Engineer', 'Buyer', 'Teacher'], chance())} | tides and patience`,
      organization: `${PLACES[index % PLACES.length]} ${index % 400}`,
      ...given,
      tags: chance() < 0.2 ? ['client'] : [],
      ...(last && { lastAt: last.at, lastTouchpointId: last.id }),
      ...(due !== undefined && { dueDay: due }),
      ...(nudgeDay !== undefined && { nudgeDay }),
      ...(Object.keys(pulse).length > 0 && { pulse }),
      ...(given.dates && { dateKeys: given.dates.map(dateKey) }),
      touchpointCount: mine.length,
      nameKey: nameKey(nameOf(index)),
    };
  });
  const some = (share: number) => everyone.filter(() => chance() < share).map((person) => person.id);
  const rows: Partial<Record<TableName, object[]>> = {
    people: everyone,
    handles: everyone.flatMap((person, index) => {
      const handle = { ...stamps, personId: person.id };
      const slug = `${emailOf(index).split('@')[0]}-${index}`;
      return [
        { ...handle, id: id('email', index), kind: 'email', value: emailOf(index) },
        ...(index % 3 === 0 ? [{ ...handle, id: id('profile', index), kind: 'linkedin', value: slug }] : []),
      ];
    }),
    touchpoints: events,
    notes: some(0.3).map((personId, index) => ({
      ...stamps,
      id: id('note', index),
      personId,
      body: 'Prefers a **short call** over long mails.\n\n- asked for the plan\n- likes the sea',
    })),
    goals: some(0.4).map((personId, index) => ({
      ...stamps,
      id: id('goal', index),
      personId,
      side: pick(['mine', 'theirs', 'shared'], chance()),
      text: 'A pilot in two branches by March',
      state: 'open',
    })),
    followUps: some(0.2).map((personId, index) => ({
      ...stamps,
      id: id('follow', index),
      personId,
      text: 'Send the plan',
      by: 'me',
      // Most promises are of the next weeks, few are late.
      dueDay: addDays(dayOf(now), Math.floor(chance() * 60) - 5),
      state: 'open',
    })),
    // Answers of two years, most of them over.
    snoozes: some(0.3).map((personId, index) => ({
      ...stamps,
      id: id('snooze', index),
      personId,
      nudge: 'all',
      untilDay: addDays(dayOf(now), Math.floor(chance() * 400) - 390),
    })),
  };
  let count = 0;
  for (const [table, list] of Object.entries(rows)) {
    for (let at = 0; at < list.length; at += CHUNK)
      await db.table(table).bulkAdd(list.slice(at, at + CHUNK) as never[]);
    count += list.length;
  }
  return { rows: count, ms: performance.now() - from };
}

/** Somebody who is met all the time: their name begins no other. */
const LONG_KNOWN = 'Ximena Longstreet';

/**
 * Adds somebody known for long: many touchpoints and notes, over four years, and never reviewed. They were changed last of
 * all, so that the list of people begins with them. Answers the name.
 */
async function longKnown(touchpoints: number, notes: number): Promise<string> {
  const now = Date.now();
  const chance = chances(11);
  const stamps = { createdAt: now - 1500 * DAY_MS, updatedAt: now };
  const personId = id('person', 999_999);
  const several = <T>(count: number, row: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => row(index));
  const dayBack = (days: number) => dayOf(now - days * DAY_MS);
  const met = several(touchpoints, (index): Touchpoint => {
    const at = Math.floor(now - ((index + chance()) / touchpoints) * 1460 * DAY_MS);
    const row: Touchpoint = {
      id: id('long-touch', index),
      ...stamps,
      personIds: [personId],
      channel: pick(CHANNELS, chance() * chance()),
      direction: pick(['in', 'out', 'both'], chance()),
      at,
      day: dayOf(at),
      subject: `About the ${pick(PLACES, chance())} plan, part ${index}`,
      link: `https://mail.google.com/mail/u/0/#all/long${index.toString(16)}`,
      sourceKey: `gmail:ana@example.com:long${index.toString(16)}`,
      site: 'gmail',
      timeline: [],
    };
    return { ...row, timeline: timelineOf(row) };
  });
  const own = (kind: string, index: number) => ({
    id: id(`long-${kind}`, index),
    ...stamps,
    createdAt: stamps.createdAt + index * DAY_MS,
    personId,
  });
  const rows: Partial<Record<TableName, object[]>> = {
    people: [
      {
        ...stamps,
        id: personId,
        name: LONG_KNOWN,
        headline: 'Harbour master | tides and patience',
        organization: 'Harbour Authority',
        stage: 'optimize',
        stageSince: now - 300 * DAY_MS,
        since: dayBack(1460),
        cadenceDays: 14,
        tags: ['client', 'sea'],
        touchpointCount: 0,
        nameKey: '',
      },
    ],
    handles: [{ ...own('email', 0), kind: 'email', value: 'ximena@longstreet.example.com' }],
    touchpoints: met,
    notes: several(notes, (index) => ({
      ...own('note', index),
      body: `## Call ${index}\n\nPrefers a **short call** over long mails; see [the plan](https://example.com/plan/${index}).\n\n${'- asked for the plan of the harbour, and how it goes on from there\n'.repeat(1 + (index % 8))}`,
    })),
    goals: several(12, (index) => ({
      ...own('goal', index),
      side: pick(['mine', 'theirs', 'shared'], chance()),
      text: `A pilot in ${index + 2} branches by March`,
      state: index < 5 ? 'open' : 'met',
    })),
    facts: several(20, (index) => ({
      ...own('fact', index),
      kind: 'interests',
      text: `Likes the sea, part ${index}`,
      told: 'by-them',
    })),
    support: several(20, (index) => ({
      ...own('support', index),
      kind: pick(['given', 'received'], chance()),
      text: `Read the draft, part ${index}`,
      day: dayBack(index * 20),
      state: 'done',
    })),
    followUps: several(20, (index) => ({
      ...own('follow', index),
      text: `Send the plan, part ${index}`,
      by: 'me',
      dueDay: dayBack(index * 20 - 30),
      state: index < 2 ? 'open' : 'done',
    })),
  };
  for (const [table, list] of Object.entries(rows)) await db.table(table).bulkAdd(list as never[]);
  await db.transaction('rw', [db.people, db.touchpoints, db.reviews, db.feedback, db.playbooks], async () => {
    await derive(db, { people: new Set([personId]), touchpoints: new Set() });
  });
  return LONG_KNOWN;
}

/** What an import of old conversations and one rhythm for all leave: so many people are overdue. Answers how many are. */
async function overdue(count: number): Promise<number> {
  const today = dayOf(Date.now());
  const silent = await db.people
    .where('lastAt')
    .below(Date.now() - 30 * DAY_MS)
    .limit(count)
    .primaryKeys();
  for (let at = 0; at < silent.length; at += CHUNK) {
    const some = silent.slice(at, at + CHUNK);
    await db.transaction(
      'rw',
      [db.people, db.touchpoints, db.reviews, db.feedback, db.playbooks],
      async () => {
        const people = await db.people.bulkGet(some);
        await db.people.bulkPut(people.flatMap((person) => (person ? [{ ...person, cadenceDays: 14 }] : [])));
        await derive(db, { people: new Set(some), touchpoints: new Set() });
      },
    );
  }
  return db.people.where('nudgeDay').belowOrEqual(today).count();
}

/** As if nobody had looked at today yet. */
const forgetPlan = () => db.settings.delete('day-plan');

/** Rebuilds what derives from the rows of some people and answers how many rows that changed: none, when the seed is right. */
async function wrongRows(sample: number): Promise<number> {
  const all = await db.people.count();
  const people = Array.from({ length: sample }, (_, index) =>
    id('person', Math.floor((index * all) / sample)),
  );
  const keys = await Promise.all(people.map((person) => timelineIn(db, person).primaryKeys()));
  const touchpoints = [...new Set(keys.flat())];
  const state = async () => [
    ...(await db.people.bulkGet(people)),
    ...(await db.touchpoints.bulkGet(touchpoints)),
  ];
  const before = await state();
  // With a time, whatever is put gets a new stamp.
  await db.transaction('rw', [db.people, db.touchpoints, db.reviews, db.feedback, db.playbooks], async () => {
    await derive(db, { people: new Set(people), touchpoints: new Set(touchpoints) }, Date.now());
  });
  const after = await state();
  return after.filter((row, index) => row?.updatedAt !== before[index]?.updatedAt).length;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** The words of a few searches, typed letter by letter; only the keystrokes that change what is shown. */
async function keystrokes(limit: number): Promise<string[]> {
  const found: string[] = [];
  let before = '';
  for (const word of [
    'ruth ok',
    'lind',
    'harbour 7',
    'wei ta',
    'omar sal',
    'quill',
    'nadia ha',
    'petra',
    'juno m',
  ]) {
    for (let length = 1; length <= word.length; length += 1) {
      const query = word.slice(0, length);
      const shown = (await searchPeople(db, query, limit)).map((person) => person.id).join();
      // With few people a word may find nobody: there would be no list to wait for.
      if (shown !== before && shown !== '') found.push(query);
      before = shown;
    }
  }
  return found;
}

/** How long the first search, and then each keystroke, takes until its people are there (ms). */
async function search(queries: readonly string[], limit: number) {
  const first = await timed(() => searchPeople(db, queries[0] ?? 'a', limit));
  const later: number[] = [];
  for (const query of queries) later.push(await timed(() => searchPeople(db, query, limit)));
  return { first, later };
}

/** Those who are due, by the index: the first 50 of them, and how many they are (ms each). */
async function due(times: number) {
  const today = dayOf(Date.now());
  const where = () => db.people.where('dueDay').belowOrEqual(today);
  const list: number[] = [];
  const count: number[] = [];
  for (let time = 0; time < times; time += 1) {
    list.push(await timed(() => where().limit(50).toArray()));
    count.push(await timed(() => where().count()));
  }
  return { list, count, people: await where().count() };
}

/**
 * A day's nudges, as the morning's alarm computes them: everybody who comes up, and the same with what the day shows; then
 * how many it still shows, for the badge (ms each).
 */
async function nudges(times: number) {
  const today = dayOf(Date.now());
  const all: number[] = [];
  const alarm: number[] = [];
  const badge: number[] = [];
  for (let time = 0; time < times; time += 1) {
    all.push(await timed(() => nudgesOn(db, today)));
    alarm.push(
      await timed(async () => {
        const { plan } = await dayPlanned(db, Date.now());
        await keepPlan(db, plan);
      }),
    );
    badge.push(await timed(() => shownOn(db, Date.now())));
  }
  const found = await nudgesOn(db, today);
  return {
    all,
    alarm,
    badge,
    people: found.length,
    looked: await db.people.where('nudgeDay').belowOrEqual(today).count(),
    shown: await shownOn(db, Date.now()),
  };
}

/** Looking 40 handles up: gets side by side in one transaction, and one `anyOf` (ms each, in turns). */
async function lookups(times: number) {
  const gets: number[] = [];
  const anyOf: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const values = Array.from({ length: 40 }, (_, index) => emailOf((time * 397 + index * 211) % 10_000));
    gets.push(
      await timed(() =>
        db.transaction('r', db.handles, () =>
          Promise.all(values.map((value) => db.handles.get({ kind: 'email', value }))),
        ),
      ),
    );
    anyOf.push(
      await timed(() =>
        db.handles
          .where('[kind+value]')
          .anyOf(values.map((value) => ['email', value]))
          .toArray(),
      ),
    );
  }
  return { gets, anyOf };
}

/** Recognising everybody on a page that shows 40 people (ms each). */
async function recognition(times: number): Promise<number[]> {
  const spans: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const sightings = known(40, 10_000 - time).map(({ name, email }): Sighting => {
      return { role: 'listed', handles: [{ kind: 'email', value: email }], name, touchpoints: [] };
    });
    spans.push(await timed(() => recognise(db, sightings)));
  }
  return spans;
}

/** Some of the people: what a page shows of them, and the name that only the database has. */
function known(count: number, all: number) {
  return Array.from({ length: count }, (_, index) => {
    const who = Math.floor((index * all) / count);
    return { name: nameOf(who), email: emailOf(who) };
  });
}

const bench = {
  board: (times: number) => boardTimes(db, times),
  seed,
  longKnown,
  overdue,
  forgetPlan,
  wrongRows,
  keystrokes,
  search,
  due,
  nudges,
  lookups,
  recognition,
  known: async (...given: Parameters<typeof known>) => known(...given),
};
/** What the bench calls in this page. */
export type Bench = typeof bench;
(globalThis as unknown as { bench: Bench }).bench = bench; // a page's own global
