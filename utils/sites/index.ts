import { fastmail } from './fastmail.ts';
import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { jsonld } from './jsonld.ts';
import { linkedin } from './linkedin.ts';
import { netease } from './netease.ts';
import { nextcloud } from './nextcloud.ts';
import { proton } from './proton.ts';
import { qq } from './qq.ts';
import { roundcube } from './roundcube.ts';
import { sogo } from './sogo.ts';
import type { SiteAdapter } from './types.ts';
import { yahoo } from './yahoo.ts';

/** Every site Kith reads, the generic reader last. A new site is a file beside this one, a line here and a fixture under tests/sites. */
export const SITES = [
  gmail,
  linkedin,
  roundcube,
  sogo,
  yahoo,
  proton,
  fastmail,
  netease,
  nextcloud,
  qq,
  jsonld,
  generic,
] as const satisfies readonly SiteAdapter[];
