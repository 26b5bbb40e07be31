import type { KithDb } from '../../utils/db/database.ts';
import type { Person } from '../../utils/domain/types.ts';
import { general } from '../../utils/playbooks/general.ts';
import { PLAYBOOKS } from '../../utils/playbooks/index.ts';
import type { Playbook, PlaybookWords } from '../../utils/playbooks/types.ts';

/** What to ask a person: by their playbook, the user's own or one of Kith's, else in general. */
export async function questionsFor(
  db: KithDb,
  { playbook }: Pick<Person, 'playbook'>,
): Promise<Pick<PlaybookWords, 'questionnaire' | 'interview'>> {
  if (playbook === undefined) return general;
  const own = await db.playbooks.get(playbook);
  // Checked when it was stored (utils/playbooks/check).
  if (own && own.deletedAt === undefined) return own.data as Playbook;
  return (await PLAYBOOKS.find(({ id }) => id === playbook)?.words()) ?? general;
}
