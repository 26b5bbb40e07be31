import { useState } from 'preact/hooks';

/** The first `most` of a list, and a function that shows all of it; no function when there is no more. */
export function useFirst<T>(
  list: readonly T[],
  most: number,
): readonly [shown: readonly T[], showAll: (() => void) | undefined] {
  const [all, setAll] = useState(false);
  return all || list.length <= most ? [list, undefined] : [list.slice(0, most), () => setAll(true)];
}
