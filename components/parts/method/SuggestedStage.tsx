import { i18n } from '#i18n';
import type { Suggestion } from '../../../utils/domain/suggestions.ts';
import type { Touchpoint } from '../../../utils/domain/types.ts';
import { evidenceText } from '../../../utils/words/evidence.ts';
import { Sources } from './Sources.tsx';

/** "Move on to ...?" with what it rests on. The user decides. */
export function SuggestedStage(props: {
  suggestion: Suggestion;
  touchpoints: ReadonlyMap<string, Touchpoint>;
  name: string;
  language: string;
  onMove: () => void;
  onTurnDown: () => void;
}) {
  const { suggestion } = props;
  return (
    <section class="card stack" aria-label={i18n.t('suggestedStage')}>
      <p>
        <b>{i18n.t('suggestStage', [i18n.t(`stage_${suggestion.to}`)])}</b>
      </p>
      <ul class="evidence">
        {suggestion.evidence.map((evidence) => (
          <li key={evidence.kind}>
            <Sources
              text={evidenceText(evidence)}
              ids={evidence.ids}
              touchpoints={props.touchpoints}
              name={props.name}
              language={props.language}
            />
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="go" onClick={props.onMove}>
          {i18n.t('moveTo', [i18n.t(`stage_${suggestion.to}`)])}
        </button>
        <button type="button" class="plain" onClick={props.onTurnDown}>
          {i18n.t('notNow')}
        </button>
      </div>
    </section>
  );
}
