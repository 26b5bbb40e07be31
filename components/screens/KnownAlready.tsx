import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { samePerson } from '../../utils/db/people.ts';
import { searchPeople } from '../../utils/db/search.ts';
import type { Handle } from '../../utils/domain/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { PersonRows } from '../parts/PersonRows.tsx';
import { SearchPeople } from '../parts/SearchPeople.tsx';
import { useToldApart } from './useToldApart.ts';

const FEW = 5;

/** Finds whom a stranger on the page is in Kith, where they stand there under another name: `handles` become theirs. */
export function KnownAlready({ handles }: { handles: readonly Handle[] }) {
  const { db } = useKith();
  const [searching, setSearching] = useState(false);
  const { value: somebody } = useLiveQuery(async () => (await db.people.limit(1).count()) > 0, []);
  const opener = useRef<HTMLButtonElement>(null);
  if (!somebody) return null;
  return (
    <div class="stack tight">
      <button
        type="button"
        class="link start"
        ref={opener}
        aria-expanded={searching}
        onClick={() => setSearching(!searching)}
      >
        {i18n.t('knownAlready')}
      </button>
      {searching && (
        <Search
          handles={handles}
          onClose={() => {
            setSearching(false);
            opener.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function Search({ handles, onClose }: { handles: readonly Handle[]; onClose: () => void }) {
  const { db, language, act } = useKith();
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { value: people = [] } = useLiveQuery(() => searchPeople(db, query, FEW), [query]);
  const beside = useToldApart(people);
  return (
    <>
      <SearchPeople query={query} onQuery={setQuery} onClose={onClose} field={field} />
      <PersonRows
        people={people}
        beside={beside}
        language={language}
        onPerson={(id) => {
          const person = people.find((one) => one.id === id);
          if (person) void act('samePerson', () => samePerson(db, person, handles));
        }}
      />
    </>
  );
}
