import { useEffect } from 'preact/hooks';
import { confirmOwn, refuseOwn, unconfirmed } from '../../utils/db/confirm-own.ts';
import { ownHandles } from '../../utils/db/own.ts';
import { tellOwn } from '../../utils/last-resort.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import type { TabState } from '../hooks/useTab.ts';
import { useKith } from '../kith.ts';
import { OwnAddress } from '../parts/OwnAddress.tsx';

/**
 * Asks whether the account that the page beside the panel shows is the user's, once for each. A webmail that nobody knows is told which
 * addresses are: it may not show whose mailbox it is.
 */
export function OwnHere({ tab }: { tab: TabState }) {
  const { db, act } = useKith();
  const accounts = tab.frames.flatMap(({ reading }) => reading?.self ?? []);
  const { value: asked } = useLiveQuery(() => unconfirmed(db, accounts), [accounts]);
  useOwnTold(tab);
  const [handle] = asked ?? [];
  if (!handle) return null;
  return (
    <OwnAddress
      handle={handle}
      onYes={() => act('setting', () => confirmOwn(db, handle))}
      onNo={() => act('setting', () => refuseOwn(db, handle))}
    />
  );
}

function useOwnTold({ tabId, frames }: TabState): void {
  const { db } = useKith();
  const { value: own } = useLiveQuery(() => ownHandles(db), []);
  const isUnknown = frames.some(({ reading }) => reading?.site === 'generic');
  const said = JSON.stringify(own);
  // The same addresses are another list each time.
  useEffect(() => {
    if (isUnknown && own && tabId !== undefined) void tellOwn(tabId, own);
  }, [isUnknown, tabId, said]);
}
