import { liveQuery } from 'dexie';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The state of a query: `loading` until its first answer; after an error the last answer stays. */
export interface Live<T> {
  readonly value: T | undefined;
  readonly loading: boolean;
  readonly error: unknown;
}

const LOADING = { value: undefined, loading: true, error: undefined };

/** Runs a Dexie query and again whenever what it read changes. `inputs` name what the query depends on. */
export function useLiveQuery<T>(query: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const key = JSON.stringify(inputs);
  const [state, setState] = useState<Live<T> & { key: string }>({ ...LOADING, key });
  // At once: an effect after painting would cost a frame before anything is asked.
  useLayoutEffect(() => {
    // liveQuery itself keeps silent about a database that can't be opened.
    const answer = (): Promise<Pick<Live<T>, 'value' | 'error'>> =>
      query().then(
        (value) => ({ value, error: undefined }),
        (error: unknown) => ({ value: undefined, error }),
      );
    const subscription = liveQuery(answer).subscribe(({ value, error }) =>
      setState((before) => ({
        value: error === undefined ? value : before.value,
        loading: false,
        error,
        key,
      })),
    );
    return () => subscription.unsubscribe();
  }, [key]);
  // Answers to another question are not shown: the wrong person's notes must not flash up.
  return state.key === key ? state : LOADING;
}
