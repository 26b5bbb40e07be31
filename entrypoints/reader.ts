import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReader } from '../utils/reader.ts';

// The content script. An unlisted script, because WXT's wrapper for content scripts announces itself to the page by
// events and postMessage, and Kith leaves no trace there; utils/manifest.ts lists it.
export default defineUnlistedScript(() => startReader());
