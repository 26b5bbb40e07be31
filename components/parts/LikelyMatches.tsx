import { i18n } from '#i18n';
import type { Likely } from '../../utils/db/recognise.ts';
import type { Person } from '../../utils/domain/types.ts';

/** Whom a stranger may be, each with the evidence, to confirm or to turn down. */
export function LikelyMatches(props: {
  likely: readonly Likely[];
  onSame: (person: Person) => void;
  onNotSame: (person: Person) => void;
}) {
  if (props.likely.length === 0) return null;
  return (
    <div class="card stack">
      <p>{i18n.t('someoneYouKnow')}</p>
      {props.likely.map(({ person, evidence }) => (
        <div key={person.id}>
          <p>
            <strong>{person.name}</strong> <span class="soft">{person.organization ?? person.headline}</span>
          </p>
          <p class="soft label">
            {evidence.map((reason) => i18n.t(`evidence_${reason}`)).join(i18n.t('listComma'))}
          </p>
          <div class="buttons">
            <button type="button" class="plain" onClick={() => props.onSame(person)}>
              {i18n.t('samePerson', [person.name])}
            </button>
            <button type="button" class="plain" onClick={() => props.onNotSame(person)}>
              {i18n.t('notThem')}
            </button>
          </div>
        </div>
      ))}
    </div>
  );
}
