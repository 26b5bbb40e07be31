import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isCadence, MAX_CADENCE } from '../../utils/domain/cadence.ts';
import { CADENCE_PRESETS } from '../../utils/domain/types.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { useHotkeys } from '../hooks/useHotkeys.ts';

// A key is meant for the one that was opened last, where two are open.
let open: readonly symbol[] = [];

/** The rhythms to choose from: presets by the keys 1 to 6, any number of days, none. Escape closes. */
export function CadenceChoices(props: {
  /** The person's own. */
  days: number | undefined;
  /** What holds where they have none of their own. */
  inherited?: number | undefined;
  onPick: (days: number | undefined) => void;
  onClose: () => void;
}) {
  const { days, onPick, onClose } = props;
  const first = useFormFocus<HTMLButtonElement>('.chip.cadence');
  const other = days !== undefined && !CADENCE_PRESETS.some((preset) => preset === days);
  const [text, setText] = useState(other ? String(days) : '');
  const [wrong, setWrong] = useState(false);
  const me = useRef(Symbol());
  useLayoutEffect(() => {
    const one = me.current;
    open = [...open, one];
    return () => {
      open = open.filter((other) => other !== one);
    };
  }, []);
  const mine = (work: () => void) => () => {
    if (open.at(-1) === me.current) work();
  };
  useHotkeys({
    ...Object.fromEntries(
      CADENCE_PRESETS.map((preset, place) => [String(place + 1), mine(() => onPick(preset))]),
    ),
    escape: mine(onClose),
  });
  const submit = () => {
    const given = Number(text.trim());
    if (text.trim() !== '' && isCadence(given)) onPick(given);
    else setWrong(true);
  };
  return (
    <form
      class="choices whole"
      aria-label={i18n.t('cadence')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {CADENCE_PRESETS.map((preset, place) => (
        <button
          key={preset}
          type="button"
          class="chip"
          aria-pressed={days === preset}
          onClick={() => onPick(preset)}
          ref={place === 0 ? first : null}
        >
          <kbd>{place + 1}</kbd> {i18n.t('everyDays', preset, [String(preset)])}
        </button>
      ))}
      <button type="button" class="chip" aria-pressed={days === undefined} onClick={() => onPick(undefined)}>
        {props.inherited === undefined
          ? i18n.t('cadenceNone')
          : i18n.t('cadenceInherited', [String(props.inherited)])}
      </button>
      <span class="line whole">
        <input
          class="days"
          inputMode="numeric"
          autocomplete="off"
          aria-label={i18n.t('cadenceOther')}
          placeholder={i18n.t('cadenceOther')}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'cadence-wrong' : undefined}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit" class="plain">
          {i18n.t('cadenceSet')}
        </button>
      </span>
      {wrong && (
        <p class="error whole" role="alert" id="cadence-wrong">
          {i18n.t('cadenceWrong', [String(MAX_CADENCE)])}
        </p>
      )}
    </form>
  );
}
