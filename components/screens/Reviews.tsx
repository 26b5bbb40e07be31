import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type PersonReview, reviewBoard } from '../../utils/db/reviews.ts';
import { dayOf } from '../../utils/domain/days.ts';
import { distance } from '../../utils/words/distance.ts';
import { shortDay } from '../format.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { useKith } from '../kith.ts';
import { Face } from '../parts/Face.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';

const PAGE = 50;

/** The reviews of everybody: drafts that wait, who is due, and the past ones. `onReview` opens one, or begins one. */
export function Reviews({ onReview }: { onReview: (personId: string, reviewId?: string) => void }) {
  const { db, language } = useKith();
  const today = dayOf(useNow());
  const [limit, setLimit] = useState(PAGE);
  const [dueLimit, setDueLimit] = useState(PAGE);
  const { value } = useLiveQuery(() => reviewBoard(db, today, limit), [today, limit]);
  // Showing more must not make the list disappear meanwhile.
  const last = useRef(value);
  if (value) last.current = value;
  if (!last.current) return <Skeleton />;
  const { drafts, due, past, more } = last.current;
  const row = ({ review, person }: PersonReview, text: string) => (
    <li key={review.id}>
      <button type="button" class="person" onClick={() => onReview(person.id, review.id)}>
        <Face name={person.name} small />
        <span class="grow ellipsis">{person.name}</span>
        <span class="label soft">{text}</span>
      </button>
    </li>
  );
  return (
    <>
      <h1>{i18n.t('reviews')}</h1>
      {drafts.length + due.length + past.length === 0 && <p class="soft">{i18n.t('noReviews')}</p>}
      {drafts.length > 0 && (
        <section aria-labelledby="review-drafts">
          <h2 id="review-drafts">{i18n.t('reviewDrafts')}</h2>
          <ul class="people">
            {drafts.map((one) => row(one, i18n.t('begunOn', [shortDay(one.review.day, language, today)])))}
          </ul>
        </section>
      )}
      {due.length > 0 && (
        <section aria-labelledby="reviews-due">
          <h2 id="reviews-due">{i18n.t('reviewsDue')}</h2>
          <ul class="people">
            {due.slice(0, dueLimit).map(({ person, day }) => (
              <li key={person.id}>
                <button type="button" class="person" onClick={() => onReview(person.id)}>
                  <Face name={person.name} small />
                  <span class="grow ellipsis">{person.name}</span>
                  <span class={day <= today ? 'due' : 'label soft'}>
                    {i18n.t('dueOn', [distance(day, language, today)])}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {due.length > dueLimit && (
            <button type="button" class="link" onClick={() => setDueLimit(dueLimit + PAGE)}>
              {i18n.t('showMore')}
            </button>
          )}
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="reviews-past">
          <h2 id="reviews-past">{i18n.t('reviewsPast')}</h2>
          <ul class="people">
            {past.map((one) =>
              row(
                one,
                [satisfactionOf(one), shortDay(one.review.day, language, today)].filter(Boolean).join(' · '),
              ),
            )}
          </ul>
          {more && (
            <button type="button" class="link" onClick={() => setLimit(limit + PAGE)}>
              {i18n.t('showMore')}
            </button>
          )}
        </section>
      )}
    </>
  );
}

function satisfactionOf({ review: { mine, theirs } }: PersonReview): string {
  if (mine === undefined && theirs === undefined) return '';
  return i18n.t('bothSatisfactions', [String(mine ?? '–'), String(theirs ?? '–')]);
}
