import { expect, onTestFinished, test } from 'vitest';
import { ALL_SITES, readPage } from './all.ts';

const HEADER = `<table><tr><th>From:</th><td><a href="/add?id=3">Ada Moreau &lt;ada.moreau@example.com&gt;</a></td></tr>
  <tr><th>To:</th><td><a href="/add?id=4">Kim Vale &lt;kim.vale@example.org&gt;</a></td></tr>
  <tr><th>Date:</th><td>04 Mar 2026, 04:00:00 PM</td></tr></table><p>The lease is ready.</p>`;
const BUTTON = '<form><input type="submit" value="Move"></form>';
const URL_OF_PAGE =
  'https://mail.example.org/cgi-bin/webmail/login/kim.vale%40example.org/1?folder=INBOX&pos=3';

/** A document of a page, in a frame of that kind; the page itself stands in a frame, too, as all tests do. */
async function framed(kind: 'frame' | 'iframe', html: string): Promise<Document> {
  const outer = document.createElement('iframe');
  onTestFinished(() => outer.remove());
  outer.sandbox.add('allow-same-origin');
  outer.width = '1200';
  outer.height = '800';
  outer.srcdoc =
    kind === 'frame'
      ? '<frameset rows="1,*"><frame></frame><frame id="inner"></frame></frameset>'
      : '<iframe id="inner" width="1100" height="700"></iframe>';
  await new Promise((loaded) => {
    outer.addEventListener('load', loaded, { once: true });
    document.body.append(outer);
  });
  const inner = outer.contentDocument?.querySelector<HTMLIFrameElement | HTMLFrameElement>('#inner');
  const shown = inner?.contentDocument;
  if (!shown) throw new Error('the frame has no document');
  shown.body.innerHTML = html;
  return shown;
}

function read(document: Document, site = 'generic') {
  const generic = ALL_SITES.filter(({ id }) => id === site);
  const page = { document, url: new URL(URL_OF_PAGE), now: Date.UTC(2026, 8, 1, 12) };
  return (readPage(page, 'UTC', generic)?.sightings ?? []).map(
    ({ role, handles: [handle] }) => `${role} ${handle.value}`,
  );
}

test('a page of a frameset is read, though it has no scripts', async () => {
  expect(read(await framed('frame', BUTTON + HEADER))).toEqual(['sender ada.moreau@example.com']);
});

test('a frame inside of a page is a message without scripts, whatever it writes in its head', async () => {
  expect(read(await framed('iframe', BUTTON + HEADER))).toEqual([]);
});

test('a frame of a frameset without anything to press is a message', async () => {
  expect(read(await framed('frame', HEADER))).toEqual([]);
});

test.each([
  ['a letter, whatever it imitates', '', []],
  ['a part of a program, by its scripts', '<script></script>', ['sender ada.moreau@example.com']],
])('a frame with the signs of a webmail is %s', async (_, script, people) => {
  const header = `<table id="messageheader"><tr><td class="header from"><a class="rcmContactAddress"
    href="mailto:ada.moreau@example.com">Ada Moreau</a></td></tr></table>`;
  expect(read(await framed('iframe', script + header), 'roundcube')).toEqual(people);
});
