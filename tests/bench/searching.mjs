import { median, p95, row } from './figures.mjs';
import { watchPainting } from './in-panel.mjs';
import { LONG_TASK_MS, measures, tracedTasks } from './screens.mjs';

const TIMEOUT_MS = 10_000;
/** Until a panel that has just been opened is at rest (ms). */
const OPENED_MS = 1000;

/** The first search in a panel that has just been opened, and the keystrokes after it. `typed` are the queries. */
export async function searching({ cdp, shown, quick, typed }) {
  const panels = quick ? 1 : 7;
  const keys = [];
  const events = await tracedTasks(cdp, async () => {
    for (let time = 0; time < panels; time += 1) {
      for (const label of ['hasty', 'calm']) {
        await shown.reload();
        await shown.locator('h1').first().waitFor();
        await shown.waitForTimeout(OPENED_MS);
        await shown.evaluate(watchPainting);
        await shown.evaluate(watchSearch);
        await shown.evaluate((it) => window.search.open(it), { label, number: time, timeout: TIMEOUT_MS });
        if (label === 'calm') await shown.waitForTimeout(OPENED_MS);
        const first = { query: 'r', timeout: TIMEOUT_MS, label, number: time };
        await shown.evaluate((it) => window.search.type(it), first);
        await shown.waitForTimeout(OPENED_MS);
        await shown.evaluate((it) => window.search.end(it), { label, number: time });
      }
    }
  });
  // Another one than the first of them.
  await shown.evaluate((it) => window.search.type(it), { query: 'x', timeout: TIMEOUT_MS });
  for (const query of typed) {
    keys.push(await shown.evaluate((it) => window.search.type(it), { query, timeout: TIMEOUT_MS }));
    await shown.waitForTimeout(60);
  }
  const measured = measures(events);
  const of = (label, figure) => measured.filter((one) => one.label === label).map((one) => one[figure]);
  const longest = [...of('hasty', 'longest'), ...of('calm', 'longest')];
  return [
    row('search: first keystroke, as soon as there is a field', 'ms', {
      values: of('hasty', 'painted'),
      note: `painted; all that is found after ${median(of('hasty', 'whole')).toFixed(0)} ms`,
    }),
    row('search: first keystroke, a second later', 'ms', { values: of('calm', 'painted'), note: 'painted' }),
    row('search: longest task until the first is answered', 'ms', {
      values: longest,
      budget: LONG_TASK_MS,
      of: 'p95',
      note: `${p95([...of('hasty', 'busy'), ...of('calm', 'busy')]).toFixed(0)} ms of the processor (p95)`,
    }),
    row('search: later keystroke, in the panel', 'ms', {
      values: keys.map(({ inDom }) => inDom),
      budget: 16,
      note: `painted ${median(keys.map(({ painted }) => painted)).toFixed(0)} ms`,
    }),
  ];
}

/* What runs in the panel. */
function watchSearch() {
  const { painted, when } = window;
  const field = () => document.querySelector('input[type=search]');
  const rows = () => document.querySelector('ul.people')?.textContent ?? '';
  const found = () => document.querySelector('main [role=status]')?.textContent ?? '';
  window.search = {
    // The tasks are counted from the opening on: that is where the index begins to be built.
    async open({ timeout, label, number }) {
      performance.mark(`bench-from:${label}:${number}`);
      const button = [...document.querySelectorAll('nav.bar button')][2];
      button.click();
      await when(() => field() !== null && rows() !== '', timeout);
      await painted();
    },
    async type({ query, timeout, label, number }) {
      // With how many were found: the first of them can be the same ones.
      const before = [rows(), found()].join();
      const wait = when(() => rows() !== '' && [rows(), found()].join() !== before, timeout);
      if (label) performance.mark(`bench-go:${label}:${number}`);
      const from = performance.now();
      field().value = query;
      field().dispatchEvent(new InputEvent('input', { bubbles: true }));
      await wait;
      const inDom = performance.now() - from;
      await painted();
      const all = performance.now() - from;
      if (label) {
        performance.mark(`bench-painted:${label}:${number}`);
        await when(() => found() !== '', timeout);
        await painted();
        performance.mark(`bench-whole:${label}:${number}`);
      }
      return { inDom, painted: all };
    },
    end({ label, number }) {
      performance.mark(`bench-end:${label}:${number}`);
    },
  };
}
