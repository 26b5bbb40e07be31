import type { PracticeId } from '../domain/practices.ts';
import type { Stage } from '../domain/types.ts';

/** The languages that playbooks are written in, named as the locales are. */
export const LANGUAGES = ['en', 'zh_CN'] as const;
/** One of them. */
export type Language = (typeof LANGUAGES)[number];

/** The longest name of a playbook, in either language. */
export const MAX_PLAYBOOK_NAME = 60;

/** A text in every language: plain text, never markup. */
export type Text = Readonly<Record<Language, string>>;

/** What a playbook says at one practice. */
export interface Prompt {
  /** For the user: what to do or to ask themselves, in the field's words. */
  readonly hint: Text;
  /** For the other person: a sentence or two to put into a mail. */
  readonly say?: Text;
}

/** What the whole application needs of a playbook. Numbers are days. */
export interface PlaybookNumbers {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: Text;
  /** Days that may pass between touchpoints, by stage: 1 to 3650 (domain/cadence). */
  readonly cadence: Readonly<Record<Stage, number>>;
  /** 1 to 3650. */
  readonly reviewEveryDays: number;
  /** 1 to 3650. */
  readonly feedbackEveryDays: number;
  /** After this long without a social touchpoint Kith says so; 0: never, where doing things together is not done. */
  readonly businessOnlyDays: number;
}

/** A promise made in the first weeks, so that there are any. */
export interface FirstFollowUp {
  /** Days after the person was added. */
  readonly afterDays: number;
  readonly text: Text;
}

/** The words of a playbook, which are loaded when they are shown. */
export interface PlaybookWords {
  /** Whom it is for, in a line. */
  readonly about: Text;
  readonly practices: Readonly<Record<PracticeId, Prompt>>;
  readonly firstFollowUps: readonly FirstFollowUp[];
  /** To be sent and answered in writing. */
  readonly questionnaire: {
    readonly intro: Text;
    readonly questions: readonly Text[];
    readonly closing: Text;
  };
  /** To be asked face to face. */
  readonly interview: { readonly opening: Text; readonly questions: readonly Text[] };
  /** What not to write down. */
  readonly avoid: readonly Text[];
  /** A reminder of the duty of care, where what is known of people in this field is sensitive. */
  readonly duty?: Text;
}

/** A field's version of the method: its words and its numbers. Data; users copy, edit and share them. */
export interface Playbook extends PlaybookNumbers, PlaybookWords {}
