import { gmail } from './gmail.ts';
import { linkedin } from './linkedin.ts';
import type { SiteAdapter } from './types.ts';

/** The sites that Kith reads from the start: the manifest names them, and a script of their own reads them. */
export const KNOWN = [gmail, linkedin] as const satisfies readonly SiteAdapter[];
