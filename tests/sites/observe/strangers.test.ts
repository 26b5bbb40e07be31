import { beforeEach, describe, expect, test } from 'vitest';
import type { SiteAdapter } from '../../../utils/sites/types.ts';
import { newStrangers } from '../../../utils/sites/watching/strangers.ts';
import { ANA, body, names, observe, page, seen, settled, site, withPage } from './observing.ts';

withPage();

test('a site that can be recognised late is recognised when it has loaded', async () => {
  const late: SiteAdapter = {
    ...site,
    matches: [],
    recognize: ({ document }) => document.querySelector('#webmail'),
  };
  await observe(`<main>${ANA}</main>`, [late]);
  body().insertAdjacentHTML('beforeend', '<div id="webmail"></div>');
  await settled();
  expect(names()).toEqual([undefined, 'Ana']);
});

describe('the last resort', () => {
  const none: SiteAdapter = {
    ...site,
    matches: [],
    recognize: ({ document }) => document.querySelector('#webmail'),
  };
  const last: SiteAdapter = { ...site, id: 'last', matches: [], recognize: ({ document }) => document.body };
  let asked = 0;
  const lend = async () => {
    asked++;
    return last;
  };
  beforeEach(() => {
    asked = 0;
  });

  test('is not asked for where a site recognises the page', async () => {
    await observe(`<main>${ANA}</main>`, [site], lend);
    body().append('x');
    await settled();
    expect(asked).toBe(0);
  });

  test('is asked for once, when the page has settled, and reads it', async () => {
    await observe(`<main>${ANA}</main>`, [none], lend);
    expect(asked).toBe(0);
    body().append('x');
    await settled();
    body().insertAdjacentHTML('beforeend', '<i></i>');
    await settled();
    expect(asked).toBe(1);
    expect(seen.reports.map((reading) => reading?.site)).toEqual([undefined, 'last']);
  });

  test('gives way to a site that recognises the page later', async () => {
    await observe(`<main>${ANA}</main>`, [none], lend);
    await settled();
    body().querySelector('main')?.insertAdjacentHTML('beforeend', '<div id="webmail"></div>');
    await settled();
    expect(seen.reports.map((reading) => reading?.site)).toEqual([undefined, 'last', 'test']);
  });

  describe('that does not know the page', () => {
    let studied = 0;
    const shy: SiteAdapter = {
      ...last,
      concerns: (node) => node.textContent?.includes('@') ?? false,
      recognize: ({ document }) => {
        studied++;
        return document.querySelector('main a');
      },
    };
    beforeEach(async () => {
      studied = 0;
      await observe('<main><p>news</p></main>', [{ ...none, sign: '#webmail' }], async () => shy);
      body().append('x');
      await settled();
      expect(studied).toBe(1);
    });

    test('is not asked again for what does not concern it', async () => {
      body().insertAdjacentHTML('beforeend', '<p class="more">more <b>news</b></p>');
      body().querySelector('p')?.classList.add('old');
      await settled();
      expect(studied).toBe(1);
    });

    test.each([
      ['a node', () => body().querySelector('main')?.insertAdjacentHTML('beforeend', `${ANA}@`)],
      [
        'a text alone',
        () => {
          const main = body().querySelector('main') as HTMLElement;
          main.firstElementChild?.replaceChildren('news');
          (main.firstElementChild?.firstChild as Text).data = 'ana@example.com';
        },
      ],
      ['another title', () => page().document.head.insertAdjacentHTML('beforeend', '<title>Inbox</title>')],
    ])('is asked again for %s that does', async (_, change) => {
      change();
      await settled();
      expect(studied).toBeGreaterThan(1);
    });

    test('gives way when the sign of a site comes', async () => {
      body().insertAdjacentHTML('beforeend', '<section><div id="webmail"></div></section>');
      await settled();
      body().querySelector('main')?.insertAdjacentHTML('beforeend', ANA);
      await settled();
      expect(seen.reports.at(-1)?.site).toBe('test');
    });
  });

  test('that can not be had is asked for again at another address only', async () => {
    await observe(`<main>${ANA}</main>`, [none], async () => {
      asked++;
      throw new Error('refused');
    });
    await settled();
    body().insertAdjacentHTML('beforeend', '<i></i>');
    await settled();
    expect(asked).toBe(1);
    page().location.hash = '#x';
    await settled();
    expect(asked).toBe(2);
    expect(seen.reports).toEqual([undefined]);
  });

  test('that comes after reading was stopped reads nothing', async () => {
    await observe(`<main>${ANA}</main>`, [none], async () => {
      seen.life.abort();
      return last;
    });
    await settled();
    expect(seen.reports).toEqual([undefined]);
  });
});

test('the sites that come with the last resort are there once, whoever asks at the same time', async () => {
  const sites: SiteAdapter[] = [];
  const strangers = newStrangers(sites, async () => ({ adapter: site, sites: [site], own: [] }));
  expect(await Promise.all([strangers.ask(), strangers.ask()])).toEqual([true, true]);
  expect(sites).toEqual([site]);
});
