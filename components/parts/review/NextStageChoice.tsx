import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { NEXT_STAGES, type NextReason, type NextStage } from '../../../utils/domain/review/next-stage.ts';
import type { Person, Stage } from '../../../utils/domain/types.ts';
import { Behind } from './Behind.tsx';
import { TextField } from './TextField.tsx';

/** What the reasons of a proposal were counted from. */
type Grounds = Omit<ComponentProps<typeof Behind>, 'ids' | 'label'>;

/** The stage for the time after a review: what Kith proposes and why, and what the user makes of it. */
export function NextStageChoice(props: {
  person: Person;
  proposed: NextStage;
  chosen: Stage;
  why: string;
  move: boolean;
  grounds: Grounds;
  onChange: (changes: {
    readonly nextStage?: Stage;
    readonly nextWhy?: string;
    readonly move?: boolean | undefined;
  }) => void;
}) {
  const { person, proposed, chosen } = props;
  return (
    <>
      <fieldset class="sides">
        <legend class="label">{i18n.t('field_nextStage')}</legend>
        {NEXT_STAGES.map((stage) => (
          <label key={stage}>
            <input
              type="radio"
              name="next"
              checked={chosen === stage}
              onChange={() => props.onChange({ nextStage: stage })}
            />{' '}
            {i18n.t(`stage_${stage}`)}
          </label>
        ))}
        <p class="soft">{i18n.t('proposedNext', [i18n.t(`stage_${proposed.to}`)])}</p>
        <ul class="evidence">
          {proposed.why.map((reason) => (
            <li key={reason.kind}>
              <Why {...reason} grounds={props.grounds} />
            </li>
          ))}
        </ul>
      </fieldset>
      <TextField
        label={i18n.t('field_nextWhy')}
        rows={2}
        value={props.why}
        onInput={(nextWhy) => props.onChange({ nextWhy })}
      />
      {person.stage !== chosen && (
        <label class="tick">
          <input
            type="checkbox"
            checked={props.move}
            onChange={(event) => props.onChange({ move: event.currentTarget.checked || undefined })}
          />{' '}
          {i18n.t('moveOnFinish', [person.name, i18n.t(`stage_${chosen}`)])}
        </label>
      )}
    </>
  );
}

// A reason opens what it was counted from; a satisfaction stands in the form itself.
function Why({ kind, number, ids, grounds }: NextReason & { grounds: Grounds }) {
  const [open, setOpen] = useState(false);
  const text = i18n.t(`next_${kind}`, number, [String(number)]);
  if (ids.length === 0) return <span>{text}</span>;
  return (
    <>
      <button type="button" class="number" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text}
      </button>
      {open && <Behind {...grounds} ids={ids} label={text} />}
    </>
  );
}
