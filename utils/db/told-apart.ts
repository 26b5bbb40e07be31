import type { Handle, Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { handlesOf } from './lookup.ts';

/** What tells a person from another of the same name: their first address or profile; what a site calls them only where there is no other. */
export async function tellingHandle(db: KithDb, personId: string): Promise<Handle | undefined> {
  const handles = await handlesOf(db, personId);
  return handles.find(({ kind }) => kind !== 'name') ?? handles[0];
}

/** Those in a list who share their name with another in it, see domain/name-key. */
export function namesakesIn(people: readonly Person[]): readonly Person[] {
  const named = new Map<string, number>();
  for (const { nameKey } of people) named.set(nameKey, (named.get(nameKey) ?? 0) + 1);
  return people.filter(({ nameKey }) => (named.get(nameKey) ?? 0) > 1);
}

/** For those in a list who share their name with another in it, by id: what tells them apart. */
export async function toldApart(db: KithDb, people: readonly Person[]): Promise<ReadonlyMap<string, Handle>> {
  const namesakes = namesakesIn(people);
  const handles = await Promise.all(namesakes.map(({ id }) => tellingHandle(db, id)));
  return new Map(
    namesakes.flatMap(({ id }, place) => {
      const handle = handles[place];
      return handle ? [[id, handle] as const] : [];
    }),
  );
}
