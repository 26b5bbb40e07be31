import type { Stage } from './types.ts';

/** The sixteen practices of the method, in its order, four to a stage (product.md, "The model"). */
export const PRACTICES = [
  { id: 'goals', stage: 'establish' },
  { id: 'communicate', stage: 'establish' },
  { id: 'trust', stage: 'establish' },
  { id: 'listen', stage: 'establish' },
  { id: 'contact', stage: 'maintain' },
  { id: 'support', stage: 'maintain' },
  { id: 'feedback', stage: 'maintain' },
  { id: 'together', stage: 'maintain' },
  { id: 'analyse', stage: 'optimize' },
  { id: 'adjust', stage: 'optimize' },
  { id: 'goals-next', stage: 'optimize' },
  { id: 'learn', stage: 'optimize' },
  { id: 'review', stage: 'evaluate' },
  { id: 'gather', stage: 'evaluate' },
  { id: 'sum-up', stage: 'evaluate' },
  { id: 'plan', stage: 'evaluate' },
] as const satisfies readonly { readonly id: string; readonly stage: Stage }[];

/** The name of a practice. */
export type PracticeId = (typeof PRACTICES)[number]['id'];

/** The four practices of a stage, in order. */
export function practicesOf(stage: Stage): readonly PracticeId[] {
  return PRACTICES.filter((practice) => practice.stage === stage).map(({ id }) => id);
}
