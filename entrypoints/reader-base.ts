import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { share } from '../utils/last-resort.ts';
import { SHARED } from '../utils/sites/shared.ts';

// For one look that the user asks for, on a page whose own reader is not reader-chosen.js: what reader-generic.js takes from there.
export default defineUnlistedScript(() => share(SHARED));
