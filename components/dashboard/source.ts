import type { Span } from '../../utils/db/overview.ts';

/** What a number was counted from; `title` says which number it was. */
export type Source = { readonly title: string } & (
  | { readonly kind: 'people'; readonly ids: readonly string[] }
  | { readonly kind: 'touchpoints'; readonly span: Span }
  /** Whom the touchpoints of a stretch were with. */
  | { readonly kind: 'met'; readonly span: Span }
  | { readonly kind: 'support'; readonly ids: readonly string[] }
  | { readonly kind: 'reviews'; readonly ids: readonly string[]; readonly side: 'mine' | 'theirs' }
);
