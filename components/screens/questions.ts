import type { KithDb } from '../../utils/db/database.ts';
import type { Person } from '../../utils/domain/types.ts';
import { general } from '../../utils/playbooks/general.ts';
import type { PlaybookWords } from '../../utils/playbooks/types.ts';
import { playbookOf } from './playbookOf.ts';

/** What to ask a person: by their playbook, the user's own or one of Kith's, else in general. */
export async function questionsFor(
  db: KithDb,
  { playbook }: Pick<Person, 'playbook'>,
): Promise<Pick<PlaybookWords, 'questionnaire' | 'interview'>> {
  const found = playbook === undefined ? undefined : await playbookOf(db, playbook);
  return found?.playbook ?? general;
}
