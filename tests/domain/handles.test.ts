import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emailHandle,
  handleLink,
  mailtoHandle,
  nameHandle,
  parseHandle,
  phoneHandle,
  sameHandle,
  urlHandle,
} from '../../utils/domain/handles.ts';
import { linkedinHandle } from '../../utils/domain/linkedin-handle.ts';
import type { Handle } from '../../utils/domain/types.ts';

describe('an e-mail address', () => {
  test.each([
    ['Ana@Example.COM', 'ana@example.com'],
    ['  ana@example.com ', 'ana@example.com'],
    ['<ana@example.com>', 'ana@example.com'],
    ['mailto:ana@example.com', 'ana@example.com'],
    ['ana+news@example.com', 'ana+news@example.com'],
    ['a.n.a@example.com', 'a.n.a@example.com'],
    ["o'brien@example.com", "o'brien@example.com"],
    ['jörg@example.com', 'jörg@example.com'],
    ['jo\u0308rg@example.com', 'jörg@example.com'],
    ['ana@bücher.example', 'ana@xn--bcher-kva.example'],
    ['ana@BÜCHER.example', 'ana@xn--bcher-kva.example'],
    ['小明@例子.公司', '小明@xn--fsqu00a.xn--55qx5d'],
    ['ana@example.com.', 'ana@example.com'],
    ['ana@example.com。', 'ana@example.com'],
    ['ana@example.com;', 'ana@example.com'],
    ['\u202aana@example.com\u202c', 'ana@example.com'],
    ['an\u200ba@example.com', 'ana@example.com'],
  ])('%j is %s', (raw, value) => {
    expect(emailHandle(raw)).toEqual({ kind: 'email', value });
  });

  test.each([
    '',
    'ana',
    'ana@example',
    '@example.com',
    'ana@',
    'ana@.com',
    'ana@example..com',
    'ana @example.com',
    'ana@exam ple.com',
    'ana@bob@example.com',
    'ana(work)@example.com',
    'ana@(work)example.com',
    '"ana b"@example.com',
    'ana@example.com, bob@example.com',
    'Ana <ana@example.com>',
    'ana@192.168.0.1',
    'ana@[192.168.0.1]',
    'ana@example.com/path',
    'ana@example.com?subject=hi',
    'ana@example.c',
    `${'a'.repeat(65)}@example.com`,
    `ana@${'example.'.repeat(5000)}com`,
    'a'.repeat(1_000_000),
  ])('is not made of %.60j', (raw) => {
    expect(emailHandle(raw)).toBeUndefined();
  });

  test('is the same however its letters are cased, and another with another tag', () => {
    const [plain, cased, tagged] = ['ana@example.com', 'ANA@Example.com', 'ana+x@example.com'].map(
      emailHandle,
    );
    expect(sameHandle(plain as Handle, cased as Handle)).toBe(true);
    expect(sameHandle(plain as Handle, tagged as Handle)).toBe(false);
  });
});

describe('a mailto link', () => {
  test.each([
    ['mailto:ana@example.com', 'ana@example.com'],
    ['MAILTO:Ana@Example.com?subject=Hi&cc=bob@example.com', 'ana@example.com'],
    ['mailto:j%C3%B6rg%2Bx@example.com', 'jörg+x@example.com'],
    ['mailto:100%@example.com', '100%@example.com'],
  ])('%s names %s', (href, value) => {
    expect(mailtoHandle(href)).toEqual({ kind: 'email', value });
  });

  test.each([
    'https://example.com/?to=ana@example.com',
    'ana@example.com',
    'mailto:',
    'mailto:a@b.example,c@d.example',
  ])('%s names nobody', (href) => {
    expect(mailtoHandle(href)).toBeUndefined();
  });
});

describe('a LinkedIn profile', () => {
  test.each([
    ['https://www.linkedin.com/in/ana-perez', 'ana-perez'],
    ['https://www.linkedin.com/in/ana-perez/', 'ana-perez'],
    ['https://www.linkedin.com/in/Ana-Perez/?trk=people-guest&originalSubdomain=mx', 'ana-perez'],
    ['https://de.linkedin.com/in/J%C3%B6rg-M/en?trk=x', 'jörg-m'],
    ['https://www.linkedin.com/in/jo%CC%88rg-m', 'jörg-m'],
    ['https://www.linkedin.com/in/jörg-m#about', 'jörg-m'],
    ['https://www.linkedin.com/in/ana-perez/details/experience/', 'ana-perez'],
    ['https://www.linkedin.com/mwlite/profile/in/ana-perez?trk=contact-info', 'ana-perez'],
    ['https://www.linkedin.com/mwlite/in/ana-perez', 'ana-perez'],
    ['http://cn.linkedin.com/in/%E5%B0%8F%E6%98%8E', '小明'],
    ['//www.linkedin.com/in/ana-perez', 'ana-perez'],
    ['/in/ana-perez/', 'ana-perez'],
    ['linkedin.com/in/ana-perez', 'ana-perez'],
    ['www.linkedin.com/in/ana-perez', 'ana-perez'],
    ['/in/ana-👩🏽-perez', 'ana-👩🏽-perez'],
    ['https://www.linkedin.com/in/o%E2%80%99brien', 'o’brien'],
  ])('%s is %s', (raw, slug) => {
    expect(linkedinHandle(raw)?.value).toBe(slug);
  });

  test.each([
    'https://www.linkedin.com/in/ACoAABcD3fgHiJkLmNoPqRsTuVwXyZ012345678',
    'https://www.linkedin.com/company/example',
    'https://www.linkedin.com/in/',
    'https://www.linkedin.com/feed/in/ana',
    'https://notlinkedin.com/in/ana',
    'https://linkedin.com.example.com/in/ana',
    'https://example.com/in/ana',
    'https://example.com/?next=https://www.linkedin.com/in/ana',
    'https://www.linkedin.com/in/100%-ana',
    'https://www.linkedin.com/in/%3Cscript%3E',
    'https://www.linkedin.com/in/a%20b',
    'https://www.linkedin.com/in/a%2Fb',
    `https://www.linkedin.com/in/${'a'.repeat(201)}`,
    'javascript:/in/ana',
  ])('is not made of %.60s', (raw) => {
    expect(linkedinHandle(raw)).toBeUndefined();
  });

  test('whose slug merely begins like an opaque id is a profile', () => {
    expect(linkedinHandle('/in/ACoA-Perez')?.value).toBe('acoa-perez');
  });
});

describe('a name', () => {
  test('is the same in any order and case', () => {
    expect(nameHandle('outlook', 'Ana Pérez')).toEqual({ kind: 'name', value: 'outlook:ana perez' });
    expect(nameHandle('outlook', 'PEREZ, Ana')).toEqual(nameHandle('outlook', 'Ana Pérez'));
  });

  test.each(['', ' - ', 'Wed 10-May-23 15:25', '3月19日', '12月'])('is not %j', (text) => {
    expect(nameHandle('outlook', text)).toBeUndefined();
  });

  test.each(['Agent 7', '月野うさぎ', 'Ana (2nd: Bo)'])('may be %j', (text) => {
    expect(nameHandle('outlook', text)).toBeDefined();
  });
});

describe('a phone number', () => {
  test.each([
    ['+49 (30) 901820', '+4930901820'],
    ['030/901820', '030901820'],
    ['86-10-6552.9988', '861065529988'],
  ])('%s is %s', (raw, value) => {
    expect(phoneHandle(raw)).toEqual({ kind: 'phone', value });
  });

  test.each(['12345', '------', 'call me', '+49 30 9018 ext 20', '1'.repeat(31), ''])(
    'is not made of %j',
    (raw) => {
      expect(phoneHandle(raw)).toBeUndefined();
    },
  );
});

describe('a link', () => {
  test.each([
    ['https://Example.com', 'https://example.com/'],
    [' http://example.com/a?b=c#d ', 'http://example.com/a?b=c'],
  ])('%j is %s', (raw, value) => {
    expect(urlHandle(raw)).toEqual({ kind: 'url', value });
  });

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,hi',
    'file:///etc/passwd',
    'example.com',
    'https://',
    'https:// /',
  ])('is not made of %j', (raw) => {
    expect(urlHandle(raw)).toBeUndefined();
    expect(parseHandle(raw)).toBeUndefined();
  });
});

test.each([
  ['ana@example.com', 'email'],
  ['linkedin.com/in/ana', 'linkedin'],
  ['+49 30 901820', 'phone'],
  ['https://example.com/ana', 'url'],
  ['Ana Pérez', undefined],
])('what a user types, %s, is recognised as %s', (raw, kind) => {
  expect(parseHandle(raw)?.kind).toBe(kind);
});

test.each<[Handle, string | undefined]>([
  [{ kind: 'email', value: 'ana@example.com' }, 'mailto:ana@example.com'],
  [{ kind: 'email', value: 'a?cc=eve@example.com' }, 'mailto:a%3Fcc%3Deve@example.com'],
  [{ kind: 'linkedin', value: 'jörg-m' }, 'https://www.linkedin.com/in/j%C3%B6rg-m/'],
  [{ kind: 'linkedin', value: '../feed' }, 'https://www.linkedin.com/in/..%2Ffeed/'],
  [{ kind: 'phone', value: '+4930901820' }, 'tel:+4930901820'],
  [{ kind: 'url', value: 'https://example.com/' }, 'https://example.com/'],
  [{ kind: 'url', value: 'javascript:alert(1)' }, undefined],
])('the handle %o leads to %s', (handle, link) => {
  expect(handleLink(handle)).toBe(link);
});

describe('normalising what is normalised changes nothing:', () => {
  const normalisers = {
    email: emailHandle,
    linkedin: (raw: string) => linkedinHandle(`/in/${raw}`),
    phone: phoneHandle,
    url: urlHandle,
  };
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
  const raw = {
    email: fc.oneof(
      fc.tuple(text, text, text).map(([local, domain, tld]) => `${local}@${domain}.${tld}`),
      fc.emailAddress(),
      text.map((tail) => `ana@example.com${tail}`),
    ),
    linkedin: fc.oneof(
      text.map(encodeSafely),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
      fc.string({ unit: fc.constantFrom(...'aZéİΣ１%-.'), minLength: 1 }).map(encodeSafely),
    ),
    phone: fc.string({ unit: fc.constantFrom(...'0123456789+ -'), maxLength: 31 }),
    url: fc.oneof(
      fc.webUrl({ withFragments: true }),
      text.map((path) => `https://example.com/${path}`),
    ),
  };
  test.each(['email', 'linkedin', 'phone', 'url'] as const)('%s', (kind) => {
    let handles = 0;
    fc.assert(
      fc.property(raw[kind], (text) => {
        const once = normalisers[kind](text);
        if (!once) return;
        handles++;
        expect(normalisers[kind](once.value)).toEqual(once);
      }),
      { numRuns: 500 },
    );
    expect(handles).toBeGreaterThan(50);
  });
});

function encodeSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
