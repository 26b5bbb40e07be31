import { liveQuery } from 'dexie';
import type { Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { isLive, recentPeople } from './people.ts';

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly words: string;
}

// One folded line a person, kept in memory: at 10,000 people an index is a megabyte, and a keystroke a scan of strings.
const indexes = new WeakMap<KithDb, Promise<readonly Entry[]>>();

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

// Built at the first search and again after people or handles changed.
function indexOf(db: KithDb): Promise<readonly Entry[]> {
  const known = indexes.get(db);
  if (known) return known;
  const built = new Promise<readonly Entry[]>((resolve, reject) => {
    const subscription = liveQuery(() => build(db)).subscribe({
      next: (entries) => {
        indexes.set(db, Promise.resolve(entries));
        resolve(entries);
      },
      error: (error) => {
        indexes.delete(db);
        subscription?.unsubscribe();
        reject(error);
      },
    });
  });
  indexes.set(db, built);
  return built;
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
