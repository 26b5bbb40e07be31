import { i18n } from '#i18n';
import type { Found } from '../../utils/db/search.ts';
import { dayOf } from '../../utils/domain/days.ts';
import { shortDay } from '../format.ts';
import { Breakable } from './Breakable.tsx';
import { Face } from './Face.tsx';

/** People who were found, and where they were when it was not by their name; boxes where `selected` is given. */
export function PeopleList(props: {
  people: readonly Found[];
  /** What tells namesakes apart, by id. */
  beside?: ReadonlyMap<string, string>;
  language: string;
  selected?: ReadonlySet<string> | undefined;
  onPerson: (id: string) => void;
  /** `range`: everybody from the last one to this one. */
  onSelect: (id: string, range: boolean) => void;
}) {
  const { people, language, selected, onPerson, onSelect } = props;
  return (
    <ul class="people">
      {people.map(({ person, why }) => (
        <li key={person.id} class="line">
          {selected && (
            <label class="pick">
              <input
                type="checkbox"
                aria-label={i18n.t('selectPerson', [person.name])}
                checked={selected.has(person.id)}
                onClick={(event) => onSelect(person.id, event.shiftKey)}
              />
            </label>
          )}
          <button type="button" class="person grow" onClick={() => onPerson(person.id)}>
            <Face name={person.name} small />
            <span class="grow">
              <span class="ellipsis block">
                {person.name} <span class="soft">{person.organization ?? person.headline}</span>
              </span>
              {props.beside?.has(person.id) && (
                <span class="wrap block label soft">
                  <Breakable text={props.beside.get(person.id) ?? ''} />
                </span>
              )}
              {why && <span class="ellipsis block label soft">{i18n.t(`found_${why.in}`, [why.text])}</span>}
            </span>
            <span class="label soft">
              {person.lastAt === undefined
                ? i18n.t(`stage_${person.stage}`)
                : shortDay(dayOf(person.lastAt), language)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
