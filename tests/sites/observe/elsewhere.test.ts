import { beforeEach, describe, expect, test } from 'vitest';
import { webmail } from '../../../utils/sites/reading/webmail.ts';
import type { SiteAdapter } from '../../../utils/sites/types.ts';
import { ANA, BOB, body, names, observe, page, seen, settled, site, withPage } from './observing.ts';

withPage();

function made(html: string): Element {
  return page().document.createRange().createContextualFragment(html).firstElementChild as Element;
}

describe('a change outside of the view', () => {
  test('does not read the page', async () => {
    await observe(`<main>${ANA}</main><aside><p>0</p></aside>`);
    const aside = body().querySelector('aside') as HTMLElement;
    aside.querySelector('p')?.replaceChildren('1');
    aside.insertAdjacentHTML('beforeend', '<b class="x">unread</b>');
    aside.className = 'open';
    await settled();
    expect(seen.reads).toBe(1);
  });

  test('that takes away what a reading depends on reads the page', async () => {
    await observe(`<main>${ANA}</main><div><p id="account">ana</p></div>`, [
      { ...site, context: ['#account'] },
    ]);
    body().querySelector('div')?.remove();
    await settled();
    expect(seen.reads).toBe(2);
    body().append('more');
    await settled();
    expect(seen.reads).toBe(2);
  });

  test('of a webmail whose whole page may hold messages is one outside of what holds them all', async () => {
    const message = (name: string) =>
      `<article><b class="from" title="${name.toLowerCase()}@example.com">${name}</b></article>`;
    const mail = webmail({
      id: 'mail',
      name: 'Mail',
      root: 'body:has(.from)',
      message: 'article',
      from: '.from',
      self: '#me',
    });
    await observe(`<i id="me">me@example.com</i><main>${message('Ana')}</main><aside></aside>`, [mail]);
    const [view] = mail.views;
    expect(view?.core?.(body()).localName).toBe('main');
    const aside = body().querySelector('aside') as HTMLElement;
    aside.innerHTML = message('Bob');
    await settled();
    expect(names()).toEqual(['Ana', 'Bob Ana']);
    expect(view?.core?.(body()).localName).toBe('body');
  });

  describe('of what shows the account', () => {
    const at = (root: string) => webmail({ id: 'mail', name: 'Mail', root, from: 'b', self: '.me' });
    const ME = '<i class="me">me@example.com</i>';
    const YOU = '<i class="me">you@example.com</i>';
    const selves = () => seen.reports.map((reading) => reading?.self.map(({ value }) => value).join(' '));
    test.each([
      ['by another text', () => body().querySelector('.me')?.replaceChildren('you@example.com')],
      ['by another element', () => body().querySelector('.me')?.replaceWith(made(YOU))],
    ])('is one %s', async (_, change) => {
      await observe(`${ME}<main><b title="ana@example.com">Ana</b></main>`, [at('main')]);
      change();
      await settled();
      expect(selves()).toEqual(['me@example.com', 'you@example.com']);
    });

    test.each([
      ['main', 'body'],
      ['main', 'main'],
      ['body:has(b)', 'body'],
    ])('is one more, where the view is %s and it comes into %s', async (root, place) => {
      await observe(`${ME}<main><b title="ana@example.com">Ana</b></main>`, [at(root)]);
      body().parentElement?.querySelector(place)?.append(made(YOU));
      await settled();
      expect(selves()).toEqual(['me@example.com', 'me@example.com you@example.com']);
    });
  });

  test('of the whole page is not needed for a message of the thread that is opened to be read', async () => {
    const mail = webmail({
      id: 'mail',
      name: 'Mail',
      root: 'main,body:has(>article)',
      message: 'article.open',
      from: 'b',
      self: '.me',
    });
    const card = (name: string) =>
      `<article><b title="${name.toLowerCase()}@example.com">${name}</b></article>`;
    await observe(`<i class="me">me@example.com</i><main>${card('Ana')}${card('Bo')}</main>`, [mail]);
    for (const article of body().querySelectorAll('article')) {
      article.className = 'open';
      await settled();
    }
    expect(names().slice(1)).toEqual(['Ana', 'Bo Ana']);
  });

  test('is read without the text of a script that was read before', async () => {
    const mail = webmail({ id: 'mail', name: 'Mail', root: 'main', from: 'b', script: /\bme = '([^']+)'/ });
    await observe('<script></script><main><b title="ana@example.com">Ana</b></main>', [mail]);
    const script = body().querySelector('script') as HTMLScriptElement;
    let asked = 0;
    Object.defineProperty(script, 'text', { get: () => `${++asked}` });
    for (const name of ['Bo', 'Cy']) {
      body().querySelector('b')?.replaceChildren(name);
      await settled();
    }
    expect(names().at(-1)).toBe('Cy');
    expect(asked).toBe(0);
  });

  test('that brings a better view reads that', async () => {
    await observe(`<main>${ANA}</main><aside></aside>`);
    body()
      .querySelector('aside')
      ?.insertAdjacentHTML('beforeend', `<div><div class="card">${BOB}</div></div>`);
    await settled();
    expect(names()).toEqual(['Ana', 'Bob']);
    expect(seen.reports[1]?.view).toBe('card');
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
    expect(seen.reads).toBe(1);
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
    const before = seen.reads;
    elsewhere();
    await settled();
    expect(seen.reads).toBe(before);
    elsewhere();
    change();
    await settled();
    expect(seen.reads).toBe(before + 1);
    // Once: from then on it is known.
    elsewhere();
    await settled();
    expect(seen.reads).toBe(before + 1);
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
    seen.reads = 0;
  });

  test('can change as it likes without being read', async () => {
    inBody().querySelector('p')?.append('x');
    (inBody().firstChild as Text).data = 'Dear all';
    await settled();
    inBody().insertAdjacentHTML('beforeend', '<i class="late"></i>');
    inBody().classList.add('large');
    await settled();
    expect(seen.reads).toBe(0);
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
    seen.reads = 0;
  });

  test('is read when it stands apart no more, or is gone', async () => {
    inBody().insertAdjacentHTML('beforeend', BOB);
    await settled();
    expect(seen.reads).toBe(0);
    inBody().className = '';
    await settled();
    expect(names().at(-1)).toBe('Ana Bob');
  });
});
