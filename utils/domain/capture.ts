import { noonOf } from './days.ts';
import { type NeverLogSet, neverLogged } from './never-log.ts';
import { type Countable, canHaveHappened, type Refusal, refusalOf } from './refusals.ts';
import type { Day, Handle, Instant, Person } from './types.ts';

/** Somebody a page shows, as far as it decides whether to log. */
export interface SeenPerson {
  readonly handles: readonly Handle[];
  readonly automated?: true | undefined;
}

/** A message that a page shows with them. */
export interface SeenMessage extends Countable {
  readonly at?: Instant | undefined;
  readonly day?: Day | undefined;
}

/** What to do with a message and one person: log it, say why not, or leave it alone. */
export type Verdict =
  | { readonly does: 'log' }
  | { readonly does: 'refuse'; readonly why: Refusal }
  | { readonly does: 'ignore' };

/**
 * Whether a message becomes a touchpoint with somebody without a click: what counts is in product.md, "What counts as a
 * touchpoint". A stranger (no `person`) leaves nothing behind.
 */
export function verdictOn(
  seen: SeenPerson,
  message: SeenMessage,
  person: Pick<Person, 'captureOff'> | undefined,
  list: NeverLogSet,
  now: Instant,
): Verdict {
  if (!person) return { does: 'ignore' };
  const why =
    neverLogged(seen.handles, list) ??
    (person.captureOff ? 'captureOff' : undefined) ??
    refusalOf(message, seen.automated) ??
    // Of an old message that is opened today, "now" would be wrong.
    ((message.at ?? message.day) === undefined ? 'undated' : undefined) ??
    (canHaveHappened(instantOf(message, now), now) ? undefined : 'impossible');
  return why ? { does: 'refuse', why } : { does: 'log' };
}

/** When a message happened: its time, else noon of its day, else now. */
export function instantOf({ at, day }: Pick<SeenMessage, 'at' | 'day'>, now: Instant): Instant {
  return at ?? (day === undefined ? now : noonOf(day));
}

/** Whether the user turned automatic logging on for a page: for its host, or for a domain that the host is part of. */
export function isAutomatic(hosts: readonly string[], url: string): boolean {
  const host = URL.parse(url)?.hostname;
  return !!host && hosts.some((one) => host === one || host.endsWith(`.${one}`));
}
