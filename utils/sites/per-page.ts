import type { Page } from './types.ts';

/**
 * Reads something once for each `Page`, which stands for one reading of a document at one moment, or for each of other things that
 * stay as they are.
 */
export function perPage<T, Of extends object = Page>(read: (of: Of) => T): (of: Of) => T {
  const answers = new WeakMap<Of, { readonly value: T }>();
  return (of) => {
    const answer = answers.get(of) ?? { value: read(of) };
    answers.set(of, answer);
    return answer.value;
  };
}

/** Does work in parts all at once. Answers what it ends with. */
export function atOnce<T>(work: Generator<undefined, T>): T {
  let part = work.next();
  while (!part.done) part = work.next();
  return part.value;
}
