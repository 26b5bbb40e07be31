import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReader } from '../utils/reader.ts';
import { OTHERS } from '../utils/sites/others.ts';

// The content script of the sites that a user turns on (utils/access.ts registers it): no page carries the readers of
// sites that it can't be.
export default defineUnlistedScript(() => startReader(OTHERS));
