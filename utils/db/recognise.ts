import type { Handle, Person } from '../domain/types.ts';
import type { Sighting } from '../sites/types.ts';
import type { KithDb } from './database.ts';
import { handlesOf, personByHandle } from './lookup.ts';
import { ownAddresses } from './own.ts';

/** A sighting and whom it is. */
export interface Recognised {
  readonly sighting: Sighting;
  /** Absent: a stranger, or one of `several`. */
  readonly person?: Person;
  /** The handles belong to different people: a choice for the user. */
  readonly several?: readonly Person[];
}

/**
 * Looks sightings up by their handles, in one transaction; the order stays. Never by a name, but for one that the user has
 * said is this person's on that site, and then only where the page shows no address that speaks against it. The user's own
 * addresses are nobody.
 */
export function recognise(db: KithDb, sightings: readonly Sighting[]): Promise<Recognised[]> {
  // Parallel gets in one transaction: several times faster than one `anyOf`.
  return db.transaction('r', db.handles, db.people, db.neverLog, async () => {
    const own = await ownAddresses(db);
    const others = sightings.filter(
      ({ handles }) => !handles.some(({ kind, value }) => kind === 'email' && own.has(value)),
    );
    return Promise.all(
      others.map(async (sighting) => {
        const strong = sighting.handles.filter(({ kind }) => kind !== 'name');
        const known = await peopleOf(db, strong);
        if (known.length > 1) return { sighting, several: known };
        const [person] = known.length > 0 ? known : await namedBy(db, sighting, strong);
        return { sighting, ...(person && { person }) };
      }),
    );
  });
}

async function peopleOf(db: KithDb, handles: readonly Handle[]): Promise<Person[]> {
  const found = await Promise.all(handles.map((handle) => personByHandle(db, handle)));
  return [...new Map(found.flatMap((person) => (person ? [[person.id, person]] : []))).values()];
}

// Two people of one name: an address that the page shows, and the person does not have beside another, is the other's.
async function namedBy(db: KithDb, sighting: Sighting, strong: readonly Handle[]): Promise<Person[]> {
  const named = await peopleOf(
    db,
    sighting.handles.filter(({ kind }) => kind === 'name'),
  );
  const [person] = named;
  if (!person || named.length > 1) return [];
  const own = new Set((await handlesOf(db, person.id)).map(({ kind }) => kind));
  return strong.some(({ kind }) => own.has(kind)) ? [] : [person];
}
