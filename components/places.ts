/**
 * Where the panel can be; written as the hash of its address: `#today`, `#person=<id>`, `#person=<id>/<a place on the card>`,
 * `#review=<person>/<review>`.
 */
export type Place =
  | { readonly name: (typeof NAMES)[number] }
  | { readonly name: 'person'; readonly id: string; readonly at?: string }
  | { readonly name: 'review'; readonly id: string; readonly reviewId?: string };

const NAMES = [
  'here',
  'today',
  'people',
  'goals',
  'reviews',
  'lessons',
  'capture',
  'settings',
  'playbooks',
  'method',
] as const;

/** The place that a text names; `here` for every other text. */
export function placeOf(text: string): Place {
  const [name = '', id = ''] = text.split('=');
  const [first = '', second] = id.split('/');
  if (name === 'person' && first) return { name, id: first, ...(second && { at: second }) };
  if (name === 'review' && first) return { name, id: first, ...(second && { reviewId: second }) };
  return { name: NAMES.find((one) => one === name) ?? 'here' };
}
