import { KNOWN } from './known.ts';
import { OTHERS } from './others.ts';
import type { SiteAdapter } from './types.ts';

/** Every site Kith reads. */
export const SITES = [...KNOWN, ...OTHERS] as const satisfies readonly SiteAdapter[];
