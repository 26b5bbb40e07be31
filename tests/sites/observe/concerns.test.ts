import { beforeEach, describe, expect, test } from 'vitest';
import type { SiteAdapter } from '../../../utils/sites/types.ts';
import { ANA, BOB, body, names, observe, page, peopleIn, seen, settled, withPage } from './observing.ts';

withPage();

describe('a reader of whole pages', () => {
  let asked: Node[] = [];
  let shown: Element[] = [];
  const whole: SiteAdapter = {
    id: 'whole',
    name: 'Whole',
    matches: [`${location.protocol}//${location.hostname}/*`],
    concerns: (node) => {
      asked.push(node);
      return node.textContent?.includes('@') ?? false;
    },
    stands: () => shown.every(({ isConnected }) => isConnected),
    views: [
      {
        name: 'page',
        root: 'body',
        read: (root) => {
          shown = [...root.querySelectorAll('a')];
          return peopleIn(root);
        },
      },
    ],
  };
  const made = (html: string) => {
    const element = page().document.createElement('p');
    element.innerHTML = html;
    return element;
  };

  beforeEach(async () => {
    await observe(`<p>${ANA}@</p><aside><i>news</i></aside>`, [whole]);
    await settled();
    seen.reads = 0;
    asked = [];
  });

  test('is not asked of what came and went before it was looked at', async () => {
    const news = made('news');
    for (let count = 0; count < 5; count++) {
      body().append(news);
      news.remove();
    }
    await settled();
    expect(asked).toEqual([]);
    expect(seen.reads).toBe(0);
  });

  test('reads again when something that concerns it came', async () => {
    body().append(made('news'), made(`${BOB}@`));
    await settled();
    expect(names().at(-1)).toBe('Ana Bob');
  });

  test('reads again when something that concerns it is gone', async () => {
    body().firstElementChild?.remove();
    await settled();
    expect(names().at(-1)).toBe('');
  });

  test('reads again when what concerns it went and another came and went', async () => {
    const news = made('news');
    body().append(news);
    body().firstElementChild?.remove();
    news.remove();
    await settled();
    expect(names().at(-1)).toBe('');
  });

  test('reads again when what came went, changed, and came back', async () => {
    const bob = made('news');
    body().append(bob);
    bob.remove();
    bob.innerHTML = `${BOB}@`;
    body().append(bob);
    await settled();
    expect(names().at(-1)).toBe('Ana Bob');
  });
});
