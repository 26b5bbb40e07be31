import { preference } from '../../utils/db/preferences.ts';
import type { Sighting } from '../../utils/sites/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import type { TabState } from '../hooks/useTab.ts';
import { useKith } from '../kith.ts';
import { OwnHere } from './OwnHere.tsx';
import { Start } from './Start.tsx';

/** Where a page is about nobody in particular: the first steps, and once they are done the question whose mailbox it is. */
export function Begin({ tab, sightings }: { tab: TabState; sightings: readonly Sighting[] }) {
  const { db } = useKith();
  const { value } = useLiveQuery(() => preference(db, 'start'), []);
  if (!value) return null;
  return value.closed ? <OwnHere tab={tab} /> : <Start tab={tab} sightings={sightings} />;
}
