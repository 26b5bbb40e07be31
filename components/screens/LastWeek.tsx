import { i18n } from '#i18n';
import { lastWeek } from '../../utils/db/week.ts';
import type { Day } from '../../utils/domain/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';

/** What last week was: shown beneath the day. */
export function LastWeek({ today }: { today: Day }) {
  const { db } = useKith();
  const { value } = useLiveQuery(() => lastWeek(db, Date.now()), [today]);
  if (!value || value.touchpoints + value.kept === 0) return null;
  const { touchpoints, people, kept, late } = value;
  return (
    <section class="soft" aria-label={i18n.t('lastWeek')}>
      <h2>{i18n.t('lastWeek')}</h2>
      <p>
        {i18n.t('weekTouchpoints', touchpoints, [String(touchpoints), String(people)])}{' '}
        {kept > 0 && i18n.t('weekKept', kept, [String(kept)])}{' '}
        {late > 0 && i18n.t('weekLate', late, [String(late)])}
      </p>
    </section>
  );
}
