/** The nouns of Kith. Everything else is computed from these. Imports nothing. */

/** Milliseconds since 1970-01-01T00:00Z: for what happened. */
export type Instant = number;
/** `YYYY-MM-DD` in the user's own calendar: for what is due. */
export type Day = string;

/**
 * What identifies a person on a page. A `name` is what one site calls somebody where it shows no address; it names a person
 * only after the user has said so.
 */
export type HandleKind = 'email' | 'linkedin' | 'phone' | 'url' | 'name';

/** A normalised identifier; only `domain/handles` makes one. */
export interface Handle {
  readonly kind: HandleKind;
  readonly value: string;
}

export const STAGES = ['establish', 'maintain', 'optimize', 'evaluate'] as const;
/** What the user is practising in this relationship now. It never grades the person. */
export type Stage = (typeof STAGES)[number];

export const CHANNELS = ['email', 'call', 'meeting', 'message', 'social', 'letter'] as const;
/** How an interaction happened. */
export type Channel = (typeof CHANNELS)[number];

/** Who began: `in` they did, `out` the user did, `both` it was mutual (a meeting). */
export type Direction = 'in' | 'out' | 'both';

export const GOAL_SIDES = ['mine', 'theirs', 'shared'] as const;
/** Whose goal it is. */
export type GoalSide = (typeof GOAL_SIDES)[number];

/** How often, in days, the presets let touchpoints be apart. */
export const CADENCE_PRESETS = [7, 14, 30, 90, 180, 365] as const;

/** What every stored row has. Deleting sets `deletedAt`: a tombstone, so that deletes can be undone and synced. */
export interface Row {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly deletedAt?: Instant;
}

/** How to work with a person, as the user adjusted it; its history is in the journal. */
export interface Approach {
  readonly channel?: Channel;
  readonly tone?: string;
  readonly avoid?: string;
  /** What works well between the two, in the user's words. */
  readonly strengths?: string;
  /** What is harder between the two. */
  readonly weaknesses?: string;
  /** Why it was changed last. */
  readonly why?: string;
}

/** A date that comes back every year. `year` may be unknown. */
export interface YearlyDate {
  readonly kind: 'birthday' | 'anniversary' | 'custom';
  readonly month: number;
  readonly day: number;
  readonly year?: number;
  readonly calendar?: 'gregorian' | 'lunar';
  readonly label?: string;
}

/** What is computed of a person's touchpoints, reviews and playbook, so that thousands can be looked through at once. */
export interface Pulse {
  /** Days: the person's cadence, else their playbook's for the stage. */
  readonly cadence?: number;
  /** The day of the last touchpoint. */
  readonly lastDay?: Day;
  /** The pair's own rhythm: the median gap between touchpoints, in days; absent while it is not known. */
  readonly rhythmDays?: number;
  /** Days of the user's messages that were not answered, newest first, at most three: three within 30 days, else the last. */
  readonly unanswered?: readonly Day[];
  /** The day of their last message, where it was the last touchpoint and asked something. */
  readonly askedDay?: Day;
  /** When the next review falls due. */
  readonly reviewDay?: Day;
  /** When it is time to ask for feedback. */
  readonly feedbackDay?: Day;
  /** From when on everything for long was only business. */
  readonly businessDay?: Day;
}

/** Someone the user keeps notes on. */
export interface Person extends Row {
  readonly name: string;
  readonly headline?: string;
  readonly organization?: string;
  readonly location?: string;
  readonly stage: Stage;
  /** When the present stage began. */
  readonly stageSince: Instant;
  /** The day the person was added: the cadence counts from it until there is a touchpoint. */
  readonly since: Day;
  /** Days that may pass between touchpoints; absent: the playbook's, else none and no nudge. */
  readonly cadenceDays?: number;
  readonly playbook?: string;
  readonly importance?: 1 | 1.3 | 2;
  readonly timeZone?: string;
  readonly language?: string;
  readonly tags: readonly string[];
  readonly approach?: Approach;
  readonly dates?: readonly YearlyDate[];
  readonly muted?: boolean;
  readonly pausedUntil?: Day;
  readonly captureOff?: boolean;
  /** On a tombstone: who this person turned out to be. */
  readonly mergedInto?: string;
  // Derived: written by db/derive in the transaction that changes their sources, never by anyone else.
  /** Instant of the last touchpoint. */
  readonly lastAt?: Instant;
  /** Id of the last touchpoint. */
  readonly lastTouchpointId?: string;
  /** The day the cadence falls due; absent without a cadence. */
  readonly dueDay?: Day;
  /** The first day on which a computed reason to nudge may hold (domain/nudges); absent when none can. */
  readonly nudgeDay?: Day;
  /** What the last touchpoints say, see domain/pulse. */
  readonly pulse?: Pulse;
  /** The yearly dates as keys (domain/yearly), for an index. */
  readonly dateKeys?: readonly string[];
  /** How many touchpoints there are. */
  readonly touchpointCount: number;
  /** See domain/names `nameKey`: finds people whose names are alike. */
  readonly nameKey: string;
}

/** A person's identifier. At most one row, dead or alive, per kind and value. */
export interface HandleRow extends Row, Handle {
  readonly personId: string;
  readonly label?: string;
}

/** An interaction that happened. Kith keeps this pointer, never a message's body. */
export interface Touchpoint extends Row {
  readonly personIds: readonly string[];
  readonly channel: Channel;
  readonly direction: Direction;
  readonly at: Instant;
  /** The day it happened in the user's calendar when it was stored. */
  readonly day: Day;
  /** Present when the source showed only a day: `at` is then that day's local noon. */
  readonly dayOnly?: true;
  readonly subject?: string;
  readonly summary?: string;
  /** How it went, in a word of the user's: `warm`, `brief`. */
  readonly tone?: string;
  readonly link?: string;
  /** Site and message id: unique, so a message seen twice is one touchpoint. Hand-made ones get `hand:<id>`. */
  readonly sourceKey: string;
  /** The key it had while it was only known as sent (domain/same-message): its sending is not logged again. */
  readonly sentKey?: string;
  readonly site?: string;
  /** It asks the user something: see domain/question. */
  readonly question?: true;
  /** Derived: `[personId, at]` for each person, a multi-entry index for timelines in order. */
  readonly timeline: readonly (readonly [string, Instant])[];
}

/** What somebody wants out of the relationship. */
export interface Goal extends Row {
  readonly personId: string;
  readonly side: GoalSide;
  readonly text: string;
  readonly state: 'open' | 'met' | 'dropped';
  readonly dueDay?: Day;
  readonly closedAt?: Instant;
}

/** Markdown, as the user typed it. */
export interface Note extends Row {
  readonly personId: string;
  readonly body: string;
  readonly sourceTitle?: string;
  readonly sourceLink?: string;
}

export const FACT_KINDS = [
  'background',
  'values',
  'interests',
  'family',
  'preferences',
  'met',
  'other',
] as const;
export const TOLD = ['by-them', 'by-me', 'by-others'] as const;

/** Something known about a person, and who told whom. */
export interface Fact extends Row {
  readonly personId: string;
  readonly kind: (typeof FACT_KINDS)[number];
  readonly text: string;
  readonly told: (typeof TOLD)[number];
  readonly day?: Day;
  readonly sourceLink?: string;
}

export const SUPPORT_KINDS = ['offered', 'given', 'asked', 'received'] as const;

/** Help that went one way or the other; `asked` is of the user. */
export interface Support extends Row {
  readonly personId: string;
  readonly kind: (typeof SUPPORT_KINDS)[number];
  readonly text: string;
  readonly state: 'open' | 'done';
  readonly day: Day;
}

/** What they asked for or objected to, open until the user says what was done about it. */
export interface Feedback extends Row {
  readonly personId: string;
  readonly from: 'them' | 'me';
  readonly text: string;
  readonly state: 'open' | 'done';
  readonly day: Day;
  readonly outcome?: string;
}

/** What was learned; searchable across people. */
export interface Lesson extends Row {
  readonly personId?: string;
  readonly reviewId?: string;
  readonly text: string;
  readonly tags: readonly string[];
}

/** A look back at the relationship. A half-finished one stays a draft. */
export interface Review extends Row {
  readonly personId: string;
  readonly day: Day;
  readonly state: 'draft' | 'done';
  /** 1 to 5. */
  readonly mine?: number;
  /** 1 to 5. */
  readonly theirs?: number;
  readonly well?: string;
  readonly badly?: string;
  readonly feedback?: string;
  readonly plan?: string;
  readonly answers?: readonly { readonly question: string; readonly answer: string }[];
  readonly nextStage?: Stage;
  /** Where `theirs` comes from: they said so, or it is the user's impression. */
  readonly theirsFrom?: 'said' | 'impression';
  /** Why the next stage, in the user's words. */
  readonly nextWhy?: string;
  /** Finishing moves the person to the next stage. */
  readonly move?: boolean;
  /** When it was finished. */
  readonly doneAt?: Instant;
  /** As they were typed; of a done review they are rows in lessons, by the same ids. */
  readonly lessons?: readonly ReviewLesson[];
  /** As they were typed; of a done review they are follow-ups, by the same ids. */
  readonly actions?: readonly ReviewAction[];
}

/** A lesson in a review that is being written. */
export interface ReviewLesson {
  readonly id: string;
  readonly text: string;
  readonly tags: readonly string[];
}

/** What a review plans to do, by whom and until when. */
export interface ReviewAction {
  readonly id: string;
  readonly text: string;
  readonly by: 'me' | 'them';
  readonly dueDay: Day;
}

/** A promise or a task with a day. */
export interface FollowUp extends Row {
  readonly personId?: string;
  readonly touchpointId?: string;
  readonly text: string;
  readonly by: 'me' | 'them';
  readonly dueDay: Day;
  readonly state: 'open' | 'done' | 'dropped';
  readonly closedAt?: Instant;
  readonly repeatDays?: number;
  /** Closes itself when they write. */
  readonly untilReply?: boolean;
  /** One of the first follow-ups of a new relationship (domain/first-follow-ups): a touchpoint closes it. */
  readonly first?: true;
}

/** The user's answer to a nudge: hidden until a day, or until its evidence changes. */
export interface Snooze extends Row {
  readonly personId: string;
  /** `all`, or the kind of reason that was stopped (domain/nudges). */
  readonly nudge: string;
  readonly untilDay?: Day;
  readonly evidence?: string;
}

/** Someone moved a person to a stage. */
export interface StageMove extends Row {
  readonly personId: string;
  readonly from?: Stage;
  readonly to: Stage;
  readonly at: Instant;
  readonly why?: string;
  readonly suggestedBy?: string;
  /** The review whose plan it was. */
  readonly reviewId?: string;
}

/** An address or a domain that is never logged; `self` marks the user's own addresses. */
export interface NeverLog extends Row {
  readonly kind: 'email' | 'domain' | 'self';
  /** Normalised, as a handle's value is. */
  readonly value: string;
}

/** One named setting; `id` is its name. */
export interface Setting extends Row {
  readonly value: unknown;
}
