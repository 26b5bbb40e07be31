import { Pencil } from 'lucide';
import { i18n } from '#i18n';
import { handleLink } from '../../utils/domain/handles.ts';
import { clockOf, timeThereAt } from '../../utils/domain/time-there.ts';
import type { Handle, Person } from '../../utils/domain/types.ts';
import { Breakable } from './Breakable.tsx';
import { Face } from './Face.tsx';
import { handleText } from './handleText.ts';
import { Icon } from './Icon.tsx';

/** Who it is: name, headline, organisation, handles, and their time of day. */
export function PersonHeader(props: {
  person: Person;
  handles: readonly Handle[];
  now: number;
  onEdit: () => void;
}) {
  const { person, handles, now } = props;
  const there = person.timeZone === undefined ? undefined : timeThereAt(now, person.timeZone);
  return (
    <header class="who">
      <Face name={person.name} />
      <div>
        <h1>
          <Breakable text={person.name} />
        </h1>
        <p class="soft">{[person.headline, person.organization].filter(Boolean).join(i18n.t('listComma'))}</p>
      </div>
      <div class="aside">
        <button
          type="button"
          class="bare"
          onClick={props.onEdit}
          aria-label={i18n.t('editPerson', [person.name])}
        >
          <Icon icon={Pencil} />
        </button>
        {there && (
          <p class={there.night ? 'due label' : 'soft label'}>
            {i18n.t(there.night ? 'nightThere' : 'timeThere', [clockOf(there)])}
          </p>
        )}
      </div>
      <p class="handles">
        {handles.map((handle) => (
          <HandleLink key={handle.value} handle={handle} />
        ))}
      </p>
    </header>
  );
}

/** A handle, as a link where one is safe. */
export function HandleLink({ handle }: { handle: Handle }) {
  const text = handleText(handle);
  const href = handleLink(handle);
  return href ? (
    <a class="handle" href={href} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : (
    <span class="handle">{text}</span>
  );
}
