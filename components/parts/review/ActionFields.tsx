import { Trash2 } from 'lucide';
import { i18n } from '#i18n';
import { addDays } from '../../../utils/domain/days.ts';
import type { Day, ReviewAction } from '../../../utils/domain/types.ts';
import { Icon } from '../Icon.tsx';
import { LineField } from '../LineField.tsx';

// So much later a new action is due, until the user says otherwise.
const IN_DAYS = 14;

/** What a review plans to do: each becomes a follow-up when the review is finished. */
export function ActionFields(props: {
  actions: readonly ReviewAction[];
  name: string;
  today: Day;
  onChange: (actions: readonly ReviewAction[] | undefined) => void;
}) {
  const { actions } = props;
  const change = (next: readonly ReviewAction[]) => props.onChange(next.length > 0 ? next : undefined);
  return (
    <>
      {actions.map((action, index) => {
        const set = (changes: Partial<ReviewAction>) =>
          change(actions.map((one) => (one.id === action.id ? { ...one, ...changes } : one)));
        return (
          <div key={action.id} class="card form">
            <LineField
              label={i18n.t('actionNumber', [String(index + 1)])}
              value={action.text}
              onInput={(text) => set({ text })}
            />
            <div class="line">
              <div class="fields grow">
                <label>
                  <span class="label">{i18n.t('whoPromised')}</span>
                  <select
                    value={action.by}
                    onChange={(event) => set({ by: event.currentTarget.value as ReviewAction['by'] })} // the options below
                  >
                    <option value="me">{i18n.t('me')}</option>
                    <option value="them">{props.name}</option>
                  </select>
                </label>
                <label>
                  <span class="label">{i18n.t('dueDay')}</span>
                  <input
                    type="date"
                    value={action.dueDay}
                    min="1970-01-01"
                    max="9999-12-31"
                    required
                    onInput={(event) =>
                      event.currentTarget.value && set({ dueDay: event.currentTarget.value })
                    }
                  />
                </label>
              </div>
              <button
                type="button"
                class="bare"
                aria-label={i18n.t('deleteAction', [action.text || String(index + 1)])}
                onClick={() => change(actions.filter(({ id }) => id !== action.id))}
              >
                <Icon icon={Trash2} />
              </button>
            </div>
          </div>
        );
      })}
      <button
        type="button"
        class="link start"
        onClick={() =>
          change([
            ...actions,
            { id: crypto.randomUUID(), text: '', by: 'me', dueDay: addDays(props.today, IN_DAYS) },
          ])
        }
      >
        {i18n.t('addAction')}
      </button>
    </>
  );
}
