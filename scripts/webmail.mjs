// Everything that is tested against real Roundcube, SOGo and CiderWebmail on this machine: `npm run test:webmail`. Needs Debian and root,
// as it installs them with apt-get; elsewhere it says so and stops. What is read and what is sent run beside each other, each
// with a mailbox of its own. The last line counts: "N passed, N failed".
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installRoundcube, whyNotCider, whyNotSogo } from '../tests/webmail/up.mjs';
import { ensureBuilt } from './lib/chromium.mjs';

const from = Date.now();
const folder = mkdtempSync(path.join(tmpdir(), 'kith-webmail-'));
// The servers run as users of their own.
chmodSync(folder, 0o755);
const report = path.join(folder, 'report.json');
const FIRST_PORT = Number(process.env.KITH_WEBMAIL_PORT ?? 11000);

ensureBuilt();
installRoundcube();
const noSogo = whyNotSogo();
const noCider = whyNotCider();
const [reading, sending] = await Promise.all([
  readAll(mailbox('reading', 0)),
  sendAll(mailbox('sending', 200)),
]);
rmSync(folder, { recursive: true, force: true });
const steps = [...reading, sending];
const sum = (what) => steps.reduce((all, step) => all + step[what], 0);
console.log('');
for (const { name, passed, failed, skipped, seconds } of steps) {
  const counts = `${passed} passed, ${failed} failed${skipped ? `, skipped: ${skipped}` : ''}`;
  console.log(`${name.padEnd(60)}${counts}${seconds ? `  (${seconds} s)` : ''}`);
}
console.log(`All of it took ${Math.round((Date.now() - from) / 1000)} s.`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;

/** Servers of their own: the skin, and what was sent, are the mailbox's. */
function mailbox(name, ports) {
  const env = { KITH_WEBMAIL: path.join(folder, name), KITH_WEBMAIL_PORT: String(FIRST_PORT + ports) };
  return { ...process.env, ...env };
}

async function readAll(env) {
  const roundcube = await readOne('every seeded message in Roundcube, both readers', [], env);
  const steps = [roundcube];
  for (const [name, option, skipped] of [
    ['every seeded message in SOGo, both readers', '--sogo', noSogo],
    ['every seeded message in CiderWebmail, the generic reader', '--cider', noCider],
  ])
    steps.push(skipped ? { name, passed: 0, failed: 0, skipped } : await readOne(name, [option], env));
  await run('node', ['tests/webmail/down.mjs'], env);
  return steps;
}

async function readOne(name, args, env) {
  const { code, output, seconds } = await run('node', ['tests/webmail/read.mjs', ...args], env);
  const [, passed, failed] = (/(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [0, 0, 0]).map(Number);
  console.log(`\n${name}\n${output}`);
  return { name, passed, failed: code === 0 ? failed : Math.max(failed, 1), seconds };
}

async function sendAll(env) {
  const args = ['playwright', 'test', '--project=webmail', '--workers=1', '--reporter=list,json'];
  const { code, output, seconds } = await run('npx', args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  await run('node', ['tests/webmail/down.mjs'], env);
  const name = 'the main job, what is sent, what is logged';
  console.log(`\n${name}\n${output}`);
  let stats = { expected: 0, flaky: 0, unexpected: 0 };
  try {
    stats = JSON.parse(readFileSync(report, 'utf8')).stats;
  } catch {
    // A runner that failed without a report is one failure.
  }
  const { expected, flaky, unexpected } = stats;
  return {
    name: flaky > 0 ? `${name} (${flaky} flaky)` : name,
    passed: expected + flaky,
    failed: code === 0 ? unexpected : Math.max(unexpected, 1),
    skipped: noSogo && `SOGo, ${noSogo}`,
    seconds,
  };
}

/** Runs a command to its end; gives what it printed, too. */
function run(command, args, env) {
  const start = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: error.message, seconds: 0 }));
    child.on('close', (code) => resolve({ code, output, seconds: Math.round((Date.now() - start) / 1000) }));
  });
}
