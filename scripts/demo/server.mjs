// The demo mailbox: a small webmail of our own with invented people, served to this machine only.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PUBLIC = fileURLToPath(new URL('public/', import.meta.url));
const TYPES = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const PORT = 8740;

/** Serves the demo mailbox on 127.0.0.1, on its usual port when that is free. Answers its origin and how to stop it. */
export async function serveDemo() {
  const server = createServer(answer);
  // The usual port keeps the links that Kith has stored working from one start to the next.
  await listen(server, PORT).catch(() => listen(server, 0));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request, response) {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  // Files stand at the top; other addresses are the page's own: /mail/coffee, /mail/sent.1234, /sent.
  const isFile = path.extname(pathname) !== '' && path.posix.dirname(pathname) === '/';
  const file = path.join(PUBLIC, isFile ? path.basename(pathname) : 'index.html');
  try {
    const body = await readFile(file);
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response
      .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
      .end(body);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.');
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await serveDemo();
  console.log(`The demo mailbox is at ${origin} (Ctrl+C stops it).`);
}
