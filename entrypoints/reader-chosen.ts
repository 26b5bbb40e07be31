import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { borrow } from '../utils/last-resort.ts';
import { startReader } from '../utils/reader.ts';
import { CHOSEN_SITES } from '../utils/sites/index.ts';
import { newStrangers } from '../utils/sites/strangers.ts';

// A content script; see utils/reader.ts for why it is an unlisted one.
export default defineUnlistedScript(() => startReader(CHOSEN_SITES, newStrangers(CHOSEN_SITES, borrow)));
