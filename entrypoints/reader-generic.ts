import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lend } from '../utils/last-resort.ts';
import { everybody } from '../utils/sites/generic/everybody.ts';
import { LAST_RESORT } from '../utils/sites/index.ts';
import { pageOf } from '../utils/sites/observe.ts';

// Put into a frame of a site that the user turned on when reader-chosen.js, which is there already, knows no better, or for one look that the
// user asks for (components/screens/NotRead.tsx).
export default defineUnlistedScript(() => lend(LAST_RESORT, () => everybody(pageOf(window), LAST_RESORT)));
