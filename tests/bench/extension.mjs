import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/**
 * A copy of the built extension with two additions: leave to read the pages of the figures, which nobody can click here, and a
 * page of its own (bench.html) that fills the database and asks it, with the project's own code. Answers the folder and
 * what removes it.
 */
export async function benchExtension(built, turnedOn) {
  const folder = await mkdtemp(path.join(tmpdir(), 'kith-bench-'));
  await cp(built, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.host_permissions.push(...turnedOn);
  await writeFile(file, JSON.stringify(manifest));
  await build({
    configFile: false,
    root: HERE,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      minify: false,
      rolldownOptions: {
        input: path.join(HERE, 'inside.ts'),
        output: { entryFileNames: 'bench.js', format: 'es' },
      },
    },
  });
  await writeFile(
    path.join(folder, 'bench.html'),
    '<!doctype html><title>bench</title><script type="module" src="/bench.js"></script>',
  );
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
