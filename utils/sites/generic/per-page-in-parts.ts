import { atOnce } from '../reading/per-page.ts';
import type { Page } from '../types.ts';

/** As `perPage`, for what takes long on a large page: `parts` reads it bit by bit, `answer` what of it has not been read. */
export function perPageInParts<T>(read: (page: Page) => Generator<undefined, T>) {
  const answers = new WeakMap<Page, { readonly value: T }>();
  function* parts(page: Page): Generator<undefined, T> {
    const answer = answers.get(page) ?? { value: yield* read(page) };
    answers.set(page, answer);
    return answer.value;
  }
  return { parts, answer: (page: Page): T => atOnce(parts(page)) };
}
