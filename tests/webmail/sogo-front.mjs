// What Apache or nginx would be for SOGo: its static files, and the headers it wants. node sogo-front.mjs PORT BACKEND_PORT
import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';

const STATIC = '/usr/lib/GNUstep/SOGo/WebServerResources';
const TYPES = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png' };
const [port, back] = process.argv.slice(2, 4).map(Number);
const headers = {
  'x-webobjects-server-protocol': 'HTTP/1.0',
  'x-webobjects-remote-host': '127.0.0.1',
  'x-webobjects-server-name': '127.0.0.1',
  'x-webobjects-server-url': `http://127.0.0.1:${port}`,
  'x-webobjects-server-port': String(port),
};

createServer(async (asked, answer) => {
  const { pathname } = new URL(asked.url ?? '/', 'http://127.0.0.1');
  const file = /^\/SOGo(?:\.woa)?\/WebServerResources\/(.*)$/.exec(decodeURIComponent(pathname))?.[1];
  if (file !== undefined) {
    const content = await readFile(join(STATIC, normalize(`/${file}`))).catch(() => undefined);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    answer.writeHead(content ? 200 : 404, { 'content-type': type, 'cache-control': 'max-age=600' });
    return answer.end(content);
  }
  const options = {
    host: '127.0.0.1',
    port: back,
    method: asked.method,
    path: asked.url,
    agent: false,
    headers: { ...asked.headers, connection: 'close', ...headers },
  };
  const passed = request(options, (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers);
    given.pipe(answer);
  });
  passed.once('error', () => answer.writeHead(502).end());
  asked.pipe(passed);
}).listen(port, '127.0.0.1');
