import { i18n } from '#i18n';
import { type PracticeId, practicesOf } from '../../utils/domain/practices.ts';
import { STAGES } from '../../utils/domain/types.ts';
import { keyOf } from '../../utils/words/key.ts';

/** Where a practice is done: a section of a person's card. */
export type MethodTarget =
  | 'goals'
  | 'follow-ups'
  | 'facts'
  | 'feedback'
  | 'cadence'
  | 'support'
  | 'dates'
  | 'standing'
  | 'approach'
  | 'lessons'
  | 'review';

const DONE_AT: Readonly<Record<PracticeId, MethodTarget>> = {
  goals: 'goals',
  communicate: 'follow-ups',
  trust: 'facts',
  listen: 'feedback',
  contact: 'cadence',
  support: 'support',
  feedback: 'feedback',
  together: 'dates',
  analyse: 'standing',
  adjust: 'approach',
  'goals-next': 'goals',
  learn: 'lessons',
  review: 'review',
  gather: 'review',
  'sum-up': 'lessons',
  plan: 'follow-ups',
};

/** The tour of the method: four stages, sixteen practices, each with a way to where it is done. */
export function Method({ onGo }: { onGo?: (target: MethodTarget) => void }) {
  return (
    <div class="stack prose">
      <h1>{i18n.t('method')}</h1>
      <p>{i18n.t('methodIntro')}</p>
      {STAGES.map((stage, index) => (
        <section key={stage} aria-labelledby={`method-${stage}`} class="stack">
          <h2 id={`method-${stage}`}>
            {index + 1}. {i18n.t(`stage_${stage}`)}
          </h2>
          <p>{i18n.t(`method_${stage}`)}</p>
          {practicesOf(stage).map((id) => {
            const title = i18n.t(`practice_${keyOf(id)}`);
            return (
              <div key={id} class="card">
                <h3>{title}</h3>
                <p>{i18n.t(`tour_${keyOf(id)}`)}</p>
                {onGo && (
                  <button
                    type="button"
                    class="link"
                    aria-label={i18n.t('methodDo', [title])}
                    onClick={() => onGo(DONE_AT[id])}
                  >
                    {i18n.t('methodDoShort')}
                  </button>
                )}
              </div>
            );
          })}
        </section>
      ))}
      <p class="soft">{i18n.t('methodEnd')}</p>
    </div>
  );
}
