import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type KeptRefusal, refusedIn, refusedPrefix } from '../../utils/capturing/refused.ts';

/** What was not logged by itself in a tab, newest first; follows what the background keeps. */
export function useRefused(tabId: number | undefined): readonly KeptRefusal[] {
  const [refused, setRefused] = useState<readonly KeptRefusal[]>([]);
  useEffect(() => {
    setRefused([]);
    if (tabId === undefined) return;
    let current = true;
    const look = () => void refusedIn(tabId).then((kept) => current && setRefused(kept));
    const changed = (changes: object, area: string) => {
      if (area === 'session' && Object.keys(changes).some((key) => key.startsWith(refusedPrefix(tabId))))
        look();
    };
    browser.storage.onChanged.addListener(changed);
    look();
    return () => {
      current = false;
      browser.storage.onChanged.removeListener(changed);
    };
  }, [tabId]);
  return refused;
}
