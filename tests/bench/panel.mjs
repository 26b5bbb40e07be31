import { median, row } from './figures.mjs';
import { watchPainting } from './in-panel.mjs';
import { gmailId, gmailMessage, gmailPage } from './pages.mjs';
import { screens } from './screens.mjs';
import { searching } from './searching.mjs';
import { traced } from './trace.mjs';

const PEOPLE = 10_000;
const TOUCHPOINTS = 100_000;
const ROWS_SHOWN = 50;
const GMAIL = 'https://mail.google.com/mail/u/0/';
/** Between two switches: the panel is at rest again (ms). */
const REST_MS = 120;
const TIMEOUT_MS = 5000;

/** What the panel and the database cost with 10,000 people and 100,000 touchpoints. */
export async function panel({ context, cdp, id, quick }) {
  const switches = quick ? 6 : 80;
  const logs = quick ? 3 : 30;
  const inside = await context.newPage();
  inside.setDefaultTimeout(0);
  await inside.goto(`chrome-extension://${id}/bench.html`);
  const ask = (name, ...given) =>
    inside.evaluate(
      // Dexie's errors lose their words on the way.
      ([call, values]) =>
        window.bench[call](...values).catch((error) => Promise.reject(new Error(`${call}: ${error}`))),
      [name, given],
    );
  const size = quick ? [1000, 10_000] : [PEOPLE, TOUCHPOINTS];
  const seeded = await ask('seed', ...size);
  const wrong = await ask('wrongRows', 300);
  if (wrong > 0) throw new Error(`${wrong} seeded rows are not what the database itself derives`);
  // A fresh page: the first search finds no index in memory.
  await inside.reload();
  const search = await ask('search', ['r'], ROWS_SHOWN);
  const typed = await ask('keystrokes', ROWS_SHOWN);
  const later = (await ask('search', typed, ROWS_SHOWN)).later;
  const due = await ask('due', quick ? 3 : 30);
  const nudges = await ask('nudges', quick ? 3 : 30);
  const lookups = await ask('lookups', quick ? 3 : 30);
  const recognition = await ask('recognition', quick ? 3 : 30);
  const board = await ask('board', quick ? 3 : 20);
  const people = await ask('known', switches, size[0]);

  await context.route(/^https?:/, (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: gmailPage(20_000) })
      : route.abort(),
  );
  const page = await context.newPage();
  await page.goto(`${GMAIL}#inbox/start`);
  const shown = await openPanel({ context, cdp, id, page });
  const session = await context.newCDPSession(shown);
  await shown.locator('h1').first().waitFor();
  const frames = await shown.evaluate(frameRate);
  const heapBefore = await heap(session);
  await shown.evaluate(watchPainting);
  await shown.evaluate(watchPanel);

  const events = await traced(cdp, async () => {
    for (const [index, { name, email }] of people.entries()) {
      const message = gmailMessage({ name: 'Somebody', email }, gmailId(0x1000 + index), 'See you there.');
      // As in Gmail: the address changes at once, the conversation when it has come.
      await page.evaluate((number) => history.replaceState(null, '', `#inbox/thread${number}`), index);
      await shown.waitForTimeout(REST_MS);
      const wait = shown.evaluate((it) => window.watch.heading(it), {
        text: name,
        index,
        timeout: TIMEOUT_MS,
      });
      await page.evaluate(showThread, { message, index });
      await wait;
      await shown.waitForTimeout(REST_MS);
      if (index % Math.floor(switches / logs) === 0 && index / Math.floor(switches / logs) < logs) {
        await shown.evaluate((it) => window.watch.log(it), { index, timeout: TIMEOUT_MS });
        await shown.waitForTimeout(REST_MS);
      }
    }
  }, ['blink.user_timing']);
  const spans = (from, to) => between(events, from, to, people.length);
  const heapAfter = await heap(session);
  const workerHeap = await heapOfWorker(cdp, id);

  const searches = await searching({ cdp, shown, quick, typed });
  const heapSearched = await heap(session);
  const large = await screens({ cdp, shown, ask, quick, people: size[0] });
  await inside.close();
  await context.unroute(/^https?:/);

  return [
    {
      title: 'From page to panel',
      about: `${size[0].toLocaleString('en')} people and ${size[1].toLocaleString('en')} touchpoints (${seeded.rows.toLocaleString('en')} rows, stored in ${(seeded.ms / 1000).toFixed(0)} s; what derives from 300 people was rebuilt and is the same). A Gmail page of 20,000 elements opens another conversation, ${switches} times; from that change of the page until the real side panel has painted the name that only the database has. The times are marks in Chromium's trace, one clock for both processes; painted is the first task after the animation frame that follows the change of the heading (the panel had ${frames} frames a second at rest).`,
      rows: [
        row('change of the page to painted', 'ms', {
          values: spans('shown', 'painted'),
          budget: 100,
          of: 'p95',
        }),
        row('of it: until the panel hears of it', 'ms', { values: spans('shown', 'said') }),
        row('of it: until the name is in the panel', 'ms', { values: spans('shown', 'named') }),
        row('"Log e-mail" clicked to painted', 'ms', {
          values: spans('click', 'logged'),
          budget: 100,
          of: 'p95',
        }),
        row('heap of the panel, before', 'MB', { value: heapBefore }),
        row('heap of the panel, after all of it', 'MB', { value: heapAfter, budget: 40 }),
        row('heap of the panel, after searching too', 'MB', { value: heapSearched, budget: 40 }),
        row('heap of the service worker', 'MB', { value: workerHeap }),
      ],
    },
    {
      title: 'Database',
      about:
        'The same database. Searches show 50 people; the first one builds the index that the later ones use, in slices. In the panel it is built from the moment that People opens; what begins with the words is shown until it is there.',
      rows: [
        row('search: first keystroke, answered', 'ms', { value: search.first }),
        row('search: later keystroke, answered', 'ms', { values: later, budget: 16 }),
        ...searches,
        row('who is due: the first 50', 'ms', {
          values: due.list,
          budget: 5,
          note: `of ${due.people.toLocaleString('en')} due`,
        }),
        row('who is due: how many', 'ms', { values: due.count }),
        row('everybody who comes up today', 'ms', {
          values: nudges.all,
          note: `${nudges.people.toLocaleString('en')} people; ${nudges.looked.toLocaleString('en')} by their rhythm, the others by promises and dates`,
        }),
        row('a day’s alarm: whom today shows, kept', 'ms', { values: nudges.alarm, budget: 50 }),
        row('the badge: how many today still shows', 'ms', {
          values: nudges.badge,
          budget: 10,
          note: `${nudges.shown}, from the kept plan`,
        }),
        row('board of 10,000 people: everybody’s standing', 'ms', {
          values: board.whole,
          budget: 300,
          note: `of ${board.people.toLocaleString('en')} people`,
        }),
        row('board of 10,000 people: sorted into columns', 'ms', { values: board.columns }),
        row('board of 10,000 people: after a change of one', 'ms', { values: board.one }),
        row('40 people on a page recognised', 'ms', { values: recognition }),
        row('40 handles: gets in one transaction', 'ms', { values: lookups.gets }),
        row('40 handles: one anyOf', 'ms', { values: lookups.anyOf }),
        row('40 handles: anyOf to gets', 'x', {
          value: median(lookups.anyOf.map((ms, index) => ms / lookups.gets[index])),
        }),
      ],
    },
    large,
  ];
}

/** From each mark `bench-<from>:<number>` in the trace to the mark with the same number of another name (ms). */
function between(events, from, to, count) {
  const times = new Map(events.map(({ name, ts }) => [name, ts]));
  const spans = [];
  for (let index = 0; index < count; index += 1) {
    const [begun, done] = [from, to].map((name) => times.get(`bench-${name}:${index}`));
    if (begun !== undefined && done !== undefined) spans.push((done - begun) / 1000);
  }
  return spans;
}

async function openPanel({ context, cdp, id, page }) {
  await page.bringToFront();
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] });
  const tab = targetInfos.find(({ type, url }) => type === 'tab' && url === page.url());
  const [opened] = await Promise.all([
    context.waitForEvent('page', (one) => one.url().includes('sidepanel.html')),
    cdp.send('Extensions.triggerAction', { id, targetId: tab.targetId }),
  ]);
  return opened;
}

/** The heap of the panel in MB, after garbage was collected. */
async function heap(session) {
  const sizes = [];
  for (let time = 0; time < 3; time += 1) {
    await session.send('HeapProfiler.collectGarbage');
    sizes.push((await session.send('Runtime.getHeapUsage')).usedSize / 1e6);
  }
  return median(sizes);
}

/** The same for the service worker, to which Playwright has no session. */
async function heapOfWorker(cdp, id) {
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] });
  const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
  const { sessionId } = await cdp.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  const send = (number, method) =>
    new Promise((resolve) => {
      const hear = (event) => {
        const message = JSON.parse(event.message);
        if (event.sessionId !== sessionId || message.id !== number) return;
        cdp.off('Target.receivedMessageFromTarget', hear);
        resolve(message.result);
      };
      cdp.on('Target.receivedMessageFromTarget', hear);
      void cdp.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id: number, method }),
      });
    });
  await send(1, 'HeapProfiler.collectGarbage');
  const { usedSize } = await send(2, 'Runtime.getHeapUsage');
  await cdp.send('Target.detachFromTarget', { sessionId });
  return usedSize / 1e6;
}

/* What runs in the page. */
function showThread({ message, index }) {
  const template = document.createElement('template');
  template.innerHTML = message;
  performance.mark(`bench-shown:${index}`);
  document.getElementById('thread').replaceChildren(template.content);
}

/* What runs in the panel. */
function frameRate() {
  return new Promise((resolve) => {
    const from = performance.now();
    let frames = 0;
    const count = () => {
      frames += 1;
      const ms = performance.now() - from;
      if (ms < 1000) requestAnimationFrame(count);
      else resolve(Math.round((frames * 1000) / ms));
    };
    requestAnimationFrame(count);
  });
}

function watchPanel() {
  const { painted, when } = window;
  let expected;
  chrome.runtime.onMessage.addListener(() => {
    if (expected !== undefined) performance.mark(`bench-said:${expected}`);
    expected = undefined;
  });
  window.watch = {
    async heading({ text, index, timeout }) {
      expected = index;
      await when(() => document.querySelector('h1')?.textContent === text, timeout);
      performance.mark(`bench-named:${index}`);
      await painted();
      performance.mark(`bench-painted:${index}`);
    },
    async log({ index, timeout }) {
      const wait = when(() => document.querySelector('.log .logged') !== null, timeout);
      performance.mark(`bench-click:${index}`);
      document.querySelector('.log .go').click();
      await wait;
      await painted();
      performance.mark(`bench-logged:${index}`);
    },
  };
}
