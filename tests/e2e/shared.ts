import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession } from '@playwright/test';
import { browserSession, builtCopy, type Looks, launchBare } from './browser.ts';
import { newFolder } from './profile.ts';

interface Running extends Looks {
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
}

/**
 * The browser of one worker. Tests that want the same language and theme share it, as its start costs more than many a test:
 * each has Kith installed anew, with an id and so with storage of its own, and the pages of the one before are closed.
 */
export class SharedBrowser {
  #running: Running | undefined;

  /** The browser with these looks; installing Kith there answers its id. */
  async with(looks: Looks) {
    const { context, cdp } = await this.#browser(looks);
    return {
      context,
      async install(turnedOn: readonly string[]): Promise<string> {
        const path = await builtCopy(await newFolder('extension'), turnedOn);
        return (await send<{ id: string }>(cdp, 'Extensions.loadUnpacked', { path })).id;
      },
      // One that no longer takes commands, as can happen where a worker was killed while it started, serves no other test.
      remove: async (id: string): Promise<void> => {
        const cleared = this.#clear(id).then(() => true);
        if (!(await Promise.race([cleared, sleep(3000, false)]).catch(() => false))) await this.close();
      },
    };
  }

  async #clear(id: string): Promise<void> {
    if (!this.#running) return;
    const { context, cdp } = this.#running;
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await send(cdp, 'Extensions.uninstall', { id });
    await context.clearPermissions();
    const [, ...pages] = context.pages();
    await Promise.all(pages.map((page) => page.close()));
  }

  async close(): Promise<void> {
    await this.#running?.context.close();
    this.#running = undefined;
  }

  async #browser({ lang, colorScheme }: Looks): Promise<Running> {
    if (this.#running?.lang === lang && this.#running.colorScheme === colorScheme) return this.#running;
    await this.close();
    const context = await launchBare(await newFolder('profile'), { lang, colorScheme });
    this.#running = { lang, colorScheme, context, cdp: await browserSession(context) };
    return this.#running;
  }
}

// The protocol’s types do not know the extensions’ domain.
async function send<T>(cdp: CDPSession, method: string, params: object): Promise<T> {
  return (await cdp.send(method as never, params as never)) as T;
}
