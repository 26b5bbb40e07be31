import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../utils/domain/types.ts';

/** The present, moving on each minute and whenever the panel is looked at again. */
export function useNow(): Instant {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, 60_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return now;
}
