import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { preference, setPreference } from '../../../utils/db/preferences.ts';
import { addDays, dayOf } from '../../../utils/domain/days.ts';
import { allowanceOf, MOST_A_DAY } from '../../../utils/domain/nudges/day.ts';
import type { NudgePreferences } from '../../../utils/domain/preferences.ts';
import { isTime, isWithin, weekdayName, weekOf } from '../../../utils/domain/week.ts';
import { ensureAlarms } from '../../../utils/nudging/alarms.ts';
import { deliveryProblem } from '../../../utils/nudging/health.ts';
import { shortDay } from '../../format.ts';
import { useLiveQuery } from '../../hooks/useLiveQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import { useKith } from '../../kith.ts';
import { DeliveryState } from '../../parts/DeliveryState.tsx';

const TIMES = ['digestAt', 'quietFrom', 'quietTo'] as const;

/** When and how Kith reminds. What is changed holds at once: the alarms follow. */
export function NudgeSettings() {
  const { db, act } = useKith();
  const { value } = useLiveQuery(() => preference(db, 'nudges'), []);
  // Also after an undo. Where the browser has no alarms for a page, the background's next hour does it.
  useEffect(() => {
    if (value) ensureAlarms(Date.now(), value).catch(() => {});
  }, [value]);
  if (!value) return null;
  const set = (changes: Parameters<typeof setPreference<'nudges'>>[2]) =>
    void act('setting', () => setPreference(db, 'nudges', changes));
  return (
    <section class="stack" aria-labelledby="reminders">
      <h2 id="reminders">{i18n.t('reminders')}</h2>
      <Days
        days={value.workingDays}
        onChange={(day, on) =>
          void act('setting', async () => {
            // As it is stored now: a second click can come before the first is shown.
            const others = (await preference(db, 'nudges')).workingDays.filter((one) => one !== day);
            return setPreference(db, 'nudges', { workingDays: on ? [...others, day].sort() : others });
          })
        }
      />
      <Times value={value} onChange={set} />
      <label class="check">
        <input
          type="checkbox"
          checked={value.notify}
          onChange={(event) => set({ notify: event.currentTarget.checked })}
        />
        <span>{i18n.t('notifyMe')}</span>
      </label>
      <DeliveryState notify={value.notify} check={deliveryProblem} />
      <Gentle value={value} onChange={set} />
      <Pause until={value.pausedUntil} onChange={(pausedUntil) => set({ pausedUntil })} />
    </section>
  );
}

function Days(props: { days: readonly number[]; onChange: (day: number, on: boolean) => void }) {
  const { language } = useKith();
  const { days, onChange } = props;
  return (
    <fieldset>
      <legend class="label soft">{i18n.t('workingDays')}</legend>
      <div class="week">
        {weekOf(navigator.language).map((day) => (
          <label key={day} class="check">
            <input
              type="checkbox"
              checked={days.includes(day)}
              onChange={(event) => onChange(day, event.currentTarget.checked)}
            />
            <span>{weekdayName(day, language)}</span>
          </label>
        ))}
      </div>
      {days.length === 0 && <p class="label soft">{i18n.t('noWorkingDay')}</p>}
    </fieldset>
  );
}

function Times(props: { value: NudgePreferences; onChange: (changes: Partial<NudgePreferences>) => void }) {
  const { value, onChange } = props;
  const [wrong, setWrong] = useState<(typeof TIMES)[number]>();
  const { digestAt, quietFrom, quietTo } = value;
  const labels = {
    digestAt: i18n.t('digestAt'),
    quietFrom: i18n.t('quietFrom'),
    quietTo: i18n.t('quietTo'),
  };
  return (
    <>
      <div class="fields times">
        {TIMES.map((name) => (
          <label key={name}>
            <span class="label soft">{labels[name]}</span>
            <input
              type="time"
              required
              value={value[name]}
              aria-invalid={wrong === name}
              aria-describedby={wrong === name ? 'time-wrong' : undefined}
              onChange={(event) => {
                const time = event.currentTarget.value;
                setWrong(isTime(time) ? undefined : name);
                if (isTime(time) && time !== value[name]) onChange({ [name]: time });
              }}
            />
          </label>
        ))}
      </div>
      {wrong && (
        <p class="error" role="alert" id="time-wrong">
          {i18n.t('timeWrong', [value[wrong]])}
        </p>
      )}
      {isWithin(digestAt, quietFrom, quietTo) && (
        <p class="label soft">{i18n.t('digestInQuiet', [quietTo])}</p>
      )}
    </>
  );
}

function Gentle(props: {
  value: NudgePreferences;
  onChange: (changes: { gentleSince: string | undefined }) => void;
}) {
  const today = dayOf(useNow());
  return (
    <label class="check">
      <input
        type="checkbox"
        // Once five people a day are reached there is nothing gentle left to turn off.
        checked={allowanceOf(today, props.value.gentleSince) < MOST_A_DAY}
        onChange={(event) => props.onChange({ gentleSince: event.currentTarget.checked ? today : undefined })}
      />
      <span>
        {i18n.t('startGently')}
        <span class="label"> {i18n.t('gentleHint')}</span>
      </span>
    </label>
  );
}

function Pause(props: { until: string | undefined; onChange: (until: string | undefined) => void }) {
  const { language } = useKith();
  const today = dayOf(useNow());
  const [day, setDay] = useState(addDays(today, 7));
  const { until, onChange } = props;
  if (until !== undefined && until > today)
    return (
      <p class="line">
        <span class="grow">{i18n.t('allPaused', [shortDay(until, language, today)])}</span>
        <button type="button" class="plain" onClick={() => onChange(undefined)}>
          {i18n.t('resume')}
        </button>
      </p>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (day > today) onChange(day);
      }}
    >
      <label class="label soft" for="pause-until">
        {i18n.t('pauseAll')}
      </label>
      <div class="line">
        <input
          id="pause-until"
          type="date"
          required
          value={day}
          min={addDays(today, 1)}
          max="9999-12-31"
          onInput={(event) => setDay(event.currentTarget.value)}
        />
        <button type="submit" class="plain">
          {i18n.t('pause')}
        </button>
      </div>
    </form>
  );
}
