import { handleKey } from '../domain/handles.ts';
import { nameKey } from '../domain/name-key.ts';
import type { Handle, Person } from '../domain/types.ts';
import type { Sighting } from '../sites/types.ts';
import type { KithDb } from './database.ts';
import { peopleNamed } from './lookup.ts';
import { tellingHandle } from './told-apart.ts';
import { write } from './write.ts';

/** Why somebody may be the one on the page. */
export type Evidence = 'sameName' | 'nameInAddress' | 'sameOrganization';

/** Somebody who may be the one on the page. */
export interface Likely {
  readonly person: Person;
  /** An address or a profile of theirs, which tells them from somebody of the same name. */
  readonly handle?: Handle | undefined;
  readonly evidence: readonly Evidence[];
}

/** Who a stranger may be, the best evidence first, then who was met last. A question for the user, never an answer. */
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
  const best = [...likely.values()]
    .filter(({ person }) => !refused.has(person.id))
    .sort((a, b) => b.evidence.length - a.evidence.length || (b.person.lastAt ?? 0) - (a.person.lastAt ?? 0))
    .slice(0, limit);
  return Promise.all(best.map(async (one) => ({ ...one, handle: await tellingHandle(db, one.person.id) })));
}

/** Remembers that a handle is none of these people's: they are not offered for it again. Returns the batch for undo. */
export async function refuseMatch(db: KithDb, handle: Handle, ...others: readonly Person[]): Promise<string> {
  const id = refusalKey(handle);
  const about = others[0]?.name;
  const { batch } = await write(db, { label: 'notSame', about }, async (writer) => {
    const people = [...(await refusedFor(db, handle)), ...others.map((person) => person.id)];
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
