import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'kith-machine-'));
vi.stubEnv('KITH_WEBMAIL', folder);
const { prepareFolders, start, stopAll } = await import('../webmail/machine.mjs');

afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

// The real webmails run on Debian only.
test.runIf(process.platform === 'linux')(
  'a daemon that becomes another program before it answers is started once',
  async () => {
    prepareFolders();
    const [port, starts, server] = [
      await freePort(),
      path.join(folder, 'starts'),
      path.join(folder, 'server.mjs'),
    ];
    writeFileSync(
      server,
      `import { createServer } from 'node:net'; createServer((socket) => socket.end()).listen(${port}, '127.0.0.1');`,
    );
    // As Dovecot does: at first its command does not name the folder.
    const script = 'echo started >>"$STARTS"; sleep 0.3; exec "$NODE" "$SERVER"';
    const env = { STARTS: starts, NODE: process.execPath, SERVER: server };
    await start('changing', port, 'sh', ['-c', script], env);
    await start('changing', port, 'sh', ['-c', script], env);
    expect(readFileSync(starts, 'utf8')).toBe('started\n');
    expect(await stopAll()).toEqual(['changing']);
  },
);
