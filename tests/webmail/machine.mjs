// What the webmail scripts need of the machine: packages, daemons without systemd, ports.
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Everything that is written lives here; `KITH_WEBMAIL` moves it. */
export const RUN = process.env.KITH_WEBMAIL ?? join(tmpdir(), 'kith-roundcube');
const PIDS = join(RUN, 'pids');
const LOGS = join(RUN, 'log');

/** Makes the folders that the other functions write to. */
export function prepareFolders() {
  for (const folder of [RUN, PIDS, LOGS]) mkdirSync(folder, { recursive: true, mode: 0o755 });
}

/** Installs the Debian packages that are missing; needs root only when one is. */
export function installMissing(packages) {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    throw new Error(
      `The webmail tests need packages. As root on Debian 12, run: apt-get update && ${command}`,
    );
  }
  console.log(`installing ${missing.length} Debian packages ...`);
  // Without this the packages would start a mail server of their own.
  const policy = '/usr/sbin/policy-rc.d';
  const ownPolicy = !existsSync(policy);
  if (ownPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    execFileSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env,
      stdio: ['ignore', openSync(join(LOGS, 'apt.log'), 'a'), openSync(join(LOGS, 'apt.log'), 'a')],
    });
  try {
    execFileSync('debconf-set-selections', {
      input: 'roundcube-core roundcube/dbconfig-install boolean false\n',
    });
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...missing);
  } catch (error) {
    throw new Error(`"${command}" failed; see ${join(LOGS, 'apt.log')}`, { cause: error });
  } finally {
    if (ownPolicy) rmSync(policy, { force: true });
  }
}

function isInstalled(name) {
  try {
    const status = execFileSync('dpkg-query', ['--status', name], { stdio: 'pipe' });
    return status.toString().includes('\nStatus: install ok installed\n');
  } catch {
    return false;
  }
}

/** Does something that no other process of these tests may do at the same time: SOGo has one file for its settings. */
export async function alone(name, work) {
  const lock = join(tmpdir(), `kith-${name}.lock`);
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      // Left by one that was killed.
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 60_000)
        rmSync(lock, { recursive: true, force: true });
      await sleep(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** How often a daemon that ends at once is started again: what was just stopped may still hold a port or a file. */
const STARTS = 3;

/** Starts a daemon in a session of its own, unless it runs, and waits until its port answers. */
export async function start(name, port, command, args, env = {}) {
  if (running(name)) return;
  // One that was just stopped may take a while to go.
  for (let tries = 0; tries < 200 && (await answers(port)); tries++) await sleep(50);
  if (await answers(port)) throw new Error(`port ${port} is taken by another program (wanted for ${name})`);
  for (let starts = 0; starts < STARTS; starts++) {
    if (await startOnce(name, port, command, args, env)) return;
    await sleep(1000);
  }
  const log = join(LOGS, `${name}.log`);
  const end = existsSync(log) ? readFileSync(log, 'utf8').trim().slice(-2000) : '';
  throw new Error(`${name} does not answer; its log ends:\n${end}`);
}

// Whether it answers; within a minute, unless it ends before. That is asked of the child itself: for a moment after it has
// started, and whenever it becomes another program, `/proc` gives it no command, and a second one would be started beside it.
async function startOnce(name, port, command, args, env) {
  const log = openSync(join(LOGS, `${name}.log`), 'a');
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...env },
  });
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  child.unref();
  writeFileSync(join(PIDS, name), String(child.pid));
  for (let tries = 0; tries < 1200 && child.exitCode === null && child.signalCode === null; tries++) {
    if (await answers(port)) return true;
    await sleep(50);
  }
  child.kill('SIGKILL');
  return false;
}

/** Stops the daemons that `start` started, by their ids. */
export async function stopAll() {
  if (!existsSync(PIDS)) return [];
  const stopped = [];
  // The last first: a database waits for its clients.
  const started = (name) => statSync(join(PIDS, name)).mtimeMs;
  for (const name of readdirSync(PIDS).sort((a, b) => started(b) - started(a)))
    if (await stop(name)) stopped.push(name);
  return stopped;
}

/** Stops one daemon that `start` started; says whether it ran. */
export async function stop(name) {
  const pid = running(name);
  if (pid) {
    // The whole session: Dovecot and PHP have workers.
    process.kill(-pid, 'SIGTERM');
    for (let tries = 0; tries < 100 && running(name); tries++) {
      // A database waits for its clients; SIGINT ends it at once.
      if (tries === 10) process.kill(-pid, 'SIGINT');
      await sleep(50);
    }
  }
  rmSync(join(PIDS, name), { force: true });
  return pid !== undefined;
}

// An id may have been given to another program since: only a leader of its own session with our command is ours.
function running(name) {
  try {
    const pid = Number(readFileSync(join(PIDS, name), 'utf8'));
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, , , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const mine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(RUN);
    return state !== 'Z' && Number(session) === pid && mine ? pid : undefined;
  } catch {
    return undefined;
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
