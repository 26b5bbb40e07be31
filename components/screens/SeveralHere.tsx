import { i18n } from '#i18n';
import { mergePeople } from '../../utils/db/merge.ts';
import type { Person } from '../../utils/domain/types.ts';
import { useKith } from '../kith.ts';

/** The page says that several people in Kith are one: a choice for the user, never a guess. */
export function SeveralHere({ people }: { people: readonly Person[] }) {
  const { db, act } = useKith();
  const [first, second] = people;
  if (!first || !second) return null;
  return (
    <section class="card stack">
      <h1>{i18n.t('severalPeople')}</h1>
      <p>{i18n.t('severalExplained', [first.name, second.name])}</p>
      <button
        type="button"
        class="go"
        onClick={() => act('mergePeople', () => mergePeople(db, first.id, second.id))}
      >
        {i18n.t('mergeThem')}
      </button>
    </section>
  );
}
