// CiderWebmail (Debian 12's 1.05) on loopback; needs the mail that up.mjs starts. No reader knows it: it stands for all the others.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installMissing, RUN, start } from './machine.mjs';

/** The Debian packages; its own dependencies leave out the driver of the database that it is set up with. */
export const CIDER_PACKAGES = ['ciderwebmail', 'libdbd-sqlite3-perl'];

/** Starts CiderWebmail; gives its address. `ports` has imap, smtp and cider. */
export async function startCider(ports) {
  installMissing(CIDER_PACKAGES);
  const folder = join(RUN, 'cider');
  mkdirSync(join(folder, 'session'), { recursive: true });
  writeFileSync(join(folder, 'ciderwebmail.conf'), config(folder, ports));
  const server = '/usr/share/ciderwebmail/bin/ciderwebmail_server.pl';
  // Where Perl also looks for modules: it names the folder, by which machine.mjs knows its own programs.
  const args = [`-I${folder}`, server, '--host', '127.0.0.1', '--port', String(ports.cider)];
  await start('cider', ports.cider, 'perl', args, {
    CATALYST_CONFIG: folder,
    CIDERWEBMAIL_CONFIG: folder,
    CIDERWEBMAIL_HOME: '/usr/share/ciderwebmail',
  });
  return `http://127.0.0.1:${ports.cider}/`;
}

function config(folder, { imap, smtp }) {
  return `name CiderWebmail
<server>
  host 127.0.0.1
  port ${imap}
</server>
<managesieve>
  mode off
</managesieve>
language en
username_default_address 1
<send>
  method smtp
  host 127.0.0.1:${smtp}
</send>
<Model::DB>
  connect_info dbi:SQLite:${folder}/settings.sql
</Model::DB>
<Plugin::Session>
  storage ${folder}/session
</Plugin::Session>
`;
}
