import { i18n } from '#i18n';
import { dayOf } from '../../utils/domain/days.ts';
import type { Person } from '../../utils/domain/types.ts';
import { shortDay } from '../format.ts';
import { Breakable } from './Breakable.tsx';
import { Face } from './Face.tsx';

/** People as a list of buttons: name, where they belong, last touchpoint; `beside` tells namesakes apart, by id. */
export function PersonRows(props: {
  people: readonly Person[];
  beside?: ReadonlyMap<string, string>;
  language: string;
  onPerson: (id: string) => void;
}) {
  return (
    <ul class="people">
      {props.people.map((person) => {
        const beside = props.beside?.get(person.id);
        return (
          <li key={person.id}>
            <button type="button" class="person" onClick={() => props.onPerson(person.id)}>
              <Face name={person.name} small />
              <span class="grow">
                <span class="ellipsis block">
                  {person.name} <span class="soft">{person.organization ?? person.headline}</span>
                </span>
                {beside && (
                  <span class="wrap block label soft">
                    <Breakable text={beside} />
                  </span>
                )}
              </span>
              <span class="label soft">
                {person.lastAt === undefined
                  ? i18n.t(`stage_${person.stage}`)
                  : shortDay(dayOf(person.lastAt), props.language)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
