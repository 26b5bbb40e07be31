import { browser } from 'wxt/browser';

import type { TabMessage } from './messaging/protocol.ts';

/** The content script of the sites that the user turns on, see utils/sites/index.ts. */
const READER = 'reader-chosen.js' as const;

const SCRIPT_ID = 'reader-on-chosen-sites';

/** The match pattern that covers a page's whole origin; patterns have no port. Nothing for pages that can't be read. */
export function patternFor(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? `${parsed.protocol}//${parsed.hostname}/*` : undefined;
}

/** The patterns of the sites Kith knows by address; read from the manifest, so that no page carries the readers. */
export function knownSites(): readonly string[] {
  return readers().flatMap(({ matches = [] }) => matches);
}

function readers() {
  return browser.runtime.getManifest().content_scripts ?? [];
}

/** Whether Kith may read this page. */
export async function mayRead(url: string): Promise<boolean> {
  const pattern = patternFor(url);
  return pattern !== undefined && browser.permissions.contains({ origins: [pattern] });
}

/** The patterns the user turned on beyond the sites Kith knows by address. */
export async function chosenSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => !knownSites().includes(pattern));
}

/**
 * Asks the user for access to a site and reads it from now on, the open tab included. Must be called straight from a
 * click. Returns whether the user agreed.
 */
export async function turnOn(pattern: string, tabId?: number): Promise<boolean> {
  // The background registers the reader when it hears of the permission; only this tab is already open.
  if (!(await browser.permissions.request({ origins: [pattern] }))) return false;
  const known = readers().find(({ matches = [] }) => matches.includes(pattern))?.js?.[0];
  if (tabId !== undefined) await readNow(tabId, known);
  return true;
}

/** Gives access to a site back; the background then stops the readers that are open. */
export async function turnOff(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** Tells every reader on these sites to stop, whoever took the permission back: the panel or the browser's settings. */
export async function stopReading(patterns: readonly string[]): Promise<void> {
  await tellPages({ type: 'stop', patterns });
}

/** Says something to the readers of all tabs. Most tabs have none, which is no error. */
export async function tellPages(message: TabMessage): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(async ({ id }) => id !== undefined && browser.tabs.sendMessage(id, message)),
  );
}

let registering: Promise<void> = Promise.resolve();

/**
 * Makes the registered content script fit the sites that are turned on. Safe to call at any time, but only from the
 * background: calls wait for each other here, and nowhere else.
 */
export function registerReader(): Promise<void> {
  registering = registering.catch(() => {}).then(register);
  return registering;
}

async function register(): Promise<void> {
  const matches = (await chosenSites()).filter((pattern) => /^(https?|\*):\/\//.test(pattern));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [READER],
    matches,
    excludeMatches: [...knownSites()],
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle',
    persistAcrossSessions: true,
  } as const;
  const scripts = [script] as unknown as Parameters<typeof browser.scripting.registerContentScripts>[0]; // the polyfill's types lack matchOriginAsFallback
  if (registered.length > 0) await browser.scripting.updateContentScripts(scripts);
  else await browser.scripting.registerContentScripts(scripts);
}

/** Starts reading a tab that was open before Kith could read it. Tabs that can't be read are left alone. */
export async function readNow(tabId: number, reader: string = READER): Promise<void> {
  try {
    const file = `/${reader}` as '/reader-chosen.js'; // or another that the manifest names
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [file] });
  } catch {
    // A page of the browser's own, a tab that just closed: there is nothing to read.
  }
}

/**
 * Starts reading every open tab of the known and chosen sites, or of those among them that were just allowed: after installing, and
 * when the browser gives access back, no page needs a reload.
 */
export async function readOpenTabs(allowed?: readonly string[]): Promise<void> {
  const groups = [
    ...readers().map(({ matches = [], js: [reader = READER] = [] }) => ({ sites: matches, reader })),
    { sites: await chosenSites(), reader: READER },
  ];
  for (const { sites, reader } of groups) {
    const url = sites.filter((site) => allowed?.includes(site) ?? true);
    const tabs = url.length === 0 ? [] : await browser.tabs.query({ url });
    await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : readNow(id, reader))));
  }
}
