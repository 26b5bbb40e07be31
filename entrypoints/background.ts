import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { readOpenTabs, registerReader, stopReading } from '../utils/access.ts';
import { bring } from '../utils/last-resort.ts';
import { countUnread, forgetTab, keepFrame } from '../utils/messaging/frames.ts';
import { fromPage } from '../utils/messaging/validate.ts';
import { openPanel } from '../utils/panel.ts';

export default defineBackground({
  type: 'module',
  // Every listener is registered before anything is awaited: a worker that was woken by an event must not miss it.
  main() {
    const refusals = new Set<string>();
    browser.runtime.onMessage.addListener((message: unknown, sender) => {
      const checked = fromPage(message, sender, browser.runtime.id);
      // Answering is what tells the page that the script is there.
      if (checked === undefined) return bring(message, sender);
      if (!('refused' in checked)) {
        void keepFrame(checked);
        void countUnread(checked);
      } else if (!refusals.has(checked.refused)) {
        refusals.add(checked.refused);
        console.warn(`Kith dropped ${checked.refused}.`);
      }
      return undefined;
    });
    browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
    browser.action.onClicked.addListener((tab) => {
      openPanel(tab);
      // An open panel looks again: the click lets it see this tab's address.
      void browser.storage.session.set({ clicked: Date.now() });
    });
    browser.permissions.onAdded.addListener(() => void registerReader());
    browser.permissions.onRemoved.addListener(({ origins = [] }) => {
      void registerReader();
      void stopReading(origins);
    });
    browser.runtime.onStartup.addListener(() => void registerReader());
    browser.runtime.onInstalled.addListener(() => void registerReader().then(readOpenTabs));
  },
});
