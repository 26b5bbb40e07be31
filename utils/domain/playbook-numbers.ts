import type { CadenceByStage } from './cadence.ts';

/** What of a playbook is computed with. All in days; an interval that is absent or 0 is never asked for. */
export interface PlaybookNumbers {
  readonly cadence: CadenceByStage;
  readonly reviewEveryDays?: number | undefined;
  /** How often to ask for feedback. */
  readonly feedbackEveryDays?: number | undefined;
  /** After how long without anything social Kith says that it was all business; 0 where sharing a meal is not done. */
  readonly businessOnlyDays?: number | undefined;
}

/**
 * The numbers of the playbooks that come with Kith, by id; their words are in utils/playbooks and loaded to be read. Columns:
 * days between touchpoints while establishing, maintaining, optimizing and evaluating; days between reviews; days between
 * asking for feedback; days after which it was only business.
 */
// biome-ignore format: a table
export const BUILT_IN_NUMBERS = {
  client: numbers([14, 30, 30, 30], 90, 90, 180),
  colleague: numbers([7, 14, 14, 14], 90, 90, 90),
  student: numbers([7, 14, 14, 14], 120, 60, 180),
  patient: numbers([14, 90, 60, 30], 180, 180, 0),
  'social-service': numbers([7, 14, 14, 14], 90, 60, 0),
  'public-body': numbers([30, 90, 60, 30], 180, 180, 0),
  investor: numbers([14, 30, 30, 30], 90, 180, 180),
  mentor: numbers([14, 30, 60, 30], 180, 90, 180),
  friend: numbers([14, 30, 60, 90], 365, 180, 90),
};

/** The numbers of a playbook that comes with Kith; nothing for any other. */
export function builtInNumbers(id: string): PlaybookNumbers | undefined {
  return Object.hasOwn(BUILT_IN_NUMBERS, id)
    ? BUILT_IN_NUMBERS[id as keyof typeof BUILT_IN_NUMBERS]
    : undefined;
}

function numbers(
  [establish, maintain, optimize, evaluate]: readonly [number, number, number, number],
  reviewEveryDays: number,
  feedbackEveryDays: number,
  businessOnlyDays: number,
) {
  return {
    cadence: { establish, maintain, optimize, evaluate },
    reviewEveryDays,
    feedbackEveryDays,
    businessOnlyDays,
  };
}
