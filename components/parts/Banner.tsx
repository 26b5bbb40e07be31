import { i18n } from '#i18n';
import type { Problem } from '../../utils/db/problems.ts';

/** What went wrong with storing, and what to do about it. */
export function Banner({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  return (
    <div class="banner" role="alert">
      <p class="grow">{i18n.t(`problem_${problem}`)}</p>
      <button type="button" class="plain" onClick={onClose}>
        {i18n.t('close')}
      </button>
    </div>
  );
}
