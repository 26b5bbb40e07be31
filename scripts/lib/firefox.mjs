// Drives a stock Firefox by WebDriver BiDi over Node's own WebSocket: no driver, no dependency.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const QUIET = {
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};
const START_MS = 30_000;

/**
 * Starts Firefox with a profile of its own, which `close` deletes, and the extension in a folder. The extension gets `uuid`
 * as the host of its pages.
 * @param {{ bin: string, extensionDir: string, addonId: string, headless?: boolean, prefs?: Record<string, unknown> }} options
 * @returns what talks to it: `send` (a BiDi command), `evaluate` (an expression in a browsing context), `closed`, `close`.
 */
export async function launchFirefox({ bin, extensionDir, addonId, headless = true, prefs = {} }) {
  const uuid = crypto.randomUUID();
  const profile = await mkdtemp(path.join(tmpdir(), 'kith-firefox-'));
  const all = { ...QUIET, 'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }), ...prefs };
  const lines = Object.entries(all).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    bin,
    [
      ...(headless ? ['--headless'] : []),
      '--no-remote',
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      '--profile',
      profile,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const closed = new Promise((resolve) => child.on('exit', resolve));
  const close = async (send) => {
    await send?.('browser.close').catch(() => {});
    const late = setTimeout(() => child.kill('SIGKILL'), 5000);
    await closed;
    clearTimeout(late);
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const send = await connect(await address(child));
    await send('session.new', { capabilities: {} });
    await send('webExtension.install', { extensionData: { type: 'path', path: extensionDir } });
    return { send, evaluate: evaluator(send), uuid, closed, close: () => close(send) };
  } catch (error) {
    child.kill('SIGKILL');
    await close();
    throw error;
  }
}

function address(child) {
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not start in time: ${log}`)), START_MS);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${log}`)));
    child.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-10_000);
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(log);
      if (!found) return;
      clearTimeout(timer);
      resolve(`${found[1]}/session`);
    });
  });
}

async function connect(url) {
  const socket = new WebSocket(url);
  const pending = new Map();
  let last = 0;
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`Firefox does not answer at ${url}`));
  });
  socket.onmessage = ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(data);
    const waiting = pending.get(id);
    pending.delete(id);
    if (type === 'error') waiting?.reject(new Error(`${error}: ${message}`));
    else waiting?.resolve(result);
  };
  socket.onclose = () => {
    for (const { reject } of pending.values()) reject(new Error('Firefox is gone'));
  };
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      pending.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

/** `evaluate(context, fn, ...args)` runs a function there, or waits for its promise; arguments and result are JSON. */
function evaluator(send) {
  return async (context, fn, ...args) => {
    const call = `(${fn})(${args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ')})`;
    const result = await send('script.evaluate', {
      expression: `(async () => JSON.stringify((await ${call}) ?? null))()`,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
    return JSON.parse(result.result.value);
  };
}
