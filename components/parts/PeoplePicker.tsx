import { UserPlus, X } from 'lucide';
import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Participant } from '../../utils/db/by-hand.ts';
import { cleanText } from '../../utils/domain/names.ts';
import type { Person } from '../../utils/domain/types.ts';
import { Face } from './Face.tsx';
import { Icon } from './Icon.tsx';

/** Somebody to choose: a person, or the typed name as somebody new. */
type Option = Participant & { readonly organization?: string | undefined };

/**
 * Chooses people: typing searches, arrows and Enter choose, Backspace in the empty field takes the last one back. A name
 * that nobody has can be chosen too; who it is gets added when the form is stored.
 */
export function PeoplePicker(props: {
  label: string;
  people: readonly Participant[];
  onPeople: (people: readonly Participant[]) => void;
  query: string;
  onQuery: (query: string) => void;
  /** People who match; an empty query gives the ones met last. */
  search: (query: string) => Promise<readonly Person[]>;
  /** Who is part of it anyway. */
  without?: string | undefined;
  /** What is wrong, said beneath. */
  problem?: string | undefined;
  field?: RefObject<HTMLInputElement | null> | undefined;
}) {
  const { people, query, without } = props;
  const search = useRef(props.search);
  search.current = props.search;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<{ readonly query: string; readonly people: readonly Person[] }>();
  const [active, setActive] = useState(0);
  useEffect(() => {
    if (!open) return;
    let late = false;
    search.current(query).then(
      (answer) => {
        if (late) return;
        setFound({ query, people: answer });
        setActive(0);
      },
      () => {}, // The list stays as it was; storing will say what is wrong with the database.
    );
    return () => {
      late = true;
    };
  }, [open, query]);

  const name = cleanText(query);
  const chosen = new Set(people.flatMap((person) => person.id ?? []));
  const isNew = name !== '' && !people.some((person) => sameName(person.name, name));
  // Nobody is offered as new, or chosen, before it is known who is there: a quick Enter must not make a double.
  const options: readonly Option[] =
    found?.query !== query
      ? []
      : [
          ...found.people.filter((person) => person.id !== without && !chosen.has(person.id)),
          ...(isNew ? [{ name }] : []),
        ];
  const isOpen = open && options.length > 0;
  const choose = (option: Option | undefined) => {
    if (!option) return;
    props.onPeople([
      ...people,
      option.id === undefined ? { name: option.name } : { id: option.id, name: option.name },
    ]);
    props.onQuery('');
    setOpen(false);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      if (isOpen) setActive((active + step + options.length) % options.length);
      setOpen(true);
    } else if (event.key === 'Enter' && (isOpen || name !== '')) choose(isOpen ? options[active] : undefined);
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else if (event.key === 'Backspace' && query === '' && people.length > 0)
      props.onPeople(people.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="picker">
      <label class="label soft" for={`${id}-field`}>
        {props.label}
      </label>
      {people.length > 0 && (
        <ul class="chips">
          {people.map((person, place) => (
            <li key={person.id ?? person.name} class="tagged">
              {person.id === undefined && <Icon icon={UserPlus} size={14} label={i18n.t('new')} />}
              <span class="wrap">{person.name}</span>
              <button
                type="button"
                class="bare"
                aria-label={i18n.t('removeHandle', [person.name])}
                onClick={() => props.onPeople(people.filter((_, other) => other !== place))}
              >
                <Icon icon={X} size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={`${id}-field`}
        {...(props.field && { ref: props.field })}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        aria-invalid={props.problem !== undefined}
        aria-describedby={`${id}-problem`}
        autocomplete="off"
        maxLength={200}
        placeholder={i18n.t('searchPeople')}
        value={query}
        onInput={(event) => {
          props.onQuery(event.currentTarget.value);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={pressed}
      />
      <div id={`${id}-list`} role="listbox" aria-label={i18n.t('people')} class="options" hidden={!isOpen}>
        {isOpen &&
          options.map((option, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys, as a combobox does.
            <div
              key={option.id ?? 'new'}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === active}
              class="option"
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.id === undefined ? <Icon icon={UserPlus} /> : <Face name={option.name} small />}
              <span class="grow ellipsis">
                {option.id === undefined ? i18n.t('addToKith', [option.name]) : option.name}{' '}
                <span class="soft">{option.organization}</span>
              </span>
            </div>
          ))}
      </div>
      <p id={`${id}-problem`} class="error" aria-live="polite">
        {props.problem}
      </p>
    </div>
  );
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
