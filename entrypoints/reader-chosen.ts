import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { borrow, share } from '../utils/last-resort.ts';
import { startReader } from '../utils/reader.ts';
import { CHOSEN_SITES } from '../utils/sites/index.ts';
import { SHARED } from '../utils/sites/shared.ts';
import type { SiteAdapter } from '../utils/sites/types.ts';
import { newStrangers } from '../utils/sites/watching/strangers.ts';

// A content script; see utils/reader.ts for why it is an unlisted one.
export default defineUnlistedScript(() => {
  share(SHARED);
  const sites: SiteAdapter[] = [...CHOSEN_SITES];
  startReader(sites, newStrangers(sites, borrow));
});
