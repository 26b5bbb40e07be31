import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lend } from '../utils/last-resort.ts';
import { everybody } from '../utils/sites/generic/everybody.ts';
import { LAST_RESORT, LENT_SITES } from '../utils/sites/lent.ts';
import { pageOf } from '../utils/sites/watching/page-of.ts';

// Put into a frame of a site that the user turned on when reader-chosen.js, which is there already, knows no better, or for one look that the
// user asks for (components/screens/NotRead.tsx).
export default defineUnlistedScript(() =>
  lend({ adapter: LAST_RESORT, sites: LENT_SITES }, () => everybody(pageOf(window), LAST_RESORT)),
);
