import type { CadenceByStage } from './cadence.ts';

/** What of a playbook is computed with. All in days; an interval that is absent is never asked for. */
export interface PlaybookNumbers {
  readonly cadence: CadenceByStage;
  readonly reviewEveryDays?: number | undefined;
  /** How often to ask for feedback. */
  readonly feedbackEveryDays?: number | undefined;
  /** After how long without anything social Kith says that it was all business. */
  readonly businessOnlyDays?: number | undefined;
}

/** The numbers of the playbooks that come with Kith, by id; their words are in utils/playbooks, and loaded only to be read. */
export const BUILT_IN_NUMBERS: Readonly<Record<string, PlaybookNumbers>> = {};
