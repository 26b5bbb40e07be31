import { useEffect, useState } from 'preact/hooks';
import type { Language, Playbook } from '../../utils/playbooks/types.ts';
import { useKith } from '../kith.ts';

/** The playbook of a person, Kith's or the user's own, once it is loaded; nothing without one, or when it is gone. */
export function usePlaybook(id: string | undefined): Playbook | undefined {
  const { db } = useKith();
  const [playbook, setPlaybook] = useState<Playbook>();
  useEffect(() => {
    let gone = false;
    const load = async () => {
      if (id === undefined) return undefined;
      const own = await db.playbooks.get(id);
      if (own && own.deletedAt === undefined) return own.data as Playbook; // checked when it was stored
      const { PLAYBOOKS, loadPlaybook } = await import('../../utils/playbooks/index.ts');
      const builtIn = PLAYBOOKS.find((one) => one.id === id);
      return builtIn && loadPlaybook(builtIn);
    };
    load().then(
      (loaded) => gone || setPlaybook(loaded),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [db, id]);
  return playbook;
}

/** The interface's language as playbooks name it. */
export function ownLanguage(language: string): Language {
  return language === 'zh-CN' ? 'zh_CN' : 'en';
}
