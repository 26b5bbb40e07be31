import { BUILT_IN_NUMBERS } from '../domain/playbook-numbers.ts';
import { both } from './text.ts';
import type { Playbook, PlaybookNumbers, PlaybookWords } from './types.ts';

/** A playbook that Kith comes with: its name and numbers at once, its words when they are shown. */
export interface BuiltInPlaybook extends PlaybookNumbers {
  /** Loads the words. */
  words(): Promise<PlaybookWords>;
}

/**
 * The playbooks, in the order in which they are offered. Adding one is a file beside this one, a line here and one of numbers
 * in domain/playbook-numbers.
 */
export const PLAYBOOKS: readonly BuiltInPlaybook[] = [
  book('client', both('Client', '客户'), () => import('./client.ts')),
  book('colleague', both('Colleague or team', '同事与团队'), () => import('./colleague.ts')),
  book('student', both('Student and parent', '学生与家长'), () => import('./student.ts')),
  book('patient', both('Patient', '患者'), () => import('./patient.ts')),
  book('social-service', both('Social-service client', '社会服务对象'), () => import('./social-service.ts')),
  book('public-body', both('Public body or constituent', '公共机构与居民'), () => import('./public-body.ts')),
  book('investor', both('Investor', '投资人'), () => import('./investor.ts')),
  book('mentor', both('Mentor', '导师'), () => import('./mentor.ts')),
  book('friend', both('Friend', '朋友'), () => import('./friend.ts')),
];

/** The whole of a playbook that Kith comes with. */
export async function loadPlaybook({ words, ...numbers }: BuiltInPlaybook): Promise<Playbook> {
  return { ...numbers, ...(await words()) };
}

function book(
  id: keyof typeof BUILT_IN_NUMBERS,
  name: PlaybookNumbers['name'],
  load: () => Promise<{ readonly words: PlaybookWords }>,
): BuiltInPlaybook {
  return { id, name, ...BUILT_IN_NUMBERS[id], words: async () => (await load()).words };
}
