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
import { useOwnTold } from './useOwnTold.ts';
import { useToldApart } from './useToldApart.ts';

const NotRead = lazy(async () => (await import('./NotRead.tsx')).NotRead);
const FramesNotRead = lazy(async () => (await import('./FramesNotRead.tsx')).FramesNotRead);

/** Nobody is on the page: says why, offers to read the site, and shows the people met last. */
export function NobodyHere({ tab, onPerson }: { tab: TabState; onPerson: (id: string) => void }) {
  const { db, language } = useKith();
  const { value: recent = [], loading } = useLiveQuery(() => recentPeople(db), []);
  const beside = useToldApart(recent);
  const pattern = tab.url === undefined ? undefined : patternFor(tab.url);
  const host = pattern && new URL(tab.url ?? '').host;
  const chosen = pattern !== undefined && tab.readable && !knownSites().includes(pattern);
  const understood = tab.frames.some(({ reading }) => reading !== undefined);
  const unread = tab.frames.find(({ reading }) => reading?.unread);
  useOwnTold(tab.tabId, chosen && !understood);
  const often = useOften(unread?.reading?.site);
  return (
    <>
      <section class="stack">
        {/* Who is on a page that is not read, nobody can say. */}
        <h1>
          {i18n.t(pattern && !tab.readable ? 'offHere' : often && unread ? 'notReadHere' : 'nobodyHere')}
        </h1>
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
        {tab.readable && tab.tabId !== undefined && (unread || (chosen && !understood)) && (
          <NotRead
            // What was picked on one page is not picked on the next.
            key={tab.url}
            tabId={tab.tabId}
            frameId={unread?.frameId ?? 0}
            site={unread?.reading?.site ?? ''}
            often={often && unread !== undefined}
            onPerson={onPerson}
          />
        )}
        {tab.readable && tab.tabId !== undefined && <FramesNotRead tabId={tab.tabId} url={tab.url} />}
        {chosen && (
          <button type="button" class="link start" onClick={() => void turnOff(pattern)}>
            {i18n.t('stopOnSite', [host ?? ''])}
          </button>
        )}
        {!pattern && <p class="soft">{i18n.t('openSomewhere')}</p>}
      </section>
      <section aria-labelledby="recent">
        <h2 id="recent">{i18n.t('recentPeople')}</h2>
        {!loading && recent.length === 0 && <p class="soft">{i18n.t('noPeople')}</p>}
        <PersonRows people={recent} beside={beside} language={language} onPerson={onPerson} />
      </section>
    </>
  );
}

// Whether this site could not be read several times in a row. One page alone may be half loaded, or of nobody.
function useOften(site: string | undefined): boolean {
  const [often, setOften] = useState(false);
  useEffect(() => {
    setOften(false);
    if (site === undefined) return;
    let current = true;
    // The background counts while the panel already shows the page.
    const ask = () =>
      void unreadPages(site).then(({ length }) => {
        // An answer about the page before says nothing of this one.
        if (current) setOften(length >= OFTEN);
      });
    ask();
    browser.storage.onChanged.addListener(ask);
    return () => {
      current = false;
      browser.storage.onChanged.removeListener(ask);
    };
  }, [site]);
  return often;
}
