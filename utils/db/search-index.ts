import { fold } from '../domain/fold.ts';
import type { Filtered } from '../domain/people-filter.ts';
import { hasHan, nameOrder, readSounds, type Sounds, soundsOf } from '../domain/pinyin.ts';
import type { Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import type { Fields, JournalEntry } from './journal.ts';
import { isLive } from './lookup.ts';

/** What besides the name is searched, what is short before what is long. */
export type FoundIn =
  | 'organization'
  | 'headline'
  | 'tag'
  | 'location'
  | 'handle'
  | 'fact'
  | 'lesson'
  | 'note';

/** A piece of an entry's text. */
export interface Part {
  readonly in: FoundIn;
  /** Where it begins in the entry's text. */
  readonly start: number;
  /** The row it stands in, where that is not the person's own. */
  readonly row?: string;
  readonly text?: string;
}

/** What is searched of a person. */
export interface Entry extends Filtered {
  readonly id: string;
  /** Folded, with a space before each word. */
  readonly name: string;
  readonly shown: string;
  readonly sounds: readonly (readonly string[])[];
  /** Everything else, folded, in lines. */
  readonly text: string;
  readonly parts: readonly Part[];
  readonly updatedAt: number;
}

/** Everybody, as they are searched. */
export interface Index {
  readonly language: string;
  readonly sounds: Sounds | undefined;
  /** By name. */
  readonly entries: readonly Entry[];
}

interface Kept {
  /** Where the journal ended when this was built. */
  readonly seq: number;
  readonly clock: string;
  readonly language: string;
  readonly index: Promise<Index>;
}

// Kept in memory: at 10,000 people it is a few megabytes, and a keystroke a scan of strings.
const kept = new WeakMap<KithDb, Kept>();

/** So many changed rows are quicker read with all others. */
const REBUILD = 2000;
/** So many notes and facts of somebody are searched, the newest first, so that one diary can't slow everybody's search. */
const MOST_PARTS = 500;

/** The language in which people were sorted last. */
export function lastLanguage(db: KithDb): string {
  return kept.get(db)?.language ?? 'en';
}

/**
 * The index of everybody. Built at the first search, by slices, so that nothing else waits for it; what was written since is read from the journal. Reading its end each
 * time also lets a live query around the search hear of it.
 */
export async function indexOf(db: KithDb, language: string): Promise<Index> {
  // In one transaction: each costs more than what is read in it.
  const [last, latest] = await db.transaction('r', db.journal, () =>
    Promise.all([
      db.journal.orderBy(':id').last(),
      // A batch that goes on changes its entry in its old place: only the clock moves.
      db.journal.orderBy('clock').last(),
    ]),
  );
  const seq = last?.seq ?? 0;
  const clock = latest?.clock ?? '';
  const known = kept.get(db);
  if (known?.language === language && known.seq === seq && known.clock === clock) return known.index;
  const index =
    known?.language === language
      ? known.index.then((before) => follow(db, before, known.seq, known.clock))
      : build(db, language);
  kept.set(db, { seq, clock, language, index });
  // What failed is built anew at the next look.
  index.catch(() => kept.delete(db));
  return index;
}

// So many people at once: reading and folding them is a task of some milliseconds, and a key or a click goes between.
const SLICE = 500;

async function build(db: KithDb, language: string): Promise<Index> {
  const compare = nameOrder(language);
  const slices: Entry[][] = [];
  let sounds: Sounds | undefined;
  let next: Promise<Slice> | undefined = sliceAfter(db, undefined);
  while (next) {
    const { people, rows, last }: Slice = await next;
    // The next ones are read while these are folded.
    next = last === undefined ? undefined : sliceAfter(db, last);
    // Whoever came before has no name that sounds: they need none.
    sounds = await soundsFor(people, sounds);
    const entries = people.map((person) => entryOf(person, rows, sounds));
    slices.push(entries.sort((a, b) => compare(a.shown, b.shown)));
  }
  return { language, sounds, entries: await merged(slices, compare) };
}

interface Slice {
  readonly people: readonly Person[];
  readonly rows: ReadonlyMap<string, readonly Written[]>;
  /** After whom to go on; absent at the end. */
  readonly last: string | undefined;
}

/** Some people, in the order of their ids, with what is written about them. */
async function sliceAfter(db: KithDb, id: string | undefined): Promise<Slice> {
  const from = id === undefined ? db.people.orderBy(':id') : db.people.where(':id').above(id);
  const people = await from.limit(SLICE).toArray();
  const last = people.at(-1)?.id;
  const rows = await rowsOf(db, last === undefined ? [] : { from: people[0]?.id ?? last, to: last });
  return { people: people.filter(isLive), rows, last: people.length < SLICE ? undefined : last };
}

// Sorted lists as one sorted list; equal ones stay in the order of the lists.
async function merged(
  lists: readonly Entry[][],
  compare: (a: string, b: string) => number,
): Promise<Entry[]> {
  let rest = lists;
  while (rest.length > 1) {
    const next: Entry[][] = [];
    for (let place = 0; place < rest.length; place += 2) {
      next.push(mergedTwo(rest[place] ?? [], rest[place + 1] ?? [], compare));
      await new Promise((resolve) => setTimeout(resolve));
    }
    rest = next;
  }
  return rest[0] ?? [];
}

function mergedTwo(
  one: readonly Entry[],
  other: readonly Entry[],
  compare: (a: string, b: string) => number,
): Entry[] {
  const all: Entry[] = [];
  let [at, otherAt] = [0, 0];
  for (;;) {
    const [a, b] = [one[at], other[otherAt]];
    if (!a || !b) return all.concat(one.slice(at), other.slice(otherAt));
    if (compare(a.shown, b.shown) <= 0) {
      all.push(a);
      at += 1;
    } else {
      all.push(b);
      otherAt += 1;
    }
  }
}

/** The index after what the journal says was written since. */
async function follow(db: KithDb, before: Index, seq: number, clock: string): Promise<Index> {
  const changes = new Map<number, JournalEntry>();
  for (const query of [db.journal.where('clock').above(clock), db.journal.where(':id').above(seq)])
    for (const entry of await query.limit(REBUILD + 1).toArray()) changes.set(entry.seq, entry);
  const all = [...changes.values()];
  // A playbook changes when everybody who has it is due.
  if (all.length > REBUILD || all.some(({ table }) => table === 'playbooks'))
    return build(db, before.language);
  const ids = await peopleIn(db, all);
  if (ids.size === 0) return before;
  const people = (await db.people.bulkGet([...ids])).filter(
    (person) => person !== undefined && isLive(person),
  ) as Person[]; // narrowed by the filter
  const rows = await rowsOf(db, [...ids]);
  const sounds = await soundsFor(people, before.sounds);
  const compare = nameOrder(before.language);
  const entries = before.entries.filter(({ id }) => !ids.has(id));
  for (const entry of people.map((person) => entryOf(person, rows, sounds)))
    entries.splice(placeOf(entry, entries, compare), 0, entry);
  return { language: before.language, sounds, entries };
}

// Whom changed rows are about, before and now.
async function peopleIn(db: KithDb, changes: readonly JournalEntry[]): Promise<Set<string>> {
  const ids = new Set<string>();
  const note = (fields: Fields | null | undefined) => {
    for (const id of [fields?.['personId'], ...((fields?.['personIds'] ?? []) as unknown[])])
      if (typeof id === 'string') ids.add(id);
  };
  for (const { table, key, before, after } of changes) {
    if (table === 'people') ids.add(key);
    note(before);
    note(after);
    if (table !== 'people') note((await db.table(table).get(key)) as Fields | undefined);
  }
  return ids;
}

function placeOf(entry: Entry, entries: readonly Entry[], compare: (a: string, b: string) => number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(entries[middle]?.shown ?? '', entry.shown) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The table is loaded when the first name needs it.
async function soundsFor(people: readonly Person[], known: Sounds | undefined): Promise<Sounds | undefined> {
  if (known || !people.some(({ name }) => hasHan(name))) return known;
  const { PINYIN } = await import('../domain/pinyin-table.ts');
  return readSounds(PINYIN);
}

interface Written {
  readonly in: FoundIn;
  readonly text: string;
  readonly row?: string;
}

/** What is searched of people besides their own fields, by person: of these people, or of all whose ids lie in a range. */
async function rowsOf(
  db: KithDb,
  who: readonly string[] | { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, readonly Written[]>> {
  const read = <T extends 'handles' | 'facts' | 'lessons' | 'notes'>(table: T) => {
    const of = db.table(table).where('personId');
    return ('from' in who ? of.between(who.from, who.to, true, true) : of.anyOf(who)).toArray();
  };
  const [handles, facts, lessons, notes] = await Promise.all([
    read('handles'),
    read('facts'),
    read('lessons'),
    read('notes'),
  ]);
  const found = new Map<string, Written[]>();
  const add = (rows: readonly Fields[], kind: FoundIn, field: string, named: boolean) => {
    for (const row of rows) {
      const personId = row['personId'];
      if (typeof personId !== 'string' || row['deletedAt'] !== undefined) continue;
      const one = { in: kind, text: String(row[field]), ...(named && { row: String(row['id']) }) };
      const list = found.get(personId);
      if (!list) found.set(personId, [one]);
      else if (list.length < MOST_PARTS) list.push(one);
    }
  };
  add(handles, 'handle', 'value', false);
  add(facts, 'fact', 'text', true);
  add(lessons, 'lesson', 'text', true);
  add(
    notes.sort((a, b) => b.createdAt - a.createdAt),
    'note',
    'body',
    true,
  );
  return found;
}

function entryOf(
  person: Person,
  rows: ReadonlyMap<string, readonly Written[]>,
  sounds: Sounds | undefined,
): Entry {
  const { id, name, headline, organization, location, tags, stage, playbook, dueDay, pulse } = person;
  const own = [
    ['organization', organization],
    ['headline', headline],
    ...tags.map((tag) => ['tag', tag] as const),
    ['location', location],
  ] as const;
  const written: Written[] = own.flatMap(([kind, text]) => (text ? [{ in: kind, text }] : []));
  let text = '';
  const parts: Part[] = [];
  for (const { in: kind, text: raw, row } of [...written, ...(rows.get(id) ?? [])]) {
    parts.push({ in: kind, start: text.length, ...(row === undefined ? { text: raw } : { row }) });
    text += `${fold(raw)}\n`;
  }
  return {
    id,
    shown: name,
    name: ` ${fold(name).replace(/\s+/g, ' ')}`,
    sounds: sounds ? soundsOf(name, sounds) : [],
    text,
    parts,
    updatedAt: person.updatedAt,
    stage,
    tags,
    ...(organization !== undefined && { organization }),
    ...(playbook !== undefined && { playbook }),
    ...(dueDay !== undefined && { dueDay }),
    ...(pulse !== undefined && { pulse }),
  };
}
