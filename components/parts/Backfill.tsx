import { History } from 'lucide';
import { i18n } from '#i18n';
import type { SeenTouchpoint } from '../../utils/sites/types.ts';
import { Icon } from './Icon.tsx';

/** Offers to log all of a thread at once: `unlogged` is what of it counts and is not logged yet. Nothing for a single message. */
export function Backfill(props: {
  unlogged: readonly SeenTouchpoint[];
  name: string;
  onLog: (seen: readonly SeenTouchpoint[]) => void;
}) {
  const { unlogged } = props;
  if (unlogged.length < 2) return null;
  const theirs = unlogged.filter(({ direction }) => direction !== 'out').length;
  return (
    <div>
      <button type="button" class="link" onClick={() => props.onLog(unlogged)}>
        <Icon icon={History} size={14} /> {i18n.t('logAll', unlogged.length, [String(unlogged.length)])}
      </button>
      <p class="soft label">
        {i18n.t('logAllOf', [String(theirs), props.name, String(unlogged.length - theirs)])}
      </p>
    </div>
  );
}
