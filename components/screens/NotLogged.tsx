import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { hideRefused, type KeptRefusal } from '../../utils/capturing/refused.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { preference } from '../../utils/db/preferences.ts';
import { recognise } from '../../utils/db/recognise.ts';
import { touchpointOf } from '../../utils/db/timeline.ts';
import { isAutomatic } from '../../utils/domain/capture.ts';
import type { TabMessage } from '../../utils/messaging/protocol.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useRefused } from '../hooks/useRefused.ts';
import type { TabState } from '../hooks/useTab.ts';
import { useKith } from '../kith.ts';
import { Refused, type RefusedLine } from '../parts/Refused.tsx';

/** What was not logged by itself in the tab beside the panel, and why. */
export function NotLogged({ tab }: { tab: TabState }) {
  const { db, act } = useKith();
  const kept = useRefused(tab.tabId);
  const { value: refused = [] } = useLiveQuery(() => linesOf(db, kept), [kept]);
  useSayAgain(tab);
  return (
    <Refused
      refused={refused}
      onLog={({ seen, site, people }) =>
        act('log', async () => {
          const { logTouchpoints } = await import('../../utils/db/touchpoints.ts');
          const touchpoint = { ...seen, site, personIds: people.map(({ id }) => id) };
          return (await logTouchpoints(db, [touchpoint], seen.subject)).batch;
        })
      }
      onHide={() => tab.tabId !== undefined && void hideRefused(tab.tabId, kept)}
    />
  );
}

// What is still not logged, with the people who are still there.
async function linesOf(db: KithDb, kept: readonly KeptRefusal[]): Promise<RefusedLine[]> {
  const lines = await Promise.all(
    kept.map(async ({ seen, site, people }) => {
      const row = await touchpointOf(db, seen);
      const missing = people.filter(({ id }) => !row?.personIds.includes(id));
      const persons = await Promise.all(missing.map(({ id }) => livePerson(db, id)));
      const names = persons.flatMap((person) => (person ? [{ id: person.id, name: person.name }] : []));
      const [first] = missing;
      return first && names.length > 0 ? [{ seen, site, why: first.why, people: names }] : [];
    }),
  );
  return lines.flat();
}

// The background logs when a page speaks. When somebody on it becomes known, the page is asked to speak again.
function useSayAgain({ tabId, frames }: TabState): void {
  const { db } = useKith();
  const top = frames.find(({ frameId }) => frameId === 0) ?? frames[0];
  const sightings = frames.flatMap(({ reading }) => reading?.sightings ?? []);
  const keys = sightings.map(({ handles }) => handles);
  const { value: people } = useLiveQuery(async () => {
    const { automatic } = await preference(db, 'capture');
    if (!top || !isAutomatic(automatic, top.url)) return '';
    return (await recognise(db, sightings)).map(({ person }) => person?.id ?? '').join();
  }, [tabId, keys, top?.url]);
  const page = JSON.stringify([tabId, keys]);
  const last = useRef({ page, people });
  useEffect(() => {
    const before = last.current;
    last.current = { page, people };
    if (tabId === undefined || !people || before.page !== page || before.people === undefined) return;
    if (before.people === people) return;
    const message: TabMessage = { type: 'say-again' };
    browser.tabs.sendMessage(tabId, message).catch(() => {});
  }, [tabId, page, people]);
}
