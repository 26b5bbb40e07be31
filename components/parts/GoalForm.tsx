import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { GOAL_SIDES, type GoalSide } from '../../utils/domain/types.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { Form } from './Form.tsx';
import { Icon } from './Icon.tsx';
import { LineField } from './LineField.tsx';

/** A goal's words and whose it is. `onSave` resolves to whether it was stored: until then the words stay. */
export function GoalForm(props: {
  draftKey: string;
  /** What has the focus when the form is gone, where what opened it is gone too. */
  returnTo?: string;
  text: string;
  side: GoalSide;
  onSave: (side: GoalSide, text: string) => Promise<boolean>;
  onCancel: () => void;
  onDelete?: () => void;
}) {
  const [text, setText, clear] = useDraft(props.draftKey, props.text);
  const field = useFormFocus<HTMLInputElement>(props.returnTo);
  const [side, setSide] = useState(props.side);
  const submit = async () => {
    if (text.trim() !== '' && (await props.onSave(side, text.trim()))) clear();
  };
  return (
    <Form
      label={i18n.t('goal')}
      onSubmit={submit}
      onCancel={props.onCancel}
      more={
        props.onDelete && (
          <button
            type="button"
            class="bare end"
            aria-label={i18n.t('deleteGoal', [props.text])}
            onClick={props.onDelete}
          >
            <Icon icon={Trash2} />
          </button>
        )
      }
    >
      <LineField label={i18n.t('goal')} value={text} required field={field} onInput={setText} />
      <fieldset class="sides">
        <legend class="label">{i18n.t('whoseGoal')}</legend>
        {GOAL_SIDES.map((value) => (
          <label key={value}>
            <input type="radio" name="side" checked={side === value} onChange={() => setSide(value)} />{' '}
            {i18n.t(`side_${value}`)}
          </label>
        ))}
      </fieldset>
    </Form>
  );
}
