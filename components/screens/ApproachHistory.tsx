import { i18n } from '#i18n';
import type { ApproachChange } from '../../utils/db/approach.ts';
import { ownPlaybooks } from '../../utils/db/playbooks.ts';
import type { Day } from '../../utils/domain/types.ts';
import { PLAYBOOKS } from '../../utils/playbooks/index.ts';
import { said } from '../../utils/playbooks/text.ts';
import { shortDay } from '../format.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { approachWords } from '../parts/method/approachWords.ts';
import { Fold } from '../parts/method/Fold.tsx';

/** How the way of working with somebody changed, newest first, each with its day and the reason that was given; folded. */
export function ApproachHistory({ changes, today }: { changes: readonly ApproachChange[]; today: Day }) {
  if (changes.length === 0) return null;
  return (
    <Fold id="approach-history" title={i18n.t('approachHistory')} open={false} count={changes.length}>
      {() => <List changes={changes} today={today} />}
    </Fold>
  );
}

function List({ changes, today }: { changes: readonly ApproachChange[]; today: Day }) {
  const { db, language } = useKith();
  const { value: own = [] } = useLiveQuery(() => ownPlaybooks(db), []);
  const playbookName = (id: string) => {
    const playbook = [...own, ...PLAYBOOKS].find((one) => one.id === id);
    return playbook ? said(playbook.name, language) : i18n.t('playbookDeleted');
  };
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.id}>
          <time class="soft label" dateTime={change.day}>
            {shortDay(change.day, language, today)}
          </time>{' '}
          {approachWords(change, playbookName)}
          {change.why && <span class="soft"> · {change.why}</span>}
        </li>
      ))}
    </ul>
  );
}
