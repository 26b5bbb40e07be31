import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { mergePeople } from '../../utils/db/merge.ts';
import { searchPeople } from '../../utils/db/search.ts';
import type { Person } from '../../utils/domain/types.ts';
import { useInheritedDrafts } from '../hooks/useDraft.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { PersonRows } from '../parts/PersonRows.tsx';
import { SearchPeople } from '../parts/SearchPeople.tsx';
import { toldName } from '../parts/toldName.ts';
import { useToldApart } from './useToldApart.ts';

const FEW = 6;

/** Finds the person who is the same as this one, and makes the two one. */
export function MergeWith(props: {
  person: Person;
  /** Who it is, where that is known. */
  other?: Person;
  onClose: () => void;
}) {
  const { person, onClose } = props;
  const { db, language, act } = useKith();
  const inherit = useInheritedDrafts();
  const [query, setQuery] = useState('');
  const [other, setOther] = useState(props.other);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), [other]);
  const field = useFormFocus<HTMLInputElement>('.who button');
  const { value: found = [] } = useLiveQuery(() => searchPeople(db, query, FEW + 1), [query]);
  const choices = found.filter(({ id }) => id !== person.id).slice(0, FEW);
  const beside = useToldApart([person, ...(other ? [other] : choices)]);
  const merge = async (gone: Person) => {
    if (!(await act('mergePeople', () => mergePeople(db, person.id, gone.id)))) return;
    inherit(person.id, gone.id);
    onClose();
  };
  return (
    <section class="card form" aria-label={i18n.t('mergeWith', [person.name])}>
      <h1>{i18n.t('mergeWith', [person.name])}</h1>
      {other ? (
        <>
          <p class="wrap">{i18n.t('mergeExplained', [toldName(other, beside), toldName(person, beside)])}</p>
          <div class="buttons">
            <button type="button" class="go" ref={confirm} onClick={() => void merge(other)}>
              {i18n.t('merge')}
            </button>
            <button type="button" class="plain" onClick={() => setOther(undefined)}>
              {i18n.t('cancel')}
            </button>
          </div>
        </>
      ) : (
        <>
          <SearchPeople query={query} onQuery={setQuery} onClose={onClose} field={field} />
          <PersonRows
            people={choices}
            beside={beside}
            language={language}
            onPerson={(id) => setOther(choices.find((choice) => choice.id === id))}
          />
          <button type="button" class="plain start" onClick={onClose}>
            {i18n.t('cancel')}
          </button>
        </>
      )}
    </section>
  );
}
