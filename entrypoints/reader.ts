import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReader } from '../utils/reader.ts';
import { KNOWN } from '../utils/sites/known.ts';

// The content script of the sites in the manifest. An unlisted script, because WXT's wrapper for content scripts announces itself to the page by
// events and postMessage, and Kith leaves no trace there; utils/manifest.ts lists it.
export default defineUnlistedScript(() => startReader(KNOWN));
