import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A copy of what the scaffold touches and its fixture needs, with the packages of this tree.
let copy = '';
const COPIED = ['utils', 'tests/sites', 'scripts/new-site.mjs', 'package.json', 'vitest.config.ts'];

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'kith-new-site-'));
  for (const path of COPIED) cpSync(path, join(copy, path), { recursive: true });
  // The tree's own extends what `wxt prepare` writes.
  writeFileSync(join(copy, 'tsconfig.json'), '{}');
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function scaffold(...args: readonly string[]) {
  return spawnSync(process.execPath, ['scripts/new-site.mjs', ...args], { cwd: copy, encoding: 'utf8' });
}

test('a scaffolded site is in the list', () => {
  expect(scaffold('postbox', '--host', 'post.example.com')).toMatchObject({ status: 0 });
  expect(readFileSync(join(copy, 'utils/sites/index.ts'), 'utf8')).toMatch(/= \[\n {2}postbox,/);
});

test('its fixture, and the worked example in CONTRIBUTING.md, are read as expected', () => {
  expect(scaffold('harbour', '--host', 'mail.harbour.example').status).toBe(0);
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  const example = (language: string) =>
    new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(text)?.[1] ?? '';
  writeFileSync(join(copy, 'utils/sites/harbour.ts'), example('ts'));
  writeFileSync(join(copy, 'tests/sites/harbour/message.html'), example('html'));
  writeFileSync(join(copy, 'tests/sites/harbour/message.json'), example('json'));
  expect(read(['postbox/message', 'harbour/message'])).toEqual([
    ['postbox/message', true],
    ['harbour/message', true],
  ]);
});

// Runs the tests of these fixtures in the copy; says of each whether all of them, and the fewest that there are, passed.
function read(fixtures: readonly string[]) {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'sites', 'tests/sites/sites.test.ts'];
  const report = ['--reporter', 'json', '--outputFile', 'report.json'];
  spawnSync(process.execPath, [...vitest, '-t', fixtures.join('|'), ...report], { cwd: copy });
  const { testResults } = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8'));
  const tests: { fullName: string; status: string }[] = testResults[0].assertionResults;
  return fixtures.map((fixture) => {
    const own = tests.filter(({ fullName, status }) => fullName.includes(fixture) && status !== 'skipped');
    return [fixture, own.length >= 3 && own.every(({ status }) => status === 'passed')];
  });
}

test('the list stays in the order that the formatter wants', () => {
  const paths = readFileSync(join(copy, 'utils/sites/index.ts'), 'utf8').match(/(?<=from ').*(?=')/g) ?? [];
  expect(paths).toContain('./harbour.ts');
  expect(paths).toEqual([...paths].sort());
});

test('names that are no identifier, or are taken, are refused', () => {
  expect(scaffold('Post Box').status).toBe(2);
  expect(scaffold('package')).toMatchObject({ status: 2, stderr: expect.stringContaining('word of') });
  expect(scaffold('roundcube')).toMatchObject({ status: 2, stderr: expect.stringContaining('is there') });
});
