import { gmail } from './gmail.ts';
import { jsonld } from './jsonld.ts';
import { linkedin } from './linkedin.ts';
import { outlook } from './outlook.ts';
import { roundcube } from './roundcube.ts';
import type { SiteAdapter } from './types.ts';

/** Every site Kith reads. A new site is a file beside this one, a line here and a fixture under tests/sites. */
export const SITES = [gmail, outlook, linkedin, roundcube, jsonld] as const satisfies readonly SiteAdapter[];
