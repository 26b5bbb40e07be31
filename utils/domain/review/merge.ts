import type { Review } from '../types.ts';

/** What is written in a review; the rest of a row says whose it is and how far it got. */
export type ReviewFields = Pick<
  Review,
  | 'mine'
  | 'theirs'
  | 'theirsFrom'
  | 'well'
  | 'badly'
  | 'feedback'
  | 'plan'
  | 'answers'
  | 'nextStage'
  | 'nextWhy'
  | 'move'
  | 'lessons'
  | 'actions'
>;

const TEXTS = ['well', 'badly', 'feedback', 'plan', 'nextWhy'] as const;
const VALUES = ['mine', 'theirs', 'theirsFrom', 'nextStage', 'move'] as const;

/** Every field that is written in a review. */
export const REVIEW_FIELDS = [...TEXTS, ...VALUES, 'answers', 'lessons', 'actions'] as const;

/** A field that was changed in two windows. Of a text both versions are kept; of a value, that of this window. */
export interface Clash {
  readonly field: (typeof REVIEW_FIELDS)[number];
  /** What the other window says, where only one can stand. */
  readonly theirs?: string | number | boolean | undefined;
}

/** The fields of a review's row. */
export function fieldsOf(row: Partial<Review> = {}): ReviewFields {
  return Object.fromEntries(
    REVIEW_FIELDS.flatMap((field) => (row[field] === undefined ? [] : [[field, row[field]]])),
  );
}

/**
 * Brings together what this window says (`mine`) and what is stored by now (`stored`), both of which began as `base`: field by
 * field, lists by their items. Nothing is lost silently: a text that both changed keeps both versions, a value that both
 * changed is this window's and the clash tells the other.
 */
export function mergeReview(
  base: ReviewFields,
  mine: ReviewFields,
  stored: ReviewFields,
): { readonly merged: ReviewFields; readonly clashes: readonly Clash[] } {
  const clashes: Clash[] = [];
  const merged: Record<string, unknown> = {};
  for (const field of TEXTS) {
    const text = mergeText(base[field] ?? '', mine[field] ?? '', stored[field] ?? '', '\n\n');
    if (text.clash) clashes.push({ field });
    if (text.merged !== '') merged[field] = text.merged;
  }
  for (const field of VALUES) {
    const [was, here, there] = [base[field], mine[field], stored[field]];
    const value = here === was ? there : here;
    if (here !== was && there !== was && here !== there) clashes.push({ field, theirs: there });
    if (value !== undefined) merged[field] = value;
  }
  const list = <T extends { readonly [K in Text]: string }, Text extends string>(
    field: 'answers' | 'lessons' | 'actions',
    lists: readonly (readonly T[] | undefined)[],
    keyOf: (item: T) => string,
    text: Text,
  ) => {
    const [was, here, there] = lists.map(
      (items = []) => new Map(items.map((item) => [keyOf(item), item])),
    ) as [Map<string, T>, Map<string, T>, Map<string, T>]; // three in, three out
    // In the order of whoever changed the list, the other's new ones after it.
    const untouched = equal([...was.values()], [...here.values()]);
    const keys = untouched ? [...there.keys()] : [...here.keys(), ...there.keys()];
    const items = [...new Set(keys)].flatMap((key) => {
      const [b, m, t] = [was.get(key), here.get(key), there.get(key)];
      if (equal(m, b)) return t ? [t] : [];
      if (equal(t, b) || equal(t, m)) return m ? [m] : [];
      // Deleted on one side and changed on the other: what was written stays.
      if (!m || !t) return [m ?? (t as T)]; // not both are absent, as they differ
      clashes.push({ field });
      return [mergeItem(b, m, t, text, field === 'answers' ? '\n\n' : ' / ')];
    });
    if (items.length > 0) merged[field] = items;
  };
  list('answers', [base.answers, mine.answers, stored.answers], ({ question }) => question, 'answer');
  list('lessons', [base.lessons, mine.lessons, stored.lessons], ({ id }) => id, 'text');
  list('actions', [base.actions, mine.actions, stored.actions], ({ id }) => id, 'text');
  return { merged, clashes };
}

// An item that both changed: each of its fields is that of who changed it; its text, and its tags, those of both.
function mergeItem<T extends { readonly [K in Text]: string }, Text extends string>(
  base: T | undefined,
  mine: T,
  stored: T,
  text: Text,
  joint: string,
): T {
  const fields = (Object.keys(mine) as (keyof T)[]).map((name) => {
    const [was, here, there] = [base?.[name], mine[name], stored[name]];
    if (equal(here, was) || equal(here, there)) return [name, there];
    if (Array.isArray(here) && Array.isArray(there) && !equal(there, was))
      return [name, [...new Set([...there, ...here])]];
    return [name, here];
  });
  const { merged } = mergeText(base?.[text] ?? '', mine[text], stored[text], joint);
  return { ...(Object.fromEntries(fields) as T), [text]: merged };
}

function mergeText(
  base: string,
  mine: string,
  stored: string,
  joint: string,
): { readonly merged: string; readonly clash?: true } {
  if (mine === base) return { merged: stored };
  if (stored === base || stored === mine) return { merged: mine };
  if (mine.includes(stored)) return { merged: mine };
  if (stored.includes(mine)) return { merged: stored };
  return { merged: `${stored}${joint}${mine}`, clash: true };
}

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
