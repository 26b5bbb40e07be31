import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { knownSites, turnOff } from '../../utils/access.ts';
import { lastActions } from '../../utils/db/undo.ts';
import { longInstant } from '../format.ts';
import { useChosenSites } from '../hooks/useChosenSites.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { CaptureSettings } from './settings/CaptureSettings.tsx';
import { NudgeSettings } from './settings/NudgeSettings.tsx';
import { StartAgain } from './settings/StartAgain.tsx';

/** Which sites Kith reads, what was done last, and where the data is. */
export function Settings({ onUndo }: { onUndo: (batch: string) => void }) {
  const { db, language, open } = useKith();
  const { value: actions } = useLiveQuery(() => lastActions(db, 20), []);
  const { value: people } = useLiveQuery(() => db.people.count(), []);
  return (
    <>
      <h1>{i18n.t('settings')}</h1>
      <nav class="buttons" aria-label={i18n.t('method')}>
        <button type="button" class="plain" onClick={() => open('method')}>
          {i18n.t('method')}
        </button>
        <button type="button" class="plain" onClick={() => open('playbooks')}>
          {i18n.t('playbooks')}
        </button>
        <a class="plain" href="dashboard.html" target="_blank" rel="noreferrer">
          {i18n.t('dashboard')}
        </a>
      </nav>
      <Sites />
      <CaptureSettings />
      <NudgeSettings />
      <StartAgain />
      <section aria-labelledby="changes">
        <h2 id="changes">{i18n.t('lastChanges')}</h2>
        {actions?.length === 0 && <p class="soft">{i18n.t('noChanges')}</p>}
        <ul>
          {actions?.map(({ batch, label, about, at }) => (
            <li key={batch} class="line">
              <span class="grow">
                {i18n.t(`did_${label}`)} {about && <span class="soft">{about}</span>}
                <br />
                <time class="label soft">{longInstant(at, language)}</time>
              </span>
              <button
                type="button"
                class="plain"
                aria-label={i18n.t('undoThis', [i18n.t(`did_${label}`), about ?? ''])}
                onClick={() => onUndo(batch)}
              >
                {i18n.t('undo')}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="data">
        <h2 id="data">{i18n.t('yourData')}</h2>
        <p class="soft">{i18n.t('dataStays')}</p>
        <Storage people={people ?? 0} />
      </section>
    </>
  );
}

function Sites() {
  const chosen = useChosenSites();
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{i18n.t('sites')}</h2>
      <ul>
        {knownSites().map((pattern) => (
          <li key={pattern} class="line">
            <span class="grow">{hostOf(pattern)}</span>
            <span class="label soft">{i18n.t('siteBuiltIn')}</span>
          </li>
        ))}
        {chosen.map((pattern) => (
          <li key={pattern} class="line">
            <span class="grow wrap">{hostOf(pattern)}</span>
            <button
              type="button"
              class="plain"
              onClick={() => void turnOff(pattern)}
              aria-label={i18n.t('stopOnSite', [pattern])}
            >
              {i18n.t('stop')}
            </button>
          </li>
        ))}
      </ul>
      <p class="soft label">{i18n.t('sitesHint')}</p>
    </section>
  );
}

function hostOf(pattern: string): string {
  return pattern.replace(/^.*:\/\/(\*\.)?/, '').replace(/\/\*$/, '');
}

function Storage({ people }: { people: number }) {
  const [state, setState] = useState<{ persisted: boolean; bytes: number }>();
  useEffect(() => {
    // Chrome keeps an extension with `unlimitedStorage` from eviction without calling its storage persistent.
    const kept = browser.permissions.contains({ permissions: ['unlimitedStorage'] });
    void Promise.all([kept, navigator.storage.estimate()]).then(([persisted, { usage = 0 }]) =>
      setState({ persisted, bytes: usage }),
    );
  }, []);
  if (!state) return null;
  return (
    <p class="soft">
      {i18n.t('stored', people, [String(people), (state.bytes / 1_048_576).toFixed(1)])}{' '}
      {i18n.t(state.persisted ? 'storageKept' : 'storageAtRisk')}
    </p>
  );
}
