import { i18n } from '#i18n';
import type { Likely } from '../../utils/db/likely.ts';
import { dayOf } from '../../utils/domain/days.ts';
import type { Person } from '../../utils/domain/types.ts';
import { shortDay } from '../format.ts';
import { Breakable } from './Breakable.tsx';
import { handleText } from './handleText.ts';

/** Whom a stranger may be, each with the evidence and what tells them from a namesake, to confirm or to turn down. */
export function LikelyMatches(props: {
  likely: readonly Likely[];
  language: string;
  onSame: (person: Person) => void;
  onNotSame: (people: readonly Person[]) => void;
}) {
  const { likely } = props;
  const [one, ...others] = likely;
  if (!one) return null;
  const few = others.length === 0;
  return (
    <section class="card stack likely" aria-labelledby="likely">
      <h2 id="likely" class="question">
        {few ? i18n.t('isThis', [one.person.name]) : i18n.t('isThisOneOf')}
      </h2>
      {likely.map(({ person, handle, evidence }) => {
        const address = handle && handleText(handle);
        const named = [person.name, address].filter(Boolean).join(i18n.t('listComma'));
        const told = evidence.map((reason) => i18n.t(`evidence_${reason}`));
        if (person.lastAt !== undefined)
          told.push(i18n.t('lastOn', [shortDay(dayOf(person.lastAt), props.language)]));
        return (
          <div key={person.id} class="line">
            <p class="grow wrap">
              {!few && <strong>{person.name}</strong>}{' '}
              <span class="soft">{person.organization ?? person.headline}</span>
              {address && (
                <span class="block soft label">
                  <Breakable text={address} />
                </span>
              )}
              <span class="block soft label">{told.join(i18n.t('listComma'))}</span>
            </p>
            <button
              type="button"
              class={few ? 'go' : 'plain'}
              aria-label={i18n.t('yesIs', [named])}
              onClick={() => props.onSame(person)}
            >
              {i18n.t('yesSame')}
            </button>
            {few && (
              <button
                type="button"
                class="plain"
                aria-label={i18n.t('noIsNot', [named])}
                onClick={() => props.onNotSame([person])}
              >
                {i18n.t('noSame')}
              </button>
            )}
          </div>
        );
      })}
      {!few && (
        <button
          type="button"
          class="link start"
          onClick={() => props.onNotSame(likely.map(({ person }) => person))}
        >
          {i18n.t('noneOfThem')}
        </button>
      )}
    </section>
  );
}
