import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Day, YearlyDate } from '../../../utils/domain/types.ts';
import { exists, nextOccurrence } from '../../../utils/domain/yearly.ts';
import { distance } from '../../../utils/words/distance.ts';
import { dateName } from '../../../utils/words/reasons.ts';
import { useFormFocus } from '../../hooks/useFocus.ts';
import { Form } from '../Form.tsx';

const KINDS = ['birthday', 'anniversary', 'custom'] as const;

/** Birthdays and other dates that come back every year, by either calendar. `onChange` gets all of them. */
export function Dates(props: {
  dates: readonly YearlyDate[];
  today: Day;
  language: string;
  onChange: (dates: readonly YearlyDate[]) => Promise<boolean>;
}) {
  const { dates, today, language } = props;
  const [adding, setAdding] = useState(false);
  return (
    <section aria-label={i18n.t('dates')}>
      <h3>
        {i18n.t('dates')}
        <button type="button" class="link" aria-label={i18n.t('addDate')} onClick={() => setAdding(true)}>
          {i18n.t('add')}
        </button>
      </h3>
      {dates.length === 0 && !adding && <p class="soft">{i18n.t('noDates')}</p>}
      <ul>
        {dates.map((date, index) => {
          const next = nextOccurrence(date, today);
          return (
            <li key={`${date.kind}${date.month}-${date.day}${date.label ?? ''}`} class="goal">
              <span class="grow">
                {dateName(date)}
                {i18n.t('colon')}
                {monthDay(date, language)}
                {next && (
                  <span class="soft">
                    {' '}
                    {distance(next.day, language, today)}
                    {next.years !== undefined && date.kind === 'birthday'
                      ? i18n.t('turns', [String(next.years)])
                      : ''}
                  </span>
                )}
              </span>
              <button
                type="button"
                class="link"
                aria-label={i18n.t('deleteDate', [dateName(date)])}
                onClick={() => void props.onChange(dates.filter((_, place) => place !== index))}
              >
                {i18n.t('delete')}
              </button>
            </li>
          );
        })}
      </ul>
      {adding && (
        <DateForm
          onSave={async (date) => {
            const stored = await props.onChange([...dates, date]);
            if (stored) setAdding(false);
            return stored;
          }}
          onCancel={() => setAdding(false)}
        />
      )}
    </section>
  );
}

function monthDay({ month, day, calendar }: YearlyDate, language: string): string {
  if (calendar === 'lunar') return i18n.t('lunarDay', [String(month), String(day)]);
  // A leap year, so that 29 February is itself.
  const date = new Date(Date.UTC(2000, month - 1, day));
  return new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(date);
}

function DateForm(props: { onSave: (date: YearlyDate) => Promise<boolean>; onCancel: () => void }) {
  const [kind, setKind] = useState<YearlyDate['kind']>('birthday');
  const [label, setLabel] = useState('');
  const [month, setMonth] = useState('');
  const [day, setDay] = useState('');
  const [year, setYear] = useState('');
  const [lunar, setLunar] = useState(false);
  const [wrong, setWrong] = useState(false);
  const field = useFormFocus<HTMLSelectElement>();
  const submit = () => {
    const date: YearlyDate = {
      kind,
      month: Number(month),
      day: Number(day),
      ...(year !== '' && { year: Number(year) }),
      ...(lunar && { calendar: 'lunar' as const }),
      ...(kind === 'custom' && label.trim() !== '' && { label: label.trim() }),
    };
    setWrong(!exists(date));
    if (exists(date)) void props.onSave(date);
  };
  const number = (
    value: string,
    set: (text: string) => void,
    name: string,
    min: number,
    max: number,
    required: boolean,
  ) => (
    <label>
      <span class="label">{name}</span>
      <input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        required={required}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <Form label={i18n.t('addDate')} onSubmit={submit} onCancel={props.onCancel}>
      <div class="fields">
        <label>
          <span class="label">{i18n.t('kindOfDate')}</span>
          <select
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as YearlyDate['kind'])}
            ref={field}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {i18n.t(`date_${one}`)}
              </option>
            ))}
          </select>
        </label>
        {kind === 'custom' && (
          <label>
            <span class="label">{i18n.t('name')}</span>
            <input value={label} maxLength={100} onInput={(event) => setLabel(event.currentTarget.value)} />
          </label>
        )}
      </div>
      <div class="fields three">
        {number(month, setMonth, i18n.t('month'), 1, 12, true)}
        {number(day, setDay, i18n.t('dayOfMonth'), 1, 31, true)}
        {number(year, setYear, i18n.t('yearIfKnown'), 1000, 9999, false)}
      </div>
      <label class="line">
        <input type="checkbox" checked={lunar} onChange={(event) => setLunar(event.currentTarget.checked)} />{' '}
        {i18n.t('lunarCalendar')}
      </label>
      {wrong && (
        <p class="error label" role="alert">
          {i18n.t('noSuchDate')}
        </p>
      )}
    </Form>
  );
}
