import type { KithDb } from '../../utils/db/database.ts';
import { ownPlaybooks } from '../../utils/db/playbooks.ts';
import { loadPlaybook, PLAYBOOKS } from '../../utils/playbooks/index.ts';
import type { Playbook } from '../../utils/playbooks/types.ts';

/** A playbook with its words, the user's own or one of Kith's; nothing when it is gone. */
export async function playbookOf(
  db: KithDb,
  id: string,
): Promise<{ readonly playbook: Playbook; readonly own: boolean } | undefined> {
  const own = (await ownPlaybooks(db)).find((playbook) => playbook.id === id);
  if (own) return { playbook: own, own: true };
  const builtIn = PLAYBOOKS.find((playbook) => playbook.id === id);
  return builtIn && { playbook: await loadPlaybook(builtIn), own: false };
}
