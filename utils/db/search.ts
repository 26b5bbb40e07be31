import type { Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { isLive, recentPeople } from './lookup.ts';

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly words: string;
}

interface Index {
  /** What the data was when this was built. */
  readonly state: string;
  readonly entries: Promise<readonly Entry[]>;
}

// One folded line a person, kept in memory: at 10,000 people an index is a megabyte, and a keystroke a scan of strings.
const indexes = new WeakMap<KithDb, Index>();

/**
 * People whose name, headline, organisation, tags or handles hold every word of the query, names that begin with it
 * first; an empty query gives the people met last.
 */
export async function searchPeople(db: KithDb, query: string, limit: number): Promise<Person[]> {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return recentPeople(db, limit);
  const entries = await indexOf(db);
  const found = entries.filter(({ text }) => words.every((word) => text.includes(word)));
  const [first = ''] = words;
  const begins = (entry: Entry) => (entry.words.includes(` ${first}`) ? 0 : 1);
  found.sort((a, b) => begins(a) - begins(b));
  const people = await db.people.bulkGet(found.slice(0, limit).map(({ id }) => id));
  return people.filter((person) => person !== undefined && isLive(person)) as Person[]; // narrowed by the filter
}

// Built at the first search and again after anything was written. Reading the state each time also lets a live query
// around the search hear of it.
async function indexOf(db: KithDb): Promise<readonly Entry[]> {
  const last = await db.journal.orderBy(':id').last();
  const state = `${last?.seq} ${last?.clock}`;
  const known = indexes.get(db);
  if (known?.state === state) return known.entries;
  const entries = build(db);
  indexes.set(db, { state, entries });
  return entries;
}

async function build(db: KithDb): Promise<Entry[]> {
  const [people, handles] = await Promise.all([db.people.toArray(), db.handles.toArray()]);
  const handlesOf = new Map<string, string[]>();
  for (const row of handles) {
    if (isLive(row)) handlesOf.set(row.personId, [...(handlesOf.get(row.personId) ?? []), row.value]);
  }
  return people.filter(isLive).map((person) => {
    const { id, name, headline = '', organization = '', tags } = person;
    const words = ` ${fold(name)}`;
    return {
      id,
      words,
      text: fold([name, headline, organization, ...tags, ...(handlesOf.get(id) ?? [])].join(' ')),
    };
  });
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
