import { median, row } from './figures.mjs';
import {
  gmailPage,
  linkedinPage,
  ROUNDCUBE_PERSON,
  roundcubePage,
  unknownPage,
  webmailPage,
} from './pages.mjs';
import { costByMark, starts, traced } from './trace.mjs';

const ELEMENTS = 20_000;
const MANY_ELEMENTS = 50_000;
const MUTATIONS = 400;
/** After a burst: longer than a page must be quiet before it is read, on a busy machine too (ms). */
const SETTLE_MS = 110;
const RESTLESS = { every: 100, nodes: 40, leadMs: 3000 };
const MINUTE_MS = 60_000;

const SITES = [
  {
    id: 'gmail',
    what: 'Gmail conversation',
    url: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQhTzKxLmNpWq',
    page: gmailPage,
    reads: 'ruth@example.com',
  },
  {
    id: 'linkedin',
    what: 'LinkedIn profile',
    url: 'https://www.linkedin.com/in/maraquill/',
    page: linkedinPage,
    reads: 'maraquill',
  },
  {
    id: 'roundcube',
    what: 'Roundcube list',
    url: 'https://webmail.example.com/?_task=mail',
    page: roundcubePage,
    reads: ROUNDCUBE_PERSON,
  },
  {
    id: 'webmail',
    what: 'unknown webmail, read',
    url: 'https://post.example.com/',
    page: webmailPage,
    reads: 'ruth@example.com',
  },
  { id: 'unknown', what: 'unknown site, turned on', url: 'https://mail.example.com/', page: unknownPage },
];

/** What the pages of these figures need beside the manifest's own permissions. */
export const TURNED_ON = [
  'https://webmail.example.com/*',
  'https://post.example.com/*',
  'https://mail.example.com/*',
];

// The same page where the extension has no business: what the page itself spends.
const twinOf = ({ id }) => `https://${id}.example.net/`;

/**
 * Cost of the content script on large pages that change, in the built extension. `quick` measures less, to see that it
 * works.
 */
export async function content({ context, cdp, id, worker, quick }) {
  const script = `chrome-extension://${id}/reader-`;
  const bursts = quick ? 3 : 12;
  const restlessMs = quick ? 1500 : 15_000;
  let elements = ELEMENTS;
  await context.route(/^https?:/, (route) => {
    const request = route.request();
    if (!request.isNavigationRequest()) return route.abort();
    const site = SITES.find(({ url, id }) =>
      [url, twinOf({ id })].some((one) => sameHost(one, request.url())),
    );
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: site?.page(elements) ?? '' });
  });
  await registered(await worker());

  const open = async (url) => {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await page.evaluate(installDriver);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return { page, session };
  };

  const front = context.pages()[0] ?? (await context.newPage());
  const pages = [];
  const changes = await traced(cdp, async () => {
    for (const site of SITES) {
      const own = await open(site.url);
      const twin = await open(twinOf(site));
      const count = await own.page.evaluate(() => document.querySelectorAll('*').length);
      // Neither of the two is in front: what is compared is work on the page, without its picture.
      await front.bringToFront();
      await own.page.waitForTimeout(300);
      await expectRead(await worker(), site);
      const spent = {};
      for (const place of ['outside', 'inside']) {
        const before = await busy(twin);
        for (let index = 0; index < bursts; index += 1) {
          // A new address with the same page: it is recognised and read anew, whatever changed before.
          const turn = place === 'outside' ? index : bursts + index;
          await own.page.evaluate((it) => window.bench.move(it), {
            label: `${site.id}:whole:${turn}`,
            index: turn,
          });
          await own.page.waitForTimeout(SETTLE_MS);
          const what = { label: `${site.id}:${place}:${index}`, place, count: MUTATIONS, index };
          await Promise.all([
            own.page.evaluate((it) => window.bench.burst(it), what),
            twin.page.evaluate((it) => window.bench.burst(it), { ...what, label: 'alone:0' }),
          ]);
          await own.page.waitForTimeout(SETTLE_MS);
        }
        const after = await busy(twin);
        spent[place] = (after - before) / bursts;
      }
      pages.push({ site, own, twin, count, spent });
    }
  });
  const cost = costByMark(changes, script);

  const busyHeaps = await heapsOf(pages);
  await closeAll(pages);

  // Pages that were just opened, all at once, each in a process of its own: it is processor time that is counted.
  const fresh = [];
  for (const site of SITES) fresh.push({ site, own: await open(site.url), twin: await open(twinOf(site)) });
  await front.bringToFront();
  await front.waitForTimeout(300);
  const restless = async (place) => {
    const what = { place, ms: restlessMs, ...RESTLESS };
    const events = await traced(cdp, async () => {
      await Promise.all(
        fresh.flatMap(({ site, own, twin }) => [
          own.page.evaluate((it) => window.bench.restless(it), { ...what, label: `${site.id}:restless:0` }),
          twin.page.evaluate((it) => window.bench.restless(it), { ...what, label: 'alone:0' }),
        ]),
      );
    });
    return costByMark(events, script);
  };
  const restlessOutside = await restless('outside');
  const restlessInside = await restless('inside');
  for (const { site } of fresh) await expectRead(await worker(), site);
  const heaps = await heapsOf(fresh);
  await closeAll(fresh);

  elements = MANY_ELEMENTS;
  const large = await traced(cdp, async () => {
    for (const site of SITES) {
      const { page } = await open(site.url);
      await page.waitForTimeout(300);
      for (const place of ['outside', 'inside']) {
        for (let index = 0; index < (quick ? 1 : 4); index += 1) {
          const label = `${site.id}:${place}:${index}`;
          await page.evaluate((it) => window.bench.burst(it), { label, place, count: MUTATIONS, index });
          await page.waitForTimeout(SETTLE_MS);
        }
      }
      for (let index = 0; index < (quick ? 1 : 4); index += 1) {
        await page.evaluate((it) => window.bench.move(it), { label: `${site.id}:whole:${index}`, index });
        await page.waitForTimeout(SETTLE_MS);
      }
      await page.close();
    }
  });
  await context.unroute(/^https?:/);
  const largeCost = costByMark(large, script);
  const all = (costs, key) => (costs ?? []).map((one) => one[key]);
  const perMinute = (costs, site) => (all(costs[`${site.id}:restless`], 'ms')[0] / restlessMs) * MINUTE_MS;

  return {
    title: 'In the page',
    about: `Pages of ${pages.map(({ count }) => count.toLocaleString('en')).join(', ')} elements. Script time is what Chromium's trace has of calls into the content script, in processor time of the page's thread; "page alone" is the whole work of the thread for the same change in a tab without the extension, in the background, so that nothing is drawn. A burst is ${MUTATIONS} changes at once (nodes, classes, text), "outside" and "inside" of the view's root. Restless pages change ${RESTLESS.nodes} nodes ${1000 / RESTLESS.every} times a second for ${restlessMs / 1000} s, after ${RESTLESS.leadMs / 1000} s of the same in which Kith may spend its savings; the figure is scaled to a minute. The longest call is without the collections of all of the page's garbage that the browser may begin in any call. The heap is that after both, when garbage was collected.`,
    rows: pages.flatMap(({ site, spent }, index) => {
      const burst = (place, words) =>
        row(`${site.what}: ${words}`, 'ms', {
          values: all(cost[`${site.id}:${place}`], 'ms'),
          budget: 1,
          note: `page alone ${spent[place].toFixed(1)} ms`,
        });
      const started = starts(changes, script)[index];
      const longest = (key) =>
        Math.max(
          firstLarge[key],
          ...['outside', 'inside', 'whole'].flatMap((place) => all(largeCost[`${site.id}:${place}`], key)),
        );
      const firstLarge = starts(large, script)[index];
      return [
        burst('outside', 'burst outside'),
        burst('inside', 'burst inside'),
        row(`${site.what}: whole page read`, 'ms', { values: all(cost[`${site.id}:whole`], 'ms') }),
        row(`${site.what}: start, first reading included`, 'ms', {
          value: started.ms,
          note: `longest call ${started.longest.toFixed(1)} ms`,
        }),
        row(`${site.what}: a restless minute outside`, 'ms', {
          value: perMinute(restlessOutside, site),
          budget: 150,
        }),
        row(`${site.what}: a restless minute inside`, 'ms', {
          value: perMinute(restlessInside, site),
          budget: 150,
        }),
        row(`${site.what}: heap over the page alone`, 'MiB', {
          value: heaps[index],
          budget: 0.5,
          note: `after ${2 * bursts} addresses and as many bursts ${busyHeaps[index].toFixed(2)} MiB`,
        }),
        row(`${site.what}: longest call, ${MANY_ELEMENTS.toLocaleString('en')} elements`, 'ms', {
          value: longest('longest'),
          budget: 8,
          note: `in the start ${firstLarge.longest.toFixed(1)} ms of ${firstLarge.ms.toFixed(1)} ms; ${longest('withGarbage').toFixed(1)} ms with a collection of the page's garbage`,
        }),
      ];
    }),
  };
}

function sameHost(a, b) {
  return new URL(a).host === new URL(b).host;
}

/** The work of a page's thread so far, in ms of processor time. */
async function busy({ session }) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** What each page's heap has more than that of its twin, in MiB. */
async function heapsOf(pages) {
  const more = [];
  for (const { own, twin } of pages) more.push((await heap(own)) - (await heap(twin)));
  return more;
}

async function closeAll(pages) {
  for (const { own, twin } of pages) await Promise.all([own.page.close(), twin.page.close()]);
}

/** The heap of a page in MiB, after garbage was collected. */
async function heap({ session }) {
  const sizes = [];
  for (let time = 0; time < 3; time += 1) {
    await session.send('HeapProfiler.collectGarbage');
    sizes.push((await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20);
  }
  return median(sizes);
}

async function registered(worker) {
  for (let time = 0; time < 100; time += 1) {
    if ((await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the content script was not registered');
}

/** A page that was not read right gives no figures. */
async function expectRead(worker, { url, reads }) {
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
