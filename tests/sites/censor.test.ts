import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { censor } from '../../utils/sites/censor.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

test('a report keeps the shape of a page', () => {
  document.body.innerHTML =
    '<div class="msg-row unread x9k2" role="row" data-id="42"><span title="ana@example.com">Ana Pérez</span></div>';
  const lines = censor().split('\n');
  expect(lines.some((line) => line.trim() === 'div.msg-row.unread role data-id')).toBe(true);
  expect(lines.some((line) => line.trim() === 'span title “9”')).toBe(true);
});

test('a report holds no text, no address and no value of the page', () => {
  const secret = fc.stringMatching(/^[a-zA-Z]{3,10}(@[a-z]{3,8}\.com|\d{2,6}| [A-Z][a-z]{3,9})$/);
  fc.assert(
    fc.property(secret, secret, secret, secret, (text, title, href, css) => {
      document.body.innerHTML = '';
      const link = document.createElement('a');
      link.textContent = text;
      link.title = title;
      link.setAttribute('href', href);
      link.className = css.replaceAll(' ', '9');
      link.setAttribute('data-name', text);
      link.append(document.createComment(text));
      document.body.append(link, text);
      const report = censor();
      for (const word of [text, title, href, link.className]) expect(report).not.toContain(word);
    }),
    { numRuns: 200 },
  );
});

test('a report of a huge page is short', () => {
  document.body.innerHTML = '<p>x</p>'.repeat(10_000);
  expect(censor(100).split('\n')).toHaveLength(100);
});
