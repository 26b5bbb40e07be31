// npm test: everything that CI runs, from a bare clone on. The last line counts: "N passed, N failed".
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, main, needBrowsers, prepare, ROOT, run, wantVirtualDisplay } from './lib/setup.mjs';

const from = Date.now();

/**
 * One after the other; lists of them side by side, as windows and clocks are waited for in each. Each step answers how many passed
 * and failed, and what was printed.
 */
const STEPS = [
  ['build for Chromium', () => npm('build')],
  ['build for Firefox', () => npm('build:firefox')],
  [
    [['unit and sites', unit]],
    [
      ['types and style', () => npm('check:code')],
      ['web-ext lint', lint],
      ['prompt, shortcuts', headed],
      ['walk in Firefox', () => walked('firefox.mjs')],
    ],
  ],
  ['panel in Chromium', () => playwright('test:e2e')],
  // It builds anew, which no other may see.
  ['walk in Chromium', () => walked('start.mjs', '--headless')],
];

await main(async () => {
  await prepare(fileURLToPath(import.meta.url), process.argv.slice(2));
  await needBrowsers('chromium', 'firefox');
  await wantVirtualDisplay();
  const total = { passed: 0, failed: 0 };
  const inTurn = async (steps) => {
    for (const step of steps) {
      if (typeof step[0] === 'string') await take(step);
      else await Promise.all(step.map(inTurn));
    }
  };
  const take = async ([name, work]) => {
    const start = Date.now();
    const { passed, failed, skipped, names = [], output } = await work();
    total.passed += passed;
    total.failed += failed;
    const counts = passed + failed > 1 ? `${passed} passed${failed ? `, ${failed} failed` : ''}` : '';
    const state = failed ? 'FAILED' : skipped ? 'skipped' : 'ok';
    console.log(`${name.padEnd(20)}${state.padEnd(8)}${(skipped ?? counts).padEnd(24)}${seconds(start)}`);
    if (failed) console.log(`${[...output.trim().split('\n').slice(-150), ...names].join('\n')}\n`);
  };
  await inTurn(STEPS);
  console.log(`All of it took ${seconds(from)}.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
});

/** A script of package.json; it counts as one. */
async function npm(script, ...args) {
  return counted(await command('npm', ['run', '--silent', script, '--', ...args]));
}

async function unit() {
  const done = await units();
  // The runner gave up on its own page before a test began: that says nothing of them. Twice, and it is a failure.
  if (!/did not become ready within \d+ms/.test(done.output)) return done;
  console.log('The runner’s page did not start: unit and sites run once more.');
  return units();
}

function units() {
  return reported(async (file) => {
    const done = await command('npm', [
      'run',
      '--silent',
      'test:unit',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    return [
      done,
      ({ numPassedTests: passed, numFailedTests: failed, testResults }) => ({
        passed,
        failed,
        names: failuresIn(testResults),
      }),
    ];
  });
}

// A component's failure prints its whole screen, which may leave no room for its name.
function failuresIn(testResults) {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages: [why = ''] }) => {
        return `  ${path.relative(ROOT, name)}: ${fullName}: ${why.split('\n')[0]}`;
      }),
  );
}

/** What only a real window has: the browser's permission prompt and its keyboard shortcuts. */
async function headed() {
  if (await wantVirtualDisplay()) return playwright('test:headed');
  return { passed: 0, failed: 0, skipped: 'needs xvfb-run, xauth and xdotool', output: '' };
}

async function playwright(script) {
  return reported(async (file) => {
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const done = await command('npm', ['run', '--silent', script, '--', '--reporter=list,json'], env);
    return [done, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected })];
  });
}

async function lint() {
  const done = await command(process.execPath, [
    'node_modules/web-ext/bin/web-ext.js',
    'lint',
    '--source-dir=.output/firefox-mv3',
    '--self-hosted',
  ]);
  return counted(done);
}

/** A walk prints "ok" for each step. */
async function walked(script, ...args) {
  const { code, output } = await command(process.execPath, [path.join('scripts', script), ...args]);
  return { passed: output.match(/^ {4}ok /gm)?.length ?? 0, failed: code === 0 ? 0 : 1, output };
}

function counted({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/** Takes the counts from a runner's report; a runner that failed without one is one failure. */
async function reported(work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'kith-test-'));
  const file = path.join(folder, 'report.json');
  try {
    const [{ code, output }, counts] = await work(file);
    const report = await readFile(file, 'utf8').catch(() => undefined);
    const { passed, failed, names = [] } = report ? counts(JSON.parse(report)) : { passed: 0, failed: 0 };
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1), names, output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function command(name, args, env = {}) {
  const windows = process.platform === 'win32';
  const npmOnWindows = windows && name === 'npm';
  return run(npmOnWindows ? 'npm.cmd' : name, args, {
    cwd: ROOT,
    env: { ...environment(), ...env, FORCE_COLOR: '0', NO_COLOR: '1' },
    shell: npmOnWindows,
  });
}

function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
