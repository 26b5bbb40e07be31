import { i18n } from '#i18n';
import { useKith } from '../kith.ts';
import { lazy } from '../parts/lazy.tsx';
import { People } from './People.tsx';

const GoalsAll = lazy(async () => (await import('./GoalsAll.tsx')).GoalsAll);
const Reviews = lazy(async () => (await import('./Reviews.tsx')).Reviews);
const Lessons = lazy(async () => (await import('./Lessons.tsx')).Lessons);

/** The screens across people. */
export type AcrossName = 'people' | 'goals' | 'reviews' | 'lessons';

/** Everybody, and everybody's goals, reviews and lessons: one row of chips leads from one to the other. */
export function Across({ name }: { name: AcrossName }) {
  const { open } = useKith();
  const onPerson = (id: string) => open(`person=${id}`);
  const tabs = [
    ['people', i18n.t('people')],
    ['goals', i18n.t('goals')],
    ['reviews', i18n.t('reviews')],
    ['lessons', i18n.t('lessons')],
  ] as const;
  return (
    <>
      <nav class="buttons" aria-label={i18n.t('acrossPeople')}>
        {tabs.map(([one, label]) => (
          <button
            key={one}
            type="button"
            class="chip"
            aria-current={one === name ? 'page' : undefined}
            onClick={() => open(one)}
          >
            {label}
          </button>
        ))}
      </nav>
      {name === 'people' && <People onPerson={onPerson} />}
      {name === 'goals' && <GoalsAll onPerson={onPerson} />}
      {name === 'reviews' && (
        <Reviews
          onReview={(personId, reviewId) => open(`review=${personId}${reviewId ? `/${reviewId}` : ''}`)}
        />
      )}
      {name === 'lessons' && <Lessons onPerson={onPerson} />}
    </>
  );
}
