import { i18n } from '#i18n';
import { setPreference } from '../../../utils/db/preferences.ts';
import { useKith } from '../../kith.ts';

/** Shows the first two minutes again, from their beginning, on Here. */
export function StartAgain() {
  const { db, act } = useKith();
  return (
    <section aria-labelledby="start-again">
      <h2 id="start-again">{i18n.t('firstSteps')}</h2>
      <p class="soft">{i18n.t('firstStepsHint')}</p>
      <button
        type="button"
        class="link start"
        onClick={() => void act('setting', () => setPreference(db, 'start', { done: [], closed: false }))}
      >
        {i18n.t('firstStepsAgain')}
      </button>
    </section>
  );
}
