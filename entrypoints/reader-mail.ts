import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReader } from '../utils/reader.ts';
import { MAIL_SITES } from '../utils/sites/index.ts';

// A content script; see utils/reader.ts for why it is an unlisted one.
export default defineUnlistedScript(() => startReader(MAIL_SITES));
