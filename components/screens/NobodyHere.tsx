import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { knownSites, patternFor, turnOff, turnOn } from '../../utils/access.ts';
import { recentPeople } from '../../utils/db/lookup.ts';
import { OFTEN, unreadPages } from '../../utils/messaging/frames.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import type { TabState } from '../hooks/useTab.ts';
import { useKith } from '../kith.ts';
import { lazy } from '../parts/lazy.tsx';
import { PersonRows } from '../parts/PersonRows.tsx';

const NotRead = lazy(async () => (await import('./NotRead.tsx')).NotRead);

/** Nobody is on the page: says why, offers to read the site, and shows the people met last. */
export function NobodyHere({ tab, onPerson }: { tab: TabState; onPerson: (id: string) => void }) {
  const { db, language } = useKith();
  const { value: recent } = useLiveQuery(() => recentPeople(db), []);
  const pattern = tab.url === undefined ? undefined : patternFor(tab.url);
  const host = pattern && new URL(tab.url ?? '').host;
  const chosen = pattern !== undefined && tab.readable && !knownSites().includes(pattern);
  const understood = tab.frames.some(({ reading }) => reading !== undefined);
  const unread = tab.frames.find(({ reading }) => reading?.unread)?.reading;
  const often = useOften(unread?.site);
  return (
    <>
      <section class="stack">
        <h1>{i18n.t('nobodyHere')}</h1>
        {pattern && !tab.readable && (
          <>
            <p class="soft">{i18n.t('siteIsOff', [host ?? ''])}</p>
            <button type="button" class="go wide" onClick={() => void turnOn(pattern, tab.tabId)}>
              {i18n.t('useOnSite', [host ?? ''])}
            </button>
            <p class="soft label">{i18n.t('sitePromise')}</p>
          </>
        )}
        {tab.readable && !unread && (
          <p class="soft">
            {understood || !chosen ? i18n.t('openSomething') : i18n.t('siteUnknown', [host ?? ''])}
          </p>
        )}
        {unread && tab.tabId !== undefined && (
          <NotRead tabId={tab.tabId} site={unread.site} often={often} onPerson={onPerson} />
        )}
        {chosen && (
          <button type="button" class="link start" onClick={() => void turnOff(pattern)}>
            {i18n.t('stopOnSite', [host ?? ''])}
          </button>
        )}
        {!pattern && <p class="soft">{i18n.t('openSomewhere')}</p>}
      </section>
      <section aria-labelledby="recent">
        <h2 id="recent">{i18n.t('recentPeople')}</h2>
        {recent?.length === 0 && <p class="soft">{i18n.t('noPeople')}</p>}
        <PersonRows people={recent ?? []} language={language} onPerson={onPerson} />
      </section>
    </>
  );
}

// Whether this site could not be read several times in a row.
function useOften(site: string | undefined): boolean {
  const [often, setOften] = useState(false);
  useEffect(() => {
    setOften(false);
    if (site === undefined) return;
    // The background counts while the panel already shows the page.
    const ask = () => void unreadPages(site).then(({ length }) => setOften(length >= OFTEN));
    ask();
    browser.storage.onChanged.addListener(ask);
    return () => browser.storage.onChanged.removeListener(ask);
  }, [site]);
  return often;
}
