import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { searchPeople } from '../../utils/db/search.ts';
import { shapeOf } from '../../utils/report/shape.ts';
import { MARKUP_WORDS } from '../../utils/report/words.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { PersonRows } from '../parts/PersonRows.tsx';
import { SearchPeople } from '../parts/SearchPeople.tsx';
import { FoundHere } from './FoundHere.tsx';
import { useToldApart } from './useToldApart.ts';

const FEW = 6;

/**
 * A page on which nobody was found: pick the person by hand. Where several pages of the site in a row could not be read, it says so,
 * and copies a report of the page's shape.
 */
export function NotRead(props: {
  tabId: number;
  /** The frame that could not be read. */
  frameId: number;
  site: string;
  /** Several pages of this site in a row could not be read. */
  often: boolean;
  onPerson: (id: string) => void;
}) {
  const { db, language } = useKith();
  const [picking, setPicking] = useState(false);
  const [copied, setCopied] = useState<boolean>();
  const [query, setQuery] = useState('');
  const { value: people = [] } = useLiveQuery(
    // Before anything is typed, the people met last stand below.
    async () => (query.trim() === '' ? [] : searchPeople(db, query, FEW)),
    [query],
  );
  const beside = useToldApart(people);
  const copy = () =>
    report(props).then(
      () => setCopied(true),
      // The page went, or another window has the focus.
      () => setCopied(false),
    );
  return (
    <div class="stack">
      {props.often && <p class="soft">{i18n.t('couldNotRead')}</p>}
      <div class="buttons">
        <button
          type="button"
          class={props.often ? 'plain' : 'link'}
          aria-expanded={picking}
          onClick={() => setPicking(!picking)}
        >
          {i18n.t('pickByHand')}
        </button>
        {props.often && (
          <button type="button" class="plain" onClick={() => void copy()}>
            {i18n.t('copyReport')}
          </button>
        )}
      </div>
      {props.often && (
        <p class="soft label" role="status">
          {copied === false ? i18n.t('reportFailed') : i18n.t(copied ? 'reportCopied' : 'reportExplained')}
        </p>
      )}
      {picking && (
        <>
          <FoundHere tabId={props.tabId} onPerson={props.onPerson} />
          <SearchPeople query={query} onQuery={setQuery} />
          <PersonRows people={people} beside={beside} language={language} onPerson={props.onPerson} />
        </>
      )}
    </div>
  );
}

// Copies the shape of a frame. Rejects where that is not possible.
async function report(about: { tabId: number; frameId: number; site: string }): Promise<void> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId: about.tabId, frameIds: [about.frameId] },
    func: shapeOf,
    args: [MARKUP_WORDS],
  });
  if (typeof frame?.result !== 'string') throw new Error('The page has no shape.');
  const version = browser.runtime.getManifest().version;
  await navigator.clipboard.writeText(`Kith ${version}, ${about.site}\n${frame.result}`);
}
