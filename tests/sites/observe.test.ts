import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_SIGHTINGS } from '../../utils/sites/limits.ts';
import { LONGEST_WAIT_MS, observePage, QUIET_MS } from '../../utils/sites/observe.ts';
import { LONGEST_PAUSE_MS } from '../../utils/sites/purse.ts';
import { newStrangers } from '../../utils/sites/strangers.ts';
import type { Lent, Reading, Sighting, SiteAdapter } from '../../utils/sites/types.ts';

let reads = 0;

/** A site whose people are links: `<main>` is a message, `.card` a profile. */
const site: SiteAdapter = {
  id: 'test',
  name: 'Test',
  matches: [`${location.protocol}//${location.hostname}/*`],
  views: [
    { name: 'card', root: '.card', read: (root) => peopleIn(root) },
    {
      name: 'message',
      root: 'main',
      at: (url) => !url.pathname.includes('elsewhere'),
      read: (root) => peopleIn(root),
    },
  ],
};

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

function peopleIn(root: Element): Sighting[] {
  reads++;
  return [...root.querySelectorAll('a')].map((link) => ({
    role: 'sender',
    handles: [{ kind: 'email', value: link.getAttribute('href') ?? '' }],
    name: link.textContent ?? '',
    touchpoints: [],
  }));
}

let frame: HTMLIFrameElement;
let life: AbortController;
let reports: (Reading | undefined)[];
let again: () => void;

const body = () => page().document.body;
const page = () => frame.contentWindow as Window & typeof globalThis;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than any change can take to be read. */
const settled = () => sleep(LONGEST_WAIT_MS + 2 * QUIET_MS);
const names = () => reports.map((reading) => reading?.sightings.map(({ name }) => name).join(' '));

function lent(lastResort: () => Promise<SiteAdapter | undefined>): () => Promise<Lent | undefined> {
  return async () => {
    const adapter = await lastResort();
    return adapter && { adapter, own: [] };
  };
}

/** Watches a page, and waits until it was read for the first time. */
async function observe(
  html: string,
  sites: readonly SiteAdapter[] = [site],
  lastResort?: () => Promise<SiteAdapter | undefined>,
): Promise<void> {
  const before = reports.length;
  body().innerHTML = html;
  again = observePage({
    window: page(),
    sites,
    strangers: newStrangers(sites, lastResort && lent(lastResort)),
    report: (reading) => reports.push(reading),
    signal: life.signal,
  });
  while (reports.length === before) await sleep(1);
}

beforeEach(async () => {
  frame = document.createElement('iframe');
  // Any file of this origin: pushState needs a page with an address.
  frame.src = '/package.json';
  await new Promise((loaded) => {
    frame.addEventListener('load', loaded, { once: true });
    document.body.append(frame);
  });
  // The page's own first `pageshow` comes right after its load.
  await sleep(1);
  life = new AbortController();
  reports = [];
  reads = 0;
});

afterEach(() => {
  life.abort();
  frame.remove();
});

const ANA = '<a href="ana@example.com">Ana</a>';
const BOB = '<a href="bob@example.com">Bob</a>';

describe('a page', () => {
  test('is read soon, and that nobody is there is said too', async () => {
    await observe(`<main>${ANA}</main>`);
    expect(names()).toEqual(['Ana']);
    life.abort();
    life = new AbortController();
    reports = [];
    await observe('<p>Nothing</p>');
    expect(reports).toEqual([undefined]);
  });

  test('is read again once it has settled, not at every change', async () => {
    await observe(`<main>${ANA}</main>`);
    const main = body().querySelector('main');
    for (const part of ['B', 'o', 'b']) {
      main?.insertAdjacentHTML('beforeend', `<a href="${part}@example.com">${part}</a>`);
      await sleep(5);
    }
    expect(reads).toBe(1);
    await settled();
    expect(reads).toBe(2);
    expect(names()).toEqual(['Ana', 'Ana B o b']);
  });

  test('is read within the promised wait when it changed once', async () => {
    await observe(`<main>${ANA}</main>`);
    body().querySelector('main')?.insertAdjacentHTML('beforeend', BOB);
    const before = performance.now();
    while (reports.length < 2 && performance.now() - before < 1000) await sleep(5);
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
    expect(reports[2]?.sightings[0]?.handles[0].value).toBe('anna@example.com');
  });

  test('is not reported again when the reading is the same', async () => {
    await observe(`<main>${ANA}<p>0</p></main>`);
    const text = body().querySelector('p') as HTMLElement;
    text.textContent = '1';
    await settled();
    expect(reads).toBe(2);
    expect(reports).toHaveLength(1);
  });

  test('is said again, unchanged, when asked', async () => {
    await observe(`<main>${ANA}</main>`);
    again();
    expect(names()).toEqual(['Ana', 'Ana']);
  });
});

describe('a change outside of the view', () => {
  test('does not read the page', async () => {
    await observe(`<main>${ANA}</main><aside><p>0</p></aside>`);
    const aside = body().querySelector('aside') as HTMLElement;
    aside.querySelector('p')?.replaceChildren('1');
    aside.insertAdjacentHTML('beforeend', '<b class="x">unread</b>');
    aside.className = 'open';
    await settled();
    expect(reads).toBe(1);
  });

  test('that takes away what a reading depends on reads the page', async () => {
    await observe(`<main>${ANA}</main><div><p id="account">ana</p></div>`, [
      { ...site, context: ['#account'] },
    ]);
    body().querySelector('div')?.remove();
    await settled();
    expect(reads).toBe(2);
    body().append('more');
    await settled();
    expect(reads).toBe(2);
  });

  test('that brings a better view reads that', async () => {
    await observe(`<main>${ANA}</main><aside></aside>`);
    body()
      .querySelector('aside')
      ?.insertAdjacentHTML('beforeend', `<div><div class="card">${BOB}</div></div>`);
    await settled();
    expect(names()).toEqual(['Ana', 'Bob']);
    expect(reports[1]?.view).toBe('card');
  });

  test('that makes an element a better view reads that', async () => {
    await observe(`<main>${ANA}</main><aside>${BOB}</aside>`);
    const aside = body().querySelector('aside') as HTMLElement;
    aside.className = 'card';
    await settled();
    expect(names()).toEqual(['Ana', 'Bob']);
  });

  test('that brings the first view reads that, also among many other elements', async () => {
    await observe('<p>Loading</p>');
    body().insertAdjacentHTML('beforeend', `${'<p></p>'.repeat(500)}<main>${ANA}</main>`);
    await settled();
    expect(names()).toEqual([undefined, 'Ana']);
  });

  test('that takes the view away says that nobody is there', async () => {
    await observe(`<div><main>${ANA}</main></div>`);
    body().firstElementChild?.replaceChildren();
    await settled();
    expect(names()).toEqual(['Ana', undefined]);
  });

  test('that replaces the view reads the new one', async () => {
    await observe(`<main>${ANA}</main>`);
    body().innerHTML = `<main>${BOB}</main>`;
    await settled();
    expect(names()).toEqual(['Ana', 'Bob']);
  });
});

describe('among 500 changes elsewhere', () => {
  const depending: SiteAdapter = { ...site, context: ['#account', '#another'] };
  const elsewhere = () => {
    const aside = body().querySelector('aside') as HTMLElement;
    for (let count = 0; count < 500; count++) aside.append(page().document.createElement('i'));
  };

  test('alone, nothing is read', async () => {
    await observe(`<main>${ANA}</main><p id="account">ana</p><aside></aside>`, [depending]);
    elsewhere();
    await settled();
    expect(reads).toBe(1);
  });

  test.each<[string, () => void]>([
    ['one in the view', () => body().querySelector('a')?.append('!')],
    ['one in what a reading depends on', () => body().querySelector('#account')?.append('!')],
    [
      'one of the title',
      () => {
        page().document.title = 'Another';
      },
    ],
    [
      'something more that a reading depends on',
      () => body().insertAdjacentHTML('afterbegin', '<p id="another"></p>'),
    ],
    [
      'what a reading depends on, made anew',
      () =>
        body()
          .querySelector('#account')
          ?.replaceWith(body().querySelector('#account')?.cloneNode() ?? ''),
    ],
    ['an element that becomes a better view', () => body().querySelector('b')?.setAttribute('class', 'card')],
    [
      'a view of the same kind before the one that was read',
      () => body().insertAdjacentHTML('afterbegin', `<main>${BOB}</main>`),
    ],
  ])('%s is read', async (_, change) => {
    await observe(`<main>${ANA}</main><p id="account">ana</p><b></b><aside></aside>`, [depending]);
    page().document.title = 'One';
    await settled();
    const before = reads;
    elsewhere();
    await settled();
    expect(reads).toBe(before);
    elsewhere();
    change();
    await settled();
    expect(reads).toBe(before + 1);
    // Once: from then on it is known.
    elsewhere();
    await settled();
    expect(reads).toBe(before + 1);
  });
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
    expect(reads).toBeGreaterThan(1);
    expect(names()).toEqual(['Ana']);
  });

  test('asks anew which site it is', async () => {
    const at = (id: string): SiteAdapter => ({
      ...site,
      id,
      matches: [],
      recognize: ({ url }) => url.pathname === `/${id}`,
    });
    await observe(`<main>${ANA}</main>`, [at('one'), at('two')]);
    for (const path of ['/one', '/two', '/none']) {
      page().history.pushState({}, '', path);
      await settled();
    }
    expect(reports.map((reading) => reading?.site)).toEqual([undefined, 'one', 'two', undefined]);
  });
});

// The machine may do other things, too.
const BY_THE_CLOCK = { retry: 2 };

test('a site that can be recognised late is recognised when it has loaded', async () => {
  const late: SiteAdapter = {
    ...site,
    matches: [],
    recognize: ({ document }) => document.querySelector('#webmail') !== null,
  };
  await observe(`<main>${ANA}</main>`, [late]);
  body().insertAdjacentHTML('beforeend', '<div id="webmail"></div>');
  await settled();
  expect(names()).toEqual([undefined, 'Ana']);
});

test(
  'a page that rewrites itself 100 times a second is read about four times a second',
  BY_THE_CLOCK,
  async () => {
    await observe(`<main>${ANA}</main>`);
    const main = body().querySelector('main') as HTMLElement;
    const times: number[] = [performance.now()];
    let known = reads;
    let rewritten = 0;
    const end = performance.now() + 2000;
    while (performance.now() < end) {
      main.innerHTML = `<a href="ana@example.com">Ana ${rewritten++}</a>`;
      await sleep(10);
      if (reads > known) times.push(performance.now());
      known = reads;
    }
    expect(rewritten).toBeGreaterThan(60);
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.max(...waits)).toBeLessThan(LONGEST_WAIT_MS + 150);
    expect(reads).toBeLessThanOrEqual(2000 / LONGEST_WAIT_MS + 2);
    expect(reads).toBeGreaterThan(4);
    await settled();
    expect(names().at(-1)).toBe(`Ana ${rewritten - 1}`);
  },
);

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
  'a page that never rests but shows nothing new is read more seldom, and what is new in the end is seen',
  BY_THE_CLOCK,
  async () => {
    await restless(30);
    expect(reads).toBeLessThan(8);
    body().querySelector('main')?.insertAdjacentHTML('beforeend', BOB);
    await sleep(LONGEST_PAUSE_MS + LONGEST_WAIT_MS);
    expect(names()).toEqual(['Ana', 'Ana Bob']);
  },
);

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
  expect(reads).toBe(1);
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
  expect(reports[0]?.sightings).toHaveLength(MAX_SIGHTINGS);
  expect(reports[0]?.omitted).toBe(5000 - MAX_SIGHTINGS);
});

describe('after it was stopped', () => {
  test('nothing is read any more, not even what was under way', async () => {
    await observe(`<main>${ANA}</main>`);
    body().querySelector('main')?.insertAdjacentHTML('beforeend', BOB);
    await sleep(QUIET_MS / 4);
    life.abort();
    await settled();
    body().querySelector('main')?.insertAdjacentHTML('beforeend', BOB);
    page().location.hash = '#x';
    page().history.pushState({}, '', '/elsewhere');
    await settled();
    expect(reads).toBe(1);
    expect(names()).toEqual(['Ana']);
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
    again();
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
    again();
    const before = reads;
    attach().querySelector('p')?.append('x');
    await settled();
    expect(reads).toBe(before);
  });
});

describe('what stands apart in a view', () => {
  const withBodies: SiteAdapter = { ...site, apart: '.body' };
  const inBody = () => body().querySelector('.body') as HTMLElement;
  const header = () => body().querySelector('.header') as HTMLElement;

  beforeEach(async () => {
    await observe(`<main><div class="header">${ANA}</div><div class="body">Dear Ana<p></p></div></main>`, [
      withBodies,
    ]);
    reads = 0;
  });

  test('can change as it likes without being read', async () => {
    inBody().querySelector('p')?.append('x');
    (inBody().firstChild as Text).data = 'Dear all';
    await settled();
    inBody().insertAdjacentHTML('beforeend', '<i class="late"></i>');
    inBody().classList.add('large');
    await settled();
    expect(reads).toBe(0);
  });

  test('hides no change beside it, before, after or at the same time', async () => {
    inBody().append('x');
    header().insertAdjacentHTML('beforeend', BOB);
    inBody().append('y');
    await settled();
    expect(names().at(-1)).toBe('Ana Bob');
    (inBody().firstChild as Text).data = 'Dear all';
    (header().querySelector('a')?.firstChild as Text).data = 'Anna';
    await settled();
    expect(names().at(-1)).toBe('Anna Bob');
  });

  test('hides no change of the page elsewhere', async () => {
    (inBody().firstChild as Text).data = 'Dear all';
    body().insertAdjacentHTML('afterbegin', `<div class="card">${BOB}</div>`);
    await settled();
    expect(names().at(-1)).toBe('Bob');
    reads = 0;
  });

  test('is read when it stands apart no more, or is gone', async () => {
    inBody().insertAdjacentHTML('beforeend', BOB);
    await settled();
    expect(reads).toBe(0);
    inBody().className = '';
    await settled();
    expect(names().at(-1)).toBe('Ana Bob');
  });
});

test('watching a page leaves nothing in it', async () => {
  await observe(`<main>${ANA}</main>`);
  const before = page().document.documentElement.outerHTML;
  again();
  await settled();
  expect(page().document.documentElement.outerHTML).toBe(before);
});

describe('the last resort', () => {
  const none: SiteAdapter = {
    ...site,
    matches: [],
    recognize: ({ document }) => document.querySelector('#webmail') !== null,
  };
  const last: SiteAdapter = { ...site, id: 'last', matches: [], recognize: () => true };
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
    expect(reports.map((reading) => reading?.site)).toEqual([undefined, 'last']);
  });

  test('gives way to a site that recognises the page later', async () => {
    await observe(`<main>${ANA}</main>`, [none], lend);
    await settled();
    body().querySelector('main')?.insertAdjacentHTML('beforeend', '<div id="webmail"></div>');
    await settled();
    expect(reports.map((reading) => reading?.site)).toEqual([undefined, 'last', 'test']);
  });

  describe('that does not know the page', () => {
    let studied = 0;
    const shy: SiteAdapter = {
      ...last,
      concerns: (node) => node.textContent?.includes('@') ?? false,
      recognize: ({ document }) => {
        studied++;
        return document.querySelector('main a') !== null;
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
      expect(reports.at(-1)?.site).toBe('test');
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
    expect(reports).toEqual([undefined]);
  });

  test('that comes after reading was stopped reads nothing', async () => {
    await observe(`<main>${ANA}</main>`, [none], async () => {
      life.abort();
      return last;
    });
    await settled();
    expect(reports).toEqual([undefined]);
  });
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
    await sleep(1500);
    expect(reports.length).toBeGreaterThan(1);
    clearInterval(timer);
    await sleep(1500);
    expect(names().at(-1)).toBe(`Ana ${turn}`);
  },
);
