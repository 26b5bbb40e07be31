import { gmail } from './gmail.ts';
import { jsonld } from './jsonld.ts';
import { linkedin } from './linkedin.ts';
import { outlook } from './outlook.ts';
import { roundcube } from './roundcube.ts';
import type { SiteAdapter } from './types.ts';

// A new site is a file beside this one, a line here and a fixture under tests/sites. Each list is a content script of its
// own (entrypoints/reader-*.ts), so that no page carries the readers of pages that it can never be.

/** Mail on hosts that Kith knows by address; the manifest asks for these. */
export const MAIL_SITES = [gmail, outlook] as const satisfies readonly SiteAdapter[];

/** Networks on hosts that Kith knows by address; the manifest asks for these too. */
export const NETWORK_SITES = [linkedin] as const satisfies readonly SiteAdapter[];

/** What may run on any host that the user turned on. The order matters: the first that recognises a page reads it. */
export const CHOSEN_SITES = [roundcube, jsonld] as const satisfies readonly SiteAdapter[];
