// The walk's hands and eyes in Firefox. The sidebar is no tab, so BiDi can't reach into it; a page of the extension in a
// second window can, by extension.getViews, and leaves the first window's tab alone.
import { writeFile } from 'node:fs/promises';
import { launchFirefox } from '../lib/firefox.mjs';
import { readRows } from './rows.mjs';

const WAIT_MS = 10_000;

/** Starts Firefox with the extension in a folder and the mailbox in its first tab. See walk.mjs for what it offers. */
export async function openFirefox({ origin, folder, addonId, headless, lang }) {
  const prefs = { 'intl.accept_languages': lang, 'intl.locale.requested': lang };
  const firefox = await launchFirefox({
    bin: process.env['FIREFOX'],
    extensionDir: folder,
    addonId,
    headless,
    prefs,
  });
  const { send, evaluate, uuid } = firefox;
  const [tab] = (await send('browsingContext.getTree')).contexts;
  const go = (url) => send('browsingContext.navigate', { context: tab.context, url, wait: 'complete' });
  await go(origin);
  const [window] = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })).contexts;
  let inside;

  const hands = (where, sidebar) => {
    const act = (what, role, name, value) =>
      evaluate(where(), handle, { sidebar, what, role, name, value, origin, wait: WAIT_MS });
    return {
      click: (role, name) => act('click', role, name),
      fill: (role, name, text) => act('fill', role, name, text),
      choose: (role, name, value) => act('choose', role, name, value),
      text: () => act('text'),
    };
  };
  return {
    name: await evaluate(tab.context, () => navigator.userAgent.replace(/.*(Firefox)\/([\d.]+).*/, '$1 $2')),
    closed: firefox.closed,
    close: firefox.close,
    visit: (address) => go(origin + address),
    mailbox: hands(() => tab.context, false),
    panel: hands(() => inside, true),
    async openPanel() {
      await evaluate(window.context, stopBackground, addonId);
      await evaluate(window.context, clickToolbarIcon, addonId, WAIT_MS);
      inside = (await send('browsingContext.create', { type: 'window', background: true })).context;
      await send('browsingContext.navigate', {
        context: inside,
        url: `moz-extension://${uuid}/sidepanel.html`,
        wait: 'none',
      });
      await evaluate(inside, () => document.readyState);
    },
    seen: () => evaluate(inside, async () => Object.values(await browser.storage.session.get(null))),
    rows: (table) => evaluate(inside, readRows, table),
    async picture(file) {
      const image = await evaluate(window.context, drawWindow);
      await writeFile(file, Buffer.from(image.split(',')[1], 'base64'));
    },
  };
}

// Runs in the browser's own window. The sidebar opens in the window that is in front when the background has woken up: a
// second window must not come before that.
async function clickToolbarIcon(addonId, wait) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(addonId);
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  document.getElementById('sidebar-box').style.width = '360px';
  for (const until = Date.now() + wait; !window.SidebarController.isOpen; ) {
    if (Date.now() > until) throw new Error('the toolbar icon was clicked, and no sidebar opened');
    await new Promise((resolve) => window.setTimeout(resolve, 20));
  }
}

// Runs in the browser's own window: it sleeps, as half a minute after a page is loaded; a click must wake it.
function stopBackground(addonId) {
  return WebExtensionPolicy.getByID(addonId).extension.terminateBackground();
}

// Runs in the browser's own window: a picture of all of it, the sidebar and the page included.
async function drawWindow() {
  const rectangle = new DOMRect(0, 0, window.innerWidth, window.innerHeight);
  const bitmap = await window.browsingContext.currentWindowGlobal.drawSnapshot(rectangle, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png');
}

// Runs in the page, or in the extension's page on the sidebar: finds a control by role and name, as soon as it is there.
async function handle({ sidebar, what, role, name, value, origin, wait }) {
  const view = async () => {
    if (!sidebar) return window;
    const tabs = await browser.tabs.query({});
    const { windowId } = tabs.find(({ url }) => url?.startsWith(origin)) ?? {};
    return browser.extension.getViews({ type: 'sidebar', windowId })[0];
  };
  const tags = {
    button: 'button',
    link: 'a[href]',
    textbox: 'textarea,input:not([type]),input[type=text]',
    combobox: 'select',
    radio: 'input[type=radio]',
  };
  const line = (text) => text.replace(/\s+/g, ' ').trim();
  const nameOf = (element) => {
    const label = element.labels?.[0]?.querySelector('span') ?? element.labels?.[0];
    return line(element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent);
  };
  const until = Date.now() + wait;
  for (;;) {
    const { document, Event } = (await view()) ?? {};
    if (what === 'text') return document ? (document.body?.innerText ?? '') : '(no sidebar is open)';
    const element = [...(document?.querySelectorAll(tags[role]) ?? [])].find((one) => nameOf(one) === name);
    if (element && !element.disabled) {
      if (what === 'click') element.click();
      if (what === 'fill') {
        element.focus();
        element.value = value;
        element.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (what === 'choose') {
        element.value = value;
        element.dispatchEvent(new Event('change', { bubbles: true }));
      }
      return undefined;
    }
    if (Date.now() > until)
      throw new Error(`no ${role} "${name}" in: ${line(document?.body.innerText ?? '').slice(0, 600)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
