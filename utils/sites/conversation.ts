import { handleKey, sameHandle } from '../domain/handles.ts';
import { readName } from '../domain/names.ts';
import type { Channel, Day, Handle, Instant } from '../domain/types.ts';
import type { Role, SeenTouchpoint, Sighting } from './types.ts';

/** A person as a message header names them; `name` is raw. */
export interface Correspondent {
  readonly handle: Handle;
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
  readonly at?: Instant | undefined;
  readonly day?: Day | undefined;
  readonly subject?: string | undefined;
  readonly link?: string | undefined;
}

/**
 * Turns a conversation's messages, oldest first, into sightings: the newest sender that is not the user first, then
 * the other senders, then recipients and copies. The user is never among them; what they sent becomes their
 * correspondents' outbound touchpoints.
 */
export function readConversation(
  messages: readonly SeenMessage[],
  self: readonly Handle[],
  channel: Channel = 'email',
): Sighting[] {
  const seen = new Map<string, Draft>();
  for (const message of [...messages].reverse()) addMessage(seen, message, self, channel);
  const drafts = [...seen.values()].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  return drafts.map(({ role, handle, rawName, touchpoints }) => ({
    role,
    handles: [handle],
    ...readName(rawName, handle),
    touchpoints,
  }));
}

interface Draft {
  role: Role;
  handle: Handle;
  rawName: string | undefined;
  touchpoints: SeenTouchpoint[];
}

const ORDER: readonly Role[] = ['sender', 'recipient', 'cc', 'bcc'];

function addMessage(
  seen: Map<string, Draft>,
  message: SeenMessage,
  self: readonly Handle[],
  channel: Channel,
): void {
  const isSelf = (person: Correspondent) => self.some((own) => sameHandle(own, person.handle));
  const fromSelf = message.from !== undefined && isSelf(message.from);
  const groups = [
    ['sender', message.from ? [message.from] : []],
    ['recipient', message.to],
    ['cc', message.cc],
    ['bcc', message.bcc ?? []],
  ] as const;
  // The user was only copied when the page shows the recipients and they are not among those addressed.
  const copiedToSelf = message.to.length > 0 && self.length > 0 && !message.to.some(isSelf);
  for (const [role, people] of groups) {
    for (const person of people) {
      if (isSelf(person)) continue;
      const draft = remember(seen, role, person);
      const outbound = fromSelf && role !== 'sender';
      if (message.sourceKey === undefined || (role !== 'sender' && !outbound)) continue;
      const copied = outbound ? role !== 'recipient' : copiedToSelf;
      draft.touchpoints.push({
        sourceKey: message.sourceKey,
        channel,
        direction: outbound ? 'out' : 'in',
        ...(message.at !== undefined && { at: message.at }),
        ...(message.at === undefined && message.day !== undefined && { day: message.day }),
        ...(message.subject !== undefined && { subject: message.subject }),
        ...(message.link !== undefined && { link: message.link }),
        ...(message.to.length > 0 && {
          recipients: message.to.length + message.cc.length + (message.bcc?.length ?? 0),
        }),
        ...(copied && { copied: true }),
      });
    }
  }
}

function remember(seen: Map<string, Draft>, role: Role, person: Correspondent): Draft {
  const key = handleKey(person.handle);
  const known = seen.get(key);
  if (known === undefined) {
    const draft: Draft = { role, handle: person.handle, rawName: person.name ?? undefined, touchpoints: [] };
    seen.set(key, draft);
    return draft;
  }
  if (ORDER.indexOf(role) < ORDER.indexOf(known.role)) known.role = role;
  known.rawName ??= person.name ?? undefined;
  return known;
}
