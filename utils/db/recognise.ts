import { handleKey } from '../domain/handles.ts';
import { nameKey } from '../domain/name-key.ts';
import type { Handle, Person } from '../domain/types.ts';
import type { Sighting } from '../sites/types.ts';
import type { KithDb } from './database.ts';
import { handlesOf, peopleNamed, personByHandle } from './lookup.ts';
import { ownAddresses } from './own.ts';
import { write } from './write.ts';

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

/** Why somebody may be the one on the page. */
export type Evidence = 'sameName' | 'nameInAddress' | 'sameOrganization';

/** Somebody who may be the one on the page. */
export interface Likely {
  readonly person: Person;
  readonly evidence: readonly Evidence[];
}

/** Who a stranger may be, the best evidence first. A question for the user, never an answer. */
export async function likelyMatches(db: KithDb, sighting: Sighting, limit = 5): Promise<Likely[]> {
  const addressed = sighting.handles
    .filter(({ kind }) => kind === 'email')
    .map(({ value }) => wordsOf(value));
  const [sameName, ...inAddress] = await Promise.all(
    [sighting.name ?? '', ...addressed].map((name) => peopleNamed(db, name, limit * 2)),
  );
  const refused = new Set(
    (await Promise.all(sighting.handles.map((handle) => refusedFor(db, handle)))).flat(),
  );
  const likely = new Map<string, { person: Person; evidence: Evidence[] }>();
  const note = (person: Person, evidence: Evidence) => {
    const known = likely.get(person.id) ?? { person, evidence: [] };
    if (!known.evidence.includes(evidence)) known.evidence.push(evidence);
    likely.set(person.id, known);
  };
  for (const person of sameName ?? []) note(person, 'sameName');
  for (const person of inAddress.flat()) note(person, 'nameInAddress');
  for (const { person } of [...likely.values()]) {
    if (sharesOrganization(sighting, person)) note(person, 'sameOrganization');
  }
  return [...likely.values()]
    .filter(({ person }) => !refused.has(person.id))
    .sort((a, b) => b.evidence.length - a.evidence.length)
    .slice(0, limit);
}

/** Remembers that a handle is not this person's: they are not offered for it again. Returns the batch for undo. */
export async function refuseMatch(db: KithDb, handle: Handle, person: Person): Promise<string> {
  const id = refusalKey(handle);
  const people = [...(await refusedFor(db, handle)), person.id];
  const { batch } = await write(db, { label: 'notSame', about: person.name }, async (writer) => {
    if (await db.settings.get(id))
      await writer.update('settings', id, { value: people, deletedAt: undefined });
    else await writer.insert('settings', { id, value: people });
  });
  return batch;
}

async function refusedFor(db: KithDb, handle: Handle): Promise<string[]> {
  const row = await db.settings.get(refusalKey(handle));
  return row?.deletedAt === undefined && Array.isArray(row?.value) ? row.value.map(String) : [];
}

function refusalKey(handle: Handle): string {
  return `not-same:${handleKey(handle)}`;
}

// "alice.nguyen+crm@..." says "alice nguyen". One word says too little.
function wordsOf(address: string): string {
  const words = address.replace(/[+@].*/, '').split(/[._-]+/);
  return words.length > 1 && words.every((word) => /^\p{L}{2,}$/u.test(word)) ? words.join(' ') : '';
}

function sharesOrganization(sighting: Sighting, person: Person): boolean {
  const theirs = nameKey(person.organization ?? '');
  if (theirs === '') return false;
  if (theirs === nameKey(sighting.organization ?? '')) return true;
  const domains = sighting.handles
    .filter(({ kind }) => kind === 'email')
    .map(({ value }) => value.replace(/.*@/, ''));
  return domains.some((domain) => domain.split('.').includes(theirs.replaceAll(' ', '')));
}
