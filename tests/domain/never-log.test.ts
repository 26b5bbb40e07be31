import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailHandle } from '../../utils/domain/handles.ts';
import { neverLogEntry, neverLogged, neverLogSet } from '../../utils/domain/never-log.ts';
import type { Handle } from '../../utils/domain/types.ts';

describe('an entry of the never-log list', () => {
  test.each([
    ['Jo@Example.com', 'email', 'jo@example.com'],
    [' <jo@example.com> ', 'email', 'jo@example.com'],
    ['mailto:jo@example.com', 'email', 'jo@example.com'],
    ['jo+shop@example.com', 'email', 'jo+shop@example.com'],
    ['jo@BÜCHER.example', 'email', 'jo@xn--bcher-kva.example'],
    ['example.com', 'domain', 'example.com'],
    ['Example.COM.', 'domain', 'example.com'],
    ['@example.com', 'domain', 'example.com'],
    ['*.example.com', 'domain', 'example.com'],
    ['https://www.example.com/about?x=1', 'domain', 'www.example.com'],
    ['bücher.example', 'domain', 'xn--bcher-kva.example'],
    ['例え.example', 'domain', 'xn--r8jz45g.example'],
  ])('%s is the %s %s', (raw, kind, value) => {
    expect(neverLogEntry(raw)).toEqual({ kind, value });
  });

  test.each([
    '',
    '  ',
    'jo',
    'com',
    '@',
    '*',
    '*.*',
    'a b.example',
    'jo@',
    '127.0.0.1',
    'x@y',
    '<script>',
    '..',
    '.com',
    'http://',
  ])('%j is none', (raw) => {
    expect(neverLogEntry(raw)).toBeUndefined();
  });

  test('is never an invalid one, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.domain(), fc.webUrl()),
        (raw) => {
          const entry = neverLogEntry(raw);
          if (!entry) return;
          expect(entry.value).toMatch(/^[^\s<>]+$/u);
          // What is kept names itself again.
          expect(neverLogEntry(entry.value)).toEqual(entry);
        },
      ),
    );
  });
});

const handle = (address: string): Handle => emailHandle(address) as Handle;

describe('the never-log list', () => {
  const list = neverLogSet([
    { kind: 'email', value: 'jo@example.com' },
    { kind: 'domain', value: 'acme.example' },
    { kind: 'domain', value: 'xn--bcher-kva.example' },
    { kind: 'self', value: 'ana@example.com' },
  ]);

  test.each([
    ['jo@example.com', 'never'],
    ['jo+news@example.com', 'never'],
    ['jo2@example.com', undefined],
    ['xjo@example.com', undefined],
    ['jo@example.com.evil.example', undefined],
    ['any@acme.example', 'never'],
    ['any@mail.eu.acme.example', 'never'],
    ['any@notacme.example', undefined],
    ['any@acme.example.evil.example', undefined],
    ['acme.example@evil.example', undefined],
    ['jo@bücher.example', 'never'],
    ['ana@example.com', 'self'],
    ['ana+shop@example.com', 'self'],
    ['hana@example.com', undefined],
  ])('with %s says %s', (address, answer) => {
    expect(neverLogged([handle(address)], list)).toBe(answer);
  });

  test('looks at every handle, and only at addresses', () => {
    const other = handle('x@other.example');
    expect(neverLogged([other, handle('jo@example.com')], list)).toBe('never');
    expect(neverLogged([{ kind: 'name', value: 'jo@example.com' }], list)).toBeUndefined();
    expect(neverLogged([], list)).toBeUndefined();
  });

  test('names whoever it was made for, with any tag and below any domain, and nobody else', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    fc.assert(
      fc.property(label, label, label, label, (local, domain, sub, tag) => {
        fc.pre(sub !== domain);
        const address = `${local}@${domain}.example`;
        const byAddress = neverLogSet([{ kind: 'email', value: address }]);
        const byDomain = neverLogSet([{ kind: 'domain', value: `${domain}.example` }]);
        expect(neverLogged([handle(address)], byAddress)).toBe('never');
        expect(neverLogged([handle(`${local}+${tag}@${domain}.example`)], byAddress)).toBe('never');
        expect(neverLogged([handle(`${tag}@${sub}.${domain}.example`)], byDomain)).toBe('never');
        for (const other of [`${local}x@${domain}.example`, `${local}@${sub}.${domain}.example`])
          expect(neverLogged([handle(other)], byAddress)).toBeUndefined();
        for (const other of [`${local}@x${domain}.example`, `${local}@${domain}.example.${sub}.example`])
          expect(neverLogged([handle(other)], byDomain)).toBeUndefined();
      }),
    );
  });
});
