import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Channel, Direction } from '../../utils/domain/types.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { Form } from './Form.tsx';
import { localMinute, parseMinute } from './minute.ts';

/** What the form gives. */
export interface HandLogged {
  readonly channel: Channel;
  readonly direction: Direction;
  readonly at: number;
  readonly summary: string;
}

const DIRECTIONS: readonly Direction[] = ['both', 'out', 'in'];

/** The form for a call, a meeting, a message or a social event. `onSave` resolves to whether it was stored. */
export function LogForm(props: {
  channel: Channel;
  draftKey: string;
  onSave: (logged: HandLogged) => Promise<boolean>;
  onCancel: () => void;
}) {
  const { channel } = props;
  const [summary, setSummary, clear] = useDraft(`log:${props.draftKey}:${channel}`);
  const field = useFormFocus<HTMLTextAreaElement>();
  const [when, setWhen] = useState(localMinute(Date.now()));
  const [direction, setDirection] = useState<Direction>(channel === 'message' ? 'out' : 'both');
  const at = parseMinute(when);
  const submit = async () => {
    if (at === undefined) return;
    if (await props.onSave({ channel, direction, at, summary: summary.trim() })) clear();
  };
  return (
    <Form
      label={i18n.t('logThis', [i18n.t(`channel_${channel}`)])}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      <label>
        <span class="label">{i18n.t('summaryOf', [i18n.t(`channel_${channel}`)])}</span>
        <textarea
          rows={2}
          value={summary}
          onInput={(event) => setSummary(event.currentTarget.value)}
          ref={field}
        />
      </label>
      <div class="fields">
        <label>
          <span class="label">{i18n.t('when')}</span>
          <input
            type="datetime-local"
            value={when}
            max="9999-12-31T23:59"
            required
            onInput={(event) => setWhen(event.currentTarget.value)}
          />
        </label>
        <label>
          <span class="label">{i18n.t('whoBegan')}</span>
          <select
            value={direction}
            onChange={(event) => setDirection(event.currentTarget.value as Direction)}
          >
            {DIRECTIONS.map((value) => (
              <option key={value} value={value}>
                {i18n.t(`direction_${value}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </Form>
  );
}
