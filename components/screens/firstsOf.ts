import type { KithDb } from '../../utils/db/database.ts';
import type { FirstFollowUp } from '../../utils/domain/follow-ups.ts';
import { said } from '../../utils/playbooks/text.ts';
import type { Playbook } from '../../utils/playbooks/types.ts';
import { firstFollowUps } from '../../utils/words/firsts.ts';
import { playbookOf } from './playbookOf.ts';

/** The first follow-ups of a new beginning: the playbook's, in the interface's language; Kith's own without one. */
export async function firstsOf(
  db: KithDb,
  playbook: string | undefined,
  language: string,
): Promise<FirstFollowUp[]> {
  const found = playbook === undefined ? undefined : await playbookOf(db, playbook);
  return found ? firstsIn(found.playbook, language) : firstFollowUps();
}

/** The first follow-ups of a playbook, in the interface's language. */
export function firstsIn({ firstFollowUps: firsts }: Playbook, language: string): FirstFollowUp[] {
  return firsts.map(({ afterDays, text }) => ({ afterDays, text: said(text, language) }));
}
