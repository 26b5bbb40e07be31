import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Recognised } from '../../utils/db/recognise.ts';
import { handleKey } from '../../utils/domain/handles.ts';
import { Face } from './Face.tsx';

const FEW = 5;

/** Everyone on the page as a list to choose from, the page's subject first. */
export function PeopleOnPage(props: {
  people: readonly Recognised[];
  selected: string | undefined;
  omitted: number;
  onSelect: (key: string) => void;
}) {
  const [all, setAll] = useState(false);
  const { people } = props;
  const shown = all ? people : people.slice(0, FEW);
  return (
    <nav class="people" aria-label={i18n.t('peopleOnPage')}>
      <ul>
        {shown.map((found) => {
          const key = keyOf(found);
          const name = nameOf(found);
          return (
            <li key={key}>
              <button
                type="button"
                class={found.person ? 'person' : 'person stranger'}
                aria-current={key === props.selected ? 'true' : undefined}
                onClick={() => props.onSelect(key)}
              >
                <Face name={name} small />
                <span class="grow ellipsis">{name}</span>
                <span class="label soft">{i18n.t(`role_${found.sighting.role}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {people.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {i18n.t('showAll', [String(people.length)])}
        </button>
      )}
      {props.omitted > 0 && (
        <p class="soft label">{i18n.t('omitted', props.omitted, [String(props.omitted)])}</p>
      )}
    </nav>
  );
}

/** Names a person on the page: the stored name, else the page's, else the address. */
export function nameOf({ person, sighting }: Recognised): string {
  return person?.name ?? sighting.name ?? sighting.handles[0].value;
}

/** What tells the people on a page apart: the known person, else the first handle. */
export function keyOf({ person, sighting }: Recognised): string {
  return person?.id ?? handleKey(sighting.handles[0]);
}
