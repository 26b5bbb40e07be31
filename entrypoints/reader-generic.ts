import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lend } from '../utils/last-resort.ts';
import { LAST_RESORT } from '../utils/sites/index.ts';

// Put into a frame of a site that the user turned on when reader-chosen.js, which is there already, knows no better.
export default defineUnlistedScript(() => lend(LAST_RESORT));
