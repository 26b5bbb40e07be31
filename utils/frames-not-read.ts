import { browser } from 'wxt/browser';
import { mayRead, patternFor } from './access.ts';

/** The sites, as match patterns, of the large frames on a tab's page that Kith may not read. Rejects where the page itself may not be read. */
export async function framesNotRead(tabId: number): Promise<readonly string[]> {
  const looks = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    // Runs in the frames by itself. What is small or hidden (advertisements, counters) is no message.
    func: () =>
      [...document.querySelectorAll<HTMLIFrameElement>('iframe[src], frame[src]')].flatMap((frame) => {
        const { width, height } = frame.getBoundingClientRect();
        return width * height > (innerWidth * innerHeight) / 5 && frame.checkVisibility() ? [frame.src] : [];
      }),
  });
  const addresses = looks.flatMap(({ result }) => (Array.isArray(result) ? result.map(String) : []));
  const unread = await Promise.all(
    addresses.map(async (url) => ((await mayRead(url)) ? undefined : patternFor(url))),
  );
  return [...new Set(unread.flatMap((pattern) => pattern ?? []))];
}
