import { i18n } from '#i18n';
import { dayOf } from '../../../utils/domain/days.ts';
import type { Day, Review, StageMove } from '../../../utils/domain/types.ts';
import { shortDay } from '../../format.ts';

/** How the stage moved: when, where, why, and whether a review had planned it or Kith suggested it. */
export function StageHistory({
  moves,
  language,
  today,
  reviews,
  onReview,
}: {
  moves: readonly StageMove[];
  /** The finished reviews: a move that a plan brought leads to its review. */
  reviews: ReadonlyMap<string, Review>;
  onReview: (id: string) => void;
  language: string;
  today: Day;
}) {
  const plan = (review: Review | undefined) =>
    // The review may have been deleted since.
    review ? (
      <button type="button" class="link" onClick={() => onReview(review.id)}>
        {i18n.t('byPlanOf', [shortDay(review.day, language, today)])}
      </button>
    ) : (
      i18n.t('byPlan')
    );
  return (
    <section aria-label={i18n.t('stageHistory')}>
      <h3>{i18n.t('stageHistory')}</h3>
      <ul>
        {moves.map(({ id, at, from, to, why, suggestedBy, reviewId }) => (
          <li key={id}>
            <time class="soft label" dateTime={dayOf(at)}>
              {shortDay(dayOf(at), language, today)}
            </time>{' '}
            {from === undefined
              ? i18n.t(`stage_${to}`)
              : i18n.t('movedFromTo', [i18n.t(`stage_${from}`), i18n.t(`stage_${to}`)])}
            {suggestedBy === 'plan' && (
              <span class="soft">
                {' · '}
                {plan(reviews.get(reviewId ?? ''))}
              </span>
            )}
            {suggestedBy && suggestedBy !== 'plan' && <span class="soft"> · {i18n.t('bySuggestion')}</span>}
            {why && <span class="soft"> · {why}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
