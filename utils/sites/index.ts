import { fastmail } from './fastmail.ts';
import { gmail } from './gmail.ts';
import { linkedin } from './linkedin.ts';
import { mailru } from './mailru.ts';
import { netease } from './netease.ts';
import { nextcloud } from './nextcloud.ts';
import { outlook } from './outlook.ts';
import { proton } from './proton.ts';
import { qq } from './qq.ts';
import { roundcube } from './roundcube.ts';
import { sogo } from './sogo.ts';
import type { SiteAdapter } from './types.ts';
import { yahoo } from './yahoo.ts';
import { zimbra } from './zimbra.ts';
import { zoho } from './zoho.ts';

// A new site is a file beside this one, a line here and a fixture under tests/sites. Each list is a content script of its
// own (entrypoints/reader-*.ts), so that no page carries the readers of pages that it can never be.

/** Mail on hosts that Kith knows by address; the manifest asks for these. */
export const MAIL_SITES = [gmail, outlook] as const satisfies readonly SiteAdapter[];

/** Networks on hosts that Kith knows by address; the manifest asks for these too. */
export const NETWORK_SITES = [linkedin] as const satisfies readonly SiteAdapter[];

/** What may run on any host that the user turned on: whose sign stands first on a page reads it. */
export const CHOSEN_SITES = [
  roundcube,
  sogo,
  yahoo,
  proton,
  fastmail,
  netease,
  qq,
  nextcloud,
  zoho,
  mailru,
  zimbra,
] as const satisfies readonly SiteAdapter[];
