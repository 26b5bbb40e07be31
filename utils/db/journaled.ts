import type { TableName } from './database.ts';

/** Every table that is written through the door. */
export const JOURNALED = [
  'people',
  'handles',
  'touchpoints',
  'goals',
  'notes',
  'facts',
  'support',
  'feedback',
  'lessons',
  'reviews',
  'followUps',
  'snoozes',
  'stageMoves',
  'neverLog',
  'settings',
  'playbooks',
] as const satisfies readonly TableName[];
