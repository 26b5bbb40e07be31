import { i18n } from '#i18n';
import { NEXT_STAGES, type NextStage } from '../../../utils/domain/review/next-stage.ts';
import type { Person, Stage } from '../../../utils/domain/types.ts';
import { TextField } from './TextField.tsx';

/** The stage for the time after a review: what Kith proposes and why, and what the user makes of it. */
export function NextStageChoice(props: {
  person: Person;
  proposed: NextStage;
  chosen: Stage;
  why: string;
  move: boolean;
  onChange: (changes: {
    readonly nextStage?: Stage;
    readonly nextWhy?: string;
    readonly move?: boolean | undefined;
  }) => void;
}) {
  const { person, proposed, chosen } = props;
  const reasons = proposed.why
    .map(({ kind, number }) => i18n.t(`next_${kind}`, number, [String(number)]))
    .join(i18n.t('semicolon'));
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
        <p class="soft">{i18n.t('proposedNext', [i18n.t(`stage_${proposed.to}`), reasons])}</p>
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
