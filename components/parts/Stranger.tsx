import { i18n } from '#i18n';
import type { Person } from '../../utils/domain/types.ts';
import type { Sighting } from '../../utils/sites/types.ts';
import { Face } from './Face.tsx';
import { HandleLink } from './PersonHeader.tsx';

/** Someone on the page whom Kith does not know: what was found, Add, and whom it may be. */
export function Stranger(props: {
  sighting: Sighting;
  likely: readonly Person[];
  onAdd: () => void;
  onSame: (person: Person) => void;
}) {
  const { sighting, likely } = props;
  const [handle] = sighting.handles;
  return (
    <section class="stack" aria-label={i18n.t('stranger')}>
      <header class="who">
        <Face name={sighting.name ?? handle.value} />
        <div>
          <h1>{sighting.name ?? handle.value}</h1>
          <p class="soft">
            {[sighting.headline, sighting.organization].filter(Boolean).join(i18n.t('listComma'))}
          </p>
        </div>
        <p class="handles">
          {sighting.handles.map((found) => (
            <HandleLink key={found.value} handle={found} />
          ))}
        </p>
      </header>
      <p class="soft">{i18n.t('notInKith')}</p>
      <button type="button" class="go wide" onClick={props.onAdd}>
        {i18n.t('addToKith', [sighting.name ?? handle.value])}
      </button>
      {likely.length > 0 && (
        <div class="card">
          <p>{i18n.t('someoneYouKnow')}</p>
          <ul>
            {likely.map((person) => (
              <li key={person.id}>
                <button type="button" class="plain wide" onClick={() => props.onSame(person)}>
                  {i18n
                    .t('samePerson', [person.name, person.organization ?? person.headline ?? ''])
                    .replace(/[（(][)）]/, '')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
