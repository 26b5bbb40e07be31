/* What runs in the panel before all that measures there: `painted` and `when`. */
export function watchPainting() {
  /** Resolves in the first task after the animation frame that comes next. */
  window.painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(undefined);
      });
    });
  /** Resolves as soon as the panel fulfils `test`; rejects with what it shows after `timeout` ms. */
  window.when = (test, timeout) =>
    new Promise((resolve, reject) => {
      if (test()) return resolve();
      const timer = setTimeout(() => {
        observer.disconnect();
        reject(new Error(`the panel did not follow: ${document.body.innerText.slice(0, 300)}`));
      }, timeout);
      const observer = new MutationObserver(() => {
        if (!test()) return;
        observer.disconnect();
        clearTimeout(timer);
        resolve();
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
}
