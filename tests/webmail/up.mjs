// Real Roundcube, SOGo or CiderWebmail on loopback, with Dovecot behind it and a mail server that sends nothing on.
//   node tests/webmail/up.mjs [--mail roundcube|sogo|cider] [--skin elastic|larry|classic] [--language en_US] [--reset]     stop: down.mjs
// Installs what is missing with apt-get (as root; Debian 12), needs no systemd. Tried with Roundcube 1.6.5.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { CIDER_PACKAGES, startCider } from './cider.mjs';
import { installMissing, prepareFolders, RUN, start, stopAll } from './machine.mjs';
import { SEED, writeMaildir } from './seed.mjs';
import { SOGO_PACKAGES, startSogo } from './sogo.mjs';

const USER = { name: 'Ana Ferreira', address: 'ana@inbox.example', password: 'ana-test-pass' };
// Another one may run on this machine; KITH_WEBMAIL_PORT moves all ports.
const FIRST = Number(process.env.KITH_WEBMAIL_PORT ?? 11000);
const PORTS = { web: FIRST + 80, imap: FIRST + 143, smtp: FIRST + 25, sogo: FIRST + 81, cider: FIRST + 86 };
const PACKAGES = [
  'dovecot-imapd',
  'sqlite3',
  'php-cli',
  // Satisfies Roundcube's wish for a web server's PHP, so that Apache is not pulled in.
  'php-cgi',
  'roundcube-core',
  'roundcube-sqlite3',
  'roundcube-skin-larry',
  'roundcube-skin-classic',
];
const MAILDIR = join(RUN, 'mail');

/** The skins that Roundcube 1.6 has. */
export const SKINS = ['elastic', 'larry', 'classic'];

/**
 * Starts everything, or changes the skin of what runs. Gives where to log in, the seeded messages with what a reader
 * should find in each, and the file that has a JSON line for every message sent.
 */
export async function up({ mail = 'roundcube', skin = 'elastic', language = 'en_US', reset = false } = {}) {
  if (!SKINS.includes(skin)) throw new Error(`"${skin}" is no skin; there are ${SKINS.join(', ')}`);
  if (reset) {
    await stopAll();
    rmSync(RUN, { recursive: true, force: true });
  }
  prepareFolders();
  installMissing(PACKAGES);
  await startMail();
  let url = `http://127.0.0.1:${PORTS.web}/`;
  if (mail === 'sogo') url = await startSogo(USER, PORTS);
  else if (mail === 'cider') url = await startCider(PORTS);
  else await startRoundcube(skin, language);
  return {
    url,
    user: USER.address,
    password: USER.password,
    smtpLog: join(RUN, 'smtp.jsonl'),
    seed: SEED,
  };
}

/** Installs what Roundcube needs, so that several may be started at once afterwards. Throws where that can't be. */
export function installRoundcube() {
  prepareFolders();
  installMissing(PACKAGES);
}

/** Installs SOGo; gives the reason where that can't be, and nothing where it is there. */
export function whyNotSogo() {
  return whyNot(SOGO_PACKAGES);
}

/** Installs CiderWebmail; gives the reason where that can't be, and nothing where it is there. */
export function whyNotCider() {
  return whyNot(CIDER_PACKAGES);
}

function whyNot(packages) {
  prepareFolders();
  try {
    installMissing(packages);
  } catch (error) {
    return `${error.message.split('\n')[0]}`;
  }
}

async function startMail() {
  if (!existsSync(MAILDIR)) {
    writeMaildir(MAILDIR);
    execFileSync('chown', ['-R', 'mail:mail', MAILDIR]);
  }
  const users = join(RUN, 'users');
  writeFileSync(users, `${USER.address}:{PLAIN}${USER.password}::::::\n`, { mode: 0o644 });
  const config = join(RUN, 'dovecot.conf');
  writeFileSync(config, dovecotConfig(users));
  await start('dovecot', PORTS.imap, 'dovecot', ['-F', '-c', config]);
  // A webmail asks several things at once: of a folder that another is opening for the first time, Dovecot may say that it is empty.
  execFileSync('doveadm', ['-c', config, 'index', '-u', USER.address, '*'], { stdio: 'pipe' });
  const sink = fileURLToPath(new URL('smtp-sink.mjs', import.meta.url));
  await start('smtp', PORTS.smtp, process.execPath, [sink, RUN, String(PORTS.smtp), MAILDIR, USER.address]);
}

async function startRoundcube(skin, language) {
  const folder = join(RUN, 'roundcube');
  const config = join(folder, 'config');
  for (const name of ['config', 'temp', 'logs', 'sessions'])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['defaults.inc.php', 'mimetypes.php']) {
    if (!existsSync(join(config, name))) symlinkSync(join('/etc/roundcube', name), join(config, name));
  }
  const database = join(folder, 'db.sqlite');
  const sql = (...args) => execFileSync('sqlite3', [database, ...args], { stdio: 'pipe' }).toString();
  if (!existsSync(database)) {
    sql('.read /usr/share/roundcube/SQL/sqlite.initial.sql');
    sql(`insert into users (user_id, username, mail_host, created, language)
         values (1, '${USER.address}', '127.0.0.1', datetime('now'), 'en_US');
         insert into identities (user_id, changed, standard, name, email)
         values (1, datetime('now'), 1, '${USER.name}', '${USER.address}');`);
  }
  sql(`update users set language = '${language.replaceAll("'", '')}'`);
  writeFileSync(join(config, 'config.inc.php'), roundcubeConfig(folder, skin, language));
  const settings = {
    'session.save_path': join(folder, 'sessions'),
    display_errors: '0',
    error_log: join(RUN, 'log', 'php.log'),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  const site = ['-S', `127.0.0.1:${PORTS.web}`, '-t', '/var/lib/roundcube/public_html'];
  await start('roundcube', PORTS.web, 'php', [...options, ...site], {
    ROUNDCUBE_CONFIG_DIR: config,
    PHP_CLI_SERVER_WORKERS: '4',
  });
}

function roundcubeConfig(folder, skin, language) {
  const config = {
    db_dsnw: `sqlite:///${folder}/db.sqlite?mode=0600`,
    imap_host: `127.0.0.1:${PORTS.imap}`,
    smtp_host: `127.0.0.1:${PORTS.smtp}`,
    smtp_user: '',
    smtp_pass: '',
    // Encrypts the password in the session of a throw-away mailbox.
    des_key: 'kith-webmail-test-24byte',
    product_name: 'Webmail',
    skin,
    language,
    timezone: 'UTC',
    temp_dir: join(folder, 'temp'),
    log_dir: join(folder, 'logs'),
    log_driver: 'file',
    ip_check: false,
    enable_spellcheck: false,
    session_lifetime: 600,
    sent_mbox: 'Sent',
    drafts_mbox: 'Drafts',
    trash_mbox: 'Trash',
    junk_mbox: 'Junk',
  };
  const lines = Object.entries(config).map(([name, value]) => {
    const text = typeof value === 'string' ? `'${value}'` : String(value);
    return `$config['${name}'] = ${text};`;
  });
  return ['<?php', '$config = [];', ...lines, "$config['plugins'] = [];", ''].join('\n');
}

function dovecotConfig(users) {
  const folders = ['Sent', 'Drafts', 'Trash', 'Junk'].map(
    (name) => `  mailbox ${name} {\n    special_use = \\${name}\n    auto = subscribe\n  }`,
  );
  return `# Dovecot 2.3
base_dir = ${RUN}/dovecot/base
state_dir = ${RUN}/dovecot/state
log_path = ${RUN}/log/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${MAILDIR}
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = passwd-file
  args = username_format=%u ${users}
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${MAILDIR}
}
service imap-login {
  inet_listener imap {
    port = ${PORTS.imap}
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
${folders.join('\n')}
}
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      mail: { type: 'string' },
      skin: { type: 'string' },
      language: { type: 'string' },
      reset: { type: 'boolean' },
    },
  });
  const { url, user, password, seed } = await up(values);
  console.log(`${url}  ${user} / ${password}  ${seed.length} messages, what is sent: ${RUN}/smtp.jsonl`);
}
