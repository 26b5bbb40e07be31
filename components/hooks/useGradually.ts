import { useEffect, useState } from 'preact/hooks';

/**
 * How many of `total` rows to build by now: `step` more each time the browser has painted and answered what waited, so that
 * thousands of rows never stop a key or a click.
 */
export function useGradually(total: number, step: number): number {
  const [count, setCount] = useState(step);
  const going = count < total;
  useEffect(() => {
    if (!going) return;
    const timer = setTimeout(() => setCount(count + step));
    return () => clearTimeout(timer);
  }, [going, count, step]);
  return Math.min(count, total);
}
