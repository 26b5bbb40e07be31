import { useEffect } from 'preact/hooks';
import { ownHandles } from '../../utils/db/own.ts';
import { tellOwn } from '../../utils/last-resort.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';

/**
 * Tells the frames of a tab which addresses are the user's, where it `isUnknown` to every site: the page may not show whose mailbox it
 * is, nor, without knowing that, anybody.
 */
export function useOwnTold(tabId: number | undefined, isUnknown: boolean): void {
  const { db } = useKith();
  const { value: own } = useLiveQuery(() => ownHandles(db), []);
  const said = JSON.stringify(own);
  // The same addresses are another list each time.
  useEffect(() => {
    if (isUnknown && own && tabId !== undefined) void tellOwn(tabId, own);
  }, [isUnknown, tabId, said]);
}
