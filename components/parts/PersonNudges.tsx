import { i18n } from '#i18n';
import { addDays } from '../../utils/domain/days.ts';
import type { Day, Person } from '../../utils/domain/types.ts';

/** Whether and how somebody comes up. */
export type PersonNudging = Pick<Person, 'muted' | 'pausedUntil' | 'importance'>;

/** How much a person matters, and the words of it; the most important come as notifications. */
export const IMPORTANCE = [
  [1, 'normal'],
  [1.3, 'more'],
  [2, 'most'],
] as const;

/** How Kith reminds of one person: never, from a day on, and how soon among the others. */
export function PersonNudges(props: {
  name: string;
  today: Day;
  value: PersonNudging;
  onChange: (value: PersonNudging) => void;
}) {
  const { name, today, value, onChange } = props;
  const { muted, pausedUntil, importance = 1 } = value;
  const change = (fields: { readonly [F in keyof PersonNudging]?: PersonNudging[F] | undefined }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...value, ...fields }).filter(([, one]) => one !== undefined),
      ) as PersonNudging,
    ); // only absent fields were taken away
  return (
    <div class="stack">
      <label>
        <span class="label">{i18n.t('importance')}</span>
        <select
          value={String(importance)}
          onChange={(event) => {
            const chosen = IMPORTANCE.find(([one]) => String(one) === event.currentTarget.value)?.[0];
            change({ importance: chosen === 1 ? undefined : chosen });
          }}
        >
          {IMPORTANCE.map(([one, words]) => (
            <option key={one} value={String(one)}>
              {i18n.t(`importance_${words}`)}
            </option>
          ))}
        </select>
        {importance === 2 && <span class="label soft">{i18n.t('importanceHint')}</span>}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={muted === true}
          onChange={(event) => change({ muted: event.currentTarget.checked || undefined })}
        />
        <span>{i18n.t('mutedFor', [name])}</span>
      </label>
      <label>
        <span class="label">{i18n.t('pausePerson')}</span>
        <input
          type="date"
          // A day that is past would keep the form from being sent.
          value={pausedUntil !== undefined && pausedUntil > today ? pausedUntil : ''}
          min={addDays(today, 1)}
          max="9999-12-31"
          onChange={(event) => change({ pausedUntil: event.currentTarget.value || undefined })}
        />
      </label>
    </div>
  );
}
