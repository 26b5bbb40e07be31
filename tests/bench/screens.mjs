import { median, p95, row } from './figures.mjs';
import { watchPainting } from './in-panel.mjs';
import { traced } from './trace.mjs';

/** What stays under it is no long task, as browsers count them (ms). */
export const LONG_TASK_MS = 50;
const SCREEN_MS = 150;
const TIMEOUT_MS = 20_000;
/** After what was waited for: what comes later belongs to it as well (ms). */
const AFTERWARDS_MS = 400;
const TOUCHPOINTS = 2000;
const NOTES = 200;
const OVERDUE = 5000;

const FIRST_ROW = 'ul.people button.person';
const BACK = 'main > button.link.start';
const PERSON = 'section[aria-labelledby=timeline] ol.timeline > li';
const METHOD = '#standing dl';
const ALL_NOTES = 'section[aria-labelledby=notes] > button.link.start';
const ALL_TOUCHPOINTS = 'section[aria-labelledby=timeline] h2 button.link';

/**
 * What the panel's large screens cost. `shown` is the panel; `ask` calls bench.html. The database's people are `people`.
 */
export async function screens({ cdp, shown, ask, quick, people }) {
  const times = quick ? 2 : 25;
  const [touchpoints, notes] = quick ? [200, 40] : [TOUCHPOINTS, NOTES];
  await shown.evaluate(watchPainting);
  await shown.evaluate(watchScreens, AFTERWARDS_MS);
  const does = (what) => shown.evaluate((it) => window.screens.does(it), { timeout: TIMEOUT_MS, ...what });
  const scroll = (label) => shown.evaluate((it) => window.screens.scroll(it), { label });
  const toPeople = async (name) => {
    await does({ click: BACK, until: { selector: FIRST_ROW } });
    await shown.locator(FIRST_ROW).first().filter({ hasText: name }).waitFor();
  };
  const name = await ask('longKnown', touchpoints, notes);
  // A People screen that searches nothing.
  await shown.locator('nav.bar button').nth(0).click();
  await shown.locator('nav.bar button').nth(2).click();
  await shown.locator(FIRST_ROW).first().filter({ hasText: name }).waitFor();
  await shown.waitForTimeout(1500);

  const events = await tracedTasks(cdp, async () => {
    for (let time = 0; time < times; time += 1) {
      await does({
        click: FIRST_ROW,
        until: { selector: PERSON },
        after: { selector: METHOD },
        label: time === 0 ? 'cold' : 'person',
      });
      if (time === 1) await scroll('scroll');
      await toPeople(name);
    }
    for (let time = 0; time < (quick ? 1 : 5); time += 1) {
      await does({ click: FIRST_ROW, until: { selector: METHOD } });
      await does({
        click: ALL_NOTES,
        until: { selector: 'article.note:nth-of-type(11)' },
        after: { selector: 'article.note', count: notes },
        label: 'notes',
      });
      await does({
        click: ALL_TOUCHPOINTS,
        until: { selector: `${PERSON}:nth-child(50)` },
        after: { selector: PERSON, count: touchpoints },
        label: 'timeline',
      });
      await scroll('scrollAll');
      await toPeople(name);
    }
    await does({ click: FIRST_ROW, until: { selector: METHOD } });
    for (let time = 0; time < times; time += 1) {
      await does({ click: '#stage-evaluate summary', until: { selector: '#review button' } });
      await does({
        click: '#review button',
        until: { selector: 'form.review dl.since' },
        label: time === 0 ? 'coldReview' : 'review',
      });
      await does({ click: 'form.review .buttons button.plain', until: { selector: METHOD } });
    }
  });

  const due = await ask('overdue', quick ? 200 : OVERDUE);
  await does({ click: 'nav.bar button', until: { selector: 'nav.bar button[aria-current]' } });
  const imported = await tracedTasks(cdp, async () => {
    for (let time = 0; time < times; time += 1) {
      await ask('forgetPlan');
      await shown.waitForTimeout(AFTERWARDS_MS);
      await does({
        click: 'nav.bar button:nth-of-type(2)',
        until: { selector: 'ol.nudges > li' },
        label: time === 0 ? 'coldToday' : 'today',
      });
      await does({ click: 'nav.bar button', until: { selector: 'ol.nudges', count: 0 } });
    }
  });

  const measured = [...measures(events), ...measures(imported)];
  const of = (label, figure) => measured.filter((one) => one.label === label).map((one) => one[figure]);
  const note = (label) =>
    `the first time ${of(label, 'painted')[0].toFixed(0)} ms, longest task ${of(label, 'longest')[0].toFixed(0)} ms`;
  const whole = (label) => `all of them after ${median(of(label, 'whole')).toFixed(0)} ms`;
  const opened = (what, label, more) =>
    row(what, 'ms', { values: of(label, 'painted'), budget: SCREEN_MS, of: 'p95', ...more });
  const longest = (what, label, more) =>
    row(what, 'ms', {
      values: of(label, 'longest'),
      budget: LONG_TASK_MS,
      of: 'p95',
      note: `${p95(of(label, 'busy')).toFixed(0)} ms of the processor (p95)`,
      ...more,
    });
  const many = (count) => count.toLocaleString('en');
  return {
    title: 'Large screens',
    about: `The same panel. Somebody with ${many(touchpoints)} touchpoints and ${notes} notes, opened ${times} times by a click in the list of people: painted as above, first with the timeline, then with everything that comes after it. The longest task is that of the panel's main thread in Chromium's trace (${LONG_TASK_MS} ms is what a browser calls long), by the clock of the wall, until ${AFTERWARDS_MS} ms after the painting (another program that takes the processor meanwhile counts, so the processor's own time is noted); while scrolling, 300 px a frame. The review goes over all of the touchpoints. Then ${many(due)} of ${many(people)} people are made to be due, as an import may leave them, and Today is opened without a plan of the day.`,
    rows: [
      opened('person: clicked to painted', 'person', { note: note('cold') }),
      row('person: all of it painted', 'ms', {
        values: of('person', 'whole'),
        budget: SCREEN_MS,
        of: 'p95',
      }),
      longest('person: longest task', 'person'),
      longest('person: longest task, scrolled to its end', 'scroll'),
      opened(`all ${notes} notes: clicked to the first of them painted`, 'notes', { note: whole('notes') }),
      longest(`all ${notes} notes: longest task`, 'notes'),
      opened(`all ${many(touchpoints)} touchpoints: clicked to the first of them painted`, 'timeline', {
        note: whole('timeline'),
      }),
      longest(`all ${many(touchpoints)} touchpoints: longest task`, 'timeline'),
      longest('all of both: longest task, scrolled to their end', 'scrollAll'),
      opened('review: clicked to painted', 'review', { note: note('coldReview') }),
      longest('review: longest task', 'review'),
      opened('Today after an import: clicked to painted', 'today', { note: note('coldToday') }),
      longest('Today after an import: longest task', 'today'),
    ],
  };
}

/** As `traced`, with every task of every thread. */
export function tracedTasks(cdp, work) {
  return traced(cdp, work, ['blink.user_timing', 'disabled-by-default-devtools.timeline']);
}

/**
 * For each `bench-go:<label>:<number>`: until it was painted, until all of it was, and the longest task of that thread (since `bench-from` where there is one) until
 * `bench-end` (ms each).
 */
export function measures(events) {
  const marks = new Map(
    events.filter(({ name }) => name.startsWith('bench-')).map((event) => [event.name, event]),
  );
  const [some] = marks.values();
  const tasks = events.filter(
    ({ name, pid, tid, dur }) => name === 'RunTask' && pid === some?.pid && tid === some?.tid && dur,
  );
  return [...marks.values()].flatMap((from) => {
    const [kind, label, number] = from.name.split(':');
    if (kind !== 'bench-go') return [];
    const at = (mark) => marks.get(`bench-${mark}:${label}:${number}`)?.ts;
    const end = at('end');
    const begun = at('from') ?? from.ts;
    const mine = tasks.filter(({ ts, dur }) => ts + dur > begun && ts < end);
    const since = (time) => (time === undefined ? undefined : (time - from.ts) / 1000);
    return [
      {
        label,
        painted: since(at('painted')),
        whole: since(at('whole')),
        longest: Math.max(0, ...mine.map(({ dur }) => dur)) / 1000,
        busy: Math.max(0, ...mine.map(({ dur, tdur }) => tdur ?? dur)) / 1000,
      },
    ];
  });
}

/* What runs in the panel. */
function watchScreens(afterwardsMs) {
  const { painted, when } = window;
  const fulfils = ({ selector, count }) =>
    count === undefined
      ? document.querySelector(selector) !== null
      : document.querySelectorAll(selector).length === count;
  const rest = () => new Promise((resolve) => setTimeout(resolve, afterwardsMs));
  let number = 0;
  window.screens = {
    async does({ click, until, after, label = 'other', timeout }) {
      const key = `${label}:${number++}`;
      const button = document.querySelector(click);
      if (!button) throw new Error(`no ${click}: ${document.body.innerText.slice(0, 300)}`);
      performance.mark(`bench-go:${key}`);
      button.click();
      await when(() => fulfils(until), timeout);
      await painted();
      performance.mark(`bench-painted:${key}`);
      if (after) {
        await when(() => fulfils(after), timeout);
        await painted();
        performance.mark(`bench-whole:${key}`);
      }
      await rest();
      performance.mark(`bench-end:${key}`);
    },
    async scroll({ label }) {
      const key = `${label}:${number++}`;
      const page = document.scrollingElement;
      page.scrollTop = 0;
      await painted();
      performance.mark(`bench-go:${key}`);
      // The end moves away while lines are measured that were never seen.
      for (let still = 0; still < 10; ) {
        const before = page.scrollTop;
        page.scrollTop = before + 300;
        await painted();
        still = page.scrollTop === before ? still + 1 : 0;
      }
      performance.mark(`bench-painted:${key}`);
      await rest();
      performance.mark(`bench-end:${key}`);
      page.scrollTop = 0;
    },
  };
}
