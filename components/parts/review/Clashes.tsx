import { i18n } from '#i18n';
import type { Clash } from '../../../utils/domain/review/merge.ts';
import { STAGES, type Stage } from '../../../utils/domain/types.ts';

/** Says what was changed in two windows at once, and what stands now. */
export function Clashes({ clashes, onClose }: { clashes: readonly Clash[]; onClose: () => void }) {
  if (clashes.length === 0) return null;
  return (
    <div class="warning" role="status">
      <ul class="grow">
        {clashes.map((clash, index) => (
          <li key={`${clash.field}${index}`}>{textOf(clash)}</li>
        ))}
      </ul>
      <button type="button" class="link" onClick={onClose}>
        {i18n.t('close')}
      </button>
    </div>
  );
}

function textOf({ field, theirs }: Clash): string {
  const label = i18n.t(`field_${field}`);
  if (typeof theirs === 'number') return i18n.t('clashValue', [label, String(theirs)]);
  if (STAGES.includes(theirs as Stage))
    return i18n.t('clashValue', [label, i18n.t(`stage_${theirs as Stage}`)]); // checked in the line before
  return field === 'theirsFrom' || field === 'move' || field === 'mine' || field === 'theirs'
    ? i18n.t('clashOther', [label])
    : i18n.t('clashText', [label]);
}
