import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made: string[] = [];

/** A folder for a browser's profile, or for an extension, which goes when this process ends, as does what `launch` puts beside it. */
export async function newFolder(what: 'profile' | 'extension'): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `kith-${what}-`));
  if (made.length === 0) process.once('exit', clear);
  made.push(folder, `${folder}-extension`);
  return folder;
}

/** A folder for a browser's profile. */
export const newProfile = () => newFolder('profile');

function clear(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
