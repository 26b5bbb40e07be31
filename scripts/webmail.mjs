// Everything that is tested against real Roundcube on this machine: `npm run test:webmail`. Needs Debian and root, as it
// installs Roundcube with apt-get; elsewhere it says so and stops.
import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './lib/chromium.mjs';

ensureBuilt();
const steps = [
  ['every seeded message in three skins and languages', ['node', 'tests/webmail/read.mjs']],
  [
    'the main job with the side panel, and what is sent',
    ['npx', 'playwright', 'test', '--project=webmail', '--workers=1'],
  ],
];
let failed = 0;
for (const [name, [command, ...args]] of steps) {
  console.log(`\n${name}`);
  if (spawnSync(command, args, { stdio: 'inherit' }).status !== 0) failed++;
}
spawnSync('node', ['tests/webmail/down.mjs'], { stdio: 'inherit' });
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
