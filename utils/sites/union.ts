import { distinct, handleKey } from '../domain/handles.ts';
import type { Reading, Role, Sighting } from './types.ts';

/** Roles from what the page is about to those merely listed. */
export const ROLE_ORDER: readonly Role[] = [
  'profile',
  'sender',
  'participant',
  'recipient',
  'cc',
  'bcc',
  'listed',
];

/** Whether the page is about the people in this role. */
export function isSubject(role: Role): boolean {
  return role === 'profile' || role === 'sender' || role === 'participant';
}

/** What all frames of a tab show together. */
export interface Union {
  readonly site?: string;
  readonly sightings: readonly Sighting[];
  readonly omitted: number;
}

/**
 * Joins the readings of a tab's frames: each person once, in their strongest role, with the touchpoints of every frame; nobody who
 * is the user in any of them.
 */
export function union(readings: readonly Reading[]): Union {
  const self = new Set(readings.flatMap((reading) => reading.self.map(handleKey)));
  const people = new Map<string, Sighting>();
  for (const sighting of readings.flatMap((reading) => reading.sightings)) {
    const keys = sighting.handles.map(handleKey);
    if (keys.some((key) => self.has(key))) continue;
    // More than one when this sighting shows that two were the same.
    const known = new Set(keys.flatMap((key) => people.get(key) ?? []));
    const joined = [...known, sighting].reduce(join);
    for (const handle of joined.handles) people.set(handleKey(handle), joined);
  }
  const sightings = [...new Set(people.values())];
  sightings.sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role));
  const site = readings.find((reading) => reading.sightings.length > 0)?.site ?? readings[0]?.site;
  return {
    ...(site !== undefined && { site }),
    sightings,
    omitted: readings.reduce((sum, { omitted }) => sum + omitted, 0),
  };
}

function join(a: Sighting, b: Sighting): Sighting {
  const [first, second] = ROLE_ORDER.indexOf(b.role) < ROLE_ORDER.indexOf(a.role) ? [b, a] : [a, b];
  const touchpoints = new Map(
    [...second.touchpoints, ...first.touchpoints].map((seen) => [seen.sourceKey, seen]),
  );
  return {
    ...second,
    ...first,
    // Not empty: both sides have one.
    handles: distinct([...first.handles, ...second.handles]) as unknown as Sighting['handles'],
    touchpoints: [...touchpoints.values()],
  };
}
