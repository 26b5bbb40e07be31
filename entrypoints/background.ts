import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { readOpenTabs, registerReader, stopReading } from '../utils/access.ts';
import { captureFromPage, captureOpenTabs } from '../utils/capturing/capturing.ts';
import { type Gesture, logShown, noteSelection } from '../utils/capturing/gesture.ts';
import { keepSent } from '../utils/capturing/kept-sent.ts';
import { MENUS } from '../utils/capturing/menus.ts';
import { forgetRefused } from '../utils/capturing/refused.ts';
import { LOG_COMMAND } from '../utils/commands.ts';
import { openDatabase } from '../utils/db/database.ts';
import { ownHandles } from '../utils/db/own.ts';
import { preference } from '../utils/db/preferences.ts';
import { bring } from '../utils/last-resort.ts';
import { countUnread, forgetTab, keepFrame } from '../utils/messaging/frames.ts';
import { hear } from '../utils/messaging/hear.ts';
import { ensureAlarms } from '../utils/nudging/alarms.ts';
import { flashBadge, watchBadge } from '../utils/nudging/badge.ts';
import { buttonClicked, notificationClicked } from '../utils/nudging/notifications.ts';
import { tick } from '../utils/nudging/tick.ts';
import { openPanel } from '../utils/panel.ts';
import { settleIn } from '../utils/settle.ts';

export default defineBackground({
  // Every listener is registered before anything is awaited: a worker that was woken by an event must not miss it.
  main() {
    const refusals = new Set<string>();
    const db = openDatabase();
    browser.runtime.onMessage.addListener((message: unknown, sender) => {
      const heard = hear(message, sender, browser.runtime.id);
      // Answering is what tells the page that the script is there.
      if (heard === undefined) return bring(message, sender, () => ownHandles(db));
      if (!('refused' in heard)) {
        void countUnread(heard);
        const kept = Promise.allSettled([keepFrame(heard), keepSent(heard)]);
        // The page says it again until it hears that all of it was done.
        return kept.then(() => captureFromPage(db, heard)).then(() => true);
      } else if (!refusals.has(heard.refused)) {
        refusals.add(heard.refused);
        console.warn(`Kith dropped ${heard.refused}.`);
      }
      return Promise.resolve(true);
    });
    browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
    browser.tabs.onRemoved.addListener((tabId) => void forgetRefused(tabId));
    browser.action.onClicked.addListener((tab) => {
      openPanel(tab);
      // An open panel looks again: the click lets it see this tab's address.
      void browser.storage.session.set({ clicked: Date.now() });
    });
    browser.permissions.onAdded.addListener(({ origins = [] }) => {
      void registerReader();
      void readOpenTabs(origins);
    });
    browser.permissions.onRemoved.addListener(({ origins = [] }) => {
      void registerReader();
      void stopReading(origins);
    });
    // Listened to so that the worker starts then.
    browser.runtime.onStartup.addListener(() => void settleIn());
    browser.runtime.onInstalled.addListener(() => void settleIn());

    browser.alarms.onAlarm.addListener(() => void tick(db));
    browser.runtime.onStartup.addListener(() => void tick(db));
    browser.runtime.onInstalled.addListener(() => void tick(db));
    browser.notifications.onClicked.addListener((id) => void notificationClicked(db, id));
    // Firefox has no buttons.
    browser.notifications.onButtonClicked?.addListener(
      (id, button) => void buttonClicked(db, id, button, Date.now()),
    );
    const flash = (gesture: Promise<Gesture>) => void gesture.then((outcome) => flashBadge(db, outcome));
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === LOG_COMMAND && tab?.id !== undefined) flash(logShown(db, tab.id));
    });
    browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
      if (tab?.id === undefined) return;
      if (menuItemId === MENUS.log) flash(logShown(db, tab.id));
      if (menuItemId !== MENUS.note) return;
      openPanel(tab);
      flash(noteSelection(db, tab.id, { text: selectionText, title: tab.title, url: tab.url }));
    });
    void settleIn();
    // The browser may drop alarms, and a worker may have ended before it made them.
    void preference(db, 'nudges')
      .then((preferences) => ensureAlarms(Date.now(), preferences))
      .catch(() => {});
    watchBadge(db);
    void captureOpenTabs(db);
  },
});
