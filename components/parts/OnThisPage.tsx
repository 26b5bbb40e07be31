import { i18n } from '#i18n';
import { handleKey } from '../../utils/domain/handles.ts';
import type { Handle, HandleRow } from '../../utils/domain/types.ts';
import type { Sighting } from '../../utils/sites/types.ts';
import { handleText } from './handleText.ts';

/** What the page says of a known person that Kith does not know yet, and how sure it is that it is them. */
export function OnThisPage(props: {
  sighting: Sighting;
  name: string;
  handles: readonly HandleRow[];
  onAdd: (handle: Handle) => void;
  onNotThem: (row: HandleRow) => void;
}) {
  const known = new Map(props.handles.map((row) => [handleKey(row), row]));
  const fresh = props.sighting.handles.filter(
    (handle) => handle.kind !== 'name' && !known.has(handleKey(handle)),
  );
  const by = props.sighting.handles.flatMap((handle) => known.get(handleKey(handle)) ?? []);
  const nameOnly = by.length > 0 && by.every(({ kind }) => kind === 'name') ? by[0] : undefined;
  if (fresh.length === 0 && !nameOnly) return null;
  return (
    <section class="soft stack tight" aria-label={i18n.t('onThisPage')}>
      {nameOnly && (
        <p>
          {/* Where there is an address, it is not said that there is none. */}
          {i18n.t(fresh.length > 0 ? 'byNameFirst' : 'byNameOnly')}{' '}
          <button type="button" class="link" onClick={() => props.onNotThem(nameOnly)}>
            {i18n.t('notThem')}
          </button>
        </p>
      )}
      {fresh.map((handle) => (
        <p key={handleKey(handle)} class="wrap">
          {i18n.t('alsoHere', [handleText(handle)])}{' '}
          <button type="button" class="link" onClick={() => props.onAdd(handle)}>
            {i18n.t('addTo', [props.name])}
          </button>
        </p>
      ))}
    </section>
  );
}
