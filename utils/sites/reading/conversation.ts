import { isAutomated } from '../../domain/automated.ts';
import { distinct, handleKey, sameHandle } from '../../domain/handles.ts';
import { readName } from '../../domain/names.ts';
import type { SaidDate } from '../../domain/said-date.ts';
import type { Day, Handle, Instant } from '../../domain/types.ts';
import type { Role, SeenTouchpoint, Sighting } from '../types.ts';

/** A person as a message header names them; `name` is raw. */
export interface Correspondent {
  readonly handle: Handle;
  /** What else the same person is known by on this page. */
  readonly also?: Handle | undefined;
  readonly name?: string | null | undefined;
}

/** A message as a page shows it. */
export interface SeenMessage {
  readonly from?: Correspondent | undefined;
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly bcc?: readonly Correspondent[];
  /** See `SeenTouchpoint.sourceKey`; without one the message leaves no touchpoint. */
  readonly sourceKey?: string | undefined;
  /** One of the two at most. */
  readonly at?: Instant | undefined;
  readonly day?: Day | undefined;
  readonly said?: SaidDate | undefined;
  readonly subject?: string | undefined;
  readonly link?: string | undefined;
  /** The page marks it as from a mailing list or as something to unsubscribe from. */
  readonly bulk?: boolean | undefined;
}

/**
 * Turns a conversation's messages, as they stand on the page, into sightings: the last sender that is not the user first, then the
 * other senders, then recipients and copies. The user is never among them; what they sent becomes their correspondents' outbound
 * touchpoints. Without an account the user may be anybody: of several who wrote, nobody is shown, and of one who did, only they
 * are, but those they wrote to where the page `isSent`, the folder of what the user sent; `isTold` says that the user is told from
 * whoever is written to all the same.
 */
export function readConversation(
  messages: readonly SeenMessage[],
  self: readonly Handle[],
  isSent = false,
  isTold = isSent || self.length > 0,
): Sighting[] {
  const authors = distinct(messages.flatMap(({ from }) => from?.handle ?? []));
  if (self.length === 0 && authors.length > 1) return [];
  const own = self.length > 0 || !isSent ? self : authors;
  const seen = new Map<string, Draft>();
  [...messages].reverse().forEach((message) => {
    addMessage(seen, message, own, isTold);
  });
  const drafts = [...seen.values()].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  return drafts.map(({ role, person, rawName, automated, touchpoints }) => ({
    role,
    handles: person.also ? [person.handle, person.also] : [person.handle],
    ...readName(rawName, person.handle),
    ...((automated || isAutomated(person.handle.value, rawName)) && { automated: true as const }),
    touchpoints,
  }));
}

/** Somebody in a field of a message's header; nothing where the page does not say who. */
export interface Addressed {
  readonly role: Role | undefined;
  readonly person: Correspondent | undefined;
}

/** The fields of a message's header. */
export function byRole(people: readonly Addressed[]) {
  const among = (wanted: Role) => people.flatMap(({ role, person }) => (role === wanted && person) || []);
  return { to: among('recipient'), cc: among('cc'), bcc: among('bcc') };
}

/**
 * The user's other addresses, which a page does not tell: who bears the user's name (`isNamed`) and wrote to others only. A
 * namesake would have written to the user, too.
 */
export function aliases(
  messages: readonly SeenMessage[],
  own: readonly Handle[],
  isNamed: (name: string) => boolean,
): Handle[] {
  const isOwn = ({ handle }: Correspondent) => own.some((one) => sameHandle(one, handle));
  return messages.flatMap(({ from, to, cc }) =>
    from && to.length > 0 && isNamed(from.name ?? '') && ![...to, ...cc].some(isOwn) ? [from.handle] : [],
  );
}

/** The people of a list, who are merely there. */
export function readListed(people: readonly Correspondent[], self: readonly Handle[]): Sighting[] {
  return readConversation([{ to: people, cc: [] }], self).map((sighting) => ({
    ...sighting,
    role: 'listed',
  }));
}

interface Draft {
  role: Role;
  person: Correspondent;
  rawName: string | undefined;
  automated?: boolean | undefined;
  touchpoints: SeenTouchpoint[];
}

const ORDER: readonly Role[] = ['sender', 'recipient', 'cc', 'bcc'];

function addMessage(
  seen: Map<string, Draft>,
  message: SeenMessage,
  self: readonly Handle[],
  isTold: boolean,
): void {
  const { from, to, cc, bcc = [], bulk, sourceKey, ...about } = message;
  const isSelf = (person: Correspondent) => self.some((own) => sameHandle(own, person.handle));
  // The user was only copied when the page shows the recipients and they are not among those addressed.
  const copiedToSelf = bulk || (to.length > 0 && self.length > 0 && !to.some(isSelf));
  // A letter to the user alone that can be unsubscribed from; what a list passes on was still written by a person.
  const letter = bulk && to.every(isSelf) && cc.every(isSelf);
  const recipients = to.length > 0 ? to.length + cc.length + bcc.length : undefined;
  const add = (role: Role, outbound: boolean, copied: boolean | undefined) => (person: Correspondent) => {
    if (isSelf(person)) return;
    const draft = remember(seen, role, person);
    if (role === 'sender') draft.automated ||= letter;
    if (sourceKey !== undefined && (outbound || role === 'sender'))
      draft.touchpoints.push({
        sourceKey,
        channel: 'email',
        ...about,
        recipients,
        direction: outbound ? 'out' : 'in',
        ...(copied && { copied: true }),
      });
  };
  if (from) add('sender', false, copiedToSelf)(from);
  if (from && !isTold) return;
  const outbound = from !== undefined && isSelf(from);
  to.forEach(add('recipient', outbound, false));
  cc.forEach(add('cc', outbound, true));
  bcc.forEach(add('bcc', outbound, true));
}

function remember(seen: Map<string, Draft>, role: Role, person: Correspondent): Draft {
  const key = handleKey(person.handle);
  const draft: Draft = seen.get(key) ?? { role, person, rawName: undefined, touchpoints: [] };
  seen.set(key, draft);
  const isMore = ORDER.indexOf(role) < ORDER.indexOf(draft.role);
  if (isMore) draft.role = role;
  // Those who wrote say best what they are called: among recipients they may be half of their address.
  draft.rawName = (isMore && person.name) || draft.rawName || person.name || undefined;
  if (person.also) draft.person = person;
  return draft;
}
