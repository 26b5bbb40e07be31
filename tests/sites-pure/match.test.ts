import { describe, expect, test } from 'vitest';
import { CHOSEN_SITES, MAIL_SITES, NETWORK_SITES } from '../../utils/sites/index.ts';
import { matchesUrl } from '../../utils/sites/match.ts';
import type { SiteAdapter } from '../../utils/sites/types.ts';

describe('a match pattern', () => {
  test.each([
    ['https://mail.google.com/*', 'https://mail.google.com/mail/u/0/#inbox', true],
    ['https://mail.google.com/*', 'https://mail.google.com:444/', true],
    ['https://mail.google.com/*', 'http://mail.google.com/', false],
    ['https://mail.google.com/*', 'https://mail.google.com.example.com/', false],
    ['https://mail.google.com/*', 'https://x.mail.google.com/', false],
    ['https://mail.google.com/*', 'https://xmail.google.com/', false],
    ['https://mail.google.com/*', 'https://mailxgoogle.com/', false],
    ['https://mail.google.com/*', 'https://example.com/mail.google.com/', false],
    ['https://mail.google.com/*', 'https://mail.google.com@example.com/', false],
    ['https://*.linkedin.com/*', 'https://www.linkedin.com/in/ana', true],
    ['https://*.linkedin.com/*', 'https://de.m.linkedin.com/in/ana', true],
    ['https://*.linkedin.com/*', 'https://linkedin.com/in/ana', true],
    ['https://*.linkedin.com/*', 'https://notlinkedin.com/in/ana', false],
    ['https://*.linkedin.com/in/*', 'https://www.linkedin.com/feed/', false],
    ['https://*.linkedin.com/in/*', 'https://www.linkedin.com/in/', true],
    ['https://x.com/*', 'https://netflix.com/', false],
    ['*://example.com/*', 'http://example.com/', true],
    ['*://example.com/*', 'ftp://example.com/', false],
    ['https://*/*', 'https://anything.example/', true],
    ['https://example.com/a.b?c=*', 'https://example.com/a.b?c=1', true],
    ['https://example.com/a.b?c=*', 'https://example.com/axb?c=1', false],
    ['https://example.com/a', 'https://example.com/a/b', false],
  ])('%s covers %s: %s', (pattern, url, covers) => {
    expect(matchesUrl(pattern, new URL(url))).toBe(covers);
  });

  test.each([
    ['https://*.linkedin.com/*', 'https://example.com/x.linkedin.com/', false],
    ['https://*.linkedin.com/*', 'https://example.com/?x.linkedin.com/', false],
    ['https://example.com/a*.b', 'https://example.com/axx.b', true],
    ['https://example.com/a*.b', 'https://example.com/ab', false],
  ])('%s covers %s: %s, as stars and dots of the path are others', (pattern, url, covers) => {
    expect(matchesUrl(pattern, new URL(url))).toBe(covers);
  });

  test.each(
    [...MAIL_SITES, ...NETWORK_SITES, ...CHOSEN_SITES].flatMap(({ id, matches }: SiteAdapter) =>
      matches.map((pattern) => [id, pattern] as const),
    ),
  )('%s: %s is one, and covers itself', (_, pattern) => {
    expect(pattern).toMatch(/^https?:\/\/(\*\.)?[\w-]+(\.[\w-]+)+\/[^*]*\*$/);
    expect(matchesUrl(pattern, new URL(pattern.replaceAll('*', 'x')))).toBe(true);
  });
});
