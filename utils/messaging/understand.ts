import { confirmed, type DateContext, readSaid } from '../domain/said-date.ts';
import type { SeenTouchpoint, Sighting } from '../sites/types.ts';
import type { PageMessage } from './protocol.ts';

/**
 * What a page said, with the words that only its reader could see and only the extension understands put into what they mean:
 * dates, and by them who of a conversation wrote last. `context` is for tests: now and this machine's zone otherwise.
 */
export function understood<M extends PageMessage>(message: M, context?: Partial<DateContext>): M {
  if (message.type !== 'seen' || !message.reading) return message;
  const { reading } = message;
  const sightings = understoodSightings(reading.sightings, { now: Date.now(), ...context });
  return { ...message, reading: { ...reading, sightings } };
}

/** The same for what one reading shows. */
export function understoodSightings(sightings: readonly Sighting[], context: DateContext): Sighting[] {
  const dated = sightings.map((sighting) => ({
    ...sighting,
    touchpoints: datedApart(sighting.touchpoints, context),
  }));
  return byTime(dated);
}

function withDate({ said, ...touchpoint }: SeenTouchpoint, context: DateContext): SeenTouchpoint[] {
  if (!said) return [touchpoint];
  const { at, ...rest } = touchpoint;
  // The reader's own instant holds where the page's words confirm another one beside it.
  if (at !== undefined) return [confirmed(said, context) === undefined ? rest : touchpoint];
  const read = readSaid(said, context);
  if (said.needed && (read.at ?? read.day) === undefined) return [];
  if (said.needed !== 'instant') return [{ ...rest, ...read }];
  if (read.at === undefined) return [];
  // Some views of a page show the seconds, too.
  const minute = new Date(read.at).toISOString().slice(0, 16);
  return [{ ...rest, ...read, sourceKey: `${rest.sourceKey}:${minute}` }];
}

// Of two that only their minute tells, and that the page dates to different seconds, each is one; others may be copies of one message.
function datedApart(touchpoints: readonly SeenTouchpoint[], context: DateContext): SeenTouchpoint[] {
  const seconds = new Map<string, string[]>();
  const dated = touchpoints.flatMap((touchpoint) => {
    const second = /\d:\d\d:(\d\d)/.exec(touchpoint.said?.texts.join(' ') ?? '')?.[1];
    return withDate(touchpoint, context).map((seen) => {
      const isTold = second !== undefined && seen.sourceKey !== touchpoint.sourceKey;
      if (isTold) seconds.set(seen.sourceKey, [...(seconds.get(seen.sourceKey) ?? []), second]);
      return { seen, second };
    });
  });
  return dated.map(({ seen, second = '' }) => {
    const known = [...new Set(seconds.get(seen.sourceKey))].sort();
    // The first has the key that it has alone.
    const place = known.indexOf(second);
    return place > 0 ? { ...seen, sourceKey: `${seen.sourceKey}:${place + 1}` } : seen;
  });
}

// A page can show the newest message first: the last is the newest unless each has its time.
function byTime(sightings: readonly Sighting[]): Sighting[] {
  const all = sightings.flatMap(({ touchpoints }) => touchpoints);
  if (!all.every(({ at, channel }) => at !== undefined && channel === 'email')) return [...sightings];
  const newest = ({ touchpoints }: Sighting) =>
    Math.max(...touchpoints.flatMap(({ at, direction }) => (direction === 'in' && at) || []));
  const sorted = sightings.map((sighting) => ({
    ...sighting,
    touchpoints: [...sighting.touchpoints].sort((a, b) => (b.at ?? 0) - (a.at ?? 0)),
  }));
  const senders = sorted.filter(({ role }) => role === 'sender');
  if (senders.every(({ touchpoints }) => touchpoints.length > 0))
    senders.sort((a, b) => newest(b) - newest(a));
  return [...senders, ...sorted.filter(({ role }) => role !== 'sender')];
}
