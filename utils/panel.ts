/** The two browsers' APIs for their panel, which the polyfill's types do not know. */
declare const chrome: { readonly sidePanel: { open(options: { windowId: number }): Promise<void> } };
declare const browser: { readonly sidebarAction: { open(): Promise<void> } };

/** What both browsers tell of the tab whose toolbar icon was clicked. */
interface ClickedTab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
}

/**
 * Opens the panel beside a tab. Must be called synchronously from the user's gesture. A click on the icon goes through
 * here rather than through the browser's own "open on click", because only a click that reaches the extension lets it
 * see the address of a page that it may not read yet.
 */
export function openPanel(tab: ClickedTab): void {
  if (import.meta.env.FIREFOX) void browser.sidebarAction.open();
  else if (tab.windowId !== undefined) void chrome.sidePanel.open({ windowId: tab.windowId });
}
