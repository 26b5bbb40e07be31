import type { Page } from './types.ts';

/** Reads something once for each `Page`, which stands for one reading of a document at one moment. */
export function perPage<T>(read: (page: Page) => T): (page: Page) => T {
  const answers = new WeakMap<Page, { readonly value: T }>();
  return (page) => {
    const answer = answers.get(page) ?? { value: read(page) };
    answers.set(page, answer);
    return answer.value;
  };
}

/** The same for what takes long on a large page: `parts` reads it bit by bit, `answer` what of it has not been read. */
export function perPageInParts<T>(read: (page: Page) => Generator<undefined, T>) {
  const answers = new WeakMap<Page, { readonly value: T }>();
  function* parts(page: Page): Generator<undefined, T> {
    const answer = answers.get(page) ?? { value: yield* read(page) };
    answers.set(page, answer);
    return answer.value;
  }
  return { parts, answer: (page: Page): T => atOnce(parts(page)) };
}

/** Does work in parts all at once. Answers what it ends with. */
export function atOnce<T>(work: Generator<undefined, T>): T {
  let part = work.next();
  while (!part.done) part = work.next();
  return part.value;
}
