import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession } from '@playwright/test';
import { browserSession, builtCopy, launchBare } from './browser.ts';
import { newFolder } from './profile.ts';

interface Running {
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
}

/**
 * The browsers of one worker, one for each language. Tests share them, as a start costs more than many a test: each has Kith
 * installed anew, with an id and so with storage of its own, and the pages of the one before are closed.
 */
export class SharedBrowsers {
  readonly #running = new Map<string, Running>();

  /** The browser in this language; installing Kith there answers its id. */
  async in(lang: string) {
    const running = this.#running.get(lang) ?? (await this.#start(lang));
    return {
      context: running.context,
      async install(turnedOn: readonly string[]): Promise<string> {
        const path = await builtCopy(await newFolder('extension'), turnedOn);
        return (await send<{ id: string }>(running.cdp, 'Extensions.loadUnpacked', { path })).id;
      },
      // One that no longer takes commands, as can happen where a worker was killed while it started, serves no other test.
      remove: async (id: string): Promise<void> => {
        const cleared = clear(running, id).then(() => true);
        if (await Promise.race([cleared, sleep(3000, false)]).catch(() => false)) return;
        this.#running.delete(lang);
        await running.context.close();
      },
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ context }) => context.close()));
  }

  async #start(lang: string): Promise<Running> {
    const context = await launchBare(await newFolder('profile'), lang);
    const running = { context, cdp: await browserSession(context) };
    this.#running.set(lang, running);
    return running;
  }
}

/** Takes Kith off, and closes every page but the first. */
async function clear({ context, cdp }: Running, id: string): Promise<void> {
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await send(cdp, 'Extensions.uninstall', { id });
  await context.clearPermissions();
  const [, ...pages] = context.pages();
  await Promise.all(pages.map((page) => page.close()));
}

// The protocol’s types do not know the extensions’ domain.
async function send<T>(cdp: CDPSession, method: string, params: object): Promise<T> {
  return (await cdp.send(method as never, params as never)) as T;
}
