import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const DEMO = 'http://127.0.0.1/*';

/**
 * Copies a built extension to a temporary folder where it may read the demo mailbox from the start: in a browser that nobody
 * has set up, there is nobody to click "Use Kith on this site". Answers the folder and how to remove it.
 */
export async function copyForDemo(built) {
  const folder = await mkdtemp(path.join(tmpdir(), 'kith-demo-'));
  await cp(built, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.host_permissions.push(DEMO);
  await writeFile(file, JSON.stringify(manifest));
  const addonId = manifest.browser_specific_settings?.gecko.id;
  return { folder, addonId, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
