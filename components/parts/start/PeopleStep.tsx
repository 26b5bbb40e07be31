import { Check } from 'lucide';
import { i18n } from '#i18n';
import { handleKey } from '../../../utils/domain/handles.ts';
import type { Sighting } from '../../../utils/sites/types.ts';
import { Face } from '../Face.tsx';
import { handleText } from '../handleText.ts';
import { Icon } from '../Icon.tsx';

/** The people of the page beside the panel, each to be added by a click. */
export function PeopleStep(props: {
  people: readonly { readonly sighting: Sighting; readonly known: boolean }[];
  /** How many are in Kith, and how many make a beginning. */
  count: number;
  wanted: number;
  onAdd: (sighting: Sighting) => void;
}) {
  const { people, count, wanted, onAdd } = props;
  return (
    <>
      <p class="soft">
        {i18n.t(people.length === 0 ? 'startNobody' : 'startPeople')}{' '}
        {i18n.t('startCount', [String(count), String(wanted)])}
      </p>
      <ul class="people">
        {people.map(({ sighting, known }) => {
          const [handle] = sighting.handles;
          const name = sighting.name ?? handle.value;
          return (
            <li key={handleKey(handle)} class="line">
              <Face name={name} small />
              <span class="grow">
                <span class="ellipsis block">{name}</span>
                {sighting.name && <span class="ellipsis block label soft">{handleText(handle)}</span>}
              </span>
              {known ? (
                <span class="logged label">
                  <Icon icon={Check} size={14} /> {i18n.t('startAdded')}
                </span>
              ) : (
                <button
                  type="button"
                  class="plain"
                  aria-label={i18n.t('addToKith', [name])}
                  onClick={() => onAdd(sighting)}
                >
                  {i18n.t('add')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
