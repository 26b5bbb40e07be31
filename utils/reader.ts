import { browser } from 'wxt/browser';
import type { PageMessage, TabMessage } from './messaging/protocol.ts';
import { matchesUrl } from './sites/match.ts';
import { addressOf, observePage, type Surroundings } from './sites/observe.ts';
import { randomKey } from './sites/random.ts';
import { watchSending } from './sites/sending.ts';
import type { SiteAdapter } from './sites/types.ts';

// The reader of this frame, in the extension's own world, where the page cannot see it.
const world = globalThis as { kithReader?: AbortController };

// The content scripts are WXT's unlisted scripts, which utils/manifest.ts and utils/access.ts put into pages: its wrapper
// for content scripts announces itself to the page by events and postMessage, and Kith leaves no trace there.

/** Reads this frame and tells the extension what is seen. Never throws into the page. */
export function startReader(sites: readonly SiteAdapter[], lastResort?: Surroundings['lastResort']): void {
  // Injected again, after an update or when a site was turned off and on: the newer one stays.
  world.kithReader?.abort();
  const stopped = new AbortController();
  world.kithReader = stopped;
  const life = stopped.signal;
  const documentKey = randomKey();

  const send = (message: PageMessage) => {
    // After an update or removal of the extension this script is an orphan: nobody listens any more.
    if (browser.runtime?.id === undefined) return stopped.abort();
    // No receiver is no error: the background may be starting, and it asks again when a panel opens.
    browser.runtime.sendMessage(message).catch(() => {});
  };

  watchSending({
    window: window as Window & typeof globalThis,
    sites,
    report: (sent) => send({ type: 'sent', documentKey, url: addressOf(window), ...sent }),
    signal: life,
  });

  const sayAgain = observePage({
    window: window as Window & typeof globalThis,
    sites,
    ...(lastResort && { lastResort }),
    report: (reading) =>
      send({
        type: 'seen',
        documentKey,
        url: addressOf(window),
        title: document.title,
        ...(reading && { reading }),
      }),
    signal: life,
  });

  const hear = (message: TabMessage) => {
    if (message.type === 'say-again') sayAgain();
    if (
      message.type === 'stop' &&
      message.patterns.some((pattern) => matchesUrl(pattern, new URL(addressOf(window))))
    ) {
      send({ type: 'gone', documentKey });
      stopped.abort();
    }
  };
  browser.runtime.onMessage.addListener(hear);
  life.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(hear));
  addEventListener('pagehide', () => send({ type: 'gone', documentKey }), { signal: life });
  addEventListener('pageshow', (event) => event.persisted && sayAgain(), { signal: life });
}
