/** The extension API inside `worker.evaluate` and `panel.evaluate`. */
declare const chrome: typeof import('@wxt-dev/browser').browser;
