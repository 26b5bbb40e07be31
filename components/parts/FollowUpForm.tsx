import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NewFollowUp } from '../../utils/db/practice.ts';
import { isCadence, MAX_CADENCE } from '../../utils/domain/cadence.ts';
import { addDays } from '../../utils/domain/days.ts';
import type { Day, FollowUp } from '../../utils/domain/types.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { useWhen } from '../hooks/useWhen.ts';
import { Form } from './Form.tsx';
import { LineField } from './LineField.tsx';
import { WhenField } from './WhenField.tsx';

/** How often, in days, the presets let a follow-up come back. */
const REPEATS = [7, 14, 30, 90, 365] as const;

/** A promise, whose it is, its day, and whether it comes back. `onSave` resolves to whether it was stored. */
export function FollowUpForm(props: {
  draftKey: string;
  /** Who the other one is; without a name it is a task of the user's own. */
  name?: string;
  today: Day;
  onSave: (followUp: Omit<NewFollowUp, 'personId'>) => Promise<boolean>;
  language: string;
  onCancel: () => void;
}) {
  const { draftKey, name, language } = props;
  const [text, setText, clearText] = useDraft(`follow-up:${draftKey}`);
  const [own, setOwn, clearOwn] = useDraft(`follow-up-days:${draftKey}`);
  const [by, setBy] = useState<FollowUp['by']>('me');
  const [untilReply, setUntilReply] = useState(false);
  const [repeat, setRepeat] = useState(own === '' ? '' : 'own');
  const state = useWhen(`follow-up:${draftKey}`, 'future', addDays(props.today, 7));
  const field = useFormFocus<HTMLInputElement>();
  const whenField = useRef<HTMLInputElement>(null);
  const daysField = useRef<HTMLInputElement>(null);
  const submit = async () => {
    if (text.trim() === '') return;
    if (!state.when) return whenField.current?.focus();
    const repeatDays = Number(repeat === 'own' ? own : repeat);
    if (repeat !== '' && !isCadence(repeatDays)) return daysField.current?.focus();
    const stored = await props.onSave({
      text: text.trim(),
      by,
      dueDay: state.when.day,
      ...(untilReply && { untilReply }),
      ...(repeat !== '' && { repeatDays }),
    });
    if (stored) for (const clear of [clearText, clearOwn, state.clear]) clear();
  };
  return (
    <Form label={i18n.t('addFollowUp')} onSubmit={submit} onCancel={props.onCancel}>
      <LineField label={i18n.t('whatPromised')} value={text} required field={field} onInput={setText} />
      <WhenField
        state={state}
        language={language}
        hint={i18n.t('whenHintDue')}
        timed={false}
        field={whenField}
      />
      <div class="fields">
        {name !== undefined && (
          <label>
            <span class="label">{i18n.t('whoPromised')}</span>
            <select value={by} onChange={(event) => setBy(event.currentTarget.value as FollowUp['by'])}>
              <option value="me">{i18n.t('me')}</option>
              <option value="them">{name}</option>
            </select>
          </label>
        )}
        <label>
          <span class="label">{i18n.t('repeat')}</span>
          <select value={repeat} onChange={(event) => setRepeat(event.currentTarget.value)}>
            <option value="">{i18n.t('repeatNone')}</option>
            {REPEATS.map((days) => (
              <option key={days} value={String(days)}>
                {i18n.t('everyDays', days, [String(days)])}
              </option>
            ))}
            <option value="own">{i18n.t('repeatOwn')}</option>
          </select>
        </label>
        {repeat === 'own' && (
          <label>
            <span class="label">{i18n.t('repeatDays')}</span>
            <input
              ref={daysField}
              type="number"
              inputMode="numeric"
              min="1"
              max={MAX_CADENCE}
              required
              value={own}
              onInput={(event) => setOwn(event.currentTarget.value)}
            />
          </label>
        )}
      </div>
      {name !== undefined && (
        <label class="check">
          <input
            type="checkbox"
            checked={untilReply}
            onChange={(event) => setUntilReply(event.currentTarget.checked)}
          />
          {i18n.t('untilReply', [name])}
        </label>
      )}
    </Form>
  );
}
