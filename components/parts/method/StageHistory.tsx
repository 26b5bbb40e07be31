import { i18n } from '#i18n';
import { dayOf } from '../../../utils/domain/days.ts';
import type { Day, StageMove } from '../../../utils/domain/types.ts';
import { shortDay } from '../../format.ts';

/** How the stage moved: when, where, why, and whether Kith had suggested it. */
export function StageHistory({
  moves,
  language,
  today,
}: {
  moves: readonly StageMove[];
  language: string;
  today: Day;
}) {
  return (
    <section aria-label={i18n.t('stageHistory')}>
      <h3>{i18n.t('stageHistory')}</h3>
      <ul>
        {moves.map(({ id, at, from, to, why, suggestedBy }) => (
          <li key={id}>
            <time class="soft label" dateTime={dayOf(at)}>
              {shortDay(dayOf(at), language, today)}
            </time>{' '}
            {from === undefined
              ? i18n.t(`stage_${to}`)
              : i18n.t('movedFromTo', [i18n.t(`stage_${from}`), i18n.t(`stage_${to}`)])}
            {suggestedBy && <span class="soft"> · {i18n.t('bySuggestion')}</span>}
            {why && <span class="soft"> · {why}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
