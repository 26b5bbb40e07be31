import { i18n } from '#i18n';
import { snooze } from '../../utils/db/answers.ts';
import { nudgeFor } from '../../utils/db/nudges.ts';
import { laterDay } from '../../utils/domain/nudges/gates.ts';
import type { Day } from '../../utils/domain/types.ts';
import { reasonText } from '../../utils/words/reasons.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';

/** The panel's first line when whoever is on the page comes up today: why, and later. */
export function NudgeLine({ id, today }: { id: string; today: Day }) {
  const { db, language, act } = useKith();
  const { value: nudge } = useLiveQuery(() => nudgeFor(db, id, today), [id, today]);
  if (!nudge) return null;
  const [first, ...others] = nudge.reasons.map((reason) => reasonText(reason, language, today));
  return (
    <p class="nudge-line" role="status">
      <span class="grow">
        <span class={nudge.coverage.enough ? 'due' : ''}>{first}</span>
        {others.map((other) => i18n.t('semicolon') + other)}
      </span>{' '}
      <button
        type="button"
        class="link"
        onClick={() => void act('snooze', () => snooze(db, nudge.person, laterDay('week', today)))}
      >
        {i18n.t('later_week')}
      </button>
    </p>
  );
}
