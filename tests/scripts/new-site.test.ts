import { execFileSync, spawnSync } from 'node:child_process';
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

test('a scaffolded site is in the list, and its fixture is read as expected', () => {
  expect(scaffold('postbox', '--host', 'post.example.com')).toMatchObject({ status: 0 });
  expect(readFileSync(join(copy, 'utils/sites/index.ts'), 'utf8')).toMatch(/= \[\n {2}postbox,/);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'sites', 'tests/sites/sites.test.ts'];
  const report = ['--reporter', 'json', '--outputFile', 'report.json'];
  execFileSync(process.execPath, [...vitest, '-t', 'postbox/message', ...report], {
    cwd: copy,
    stdio: 'ignore',
  });
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8'));
  expect({ numFailedTests, read: numPassedTests > 5 }).toEqual({ numFailedTests: 0, read: true });
});

test('names that are no identifier, or are taken, are refused', () => {
  expect(scaffold('Post Box').status).toBe(2);
  expect(scaffold('roundcube')).toMatchObject({ status: 2, stderr: expect.stringContaining('is there') });
});
