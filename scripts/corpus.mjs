// npm run corpus -- DIR [--json]
// Opens every page of DIR/index.jsonl in Chromium at its own address, with the built extension, and compares what the
// content script reported to the background with the page's truth. Sites that a user must turn on are turned on, in a copy
// of the manifest. Exit 1 when anybody wrong was shown.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt, launchWithExtension } from './lib/chromium.mjs';
import { scoreCorpus, total } from './lib/score.mjs';

/** How long a page may take until the extension first speaks, and how long it must then be quiet (ms). */
const FIRST_WORD = 5000;
const QUIET = 300;

const args = process.argv.slice(2);
const dir = args.find((arg) => !arg.startsWith('--')) ?? '../shared/corpus';
const asJson = args.includes('--json');

const index = await readFile(path.join(dir, 'index.jsonl'), 'utf8').catch(() => undefined);
if (index === undefined) {
  console.error(`no corpus: ${path.join(dir, 'index.jsonl')} is not there`);
  process.exit(2);
}
const entries = index
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const extensionDir = await turnedOn(
  ensureBuilt(),
  entries.map((entry) => new URL(entry.url)),
);

const browser = await launchWithExtension({ extensionDir });
const pages = [];
try {
  let body = '';
  await browser.context.route('**/*', (route) => {
    const request = route.request();
    const isPage = request.isNavigationRequest() && request.frame().parentFrame() === null;
    return isPage ? route.fulfill({ contentType: 'text/html; charset=utf-8', body }) : route.abort();
  });
  const tab = await browser.context.newPage();
  for (const entry of entries) {
    body = await readFile(path.join(dir, entry.file), 'utf8');
    await tab.goto('about:blank');
    await forget();
    await tab.goto(entry.url, { waitUntil: 'domcontentloaded' });
    const frames = await whatWasSaid(entry.url);
    pages.push({ entry, readings: frames.flatMap(({ reading }) => reading ?? []) });
    if (frames.length === 0) console.error(`${entry.file}: the extension said nothing`);
  }
} finally {
  await browser.close();
  await rm(extensionDir, { recursive: true, force: true });
}

const result = scoreCorpus(pages);
if (asJson) console.log(JSON.stringify({ dir, ...result }));
else print(result);
process.exitCode = result.exitCode;

/** A copy of the extension that reads every one of these pages' sites, as when the user turned them all on. */
async function turnedOn(extension, urls) {
  const copy = await mkdtemp(path.join(tmpdir(), 'kith-corpus-'));
  await cp(extension, copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const known = new Set(manifest.host_permissions);
  const covered = ({ hostname }) =>
    [...known].some((pattern) => {
      const host = /^(?:https?|\*):\/\/([^/]+)\//.exec(pattern)?.[1] ?? '';
      const suffix = host.replace(/^\*\./, '');
      return hostname === suffix || (host !== suffix && hostname.endsWith(`.${suffix}`));
    });
  const others = urls.filter((url) => !covered(url)).map(({ hostname }) => `https://${hostname}/*`);
  const added = [...new Set(others)];
  manifest.host_permissions.push(...added);
  const [script] = manifest.content_scripts;
  if (added.length > 0)
    manifest.content_scripts.push({ ...script, matches: added, js: ['reader-chosen.js'] });
  await writeFile(file, JSON.stringify(manifest));
  return copy;
}

/** Empties what the background keeps of tabs. */
async function forget() {
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.storage.session.clear());
}

/** What the background keeps, once it has heard of this address and then of nothing new for a while. */
async function whatWasSaid(url) {
  const worker = await browser.worker();
  const started = Date.now();
  let last = '';
  let since = started;
  for (;;) {
    const kept = await worker.evaluate(() => chrome.storage.session.get(null));
    const frames = Object.entries(kept)
      .filter(([key]) => key.startsWith('seen:'))
      .map(([, frame]) => frame);
    const text = JSON.stringify(frames);
    const heard = frames.some(
      (frame) => frame.frameId === 0 && new URL(frame.url).href === new URL(url).href,
    );
    if (text !== last || !heard) since = Date.now();
    last = text;
    if (heard && Date.now() - since >= QUIET) return frames;
    if (Date.now() - started >= FIRST_WORD) return heard ? frames : [];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function print({ captures, others, complaints, exitCode }) {
  table('Captured pages', captures);
  if (others.length > 0) table('Mocks and templates (no captures)', others);
  if (complaints.length > 0) console.log('\nWhat is not right');
  for (const { file, what, grave } of complaints) console.log(`${grave ? '!' : ' '} ${file}: ${what}`);
  console.log(exitCode === 0 ? '\nNobody wrong was shown.' : '\nSomebody wrong was shown.');
}

function table(title, rows) {
  console.log(`\n${title}`);
  const share = ({ right, of }) => (of === 0 ? '' : `${right}/${of}`);
  const cells = [...rows, total(rows)].map((row) => [
    row.site,
    row.view,
    row.pages,
    share(row.found),
    row.wrong,
    row.self,
    share(row.names),
    share(row.headlines),
    share(row.companies),
    share(row.recipients),
  ]);
  const head = [
    'site',
    'view',
    'pages',
    'found',
    'wrong',
    'self',
    'names',
    'headline',
    'company',
    'recipients',
  ];
  const lines = [head, ...cells].map((line) => line.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  '),
    );
  }
}
