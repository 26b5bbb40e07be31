import { i18n } from '#i18n';
import { STAGES, type Stage } from '../../utils/domain/types.ts';

/** The four stages as steps; a click moves the person. */
export function StageSteps({ stage, onMove }: { stage: Stage; onMove: (to: Stage) => void }) {
  const present = STAGES.indexOf(stage);
  return (
    <section aria-label={i18n.t('stage')} class="steps">
      {STAGES.map((step, index) => (
        <button
          key={step}
          type="button"
          class={index < present ? 'past' : ''}
          aria-pressed={step === stage}
          title={i18n.t(`stage_${step}_hint`)}
          onClick={() => onMove(step)}
        >
          {i18n.t(`stage_${step}`)}
        </button>
      ))}
    </section>
  );
}
