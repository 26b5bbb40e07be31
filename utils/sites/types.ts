import type { SaidDate } from '../domain/said-date.ts';
import type { Channel, Day, Direction, Handle, Instant } from '../domain/types.ts';

/**
 * Work in parts. A part may be work of its own, which is done before the next: `yield` costs a page's memory a quarter of `yield*`,
 * of which a browser makes a kilobyte of machine code wherever it stands.
 */
export interface Work extends Iterator<Work | undefined, unknown> {}

/** A page as a reader gets it. Reading is pure: same page, same sightings. */
export interface Page {
  readonly document: Document;
  readonly url: URL;
  readonly now: Instant;
  /** Addresses that the user said are theirs, where a reader is told: for pages that do not show whose mailbox they are. */
  readonly own?: readonly Handle[] | undefined;
}

/** What somebody is on the page. `profile`, `sender` and `participant` are what the page is about; `listed` is everyone else. */
export type Role = 'sender' | 'recipient' | 'cc' | 'bcc' | 'profile' | 'participant' | 'listed';

/** An interaction that the page shows. Either `at` or, when the page shows no time, `day`. */
export interface SeenTouchpoint {
  /**
   * `site:message-id`, or `origin:mailbox:uid` where a site shows no message id, or `origin:sender` where it shows neither, which
   * the minute of a `said` that needs an instant completes. Must not change while a page loads.
   */
  readonly sourceKey: string;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly at?: Instant | undefined;
  readonly day?: Day | undefined;
  /** When, in the page's words, until they are understood (messaging/understand); an `at` beside it holds if they confirm their `near`. */
  readonly said?: SaidDate | undefined;
  readonly subject?: string | undefined;
  readonly link?: string | undefined;
  /** How many people it was addressed to, where the page shows it. */
  readonly recipients?: number | undefined;
  /** One of the two was only copied (CC, BCC, or through a list): no touchpoint unless the user logs it by hand. */
  readonly copied?: true;
}

/** What a page shows of a person. */
export interface Sighting {
  readonly role: Role;
  readonly handles: readonly [Handle, ...Handle[]];
  /** Cleaned by domain/names; absent when the page shows none, or shows an address instead. */
  readonly name?: string;
  readonly headline?: string;
  readonly organization?: string;
  readonly location?: string;
  /** An address that the display name claims although the message came from another. */
  readonly claims?: string;
  /** A mailing list, a newsletter or a no-reply sender: not a person. */
  readonly automated?: true;
  readonly touchpoints: readonly SeenTouchpoint[];
}

/** One layout of one kind of page. */
export interface View {
  readonly name: string;
  /** CSS selector of the smallest element that holds everything `read` looks at. */
  readonly root: string;
  /** CSS selector of an element in whose open shadow root `root` is looked for, where the page has it. */
  readonly shadow?: string;
  /** Finds the root faster than by its selector, of which it must be a match. */
  readonly find?: (page: Page) => Element | null | undefined;
  /** What of the root holds all that is read, where the root is the whole page: what changes elsewhere needs no reading. */
  readonly core?: (root: Element) => Element;
  /** What of the page's address must hold too, where URL and DOM must agree. */
  readonly at?: (url: URL) => boolean;
  /** Read in addition to the view that won: a compose window that floats over a conversation. */
  readonly beside?: true;
  /** Nobody on it is nothing to wonder about: a list without a selection, an empty compose window. */
  readonly mayBeEmpty?: true;
  readonly read: (root: Element, page: Page) => readonly Sighting[];
}

/** A message as it stands in a compose window. */
export interface Letter {
  /** Everybody it is addressed to, without the user. */
  readonly people: readonly Sighting[];
  readonly subject: string;
  /** Where the message, or what it answers, can be found once it was sent. */
  readonly link?: string | undefined;
}

/** How a site's messages are sent, and how its page shows that one was. Selectors only: words are in any language. */
export interface Sending {
  /** What a message is written in: a window, a page, a reply in place. */
  readonly compose: string;
  /** What sends at a click. Ctrl or Cmd with Enter inside of `compose` may send too; neither is proof. */
  readonly send: string;
  readonly read: (compose: Element, page: Page) => Letter;
  /** What shows that a message went out; without it, that `compose` went away, soon, and did not come back. */
  readonly sent?: string;
  /** While this is on the page, `sent` speaks of something else: a draft that was saved. */
  readonly saved?: string;
  /** What shows that a message did not go out. */
  readonly failed?: string;
  /** What takes a sending back at a click, or makes something else of it: Undo, Send later. */
  readonly instead?: string;
  /** On the page for as long as a message that was sent can be taken back, at most `UNDO_MS`. */
  readonly undo?: string;
  /** How long after that it could still come back into a window (ms); 0 where absent. */
  readonly settles?: number;
  /** `compose` is still there when `sent` comes. */
  readonly stays?: true;
}

/** How one site is read. An adapter reads and never writes, and returns nothing rather than a guess. */
export interface SiteAdapter {
  readonly id: string;
  readonly name: string;
  /** Match patterns; the manifest is made from these. */
  readonly matches: readonly string[];
  /** For what the user turns on, host by host: the first element by which the page itself is known, its body where all of it is. */
  readonly recognize?: (page: Page) => Element | null | undefined;
  /** CSS selector of the elements that `recognize` looks for: it is asked again when one of them comes. Any may, where absent. */
  readonly sign?: string;
  /** Selectors of what a reading also depends on outside of its view's root, such as the account menu. The title always counts. */
  readonly context?: readonly string[];
  /** CSS selector of what stands in its views and is never read: bodies of messages. What changes in there costs next to nothing. */
  readonly apart?: string;
  /** Whether a node that was changed or added can matter; all can, where absent. For readers of whole pages that `Strangers` lend. */
  readonly concerns?: (node: Node) => boolean;
  /** Whether all that the last reading was made of is still on the page. For readers of whole pages. */
  readonly stands?: () => boolean;
  /** Does, in parts, what the views and `self` find done then: what takes long on a large page, or one that has just been opened. */
  readonly prepare?: (page: Page) => Work;
  /** The signed-in accounts: never a contact, and they give direction. */
  readonly self?: (page: Page) => readonly Handle[];
  /** The first whose root is on the page wins; newest layout first. */
  readonly views: readonly View[];
  /** Where absent, what is written on the site is logged when it is seen, not when it is sent. */
  readonly sending?: Sending;
}

/** The whole reading of one frame. */
export interface Reading {
  readonly site: string;
  readonly view: string;
  readonly sightings: readonly Sighting[];
  readonly self: readonly Handle[];
  /** How many people were left out because the page shows more than Kith reads. */
  readonly omitted: number;
  /** The view is there, but nobody could be read on it: perhaps the site changed. */
  readonly unread?: true;
}

/** Whoever reads what none of the sites recognises, more sites, and what helps: the addresses that the user said are theirs. */
export interface Lent {
  readonly adapter: SiteAdapter;
  readonly sites: readonly SiteAdapter[];
  readonly own: readonly Handle[];
}
