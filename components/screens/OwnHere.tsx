import { confirmOwn, refuseOwn, unconfirmed } from '../../utils/db/confirm-own.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import type { TabState } from '../hooks/useTab.ts';
import { useKith } from '../kith.ts';
import { OwnAddress } from '../parts/OwnAddress.tsx';

/** Asks whether the account that the page beside the panel shows is the user's, once for each. */
export function OwnHere({ tab }: { tab: TabState }) {
  const { db, act } = useKith();
  const accounts = tab.frames.flatMap(({ reading }) => reading?.self ?? []);
  const { value: asked } = useLiveQuery(() => unconfirmed(db, accounts), [accounts]);
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
