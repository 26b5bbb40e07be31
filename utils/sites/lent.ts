import { generic } from './generic.ts';
import { jsonld } from './jsonld.ts';
import type { SiteAdapter } from './types.ts';

// What comes to pages on hosts that the user turned on when none of CHOSEN_SITES (index.ts) recognises them: a script of its own,
// which most pages never need.

/** Pages that describe themselves. */
export const LENT_SITES = [jsonld] as const satisfies readonly SiteAdapter[];

/** For pages that nobody recognises; it also serves iCloud, of which too little is known. */
export const LAST_RESORT: SiteAdapter = generic;
