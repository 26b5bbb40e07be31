import { fastmail } from './fastmail.ts';
import { generic } from './generic.ts';
import { jsonld } from './jsonld.ts';
import { netease } from './netease.ts';
import { nextcloud } from './nextcloud.ts';
import { proton } from './proton.ts';
import { qq } from './qq.ts';
import { roundcube } from './roundcube.ts';
import { sogo } from './sogo.ts';
import type { SiteAdapter } from './types.ts';
import { yahoo } from './yahoo.ts';

/** The sites that a user turns on, the generic reader last. A new one is a file beside this one, a line here and a fixture. */
export const OTHERS = [
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
