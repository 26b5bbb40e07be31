import type { PracticeId } from '../../utils/domain/practices.ts';
import type { Stage } from '../../utils/domain/types.ts';

/** Where a practice is done: the id of an element of a person's card, and in which stage's part it stands, if in one. */
const STAGE_AT = {
  goals: undefined,
  'follow-ups': undefined,
  cadence: undefined,
  facts: 'establish',
  feedback: 'establish',
  support: 'maintain',
  'ask-feedback': 'maintain',
  dates: 'maintain',
  standing: 'optimize',
  approach: 'optimize',
  lessons: 'optimize',
  review: 'evaluate',
} as const satisfies Readonly<Record<string, Stage | undefined>>;

/** A place on a person's card. */
export type MethodTarget = keyof typeof STAGE_AT;

/** Where each practice is done. Answers, lessons and plans are parts of the review. */
export const DONE_AT: Readonly<Record<PracticeId, MethodTarget>> = {
  goals: 'goals',
  communicate: 'follow-ups',
  trust: 'facts',
  listen: 'feedback',
  contact: 'cadence',
  support: 'support',
  feedback: 'ask-feedback',
  together: 'dates',
  analyse: 'standing',
  adjust: 'approach',
  'goals-next': 'goals',
  learn: 'lessons',
  review: 'review',
  gather: 'review',
  'sum-up': 'review',
  plan: 'review',
};

/** The stage whose part of the card holds a place; nothing for what is always in sight, and for every other text. */
export function stageAt(target: string | undefined): Stage | undefined {
  return (STAGE_AT as Readonly<Record<string, Stage | undefined>>)[target ?? ''];
}
