import { both } from './text.ts';
import type { Playbook, PlaybookNumbers, PlaybookWords } from './types.ts';

/** A playbook that Kith comes with: its name and numbers at once, its words when they are shown. */
export interface BuiltInPlaybook extends PlaybookNumbers {
  /** Loads the words. */
  words(): Promise<PlaybookWords>;
}

/**
 * The playbooks, in the order in which they are offered. Columns: id; name; days between touchpoints while
 * establishing, maintaining, optimizing and evaluating; days between reviews; days between asking for feedback; days
 * after which it was only business (0 where sharing a meal is not done: care, offices). Adding one is a file beside
 * this one and a line here.
 */
// biome-ignore format: a table
export const PLAYBOOKS: readonly BuiltInPlaybook[] = [
  book('client', both('Client', '客户'), [14, 30, 30, 30], 90, 90, 180, () => import('./client.ts')),
  book('colleague', both('Colleague or team', '同事与团队'), [7, 14, 14, 14], 90, 90, 90, () => import('./colleague.ts')),
  book('student', both('Student and parent', '学生与家长'), [7, 14, 14, 14], 120, 60, 180, () => import('./student.ts')),
  book('patient', both('Patient', '患者'), [14, 90, 60, 30], 180, 180, 0, () => import('./patient.ts')),
  book('social-service', both('Social-service client', '社会服务对象'), [7, 14, 14, 14], 90, 60, 0, () => import('./social-service.ts')),
  book('public-body', both('Public body or constituent', '公共机构与居民'), [30, 90, 60, 30], 180, 180, 0, () => import('./public-body.ts')),
  book('investor', both('Investor', '投资人'), [14, 30, 30, 30], 90, 180, 180, () => import('./investor.ts')),
  book('mentor', both('Mentor', '导师'), [14, 30, 60, 30], 180, 90, 180, () => import('./mentor.ts')),
  book('friend', both('Friend', '朋友'), [14, 30, 60, 90], 365, 180, 90, () => import('./friend.ts')),
];

/** The whole of a playbook that Kith comes with. */
export async function loadPlaybook({ words, ...numbers }: BuiltInPlaybook): Promise<Playbook> {
  return { ...numbers, ...(await words()) };
}

function book(
  id: string,
  name: PlaybookNumbers['name'],
  [establish, maintain, optimize, evaluate]: readonly [number, number, number, number],
  reviewEveryDays: number,
  feedbackEveryDays: number,
  businessOnlyDays: number,
  load: () => Promise<{ readonly words: PlaybookWords }>,
): BuiltInPlaybook {
  const cadence = { establish, maintain, optimize, evaluate };
  const words = async () => (await load()).words;
  return { id, name, cadence, reviewEveryDays, feedbackEveryDays, businessOnlyDays, words };
}
