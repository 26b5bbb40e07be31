import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { addDays, isDay } from '../../utils/domain/days.ts';
import type { Day, FollowUp } from '../../utils/domain/types.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { Form } from './Form.tsx';

/** A promise, whose it is, and its day. `onSave` resolves to whether it was stored. */
export function FollowUpForm(props: {
  draftKey: string;
  name: string;
  today: Day;
  onSave: (text: string, by: FollowUp['by'], dueDay: Day) => Promise<boolean>;
  onCancel: () => void;
}) {
  const [text, setText, clear] = useDraft(`follow-up:${props.draftKey}`);
  const field = useFormFocus<HTMLInputElement>();
  const [by, setBy] = useState<FollowUp['by']>('me');
  const [day, setDay] = useState(addDays(props.today, 7));
  const submit = async () => {
    if (text.trim() !== '' && isDay(day) && (await props.onSave(text.trim(), by, day))) clear();
  };
  return (
    <Form label={i18n.t('addFollowUp')} onSubmit={submit} onCancel={props.onCancel}>
      <label>
        <span class="label">{i18n.t('whatPromised')}</span>
        <input
          value={text}
          maxLength={500}
          required
          onInput={(event) => setText(event.currentTarget.value)}
          ref={field}
        />
      </label>
      <div class="fields">
        <label>
          <span class="label">{i18n.t('whoPromised')}</span>
          <select value={by} onChange={(event) => setBy(event.currentTarget.value as FollowUp['by'])}>
            <option value="me">{i18n.t('me')}</option>
            <option value="them">{props.name}</option>
          </select>
        </label>
        <label>
          <span class="label">{i18n.t('dueDay')}</span>
          <input
            type="date"
            value={day}
            min="1970-01-01"
            max="9999-12-31"
            required
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        </label>
      </div>
    </Form>
  );
}
