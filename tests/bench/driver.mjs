// A page that changes when it is told to, and what it and its twin without the extension spend meanwhile.
import { median } from './figures.mjs';

/** How large the pages are, in elements, and how many changes a burst is. */
export const ELEMENTS = 20_000;
export const MUTATIONS = 400;

/** How many nodes a change of an ordinary page brings: as many as each of a restless page. */
export const NODES = 40;

/**
 * What is measured of a page that changes and then rests, outside and inside of its view's root: a change brings some nodes, takes
 * as many away, and changes the class and the text of as many others; a burst does much more at once.
 */
export const CHANGES = ['change', 'burst'].flatMap((kind) =>
  ['outside', 'inside'].map((place) => ({
    kind: `${kind}-${place}`,
    words: `${kind} ${place}`,
    place,
    count: kind === 'change' ? 4 * NODES : MUTATIONS,
  })),
);

/** After a burst: longer than a page must be quiet before it is read, on a busy machine too (ms). */
export const SETTLE_MS = 110;

/** The same page where the extension has no business: what the page itself spends. */
export const twinOf = ({ id }) => `https://${id}.example.net/`;

/** Opens a page with a driver that changes it (`window.bench`). Answers the page and a session that counts its work. */
export async function openDriven(context, url) {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(installDriver);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}

/** The same burst in a page and its twin; `what` is the driver's. Waits until Kith has settled. */
export async function burstBoth(own, twin, what) {
  await Promise.all([
    own.page.evaluate((it) => window.bench.burst(it), what),
    twin.page.evaluate((it) => window.bench.burst(it), { ...what, label: 'alone:0' }),
  ]);
  await own.page.waitForTimeout(SETTLE_MS);
}

/** The same page at a new address: it is recognised and read anew, whatever changed before. Waits until Kith has settled. */
export async function move({ page }, what) {
  await page.evaluate((it) => window.bench.move(it), what);
  await page.waitForTimeout(SETTLE_MS);
}

/** Whether two addresses have the same host. */
export function sameHost(a, b) {
  return new URL(a).host === new URL(b).host;
}

/** The work of a page's thread so far, in ms of processor time. */
export async function busy({ session }) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** The heap of a page in MiB, after garbage was collected. */
export async function heap({ session }) {
  const sizes = [];
  for (let time = 0; time < 3; time += 1) {
    await session.send('HeapProfiler.collectGarbage');
    sizes.push((await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20);
  }
  return median(sizes);
}

/** Waits until the content scripts of what was turned on are there. Throws after 5 s. */
export async function registered(worker) {
  for (let time = 0; time < 100; time += 1) {
    if ((await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the content script was not registered');
}

/** A page that was not read right gives no figures. */
export async function expectRead(worker, { url, reads }) {
  const kept = Object.values(await worker.evaluate(() => chrome.storage.session.get(null)));
  const frame = kept.find((one) => one.url && sameHost(one.url, url));
  const first = frame?.reading?.sightings[0]?.handles[0]?.value;
  if (!frame || first !== reads) throw new Error(`${url} was read as ${first}, not as ${reads}`);
}

/* What runs in the page. */
function installDriver() {
  const made = { outside: [], inside: [] };
  const place = (id) => document.getElementById(id);
  const add = (id, count) => {
    const fragment = document.createDocumentFragment();
    // A table's body takes rows.
    const parent = place(id);
    for (let index = 0; index < count; index += 1) {
      const node = document.createElement(parent.localName === 'tbody' ? 'tr' : 'div');
      node.textContent = `news ${index}`;
      made[id].push(node);
      fragment.append(node);
    }
    // Each in its own change.
    for (const node of [...fragment.childNodes]) parent.append(node);
  };
  const clear = (id) => {
    for (const node of made[id].splice(0)) node.remove();
  };
  window.bench = {
    burst({ label, place: id, count, index }) {
      performance.mark(`bench:${label}`);
      clear(id);
      add(id, count / 4);
      const old = place(id).querySelectorAll('span, b, td');
      for (let at = 0; at < count / 4; at += 1) {
        const element = old[at % old.length];
        element.classList.toggle(`changed${at >= old.length ? at : ''}`);
        const text = old[(at + 7) % old.length].firstChild;
        if (text?.nodeType === Node.TEXT_NODE) text.data = `${text.data.split(' #')[0]} #${index}`;
        else element.setAttribute('aria-label', `${index}.${at}`);
      }
    },
    move({ label, index }) {
      performance.mark(`bench:${label}`);
      const url = new URL(location.href);
      url.searchParams.set('turn', index);
      history.replaceState(null, '', url);
    },
    restless({ label, place: id, ms, every, nodes, leadMs }) {
      setTimeout(() => performance.mark(`bench:${label}`), leadMs);
      return new Promise((resolve) => {
        const end = performance.now() + leadMs + ms;
        const timer = setInterval(() => {
          clear(id);
          add(id, nodes);
          if (performance.now() < end) return;
          clearInterval(timer);
          setTimeout(resolve, 300);
        }, every);
      });
    },
  };
}
