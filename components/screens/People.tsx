import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { searchPeople } from '../../utils/db/search.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { PersonRows } from '../parts/PersonRows.tsx';

// More rows take longer to draw than a keystroke may.
const MOST = 30;

/** Everyone Kith knows, found by name, organisation or handle. */
export function People({ onPerson }: { onPerson: (id: string) => void }) {
  const { db, language } = useKith();
  const [query, setQuery] = useState('');
  const field = useFormFocus<HTMLInputElement>();
  const { value } = useLiveQuery(() => searchPeople(db, query, MOST), [query]);
  // The last answer stays until the next is there: an emptied list would be built anew with each key.
  const last = useRef(value);
  if (value) last.current = value;
  const people = last.current;
  return (
    <>
      <h1 class="sr-only">{i18n.t('people')}</h1>
      <input
        type="search"
        aria-label={i18n.t('searchPeople')}
        placeholder={i18n.t('searchPeople')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        ref={field}
      />
      {people?.length === 0 && (
        <p class="soft">{query.trim() === '' ? i18n.t('noPeople') : i18n.t('nobodyFound', [query])}</p>
      )}
      <PersonRows people={people ?? []} language={language} onPerson={onPerson} />
      {people?.length === MOST && <p class="soft label">{i18n.t('firstFound', [String(MOST)])}</p>}
    </>
  );
}
