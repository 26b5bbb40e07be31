/** What `score.mjs` compares. The shapes of readings are those of utils/sites/types.ts, as they come out of storage. */
export interface Handle {
  readonly kind: string;
  readonly value: string;
}
export interface Sighting {
  readonly role: string;
  readonly handles: readonly Handle[];
  readonly name?: string;
  readonly headline?: string;
  readonly organization?: string;
}
export interface Reading {
  readonly sightings: readonly Sighting[];
  readonly self: readonly Handle[];
}

/** A person on a page as its index tells it; `linkedin` is a link. */
export interface Truth {
  readonly role: string;
  readonly name?: string;
  readonly email?: string;
  readonly linkedin?: string;
  readonly headline?: string;
  readonly company?: string;
}
/** A line of a corpus' index.jsonl. */
export interface Entry {
  readonly file: string;
  readonly site: string;
  readonly view: string;
  readonly fidelity: string;
  readonly truth: { readonly people: readonly Truth[] };
}

export interface Count {
  right: number;
  of: number;
}
/** The score of a page, or of all pages of a view. */
export interface Row {
  site: string;
  view: string;
  pages: number;
  found: Count;
  recipients: Count;
  wrong: number;
  self: number;
  names: Count;
  headlines: Count;
  companies: Count;
}
/** Something that is not right; `grave` where somebody wrong was shown. */
export interface Complaint {
  readonly file: string;
  readonly what: string;
  readonly grave: boolean;
}

export function scorePage(entry: Entry, readings: readonly Reading[]): { row: Row; complaints: Complaint[] };
export function scoreCorpus(
  pages: readonly { readonly entry: Entry; readonly readings: readonly Reading[] }[],
): {
  captures: Row[];
  others: Row[];
  complaints: Complaint[];
  exitCode: 0 | 1;
};
export function total(rows: readonly Row[]): Row;
