import { describe, expect, test } from 'vitest';
import type { SiteAdapter } from '../../../utils/sites/types.ts';
import { LONGEST_WAIT_MS, QUIET_MS } from '../../../utils/sites/watching/observe.ts';
import { BY_THE_CLOCK } from '../../by-the-clock.ts';
import {
  ANA,
  BOB,
  body,
  names,
  observe,
  page,
  peopleIn,
  seen,
  settled,
  site,
  sleep,
  withPage,
} from './observing.ts';

withPage();

describe('a page', () => {
  test('is read soon, and that nobody is there is said too', async () => {
    await observe(`<main>${ANA}</main>`);
    expect(names()).toEqual(['Ana']);
    seen.life.abort();
    seen.life = new AbortController();
    seen.reports = [];
    await observe('<p>Nothing</p>');
    expect(seen.reports).toEqual([undefined]);
  });

  test('is read again once it has settled, not at every change', async () => {
    await observe(`<main>${ANA}</main>`);
    const main = body().querySelector('main');
    for (const part of ['B', 'o', 'b']) {
      main?.insertAdjacentHTML('beforeend', `<a href="${part}@example.com">${part}</a>`);
      await sleep(5);
    }
    expect(seen.reads).toBe(1);
    await settled();
    expect(seen.reads).toBe(2);
    expect(names()).toEqual(['Ana', 'Ana B o b']);
  });

  test('is read within the promised wait when it changed once', BY_THE_CLOCK, async () => {
    await observe(`<main>${ANA}</main>`);
    body().querySelector('main')?.insertAdjacentHTML('beforeend', BOB);
    const before = performance.now();
    while (seen.reports.length < 2 && performance.now() - before < 1000) await sleep(5);
    expect(performance.now() - before).toBeLessThan(LONGEST_WAIT_MS);
    expect(names()).toEqual(['Ana', 'Ana Bob']);
  });

  test('is read for a changed text, a changed attribute and a removed element', async () => {
    await observe(`<main>${ANA}</main>`);
    const link = body().querySelector('a') as HTMLAnchorElement;
    (link.firstChild as Text).data = 'Anna';
    await settled();
    link.href = 'anna@example.com';
    await settled();
    link.remove();
    await settled();
    expect(names()).toEqual(['Ana', 'Anna', 'Anna', '']);
    expect(seen.reports[2]?.sightings[0]?.handles[0].value).toBe('anna@example.com');
  });

  test('is not reported again when the reading is the same', async () => {
    await observe(`<main>${ANA}<p>0</p></main>`);
    const text = body().querySelector('p') as HTMLElement;
    text.textContent = '1';
    await settled();
    expect(seen.reads).toBe(2);
    expect(seen.reports).toHaveLength(1);
  });

  test('is said again, unchanged, when asked', async () => {
    await observe(`<main>${ANA}</main>`);
    seen.again();
    expect(names()).toEqual(['Ana', 'Ana']);
  });
});

describe('after it was stopped', () => {
  test('nothing is read any more, not even what was under way', async () => {
    await observe(`<main>${ANA}</main>`);
    body().querySelector('main')?.insertAdjacentHTML('beforeend', BOB);
    await sleep(QUIET_MS / 4);
    seen.life.abort();
    await settled();
    body().querySelector('main')?.insertAdjacentHTML('beforeend', BOB);
    page().location.hash = '#x';
    page().history.pushState({}, '', '/elsewhere');
    await settled();
    expect(seen.reads).toBe(1);
    expect(names()).toEqual(['Ana']);
  });
});

test('watching a page leaves nothing in it', async () => {
  await observe(`<main>${ANA}</main>`);
  const before = page().document.documentElement.outerHTML;
  seen.again();
  await settled();
  expect(page().document.documentElement.outerHTML).toBe(before);
});

describe('a changed address', () => {
  test('by pushState reads the page again, for the view that fits the new address', async () => {
    await observe(`<main>${ANA}</main>`);
    page().history.pushState({}, '', '/elsewhere');
    await settled();
    expect(names()).toEqual(['Ana', undefined]);
    page().history.pushState({}, '', '/back');
    await settled();
    expect(names()).toEqual(['Ana', undefined, 'Ana']);
  });

  test('by pushState followed by a change anywhere reads the page where the browser does not tell of addresses', async () => {
    Object.defineProperty(page(), 'navigation', { value: undefined });
    await observe(`<main>${ANA}</main><aside></aside>`);
    page().history.pushState({}, '', '/elsewhere');
    await settled();
    expect(names()).toEqual(['Ana']);
    body().querySelector('aside')?.append('x');
    await settled();
    expect(names()).toEqual(['Ana', undefined]);
  });

  test('by its hash reads the page again', async () => {
    await observe(`<main>${ANA}</main>`);
    page().location.hash = '#message/2';
    await settled();
    expect(seen.reads).toBeGreaterThan(1);
    expect(names()).toEqual(['Ana']);
  });

  test('asks anew which site it is', async () => {
    const at = (id: string): SiteAdapter => ({
      ...site,
      id,
      matches: [],
      recognize: ({ document, url }) => (url.pathname === `/${id}` ? document.body : null),
    });
    await observe(`<main>${ANA}</main>`, [at('one'), at('two')]);
    for (const path of ['/one', '/two', '/none']) {
      page().history.pushState({}, '', path);
      await settled();
    }
    expect(seen.reports.map((reading) => reading?.site)).toEqual([undefined, 'one', 'two', undefined]);
  });
});

describe('an open shadow root', () => {
  const shadowed: SiteAdapter = {
    ...site,
    views: [
      ...site.views,
      { name: 'bubble', root: '.bubble', shadow: '#host', beside: true, read: peopleIn },
    ],
  };
  const attach = () => {
    const host = body().querySelector('#host') as HTMLElement;
    return host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  };

  test('is read beside the page, and again when something changes in it', async () => {
    await observe(`<main>${ANA}</main><div id="host"></div>`, [shadowed]);
    attach().innerHTML = `<div class="bubble">${BOB}</div>`;
    seen.again();
    expect(names()).toEqual(['Ana', 'Ana Bob']);
    const link = attach().querySelector('a') as HTMLAnchorElement;
    link.textContent = 'Bert';
    await settled();
    attach().querySelector('.bubble')?.classList.remove('bubble');
    await settled();
    expect(names()).toEqual(['Ana', 'Ana Bob', 'Ana Bert', 'Ana']);
  });

  test('that comes late is read at the first change in it after one anywhere', async () => {
    await observe(`<main>${ANA}</main><aside></aside>`, [shadowed]);
    body().insertAdjacentHTML('beforeend', '<div id="host"></div>');
    await settled();
    attach().innerHTML = `<div class="bubble">${BOB}</div>`;
    await settled();
    expect(names()).toEqual(['Ana']);
    body().querySelector('aside')?.append('x');
    await settled();
    attach().querySelector('a')?.append('by');
    await settled();
    expect(names()).toEqual(['Ana', 'Ana Bobby']);
  });

  test('without the view in it leaves the page as it was read', async () => {
    await observe(`<main>${ANA}</main><div id="host"></div>`, [shadowed]);
    attach().innerHTML = '<p></p>';
    seen.again();
    const before = seen.reads;
    attach().querySelector('p')?.append('x');
    await settled();
    expect(seen.reads).toBe(before);
  });
});
