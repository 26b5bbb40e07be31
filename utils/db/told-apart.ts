import { nameKey } from '../domain/name-key.ts';
import type { Handle, Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { handlesOf } from './lookup.ts';

/** What tells a person from another of the same name: their first address or profile; what a site calls them only where there is no other. */
export async function tellingHandle(db: KithDb, personId: string): Promise<Handle | undefined> {
  const handles = await handlesOf(db, personId);
  return handles.find(({ kind }) => kind !== 'name') ?? handles[0];
}

/** For those in a list who share their name with another in it, by id: what tells them apart. */
export async function toldApart(db: KithDb, people: readonly Person[]): Promise<ReadonlyMap<string, Handle>> {
  const named = new Map<string, Person[]>();
  for (const person of people) {
    const key = nameKey(person.name);
    named.set(key, [...(named.get(key) ?? []), person]);
  }
  const namesakes = [...named.values()].filter(({ length }) => length > 1).flat();
  const handles = await Promise.all(namesakes.map(({ id }) => tellingHandle(db, id)));
  return new Map(
    namesakes.flatMap(({ id }, place) => {
      const handle = handles[place];
      return handle ? [[id, handle] as const] : [];
    }),
  );
}
