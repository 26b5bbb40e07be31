import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { turnOn } from '../../utils/access.ts';
import { framesNotRead } from '../../utils/frames-not-read.ts';

/** When to look (ms after the page settled): frames come later than the page. */
const LOOKS_MS = [0, 1500, 4000];

/** Says which parts of the page beside the panel come from sites that Kith may not read, and offers to read them. */
export function FramesNotRead({ tabId, url }: { tabId: number; url: string | undefined }) {
  const [patterns, setPatterns] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    setPatterns([]);
    const show = (found: readonly string[]) => current && setPatterns(found);
    // A tab that was closed or left meanwhile has none.
    const look = () => void framesNotRead(tabId).then(show, () => show([]));
    const timers = LOOKS_MS.map((wait) => setTimeout(look, wait));
    return () => {
      current = false;
      timers.forEach(clearTimeout);
    };
  }, [tabId, url]);
  return (
    <>
      {patterns.map((pattern) => {
        const host = hostOf(pattern);
        return (
          <div key={pattern} class="stack" role="status">
            <p class="soft">{i18n.t('frameNotRead', [host])}</p>
            <button type="button" class="plain start" onClick={() => void turnOn(pattern, tabId)}>
              {i18n.t('useOnSite', [host])}
            </button>
          </div>
        );
      })}
    </>
  );
}

// https://inner.example.org/* is of inner.example.org.
function hostOf(pattern: string): string {
  return pattern.replace(/^\w+:\/\//, '').replace(/\/\*$/, '');
}
