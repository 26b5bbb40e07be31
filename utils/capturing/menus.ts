import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** The menu entries: logging from the icon's menu, a note from selected text. */
export const MENUS = { log: 'log-page', note: 'note-selection' } as const;

/** Creates the menu entries anew; called when Kith was installed or updated, as the browser keeps them. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENUS.log, title: i18n.t('menuLog'), contexts: ['action'] });
  browser.contextMenus.create({ id: MENUS.note, title: i18n.t('menuNote'), contexts: ['selection'] });
}
