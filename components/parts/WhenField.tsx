import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { distance } from '../../utils/words/distance.ts';
import type { WhenState } from '../hooks/useWhen.ts';
import { spokenDay } from './spoken.ts';

/**
 * A time, said in words or picked. What the words were understood as stands beneath them, and in the plain inputs, before
 * anything is stored.
 */
export function WhenField(props: {
  state: WhenState;
  language: string;
  /** What could be said. */
  hint: string;
  /** Whether there is an input for the time of day. */
  timed: boolean;
  field?: RefObject<HTMLInputElement | null>;
}) {
  const { state, language, timed } = props;
  const { words, day, time, when, problem } = state;
  const id = useId();
  return (
    <div class="when">
      <label>
        <span class="label">{i18n.t('when')}</span>
        <input
          {...(props.field && { ref: props.field })}
          value={words}
          placeholder={props.hint}
          maxLength={200}
          autocomplete="off"
          aria-describedby={id}
          aria-invalid={problem !== undefined}
          onInput={(event) => state.say(event.currentTarget.value)}
        />
      </label>
      <p id={id} class={problem ? 'error' : 'label understood'} aria-live="polite">
        {problem
          ? i18n.t(`when_${problem}`)
          : words !== '' &&
            when &&
            i18n.t('understood', [spokenDay(when.day, language, when.at), distance(when.day, language)])}
      </p>
      <div class="fields">
        <label>
          <span class="label">{i18n.t('dueDay')}</span>
          <input
            type="date"
            value={day}
            min="1970-01-01"
            max="9999-12-31"
            onInput={(event) => state.pick(event.currentTarget.value, time)}
          />
        </label>
        {timed && (
          <label>
            <span class="label">{i18n.t('whenTime')}</span>
            <input type="time" value={time} onInput={(event) => state.pick(day, event.currentTarget.value)} />
          </label>
        )}
      </div>
    </div>
  );
}
