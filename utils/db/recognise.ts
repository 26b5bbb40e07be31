import type { Person } from '../domain/types.ts';
import type { Sighting } from '../sites/types.ts';
import type { KithDb } from './database.ts';
import { peopleNamed, personByHandle } from './people.ts';

/** A sighting and whom it is. */
export interface Recognised {
  readonly sighting: Sighting;
  /** Absent: a stranger. */
  readonly person?: Person;
}

/** Looks sightings up by their handles, in one transaction; the order stays. Never by name. */
export function recognise(db: KithDb, sightings: readonly Sighting[]): Promise<Recognised[]> {
  // Parallel gets in one transaction: several times faster than one `anyOf`.
  return db.transaction('r', db.handles, db.people, () =>
    Promise.all(
      sightings.map(async (sighting) => {
        const people = await Promise.all(sighting.handles.map((handle) => personByHandle(db, handle)));
        const person = people.find((found) => found !== undefined);
        return { sighting, ...(person && { person }) };
      }),
    ),
  );
}

/** Who a stranger may be: people of the same name. A question for the user, never an answer. */
export async function likelyMatches(db: KithDb, sighting: Sighting): Promise<Person[]> {
  return sighting.name === undefined ? [] : peopleNamed(db, sighting.name);
}
