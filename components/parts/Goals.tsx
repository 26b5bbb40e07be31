import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Goal, GoalSide } from '../../utils/domain/types.ts';
import { useFirst } from '../hooks/useFirst.ts';
import { GoalForm } from './GoalForm.tsx';
import { ShowAll } from './ShowAll.tsx';

const FEW = 12;

/** Goals of both sides: add, edit, done. Handlers resolve to whether it was stored. */
export function Goals(props: {
  goals: readonly Goal[];
  name: string;
  draftKey: string;
  onAdd: (side: GoalSide, text: string) => Promise<boolean>;
  onEdit: (goal: Goal, side: GoalSide, text: string) => Promise<boolean>;
  onClose: (goal: Goal, state: Goal['state']) => void;
  onDelete: (goal: Goal) => void;
}) {
  // The side that a new goal begins with; undefined: no form.
  const [adding, setAdding] = useState<GoalSide>();
  const [editing, setEditing] = useState<string>();
  const open = props.goals.filter(({ state }) => state === 'open');
  const has = (side: GoalSide) => open.some((goal) => goal.side === side || goal.side === 'shared');
  const missing =
    open.length > 0 && !has('theirs') ? 'theirs' : open.length > 0 && !has('mine') ? 'mine' : undefined;
  const [shown, showAll] = useFirst(props.goals, FEW);
  return (
    <section aria-labelledby="goals">
      <h2 id="goals">
        {i18n.t('goals')}
        <button type="button" class="link" aria-label={i18n.t('addGoal')} onClick={() => setAdding('mine')}>
          {i18n.t('add')}
        </button>
      </h2>
      <ul>
        {shown.map((goal) => (
          <li key={goal.id}>
            {editing === goal.id ? (
              <GoalForm
                draftKey={`goal:${goal.id}`}
                returnTo={`[data-goal="${goal.id}"] button`}
                text={goal.text}
                side={goal.side}
                onSave={async (side, text) => {
                  const stored = await props.onEdit(goal, side, text);
                  if (stored) setEditing(undefined);
                  return stored;
                }}
                onCancel={() => setEditing(undefined)}
                onDelete={() => {
                  setEditing(undefined);
                  props.onDelete(goal);
                }}
              />
            ) : (
              <div class={goal.state === 'open' ? 'goal' : 'goal closed'} data-goal={goal.id}>
                <input
                  type="checkbox"
                  checked={goal.state === 'met'}
                  aria-label={i18n.t('goalMet', [goal.text])}
                  onChange={(event) => props.onClose(goal, event.currentTarget.checked ? 'met' : 'open')}
                />
                <button
                  type="button"
                  class="text"
                  onClick={() => setEditing(goal.id)}
                  aria-label={i18n.t('editGoal', [goal.text])}
                >
                  {goal.text}
                </button>
                <span class="tag">{i18n.t(`side_${goal.side}`)}</span>
              </div>
            )}
          </li>
        ))}
      </ul>
      <ShowAll count={props.goals.length} onAll={showAll} />
      {missing && adding === undefined && (
        <p class="soft">
          {missing === 'theirs' ? i18n.t('noGoalOfTheirs', [props.name]) : i18n.t('noGoalOfMine')}{' '}
          <button type="button" class="link" onClick={() => setAdding(missing)}>
            {i18n.t('addOne')}
          </button>
        </p>
      )}
      {props.goals.length > 0 && open.length === 0 && adding === undefined && (
        <p class="soft">
          {i18n.t('allGoalsDone')}{' '}
          <button type="button" class="link" onClick={() => setAdding('shared')}>
            {i18n.t('addOne')}
          </button>
        </p>
      )}
      {props.goals.length === 0 && adding === undefined && (
        <p class="soft">{i18n.t('noGoals', [props.name])}</p>
      )}
      {adding !== undefined && (
        <GoalForm
          draftKey={`goal:new:${props.draftKey}`}
          text=""
          side={adding}
          onSave={async (side, text) => {
            const stored = await props.onAdd(side, text);
            if (stored) setAdding(undefined);
            return stored;
          }}
          onCancel={() => setAdding(undefined)}
        />
      )}
    </section>
  );
}
