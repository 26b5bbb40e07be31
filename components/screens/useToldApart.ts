import { namesakesIn, toldApart } from '../../utils/db/told-apart.ts';
import type { Person } from '../../utils/domain/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { handleText } from '../parts/handleText.ts';

/** What stands beside the names of namesakes in a list, by id: their address or profile. */
export function useToldApart(people: readonly Person[]): ReadonlyMap<string, string> {
  const { db } = useKith();
  // Most lists have none: nothing is asked, and nothing drawn again.
  const namesakes = namesakesIn(people);
  const { value } = useLiveQuery(() => toldApart(db, namesakes), [namesakes.map(({ id }) => id)]);
  return new Map([...(value ?? [])].map(([id, handle]) => [id, handleText(handle)]));
}
