// npm run bench: what Kith costs, as a table, measured in one run and kept in tests/bench/RESULTS.md. `-- --quick` only sees
// that everything can be measured, and keeps nothing. Exit 1 when something could not be measured; a missed budget is
// marked "over".
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, needBrowsers, npmRun, prepare, ROOT, timed } from './lib/setup.mjs';

await main(async () => {
  await prepare(fileURLToPath(import.meta.url), process.argv.slice(2));
  await needBrowsers('chromium');
  // Makes the side panel, a target of its own kind, a Page. Must be set before Playwright is loaded.
  process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';
  const { launchWithExtension } = await import('./lib/chromium.mjs');
  const { benchExtension } = await import('../tests/bench/extension.mjs');
  const { sizes } = await import('../tests/bench/sizes.mjs');
  const { content, TURNED_ON } = await import('../tests/bench/content.mjs');
  const { everySite, TURNED_ON_SITES } = await import('../tests/bench/every-site.mjs');
  const { panel } = await import('../tests/bench/panel.mjs');
  const { nudges } = await import('../tests/bench/nudges.mjs');
  const { markdown, plain } = await import('../tests/bench/figures.mjs');
  const quick = process.argv.includes('--quick');
  const before = os.loadavg()[0];
  const from = Date.now();

  await timed('Building Kith', () => npmRun('build'));
  const built = path.join(ROOT, '.output/chrome-mv3');
  const extension = await benchExtension(built, [...TURNED_ON, ...TURNED_ON_SITES]);
  const sections = [];
  const failures = [];
  let version = '';
  const measure = async (words, work) => {
    try {
      sections.push(...[await timed(words, work)].flat());
    } catch (error) {
      failures.push(words);
      console.error(error);
    }
  };
  try {
    await measure('Sizes', async () => sizes(built));
    await measure('A year of nudges', nudges);
    for (const [words, part] of [
      ['In the page', content],
      ['In every other page', everySite],
      ['Panel and database', panel],
    ]) {
      const { context, id, worker, close } = await launchWithExtension({ extensionDir: extension.folder });
      try {
        version = context.browser().version();
        const cdp = await context.browser().newBrowserCDPSession();
        await measure(words, () => part({ context, cdp, id, worker, quick }));
      } finally {
        await close();
      }
    }
  } finally {
    await extension.remove();
  }

  for (const section of sections) console.log(plain(section));
  const over = sections.flatMap(({ rows }) => rows.filter(({ verdict }) => verdict === 'over'));
  const machine = [
    `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    `${system()}, Node ${process.versions.node}, Chromium ${version} (headless)`,
    `load average ${before.toFixed(1)} before, ${os.loadavg()[0].toFixed(1)} after; the run took ${Math.round((Date.now() - from) / 1000)} s`,
  ];
  console.log(`\n${machine.join('\n')}`);
  if (over.length > 0)
    console.log(
      `\nOver budget:\n${over.map(({ what, figure, p95, budget }) => `  ${what}: ${figure}, p95 ${p95 || '-'} (${budget})`).join('\n')}`,
    );
  if (!quick && failures.length === 0) {
    const text = `# What Kith costs\n\nWritten by \`npm run bench\` (${new Date().toISOString().slice(0, 10)}), all in one run. "over" is a budget that was missed.\n\n${machine.map((line) => `- ${line}`).join('\n')}\n\n${markdown(sections)}`;
    await writeFile(path.join(ROOT, 'tests/bench/RESULTS.md'), text);
  }
  if (failures.length > 0) console.error(`\nCould not be measured: ${failures.join(', ')}`);
  process.exit(failures.length === 0 ? 0 : 1);
});

/** The system's name, as it calls itself. */
function system() {
  const kernel = `${os.type()} ${os.release().split('.').slice(0, 2).join('.')}`;
  try {
    const [, name] = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
    return name ? `${name} (${kernel})` : kernel;
  } catch {
    return kernel;
  }
}
