import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { openGoals } from '../../utils/db/goals-all.ts';
import { closeGoal, editGoal } from '../../utils/db/practice.ts';
import { dayOf, daysBetween, isDay } from '../../utils/domain/days.ts';
import { GOAL_SIDES, type GoalSide } from '../../utils/domain/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { useKith } from '../kith.ts';
import { Skeleton } from '../parts/Skeleton.tsx';

const PAGE = 50;

/** The open goals of everybody, those with a day first: met, let go, given a day. */
export function GoalsAll({ onPerson }: { onPerson: (id: string) => void }) {
  const { db, act } = useKith();
  const today = dayOf(useNow());
  const [side, setSide] = useState<GoalSide>();
  const [limit, setLimit] = useState(PAGE);
  const { value } = useLiveQuery(() => openGoals(db, side, limit), [side, limit]);
  const last = useRef(value);
  if (value) last.current = value;
  if (!last.current) return <Skeleton />;
  const { goals, more } = last.current;
  return (
    <>
      <h1>{i18n.t('goals')}</h1>
      <fieldset class="choices">
        <legend class="sr-only">{i18n.t('whoseGoal')}</legend>
        <button
          type="button"
          class="chip"
          aria-pressed={side === undefined}
          onClick={() => setSide(undefined)}
        >
          {i18n.t('everySide')}
        </button>
        {GOAL_SIDES.map((one) => (
          <button
            key={one}
            type="button"
            class="chip"
            aria-pressed={side === one}
            onClick={() => setSide(side === one ? undefined : one)}
          >
            {i18n.t(`side_${one}`)}
          </button>
        ))}
      </fieldset>
      {goals.length === 0 && (
        <p class="soft">{side === undefined ? i18n.t('noOpenGoals') : i18n.t('noGoalOfSide')}</p>
      )}
      <ul class="all-goals">
        {goals.map(({ goal, person }) => {
          const late = goal.dueDay === undefined ? 0 : daysBetween(goal.dueDay, today);
          return (
            <li key={goal.id} class="card">
              <p class="line">
                <span class="grow wrap">{goal.text}</span>
                <span class="tag">{i18n.t(`side_${goal.side}`)}</span>
              </p>
              <div class="line">
                <button type="button" class="link ellipsis" onClick={() => onPerson(person.id)}>
                  {person.name}
                </button>
                <input
                  type="date"
                  class="end"
                  aria-label={i18n.t('goalDay', [goal.text])}
                  value={goal.dueDay ?? ''}
                  min="1970-01-01"
                  max="9999-12-31"
                  onChange={(event) => {
                    const day = event.currentTarget.value;
                    if (day === '' || isDay(day))
                      void act('editGoal', () => editGoal(db, goal, { dueDay: day || undefined }));
                  }}
                />
              </div>
              {late > 0 && <p class="due">{i18n.t('goalLate', late, [String(late)])}</p>}
              <div class="buttons">
                <button
                  type="button"
                  class="plain end"
                  aria-label={i18n.t('goalMet', [goal.text])}
                  onClick={() => void act('closeGoal', () => closeGoal(db, goal, 'met'))}
                >
                  {i18n.t('metIt')}
                </button>
                <button
                  type="button"
                  class="plain"
                  aria-label={i18n.t('goalDropped', [goal.text])}
                  onClick={() => void act('closeGoal', () => closeGoal(db, goal, 'dropped'))}
                >
                  {i18n.t('letGo')}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      {more && (
        <button type="button" class="link start" onClick={() => setLimit(limit + PAGE)}>
          {i18n.t('showMore')}
        </button>
      )}
    </>
  );
}
