/** What a suggestion rests on. The words for each kind are the interface's. */
export const EVIDENCE = [
  'touchpoints',
  'they-began',
  'you-began',
  'your-goals',
  'their-goals',
  'promises-kept',
  'goals-met',
  'stage-days',
  'review-days',
  'adjusted',
  'contact-changed',
  'quiet-days',
  'planned',
] as const;

/** A kind of evidence. */
export type EvidenceKind = (typeof EVIDENCE)[number];

/** One piece of evidence: how many (or how many days), and the rows it came from. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly number: number;
  readonly ids: readonly string[];
}

/** Days are told apart by quarters: a suggestion turned down comes back after a season at the earliest. */
const SEASON = 90;

/**
 * Evidence as a text that stays the same until it changes in a way worth asking again: counts by doubling (4 to 7
 * touchpoints are one bucket, 8 to 15 the next), days by `SEASON` and by the row they are counted from, events (a plan,
 * another contact person) by their row.
 */
export function fingerprintOf(rule: string, evidence: readonly Evidence[]): string {
  return [rule, ...evidence.map((piece) => `${nameOf(piece)}=${bucketOf(piece)}`)].join(';');
}

// Days counted from a row (the last touchpoint, the last review) begin anew with another one.
function nameOf({ kind, ids }: Evidence): string {
  return kind === 'quiet-days' || kind === 'review-days' ? `${kind}:${ids.join(',')}` : kind;
}

function bucketOf({ kind, number, ids }: Evidence): string {
  if (kind === 'planned' || kind === 'contact-changed') return ids.join(',');
  if (kind.endsWith('-days')) return String(Math.floor(number / SEASON));
  return String(number > 0 ? Math.floor(Math.log2(number)) + 1 : 0);
}

/**
 * Whether a suggestion that was turned down may be made again: its rule is another one, an event is another one, or
 * some evidence is a bucket above what it was. Weaker evidence than what was turned down stays quiet.
 */
export function worthAskingAgain(fingerprint: string, turnedDown: string): boolean {
  const [rule, ...pieces] = fingerprint.split(';');
  const [ruleThen, ...piecesThen] = turnedDown.split(';');
  if (rule !== ruleThen) return true;
  const then = new Map(piecesThen.map((piece) => piece.split('=', 2) as [string, string]));
  return pieces.some((piece) => {
    const [kind = '', bucket = ''] = piece.split('=', 2);
    const before = then.get(kind);
    if (before === undefined) return true;
    return isEvent(kind) ? bucket !== before : Number(bucket) > Number(before);
  });
}

function isEvent(kind: string): boolean {
  return kind === 'planned' || kind === 'contact-changed';
}
