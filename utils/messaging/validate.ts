import * as v from 'valibot';
import { isDay } from '../domain/days.ts';
import { CHANNELS } from '../domain/types.ts';
import { MAX_DATES, MAX_SAID, MAX_SIGHTINGS } from '../sites/reading/limits.ts';
import type { PageMessage } from './protocol.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const list = <T extends v.GenericSchema>(item: T, max: number) => v.pipe(v.array(item), v.maxLength(max));

// Only what a link may be: a `javascript:` link from a page must never become one in the panel.
const link = v.pipe(text(4000), v.regex(/^https?:\/\//));

// Beyond this (ms) a Date is invalid, and showing it throws.
const LAST_INSTANT = 8.64e15;

const handle = v.strictObject({
  kind: v.picklist(['email', 'linkedin', 'phone', 'url', 'name']),
  value: v.pipe(text(400), v.minLength(1)),
});

const instant = v.pipe(v.number(), v.finite(), v.minValue(-LAST_INSTANT), v.maxValue(LAST_INSTANT));

const said = v.strictObject({
  texts: list(text(MAX_SAID), MAX_DATES),
  language: text(MAX_SAID),
  order: v.optional(v.picklist(['dmy', 'mdy'])),
  near: v.optional(instant),
  needed: v.optional(v.picklist(['date', 'instant'])),
});

const touchpoint = v.strictObject({
  sourceKey: v.pipe(text(600), v.minLength(1)),
  channel: v.picklist(CHANNELS),
  direction: v.picklist(['in', 'out', 'both']),
  at: v.optional(instant),
  day: v.optional(v.pipe(v.string(), v.check(isDay, 'no day'))),
  said: v.optional(said),
  subject: v.optional(text(500)),
  link: v.optional(link),
  recipients: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  copied: v.optional(v.literal(true)),
});

const sighting = v.strictObject({
  role: v.picklist(['sender', 'recipient', 'cc', 'bcc', 'profile', 'participant', 'listed']),
  handles: v.pipe(v.array(handle), v.minLength(1), v.maxLength(20)),
  name: v.optional(text(400)),
  headline: v.optional(text(1000)),
  organization: v.optional(text(400)),
  location: v.optional(text(400)),
  claims: v.optional(text(400)),
  automated: v.optional(v.literal(true)),
  touchpoints: list(touchpoint, 1000),
});

const page = v.variant('type', [
  v.strictObject({
    type: v.literal('seen'),
    documentKey: text(60),
    url: text(20_000),
    title: v.string(),
    reading: v.optional(
      v.strictObject({
        site: text(60),
        view: text(60),
        sightings: list(sighting, MAX_SIGHTINGS),
        self: list(handle, 50),
        omitted: v.pipe(v.number(), v.integer(), v.minValue(0)),
        unread: v.optional(v.literal(true)),
      }),
    ),
  }),
  v.strictObject({ type: v.literal('gone'), documentKey: text(60) }),
  v.strictObject({
    type: v.literal('sent'),
    documentKey: text(60),
    url: text(20_000),
    site: text(60),
    self: list(handle, 50),
    sightings: list(sighting, MAX_SIGHTINGS),
  }),
]);

/** What the browser says of a message's sender. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly windowId?: number | undefined } | undefined;
}

/** A page's message and where it came from, checked. */
export interface FromPage {
  readonly message: PageMessage;
  readonly tabId: number;
  readonly frameId: number;
}

/**
 * Checks a message that claims to be from a content script of ours: its sender, its shape, its sizes. Returns the reason
 * when it is refused; undefined when it is not addressed here at all.
 */
export function fromPage(
  message: unknown,
  sender: Sender,
  ownId: string,
): FromPage | { readonly refused: string } | undefined {
  const type = (message as { type?: unknown } | null)?.type;
  if (type !== 'seen' && type !== 'gone' && type !== 'sent') return undefined;
  if (sender.id !== ownId) return { refused: `a message from another extension (${sender.id})` };
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId === undefined) return { refused: 'a message that no tab sent' };
  const checked = v.safeParse(page, message);
  if (!checked.success) {
    const [issue] = checked.issues;
    return { refused: `a message of a wrong shape (${v.getDotPath(issue) ?? 'message'}: ${issue.message})` };
  }
  const parsed = checked.output;
  if (parsed.type !== 'gone' && !sameOrigin(parsed.url, sender.url))
    return { refused: 'a message with a foreign address' };
  return { message: parsed as PageMessage, tabId, frameId: sender.frameId };
}

// Frames without an address of their own (about:blank, srcdoc) speak for the page that made them.
function sameOrigin(url: string, senderUrl: string | undefined): boolean {
  const claimed = URL.parse(url);
  const real = URL.parse(senderUrl ?? '');
  if (!claimed || !real) return false;
  return real.protocol === 'about:' || claimed.protocol === 'about:' || claimed.origin === real.origin;
}
