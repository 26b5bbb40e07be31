import { browser } from 'wxt/browser';
import type { PageMessage, TabMessage } from './messaging/protocol.ts';
import { matchesUrl } from './sites/match.ts';
import type { SiteAdapter } from './sites/types.ts';
import { insist } from './sites/watching/insist.ts';
import { observePage } from './sites/watching/observe.ts';
import { addressOf } from './sites/watching/page-of.ts';
import { randomKey } from './sites/watching/random.ts';
import { watchSending } from './sites/watching/sending.ts';
import type { Strangers } from './sites/watching/strangers.ts';

// The reader of this frame, in the extension's own world, where the page cannot see it.
const world = globalThis as { kithReader?: AbortController };

// The content scripts are WXT's unlisted scripts, which utils/manifest.ts and utils/access.ts put into pages: its wrapper
// for content scripts announces itself to the page by events and postMessage, and Kith leaves no trace there.

/** Reads this frame and tells the extension what is seen; `strangers` are for hosts that are not known. Never throws into the page. */
export function startReader(sites: readonly SiteAdapter[], strangers?: Strangers): void {
  // Injected again, after an update or when a site was turned off and on: the newer one stays.
  world.kithReader?.abort();
  const stopped = new AbortController();
  world.kithReader = stopped;
  // Compiling the script took the page long enough: what it does comes in a turn of its own.
  setTimeout(() => stopped.signal.aborted || read(sites, strangers, stopped));
}

function read(
  sites: readonly SiteAdapter[],
  strangers: Strangers | undefined,
  stopped: AbortController,
): void {
  const life = stopped.signal;
  const documentKey = randomKey();

  // Answers whether the background has taken it.
  const send = async (message: PageMessage): Promise<unknown> => {
    // After an update or removal of the extension this script is an orphan: nobody listens any more.
    if (browser.runtime?.id === undefined) return stopped.abort();
    // No receiver is no error: the background may be starting, and it asks again when a panel opens.
    return browser.runtime.sendMessage(message).catch(() => {});
  };
  // Of what is seen, only the last counts.
  let words = 0;

  watchSending({
    window: window as Window & typeof globalThis,
    sites,
    strangers,
    report: (sent) =>
      void insist(
        () => send({ type: 'sent', documentKey, url: addressOf(window), ...sent }),
        () => false,
      ),
    signal: life,
  });

  const sayAgain = observePage({
    window: window as Window & typeof globalThis,
    sites,
    strangers,
    report: (reading) => {
      const mine = ++words;
      const seen = {
        documentKey,
        url: addressOf(window),
        title: document.title,
        ...(reading && { reading }),
      };
      void insist(
        () => send({ type: 'seen', ...seen }),
        () => mine !== words || life.aborted,
      );
    },
    signal: life,
  });

  const hear = (message: TabMessage) => {
    if (message.type === 'say-again') sayAgain();
    if (
      message.type === 'stop' &&
      message.patterns.some((pattern) => matchesUrl(pattern, new URL(addressOf(window))))
    ) {
      void send({ type: 'gone', documentKey });
      stopped.abort();
    }
  };
  browser.runtime.onMessage.addListener(hear);
  life.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(hear));
  const leave = () => {
    words++;
    void send({ type: 'gone', documentKey });
  };
  addEventListener('pagehide', leave, { signal: life });
  addEventListener('pageshow', (event) => event.persisted && sayAgain(), { signal: life });
}
