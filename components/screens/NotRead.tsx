import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { searchPeople } from '../../utils/db/search.ts';
import { shapeOf } from '../../utils/report/shape.ts';
import { MARKUP_WORDS } from '../../utils/report/words.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { PersonRows } from '../parts/PersonRows.tsx';
import { FoundHere } from './FoundHere.tsx';

const FEW = 6;

/** A page that should show somebody but could not be read: pick the person by hand, or copy a report of the page's shape. */
export function NotRead(props: {
  tabId: number;
  site: string;
  /** Several pages of this site in a row could not be read. */
  often: boolean;
  onPerson: (id: string) => void;
}) {
  const { db, language } = useKith();
  const [picking, setPicking] = useState(false);
  const [copied, setCopied] = useState(false);
  const [query, setQuery] = useState('');
  const { value: people = [] } = useLiveQuery(() => searchPeople(db, query, FEW), [query]);
  const copy = async () => {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: props.tabId },
      func: shapeOf,
      args: [MARKUP_WORDS],
    });
    const version = browser.runtime.getManifest().version;
    await navigator.clipboard.writeText(`Kith ${version}, ${props.site}\n${String(frame?.result)}`);
    setCopied(true);
  };
  return (
    <section class="stack" aria-label={i18n.t('couldNotRead')}>
      <p class="soft">{i18n.t(props.often ? 'siteMayHaveChanged' : 'couldNotRead')}</p>
      <div class="buttons">
        <button type="button" class="plain" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          {i18n.t('pickByHand')}
        </button>
        <button type="button" class="plain" onClick={copy}>
          {i18n.t('copyReport')}
        </button>
      </div>
      <p class="soft label" role="status">
        {i18n.t(copied ? 'reportCopied' : 'reportExplained')}
      </p>
      {picking && (
        <>
          <FoundHere tabId={props.tabId} onPerson={props.onPerson} />
          <input
            type="search"
            aria-label={i18n.t('searchPeople')}
            placeholder={i18n.t('searchPeople')}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <PersonRows people={people} language={language} onPerson={props.onPerson} />
        </>
      )}
    </section>
  );
}
