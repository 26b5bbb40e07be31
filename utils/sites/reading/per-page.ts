import type { Page } from '../types.ts';

/** Reads something once for each `Page`, which stands for one reading of a document at one moment. */
export function perPage<T>(read: (page: Page) => T): (page: Page) => T {
  const answers = new WeakMap<Page, { readonly value: T }>();
  return (page) => {
    const answer = answers.get(page) ?? { value: read(page) };
    answers.set(page, answer);
    return answer.value;
  };
}

/** Does work in parts all at once. Answers what it ends with. */
export function atOnce<T>(work: Generator<undefined, T>): T {
  let part = work.next();
  while (!part.done) part = work.next();
  return part.value;
}
