// SOGo (Debian 12's 5.8) on loopback, with a PostgreSQL and a memcached of its own; needs the mail that up.mjs starts.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { alone, installMissing, RUN, start } from './machine.mjs';

/** The Debian packages. */
export const SOGO_PACKAGES = ['sogo', 'memcached', 'postgresql'];
const FOLDER = join(RUN, 'sogo');

/** Starts SOGo for one user; gives its address. `ports` has imap, smtp and sogo, and the three ports after sogo are used too. */
export async function startSogo(user, ports) {
  installMissing(SOGO_PACKAGES);
  const { database, memcached, back } = {
    database: ports.sogo + 1,
    memcached: ports.sogo + 2,
    back: ports.sogo + 3,
  };
  mkdirSync(FOLDER, { recursive: true });
  await startDatabase(user, database);
  await start('memcached', memcached, 'memcached', [
    ...['-l', '127.0.0.1', '-p', String(memcached), '-U', '0', '-m', '16', '-u', 'nobody'],
    // Names the folder, by which machine.mjs knows its own programs.
    ...['-P', join(FOLDER, 'memcached.pid')],
  ]);
  // It reads its settings when it starts.
  await alone('sogo', () => startDaemon(database, memcached, back, ports));
  const front = fileURLToPath(new URL('sogo-front.mjs', import.meta.url));
  await start('sogo-front', ports.sogo, process.execPath, [front, String(ports.sogo), String(back), RUN]);
  const url = `http://127.0.0.1:${ports.sogo}/SOGo/`;
  for (let tries = 0; !(await answersPage(url)) && tries < 100; tries++) await sleep(100);
  return url;
}

async function startDatabase(user, port) {
  const [version] = readdirSync('/usr/lib/postgresql').sort().reverse();
  const bin = join('/usr/lib/postgresql', version, 'bin');
  const data = join(FOLDER, 'pg');
  const asPostgres = ['--reuid=postgres', '--regid=postgres', '--init-groups'];
  const fresh = !existsSync(data);
  if (fresh) {
    execFileSync('install', ['-d', '-o', 'postgres', '-g', 'postgres', data]);
    const init = [join(bin, 'initdb'), '-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'];
    execFileSync('setpriv', [...asPostgres, ...init], { cwd: '/', stdio: 'ignore' });
  }
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    shared_buffers: '16MB',
    max_connections: '40',
  };
  await start('postgres', port, 'setpriv', [
    ...[...asPostgres, join(bin, 'postgres'), '-D', data, '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  if (!fresh) return;
  const psql = ['-h', '127.0.0.1', '-p', String(port), '-v', 'ON_ERROR_STOP=1', '-qAt'];
  const sql = (role, name, ...commands) =>
    execFileSync(join(bin, 'psql'), [
      ...psql,
      ...['-U', role, '-d', name],
      ...commands.flatMap((command) => ['-c', command]),
    ]);
  await ready(() => sql('postgres', 'postgres', 'select 1'));
  sql('postgres', 'postgres', 'create role sogo login', 'create database sogo owner sogo');
  const columns = ['c_uid', 'c_name', 'c_password', 'c_cn', 'mail'];
  const values = [user.address, user.address, user.password, user.name, user.address];
  sql(
    'sogo',
    'sogo',
    `create table sogo_users (${columns.map((name) => `${name} varchar(128)`).join()}, primary key (c_uid))`,
    `insert into sogo_users values (${values.map((value) => `'${value.replaceAll("'", "''")}'`).join()})`,
  );
}

async function startDaemon(database, memcached, back, { imap, smtp }) {
  const url = (table) => `postgresql://sogo@127.0.0.1:${database}/sogo/${table}`;
  const tables = {
    SOGoProfileURL: 'sogo_user_profile',
    OCSFolderInfoURL: 'sogo_folder_info',
    OCSSessionsFolderURL: 'sogo_sessions_folder',
    OCSEMailAlarmsFolderURL: 'sogo_alarms_folder',
    OCSStoreURL: 'sogo_store',
    OCSAclURL: 'sogo_acl',
    OCSCacheFolderURL: 'sogo_cache_folder',
  };
  const settings = {
    ...Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, url(table)])),
    SOGoLanguage: 'English',
    SOGoTimeZone: 'UTC',
    SOGoMailDomain: 'inbox.example',
    SOGoMailingMechanism: 'smtp',
    SOGoSMTPServer: `smtp://127.0.0.1:${smtp}`,
    SOGoIMAPServer: `imap://127.0.0.1:${imap}/?tls=NO`,
    SOGoSentFolderName: 'Sent',
    SOGoTrashFolderName: 'Trash',
    SOGoDraftsFolderName: 'Drafts',
    SOGoJunkFolderName: 'Junk',
    SOGoMemcachedHost: `127.0.0.1:${memcached}`,
    SOGoMailMessageCheck: 'manually',
    SOGoLoginModule: 'Mail',
    SxVMemLimit: '512',
  };
  const quoted = Object.entries(settings).map(([name, value]) => `  ${name} = "${value}";`);
  const source = `{ type = sql; id = directory; viewURL = "${url('sogo_users')}"; canAuthenticate = YES; isAddressBook = YES; userPasswordAlgorithm = plain; displayName = Directory; }`;
  // sogod reads no other file.
  writeFileSync('/etc/sogo/sogo.conf', `{\n${quoted.join('\n')}\n  SOGoUserSources = ( ${source} );\n}\n`);
  for (const name of ['tmp', 'home'])
    execFileSync('install', ['-d', '-o', 'sogo', '-g', 'sogo', join(FOLDER, name)]);
  const options = { WOWorkersCount: 3, WOPort: `127.0.0.1:${back}`, WOLogFile: '-', WONoDetach: 'YES' };
  await start(
    'sogod',
    back,
    'setpriv',
    [
      ...['--reuid=sogo', '--regid=sogo', '--init-groups', '/usr/sbin/sogod'],
      ...Object.entries(options).flatMap(([name, value]) => [`-${name}`, String(value)]),
      ...['-WOPidFile', join(FOLDER, 'tmp', 'sogo.pid')],
    ],
    { HOME: join(FOLDER, 'home') },
  );
}

async function ready(attempt) {
  for (let tries = 0; ; tries++) {
    try {
      return attempt();
    } catch (error) {
      if (tries > 50) throw error;
      await sleep(100);
    }
  }
}

function answersPage(url) {
  return new Promise((resolve) => {
    request(url, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .once('error', () => resolve(false))
      .end();
  });
}
