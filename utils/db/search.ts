import { excerpt } from '../domain/excerpt.ts';
import { fold } from '../domain/fold.ts';
import { isOpen, type PeopleFilter, passes } from '../domain/people-filter.ts';
import { soundsAt } from '../domain/pinyin.ts';
import type { Day, Person } from '../domain/types.ts';
import { withoutMarks } from '../domain/without-marks.ts';
import type { KithDb } from './database.ts';
import { isLive, recentPeople } from './lookup.ts';
import { type Entry, type FoundIn, indexOf, lastLanguage, type Part } from './search-index.ts';

/** Whom to look for. */
export interface Search {
  readonly query: string;
  readonly filter?: PeopleFilter | undefined;
  /** For what is due. */
  readonly today: Day;
  /** BCP 47 tag of the language that people are sorted in. */
  readonly language: string;
  /** `name`, or those met last first; a query puts the best matches first whatever the order. */
  readonly order?: 'recent' | 'name' | undefined;
}

/** Somebody who was found, and where, when it was not by the name. */
export interface Found {
  readonly person: Person;
  readonly why?: { readonly in: FoundIn; readonly text: string };
}

interface Hit {
  readonly entry: Entry;
  /** 0: the name begins so; 1: it is in the name; 2: in a short field; 3: in something written. */
  readonly rank: number;
  /** What was found where, unless it is the name. */
  readonly at?: { readonly part: Part; readonly word: string };
}

/**
 * People whose name (also by its pinyin), headline, organisation, tags, location, handles, notes, facts or lessons hold
 * every word of the query, names that begin with it first; an empty query gives the people met last.
 */
export async function searchPeople(db: KithDb, query: string, limit: number): Promise<Person[]> {
  if (wordsOf(query).length === 0) return recentPeople(db, limit);
  const search = { query, today: '', language: lastLanguage(db) };
  return (await findPeople(db, search, limit)).people.map(({ person }) => person);
}

/** The first `limit` of those who are found, why, and how many there are. */
export async function findPeople(
  db: KithDb,
  search: Search,
  limit: number,
): Promise<{ readonly people: readonly Found[]; readonly total: number }> {
  const hits = await hitsOf(db, search);
  const first = hits.slice(0, limit);
  const people = await db.people.bulkGet(first.map(({ entry }) => entry.id));
  const found = await Promise.all(
    first.map(async (hit, place): Promise<readonly Found[]> => {
      const person = people[place];
      if (!person || !isLive(person)) return [];
      return [{ person, ...(hit.at && { why: await whyOf(db, hit.at.part, hit.at.word) }) }];
    }),
  );
  return { people: found.flat(), total: hits.length };
}

/**
 * The first of those whose name or address begins with the query, by the database's own indexes, when their own name's words
 * are in that order: for the moment until the index of everybody is there.
 */
export async function findBeginning(
  db: KithDb,
  query: string,
  limit: number,
): Promise<{ readonly people: readonly Found[]; readonly total: number }> {
  const key = wordsOf(query).join(' ');
  if (key === '') return { people: [], total: 0 };
  const people = await db.transaction('r', [db.people, db.handles], async () => {
    const [named, handles] = await Promise.all([
      db.people.where('nameKey').startsWith(key).filter(isLive).limit(limit).toArray(),
      db.handles
        .where('[kind+value]')
        .between(['email', key], ['email', `${key}\uffff`])
        .limit(limit)
        .toArray(),
    ]);
    const ids = handles.filter(isLive).map(({ personId }) => personId);
    return [...named, ...(await db.people.bulkGet([...new Set(ids)]))];
  });
  const found = new Map(people.flatMap((person) => (person && isLive(person) ? [[person.id, person]] : [])));
  const first = [...found.values()].slice(0, limit).map((person) => ({ person }));
  return { people: first, total: first.length };
}

/** The ids of all who are found, in their order. */
export async function findIds(db: KithDb, search: Search): Promise<readonly string[]> {
  return (await hitsOf(db, search)).map(({ entry }) => entry.id);
}

/** What people can be filtered by: each value that somebody has, the most frequent first. */
export async function filterValues(
  db: KithDb,
  language: string,
): Promise<Readonly<Record<'tags' | 'organizations' | 'playbooks', readonly string[]>>> {
  const { entries } = await indexOf(db, language);
  return {
    tags: frequent(entries.flatMap(({ tags }) => tags)),
    organizations: frequent(entries.flatMap(({ organization }) => organization ?? [])),
    playbooks: frequent(entries.flatMap(({ playbook }) => playbook ?? [])),
  };
}

function frequent(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

async function hitsOf(db: KithDb, search: Search): Promise<readonly Hit[]> {
  const { entries } = await indexOf(db, search.language);
  const words = wordsOf(search.query);
  const filter = search.filter && !isOpen(search.filter) ? search.filter : undefined;
  const ranks: Hit[][] = [[], [], [], []];
  for (const entry of entries) {
    if (filter && !passes(entry, filter, search.today)) continue;
    const hit = hitOf(entry, words);
    if (hit) ranks[hit.rank]?.push(hit);
  }
  const hits = ranks.flat();
  if (words.length === 0 && search.order !== 'name')
    hits.sort((a, b) => b.entry.updatedAt - a.entry.updatedAt);
  return hits;
}

function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

function hitOf(entry: Entry, words: readonly string[]): Hit | undefined {
  let rank = 0;
  let at: Hit['at'];
  for (const [place, word] of words.entries()) {
    const named = nameRank(entry, word, place === 0);
    if (named !== undefined) {
      rank = Math.max(rank, named);
      continue;
    }
    const start = entry.text.indexOf(word);
    if (start === -1) return undefined;
    const part = entry.parts.findLast((one) => one.start <= start) as Part; // a text has parts
    const field = part.row === undefined ? 2 : 3;
    if (field > rank || !at) at = { part, word };
    rank = Math.max(rank, field);
  }
  return { entry, rank, ...(at && { at }) };
}

// Where the first word begins a name counts; the others need only be there.
function nameRank({ name, sounds }: Entry, word: string, first: boolean): 0 | 1 | undefined {
  const place = name.indexOf(word);
  if (place !== -1) return first && !name.includes(` ${word}`) ? 1 : 0;
  if (sounds.length === 0) return undefined;
  const heard = soundsAt(word, sounds);
  return heard === undefined ? undefined : first && heard > 0 ? 1 : 0;
}

async function whyOf(db: KithDb, part: Part, word: string): Promise<{ in: FoundIn; text: string }> {
  if (part.row === undefined) return { in: part.in, text: part.text ?? '' };
  const text =
    part.in === 'note'
      ? shown((await db.notes.get(part.row))?.body ?? '', word)
      : String((await db.table(part.in === 'fact' ? 'facts' : 'lessons').get(part.row))?.text ?? '');
  return { in: part.in, text: excerpt(text, word) };
}

// As the note is shown, unless the word is where a link leads.
function shown(markdown: string, word: string): string {
  const text = withoutMarks(markdown);
  return fold(text).includes(word) ? text : markdown;
}
