import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { mergePeople } from '../../utils/db/merge.ts';
import { searchPeople } from '../../utils/db/search.ts';
import type { Person } from '../../utils/domain/types.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { PersonRows } from '../parts/PersonRows.tsx';

const FEW = 6;

/** Finds the person who is the same as this one, and makes the two one. */
export function MergeWith({ person, onClose }: { person: Person; onClose: () => void }) {
  const { db, language, act } = useKith();
  const [query, setQuery] = useState('');
  const [other, setOther] = useState<Person>();
  const field = useFormFocus<HTMLInputElement>('.who button');
  const { value: found = [] } = useLiveQuery(() => searchPeople(db, query, FEW + 1), [query]);
  const choices = found.filter(({ id }) => id !== person.id).slice(0, FEW);
  return (
    <section class="card form" aria-label={i18n.t('mergeWith', [person.name])}>
      <h1>{i18n.t('mergeWith', [person.name])}</h1>
      {other ? (
        <>
          <p>{i18n.t('mergeExplained', [other.name, person.name])}</p>
          <div class="buttons">
            <button
              type="button"
              class="go"
              onClick={async () => {
                if (await act('mergePeople', () => mergePeople(db, person.id, other.id))) onClose();
              }}
            >
              {i18n.t('merge')}
            </button>
            <button type="button" class="plain" onClick={() => setOther(undefined)}>
              {i18n.t('cancel')}
            </button>
          </div>
        </>
      ) : (
        <>
          <input
            type="search"
            ref={field}
            aria-label={i18n.t('searchPeople')}
            placeholder={i18n.t('searchPeople')}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && onClose()}
          />
          <PersonRows
            people={choices}
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
