import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { chosenSites } from '../../utils/access.ts';

/** The patterns of the sites that the user turned on, also when that changes elsewhere. */
export function useChosenSites(): readonly string[] {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  useEffect(() => {
    const refresh = () => void chosenSites().then(setChosen);
    refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, []);
  return chosen;
}
