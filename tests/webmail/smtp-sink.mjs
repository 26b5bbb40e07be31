// A mail server that sends nothing on: `node smtp-sink.mjs RUN PORT MAILDIR OWNER`. Every message is a JSON line in
// RUN/smtp.jsonl, and is put into the one Maildir when it is for its owner. Speaks just enough SMTP for Roundcube.
import { appendFileSync, chownSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const [run, port, maildir, owner] = process.argv.slice(2);
let count = 0;

createServer((socket) => {
  let buffer = '';
  let message = { from: '', to: [] };
  let inData = false;
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  const say = (line) => socket.write(`${line}\r\n`);
  say('220 sink.test ESMTP');
  socket.on('data', (chunk) => {
    buffer += chunk;
    for (;;) {
      const end = buffer.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        keep(message, text.replace(/^\.\./gm, '.'));
        message = { from: '', to: [] };
        say('250 kept');
      } else command(text);
    }
  });
  function command(line) {
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') say('250-sink.test\r\n250 8BITMIME');
    else if (verb === 'DATA') {
      inData = true;
      say('354 go on');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else {
      if (verb === 'MAIL') message = { from: address, to: [] };
      if (verb === 'RCPT') message.to.push(address);
      say('250 ok');
    }
  }
}).listen(Number(port), '127.0.0.1');

function keep({ from, to }, raw) {
  const head = raw.split('\r\n\r\n')[0].replace(/\r\n[ \t]+/g, ' ');
  const headers = Object.fromEntries(
    ['From', 'To', 'Cc', 'Subject', 'Message-ID', 'In-Reply-To']
      .map((name) => [name, new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]])
      .filter(([, value]) => value !== undefined),
  );
  appendFileSync(join(run, 'smtp.jsonl'), `${JSON.stringify({ at: Date.now(), from, to, headers })}\n`);
  if (!to.includes(owner)) return;
  const file = join(maildir, 'new', `${Date.now()}.M${++count}P${process.pid}.sink`);
  writeFileSync(file, raw, 'latin1');
  const { uid, gid } = statSync(maildir);
  chownSync(file, uid, gid);
}
