import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { browserSession } from './browser.ts';

/** What a page at an address is: an HTML text, or a file under tests/. */
export type Pages = Record<string, string>;

/** Kith in a browser. */
export interface Kith {
  readonly id: string;
  readonly context: BrowserContext;
  /** Every http(s) request that no `serve` answers, the service worker's included: must stay empty. */
  readonly leaked: string[];
  /** Answers requests for an address (without its query and fragment) from now on. */
  serve(pages: Pages): void;
  /** Opens an address in a new tab. */
  visit(url: string): Promise<Page>;
  /** Clicks the toolbar icon beside a page, which opens the real side panel. */
  openPanel(page: Page): Promise<Page>;
  worker(): Promise<Worker>;
  /** Kills the service worker; the next event wakes it. */
  stopWorker(): Promise<void>;
}

/** Drives Kith in a launched browser: the only extension there, or the one that `install` adds, answering its id. */
export async function kithIn(context: BrowserContext, install?: () => Promise<string>): Promise<Kith> {
  const leaked: string[] = [];
  const served: Pages = {};
  await context.route(/^https?:/, async (route) => {
    const url = new URL(route.request().url());
    const page = served[`${url.origin}${url.pathname}`];
    if (page !== undefined) {
      const body = page.startsWith('<') ? page : await readFile(path.resolve('tests', page), 'utf8');
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    }
    if (url.hostname === '127.0.0.1') return route.continue();
    // The pages' own missing pictures are theirs; what an extension asks for has no frame of theirs.
    if (route.request().resourceType() !== 'image') leaked.push(url.href);
    return route.abort();
  });
  const installed = await install?.();
  const isKiths = (worker: Worker) => !installed || new URL(worker.url()).hostname === installed;
  const running = async () =>
    context.serviceWorkers().find(isKiths) ?? context.waitForEvent('serviceworker', { predicate: isKiths });
  const first = await running();
  // A click before the worker listens would be lost.
  await first.evaluate(() => {
    const heard = () => chrome.action.onClicked.hasListeners();
    return new Promise<void>((resolve) => {
      const ask = () => (heard() ? resolve() : setTimeout(ask, 10));
      ask();
    });
  });
  const id = new URL(first.url()).hostname;
  const cdp = await browserSession(context);
  const target = async (type: string, matches: (url: string) => boolean) => {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] } as never);
    return targetInfos.find((info) => info.type === type && matches(info.url));
  };
  const worker = () => target('service_worker', (url) => url.startsWith(`chrome-extension://${id}/`));
  return {
    id,
    context,
    leaked,
    serve: (pages) => void Object.assign(served, pages),
    async visit(url) {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    async openPanel(page) {
      await page.bringToFront();
      const tab = await target('tab', (url) => url === page.url());
      if (!tab) throw new Error(`There is no tab at ${page.url()}.`);
      // On a machine that is very busy the worker can start too late for the click's permission to open a panel.
      for (let tries = 0; tries < 3; tries++) {
        const opened = context
          .waitForEvent('page', { predicate: (one) => one.url().includes('sidepanel.html'), timeout: 8000 })
          .catch(() => undefined);
        await cdp.send('Extensions.triggerAction' as never, { id, targetId: tab.targetId } as never);
        const panel = await opened;
        if (panel) return panel;
      }
      throw new Error('The panel did not open.');
    },
    worker: running,
    async stopWorker() {
      const old = await worker();
      // Woken again at once it is another one. A worker that is just starting does not always hear the first call.
      while (old && (await worker())?.targetId === old.targetId) {
        const closing = cdp.send('Target.closeTarget', { targetId: old.targetId }).catch(() => {});
        await Promise.race([closing, sleep(500)]);
        await sleep(20);
      }
    },
  };
}
