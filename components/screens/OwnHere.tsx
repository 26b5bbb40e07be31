import { confirmOwn, refuseOwn, unconfirmed } from '../../utils/db/confirm-own.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import type { TabState } from '../hooks/useTab.ts';
import { useKith } from '../kith.ts';
import { OwnAddress } from '../parts/OwnAddress.tsx';
import { useOwnTold } from './useOwnTold.ts';

/**
 * Asks whether the account that the page beside the panel shows is the user's, once for each. A webmail that nobody knows is told which
 * addresses are: it may not show whose mailbox it is.
 */
export function OwnHere({ tab }: { tab: TabState }) {
  const { db, act } = useKith();
  const accounts = tab.frames.flatMap(({ reading }) => reading?.self ?? []);
  const { value: asked } = useLiveQuery(() => unconfirmed(db, accounts), [accounts]);
  useOwnTold(
    tab.tabId,
    tab.frames.some(({ reading }) => reading?.site === 'generic'),
  );
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
