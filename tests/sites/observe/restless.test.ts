import { expect, test } from 'vitest';
import { MAX_SIGHTINGS } from '../../../utils/sites/reading/limits.ts';
import type { SiteAdapter } from '../../../utils/sites/types.ts';
import { LONGEST_WAIT_MS, QUIET_MS } from '../../../utils/sites/watching/observe.ts';
import { LONGEST_PAUSE_MS } from '../../../utils/sites/watching/purse.ts';
import { BY_THE_CLOCK } from '../../by-the-clock.ts';
import { ANA, BOB, body, names, observe, page, seen, settled, site, sleep, withPage } from './observing.ts';

withPage();

/** Reading it takes 8 ms. */
const slow: SiteAdapter = {
  ...site,
  views: site.views.map((view) => ({
    ...view,
    read: (root, page) => {
      const end = performance.now() + 8;
      while (performance.now() < end);
      return view.read(root, page);
    },
  })),
};

/** A slow reader's page that changes so many times, shows nothing new, and rests just long enough to be read each time. */
async function restless(times: number): Promise<void> {
  await observe(`<main>${ANA}<i></i></main>`, [slow]);
  const inside = body().querySelector('i') as HTMLElement;
  for (let count = 0; count < times; count++) {
    inside.textContent = String(count);
    await sleep(QUIET_MS + 20);
  }
}

test(
  'what changes beside what is never read, while no look can be paid, is read in time',
  BY_THE_CLOCK,
  async () => {
    const html = `<main><p>${ANA}</p><div class="body"><i></i></div></main>`;
    await observe(html, [{ ...slow, apart: '.body' }]);
    const header = body().querySelector('p') as HTMLElement;
    // Readings that find nothing new use up what is saved.
    for (let count = 0; count < 4; count++) {
      header.classList.toggle('read');
      await sleep(QUIET_MS + 20);
    }
    header.insertAdjacentHTML('beforeend', BOB);
    const changing = setInterval(() => body().querySelector('.body i')?.append('x'), 10);
    await sleep(LONGEST_PAUSE_MS + LONGEST_WAIT_MS);
    clearInterval(changing);
    expect(names().at(-1)).toBe('Ana Bob');
    const { reads } = seen;
    body().querySelector('.body i')?.append('x');
    await sleep(LONGEST_PAUSE_MS + LONGEST_WAIT_MS);
    expect(seen.reads).toBe(reads);
  },
);

test(
  'a page that rewrites itself 100 times a second is read about four times a second',
  BY_THE_CLOCK,
  async () => {
    await observe(`<main>${ANA}</main>`);
    const main = body().querySelector('main') as HTMLElement;
    const times: number[] = [performance.now()];
    let known = seen.reads;
    let rewritten = 0;
    // How late the machine itself is, at worst: what is measured cannot be earlier.
    let late = 0;
    // And how often it was so late that the page was quiet: then it is to be read.
    let lulls = 0;
    const begun = performance.now();
    while (rewritten < 150) {
      const before = performance.now();
      main.innerHTML = `<a href="ana@example.com">Ana ${rewritten++}</a>`;
      await sleep(10);
      const rest = performance.now() - before;
      late = Math.max(late, rest - 10);
      if (rest >= QUIET_MS) lulls++;
      if (seen.reads > known) times.push(performance.now());
      known = seen.reads;
    }
    const elapsed = performance.now() - begun;
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.max(...waits)).toBeLessThan(LONGEST_WAIT_MS + 150 + late);
    expect(seen.reads).toBeLessThanOrEqual(elapsed / LONGEST_WAIT_MS + 2 + lulls);
    expect(seen.reads).toBeGreaterThan(elapsed / (LONGEST_WAIT_MS + 150 + late) - 1);
    await settled();
    expect(names().at(-1)).toBe(`Ana ${rewritten - 1}`);
  },
);

test(
  'a page that never rests but shows nothing new is read more seldom, and what is new in the end is seen',
  BY_THE_CLOCK,
  async () => {
    await restless(30);
    expect(seen.reads).toBeLessThan(8);
    body().querySelector('main')?.insertAdjacentHTML('beforeend', BOB);
    await sleep(LONGEST_PAUSE_MS + LONGEST_WAIT_MS);
    expect(names()).toEqual(['Ana', 'Ana Bob']);
  },
);

test('what changes while a reading is owed is in it, though nothing hears of it', BY_THE_CLOCK, async () => {
  await restless(12);
  const link = body().querySelector('a') as HTMLAnchorElement;
  (link.firstChild as Text).data = 'Anna';
  await sleep(QUIET_MS / 4);
  (link.firstChild as Text).data = 'Anne';
  await sleep(LONGEST_PAUSE_MS + LONGEST_WAIT_MS);
  expect(names()).toEqual(['Ana', 'Anne']);
  (link.firstChild as Text).data = 'Ana';
  await sleep(LONGEST_PAUSE_MS + LONGEST_WAIT_MS);
  expect(names()).toEqual(['Ana', 'Anne', 'Ana']);
});

test(
  'a page that was read too often is read at once at another address, or with another root',
  BY_THE_CLOCK,
  async () => {
    await restless(10);
    body().innerHTML = `<main>${BOB}</main>`;
    await settled();
    expect(names()).toEqual(['Ana', 'Bob']);
  },
);

test(
  'a page that had to wait, and then went to another address, is read at its next change, too',
  BY_THE_CLOCK,
  async () => {
    await restless(8);
    page().history.pushState({}, '', '/next');
    await settled();
    body().querySelector('main')?.insertAdjacentHTML('beforeend', BOB);
    await settled();
    expect(names()).toEqual(['Ana', 'Ana Bob']);
  },
);

test('a page that rewrites itself endlessly elsewhere is not read', async () => {
  await observe(`<main>${ANA}</main><aside></aside>`);
  const aside = body().querySelector('aside') as HTMLElement;
  const end = performance.now() + 600;
  for (let count = 0; performance.now() < end; count++) {
    aside.innerHTML = `<i>${count}</i>`;
    await sleep(10);
  }
  await settled();
  expect(seen.reads).toBe(1);
});

test('a burst of 20,000 changes is read', async () => {
  await observe(`<main>${ANA}</main><aside></aside>`);
  const aside = body().querySelector('aside') as HTMLElement;
  for (let count = 0; count < 20_000; count++) aside.className = `x${count}`;
  await Promise.resolve();
  body().querySelector('main')?.insertAdjacentHTML('beforeend', BOB);
  await settled();
  expect(names()).toEqual(['Ana', 'Ana Bob']);
});

test('a page of 5,000 addresses reports as many as Kith reads, and how many it left out', async () => {
  const links = Array.from({ length: 5000 }, (_, n) => `<a href="p${n}@example.com">${n}</a>`);
  await observe(`<main>${links.join('')}</main>`);
  expect(seen.reports[0]?.sightings).toHaveLength(MAX_SIGHTINGS);
  expect(seen.reports[0]?.omitted).toBe(5000 - MAX_SIGHTINGS);
});

test(
  'a page that changes all the while is read in the end, though reading it takes many turns',
  BY_THE_CLOCK,
  async () => {
    const long: SiteAdapter = {
      ...site,
      concerns: () => true,
      *prepare() {
        // Longer in all than the page is ever left alone.
        for (let part = 0; part < 20; part++) {
          const end = performance.now() + 4;
          while (performance.now() < end);
          yield;
        }
      },
    };
    await observe(`<main>${ANA}</main>`, [long]);
    let turn = 0;
    const timer = setInterval(() => {
      body().querySelector('a')?.replaceChildren(`Ana ${++turn}`);
    }, 30);
    // Twenty turns take as long as the machine lets them.
    const inTheEnd = { timeout: LONGEST_PAUSE_MS + 3000 };
    await expect.poll(() => seen.reports.length, inTheEnd).toBeGreaterThan(1);
    clearInterval(timer);
    await expect.poll(() => names().at(-1), inTheEnd).toBe(`Ana ${turn}`);
  },
);
