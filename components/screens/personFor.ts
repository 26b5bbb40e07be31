import type { KithDb } from '../../utils/db/database.ts';
import { dayPlanned } from '../../utils/db/day.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { recognise } from '../../utils/db/recognise.ts';
import type { Instant, Person } from '../../utils/domain/types.ts';
import type { Sighting } from '../../utils/sites/types.ts';

/**
 * With whom something of the method is done when nobody was named: who was open last, else who is on the page (never a
 * guess from a list), else the first of today. Nobody where all three are empty.
 */
export async function personFor(
  db: KithDb,
  known: { readonly last: string | undefined; readonly sightings: readonly Sighting[] },
  now: Instant,
): Promise<Person | undefined> {
  const last = known.last === undefined ? undefined : await livePerson(db, known.last);
  if (last) return last;
  const [first, ...others] = await recognise(db, known.sightings);
  const answers = first && (first.sighting.role !== 'listed' || others.length === 0);
  if (answers && first.person) return first.person;
  const { nudges } = await dayPlanned(db, now);
  return nudges[0]?.person;
}
