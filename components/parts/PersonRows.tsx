import { i18n } from '#i18n';
import { dayOf } from '../../utils/domain/days.ts';
import type { Person } from '../../utils/domain/types.ts';
import { shortDay } from '../format.ts';
import { Face } from './Face.tsx';

/** People as a list of buttons: name, where they belong, last touchpoint. */
export function PersonRows(props: {
  people: readonly Person[];
  language: string;
  onPerson: (id: string) => void;
}) {
  return (
    <ul class="people">
      {props.people.map((person) => (
        <li key={person.id}>
          <button type="button" class="person" onClick={() => props.onPerson(person.id)}>
            <Face name={person.name} small />
            <span class="grow ellipsis">
              {person.name} <span class="soft">{person.organization ?? person.headline}</span>
            </span>
            <span class="label soft">
              {person.lastAt === undefined
                ? i18n.t(`stage_${person.stage}`)
                : shortDay(dayOf(person.lastAt), props.language)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
