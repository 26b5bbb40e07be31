// Stops what up.mjs started: `node tests/webmail/down.mjs`. What was written stays, for the next start.
import { pathToFileURL } from 'node:url';
import { stopAll } from './machine.mjs';

/** Stops the servers; gives the names of those that ran. */
export async function down() {
  return stopAll();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const stopped = await down();
  console.log(stopped.length === 0 ? 'nothing was running' : `stopped ${stopped.join(', ')}`);
}
