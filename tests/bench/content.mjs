import {
  burstBoth,
  busy,
  CHANGES,
  ELEMENTS,
  expectRead,
  heap,
  MUTATIONS,
  move,
  NODES,
  openDriven,
  registered,
  SETTLE_MS,
  sameHost,
  twinOf,
} from './driver.mjs';
import { row } from './figures.mjs';
import {
  gmailPage,
  linkedinPage,
  ROUNDCUBE_PERSON,
  roundcubePage,
  unknownPage,
  webmailPage,
} from './pages.mjs';
import { costByMark, starts, traced } from './trace.mjs';

const MANY_ELEMENTS = 50_000;
const RESTLESS = { every: 100, nodes: NODES, leadMs: 3000 };
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

  const open = (url) => openDriven(context, url);
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
      for (const [turn, { kind, place, count }] of CHANGES.entries()) {
        const before = await busy(twin);
        for (let index = 0; index < bursts; index += 1) {
          const at = turn * bursts + index;
          await move(own, { label: `${site.id}:whole:${at}`, index: at });
          const what = { label: `${site.id}:${kind}:${index}`, place, count, index };
          await burstBoth(own, twin, what);
        }
        spent[kind] = ((await busy(twin)) - before) / bursts;
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
        await move({ page }, { label: `${site.id}:whole:${index}`, index });
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
    about: `Pages of ${pages.map(({ count }) => count.toLocaleString('en')).join(', ')} elements. Script time is what Chromium's trace has of calls into the content script, in processor time of the page's thread; "page alone" is the whole work of the thread for the same change in a tab without the extension, in the background, so that nothing is drawn. A change brings ${NODES} nodes, takes ${NODES} away and changes the classes and texts of ${NODES} others; a burst is ${MUTATIONS} changes at once; "outside" and "inside" of the view's root. Restless pages change ${RESTLESS.nodes} nodes ${1000 / RESTLESS.every} times a second for ${restlessMs / 1000} s, after ${RESTLESS.leadMs / 1000} s of the same in which Kith may spend its savings; the figure is scaled to a minute. The longest call is without the collections of all of the page's garbage that the browser may begin in any call. The heap is that after both, when garbage was collected.`,
    rows: pages.flatMap(({ site, spent }, index) => {
      const started = starts(changes, script)[index];
      const longest = (key) =>
        Math.max(
          firstLarge[key],
          ...['outside', 'inside', 'whole'].flatMap((place) => all(largeCost[`${site.id}:${place}`], key)),
        );
      const firstLarge = starts(large, script)[index];
      return [
        ...CHANGES.map(({ kind, words }) =>
          row(`${site.what}: ${words}`, 'ms', {
            values: all(cost[`${site.id}:${kind}`], 'ms'),
            budget: 1,
            note: `page alone ${spent[kind].toFixed(1)} ms`,
          }),
        ),
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
          note: `after ${CHANGES.length * bursts} addresses and as many bursts ${busyHeaps[index].toFixed(2)} MiB`,
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

/** What each page's heap has more than that of its twin, in MiB. */
async function heapsOf(pages) {
  const more = [];
  for (const { own, twin } of pages) more.push((await heap(own)) - (await heap(twin)));
  return more;
}

async function closeAll(pages) {
  for (const { own, twin } of pages) await Promise.all([own.page.close(), twin.page.close()]);
}
