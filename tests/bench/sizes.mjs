import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { row } from './figures.mjs';

/** What was built, in bytes as they are and compressed. tests/built.test.ts holds the budgets. */
export function sizes(folder) {
  const read = (file) => readFileSync(path.join(folder, file));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const html = read('sidepanel.html').toString();
  const first = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) => file);
  const loaded = new Set();
  const load = (file) => {
    if (loaded.has(file) || !existsSync(path.join(folder, file))) return;
    loaded.add(file);
    for (const [, name] of read(file)
      .toString()
      .matchAll(/\bfrom\s*["']\.\/([^"']+\.js)["']/g))
      load(path.posix.join('chunks', name));
  };
  for (const file of first) load(file);
  const readers = files.filter((file) => /^reader-\w+\.js$/.test(file));
  const named = [...readers, 'background.js'];
  const lazy = files.filter(
    (file) => file.endsWith('.js') && !loaded.has(file.replaceAll('\\', '/')) && !named.includes(file),
  );
  const line = (what, list, budget) => {
    const contents = list.map(read);
    const raw = contents.reduce((sum, { length }) => sum + length, 0) / 1000;
    const packed = contents.reduce((sum, content) => sum + gzipSync(content).length, 0) / 1000;
    return row(what, 'kB', { value: packed, budget, note: `${raw.toFixed(1)} kB as it is` });
  };
  return {
    title: 'Sizes',
    about: 'Compressed with gzip; 1 kB is 1000 bytes.',
    rows: [
      ...readers.map((file) => line(`content script ${file}`, [file], 15)),
      line('panel, code that it opens with', [...loaded], 60),
      line('panel, code loaded with the first note', lazy),
      line(
        'panel, CSS',
        files.filter((file) => file.endsWith('.css')),
      ),
      line('background, its own file', ['background.js']),
    ],
  };
}
