// @vitest-environment happy-dom
import { render, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { Markdown } from '../../components/parts/Markdown.tsx';
import { BY_THE_CLOCK } from '../by-the-clock.ts';

/** A note as it is shown once the splitter is loaded. */
async function shown(source: string): Promise<HTMLElement> {
  const { container } = render(<Markdown source={source} />);
  const note = container.querySelector('.markdown') as HTMLElement;
  await waitFor(() => expect(note.querySelector('.typed')).toBeNull());
  return note;
}

const ALLOWED = new Set(
  'p strong em del code pre br hr a ul ol li blockquote table thead tbody tr th td input'.split(' '),
);

describe('a note', () => {
  test.each([
    ['**bold** and *slanted* and ~~gone~~', '<strong>bold</strong> and <em>slanted</em> and <del>gone</del>'],
    ['`a < b`', '<code>a &lt; b</code>'],
    ['one\ntwo', 'one<br>two'],
    ['AT&T', 'AT&amp;T'],
    ['a \\* b', 'a * b'],
  ])('%j is shown as %s', async (source, html) => {
    expect((await shown(source)).innerHTML).toBe(`<p>${html}</p>`);
  });

  test('has headings, lists with their numbers, tasks, quotes, code and tables', async () => {
    const note = await shown(
      '# Plan\n\n3. three\n4. four\n\n- [x] done\n- [ ] open\n\n> said\n\n```\ncode **here**\n```\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n---',
    );
    expect(note.querySelector('.heading')?.textContent).toBe('Plan');
    expect(note.querySelector('ol')?.getAttribute('start')).toBe('3');
    expect([...note.querySelectorAll('input')].map((box) => [box.checked, box.disabled])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(note.querySelector('blockquote')?.textContent).toBe('said');
    expect(note.querySelector('pre code')?.textContent).toBe('code **here**');
    expect(note.querySelector('td strong')?.textContent).toBe('2');
    expect(note.querySelector('hr')).not.toBeNull();
  });
});

describe('a link', () => {
  test.each([
    ['[Ana](https://example.com/a?b=c)', 'https://example.com/a?b=c'],
    ['https://example.com/a', 'https://example.com/a'],
    ['[write](mailto:ana@example.com)', 'mailto:ana@example.com'],
    ['ana@example.com', 'mailto:ana@example.com'],
    ['![a picture](https://example.com/spy.png)', 'https://example.com/spy.png'],
  ])('%s leads to %s, in a tab that does not know from where', async (source, href) => {
    const link = (await shown(source)).querySelector('a');
    expect(link?.getAttribute('href')).toBe(href);
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.getAttribute('rel')).toBe('noreferrer');
  });

  test.each([
    '[Ana](javascript:alert(1))',
    '[Ana](JaVaScRiPt:alert(1))',
    '[Ana](  javascript:alert(1))',
    '[Ana](java&#115;cript:alert(1))',
    '[Ana](&#106;avascript:alert(1))',
    '[Ana](<java\tscript:alert(1)>)',
    '[Ana](data:text/html,<script>alert(1)</script>)',
    '[Ana](vbscript:x)',
    '[Ana](file:///etc/passwd)',
    '[Ana](/relative)',
    '![Ana](javascript:alert(1))',
    '[Ana][1]\n\n[1]: javascript:alert(1)',
    '<javascript:alert(1)>',
  ])('%s leads nowhere', async (source) => {
    const note = await shown(source);
    expect(note.querySelectorAll('a')).toHaveLength(0);
    expect(note.textContent).toMatch(/Ana|alert/);
  });
});

describe('what looks like HTML', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    'a <b onclick="alert(1)">b</b> c',
    '<div>\n<iframe src="https://example.com"></iframe>\n</div>',
    '<svg onload=alert(1)>',
    '<!-- comment -->',
    '- <img src=x onerror=alert(1)>',
    '| <img src=x onerror=alert(1)> |\n|---|\n| <script>x</script> |',
    '# <img src=x onerror=alert(1)>',
    '> <style>*{display:none}</style>',
    '<a href="javascript:alert(1)">x</a>',
    '**<img src=x onerror=alert(1)>**',
    '[<img src=x onerror=alert(1)>](https://example.com)',
    '```\n<script>alert(1)</script>\n```',
  ])('is shown as text: %j', async (source) => {
    const note = await shown(source);
    for (const element of note.querySelectorAll('*')) {
      expect(ALLOWED, element.outerHTML).toContain(element.localName);
      expect(element.getAttributeNames().filter((name) => name.startsWith('on'))).toEqual([]);
    }
    const angles = (text: string) => text.replace(/^>/gm, '').match(/[<>]/g)?.length;
    expect(angles(note.textContent ?? '')).toBe(angles(source));
  });

  test('is never loaded: no note makes an element that asks the network', async () => {
    const note = await shown(
      '![a](https://example.com/a.png) <img src="https://example.com/b.png"> [c](https://example.com)',
    );
    expect(note.querySelectorAll('img, iframe, script, link, object, video, audio, source')).toHaveLength(0);
  });
});

test('a note of 100,000 characters of brackets is shown within a second', BY_THE_CLOCK, async () => {
  const before = performance.now();
  await shown('[*_`<'.repeat(2000));
  expect(performance.now() - before).toBeLessThan(1000);
});
