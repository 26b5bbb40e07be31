import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Person } from '../../utils/domain/types.ts';
import { CadenceChoices } from './CadenceChoices.tsx';
import { CadenceSuggestion } from './CadenceSuggestion.tsx';

/**
 * How often to be in touch: what holds and where it comes from, the choices beneath it, and what the pair's own rhythm
 * suggests. `onPick` without days leaves it to the playbook, or to nothing.
 */
export function CadencePicker(props: {
  person: Pick<Person, 'id' | 'cadenceDays' | 'pulse'>;
  onPick: (days: number | undefined) => void;
}) {
  const { person, onPick } = props;
  const [open, setOpen] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  // Before the choices go, so that the focus is not lost with them.
  const close = () => {
    chip.current?.focus();
    setOpen(false);
  };
  const days = person.cadenceDays ?? person.pulse?.cadence;
  const inherited = person.cadenceDays === undefined && days !== undefined;
  const text =
    days === undefined
      ? i18n.t('cadenceNone')
      : inherited
        ? i18n.t('cadenceInherited', [String(days)])
        : i18n.t('everyDays', days, [String(days)]);
  return (
    <>
      <button
        type="button"
        ref={chip}
        class="chip cadence"
        aria-expanded={open}
        aria-label={i18n.t('cadence') + i18n.t('colon') + text}
        onClick={() => setOpen(!open)}
      >
        {text}
      </button>
      {open && (
        <CadenceChoices
          days={person.cadenceDays}
          inherited={inherited ? days : undefined}
          onPick={(picked) => {
            close();
            onPick(picked);
          }}
          onClose={close}
        />
      )}
      {!open && person.pulse?.rhythmDays !== undefined && (
        <CadenceSuggestion
          personId={person.id}
          rhythmDays={person.pulse.rhythmDays}
          cadence={days}
          onPick={onPick}
        />
      )}
    </>
  );
}
