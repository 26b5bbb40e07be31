import { useState } from 'preact/hooks';
import { useGradually } from './useGradually.ts';

// As many as are built in an instant.
const AT_ONCE = 20;

/**
 * The first `most` of a list, and a function that shows all of it, some at once and the others by and by; no function when
 * there is no more.
 */
export function useFirst<T>(
  list: readonly T[],
  most: number,
): readonly [shown: readonly T[], showAll: (() => void) | undefined] {
  const [all, setAll] = useState(false);
  const count = useGradually(all ? list.length : 0, Math.max(most, AT_ONCE));
  return all || list.length <= most
    ? [list.slice(0, Math.max(most, count)), undefined]
    : [list.slice(0, most), () => setAll(true)];
}
