import { i18n } from '#i18n';
import { mergePeople } from '../../utils/db/merge.ts';
import type { Person } from '../../utils/domain/types.ts';
import { useInheritedDrafts } from '../hooks/useDraft.ts';
import { useKith } from '../kith.ts';
import { PersonRows } from '../parts/PersonRows.tsx';
import { toldName } from '../parts/toldName.ts';
import { useToldApart } from './useToldApart.ts';

/** The page says that several people in Kith are one: a choice for the user, never a guess. Each can be opened. */
export function SeveralHere({ people }: { people: readonly Person[] }) {
  const { db, language, act, open } = useKith();
  const inherit = useInheritedDrafts();
  const beside = useToldApart(people);
  const [first, second] = people;
  if (!first || !second) return null;
  const merge = async () => {
    if (await act('mergePeople', () => mergePeople(db, first.id, second.id))) inherit(first.id, second.id);
  };
  return (
    <section class="card stack" aria-labelledby="several">
      <h1 id="several">{i18n.t('severalPeople', people.length, [String(people.length)])}</h1>
      <p class="soft">{i18n.t('severalExplained')}</p>
      <PersonRows
        people={people}
        beside={beside}
        language={language}
        onPerson={(id) => open(`person=${id}`)}
      />
      <button type="button" class="plain wide" onClick={() => void merge()}>
        {i18n.t('mergeThem')}
      </button>
      <p class="soft label wrap">
        {i18n.t('mergeExplained', [toldName(second, beside), toldName(first, beside)])}
      </p>
    </section>
  );
}
