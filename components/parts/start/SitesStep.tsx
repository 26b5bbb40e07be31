import { Check } from 'lucide';
import { i18n } from '#i18n';
import { Icon } from '../Icon.tsx';

/** Which sites Kith reads, and the one beside the panel: read, or to be turned on. */
export function SitesStep(props: {
  /** The host of the page beside the panel, where it has one that can be read. */
  host: string | undefined;
  readable: boolean;
  onTurnOn: () => void;
}) {
  const { host, readable } = props;
  return (
    <>
      <p class="soft">{i18n.t('startSites')}</p>
      {host !== undefined && readable && (
        <p class="logged">
          <Icon icon={Check} /> {i18n.t('startReads', [host])}
        </p>
      )}
      {host !== undefined && !readable && (
        <>
          <button type="button" class="plain wide" onClick={props.onTurnOn}>
            {i18n.t('useOnSite', [host])}
          </button>
          <p class="soft label">{i18n.t('sitePromise')}</p>
        </>
      )}
    </>
  );
}
